//! The random source of generators: small, portable, the same for ever.
//!
//! SplitMix64 (Steele, Lea, Flood 2014): the state grows by a fixed odd number and each output is a mix of
//! the state. The state after *n* draws is `seed + n × GAMMA`, so two languages that drew equally often are
//! in the same state. A number below `n` is the high half of `output × n`, which needs one draw and no
//! rejection; its bias is below `n / 2^64`.
//!
//! Nothing here may change once a release is published: old attempts are replayed from their seeds.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

const GAMMA: u64 = 0x9e37_79b9_7f4a_7c15;
/// A script may hand lists of so many elements in all to its source: copying them costs time that the
/// engine does not count as operations.
const MAX_ELEMENTS: u64 = 500_000;

/// A random source; clones share one state, as a script passes it from function to function by value.
#[derive(Clone, Debug)]
pub(crate) struct Random {
    state: Arc<AtomicU64>,
    /// How many elements of lists went through it.
    elements: Arc<AtomicU64>,
}

impl Random {
    /// A source that starts from a seed.
    pub fn new(seed: u64) -> Self {
        Self { state: Arc::new(AtomicU64::new(seed)), elements: Arc::default() }
    }

    /// The next 64 random bits.
    pub fn next(&self) -> u64 {
        let state = self.state.fetch_add(GAMMA, Ordering::Relaxed).wrapping_add(GAMMA);
        mix(state)
    }

    /// How far the source has gone; equal states will give equal numbers.
    pub fn state(&self) -> u64 {
        self.state.load(Ordering::Relaxed)
    }

    /// Counts the elements of a list that goes through the source; false when there were too many.
    pub fn bears(&self, length: usize) -> bool {
        let length = length as u64;
        self.elements.fetch_add(length, Ordering::Relaxed).saturating_add(length) <= MAX_ELEMENTS
    }

    /// A number from 0 to `count - 1`; 0 when `count` is 0.
    pub fn below(&self, count: u64) -> u64 {
        let [high, _] = split(u128::from(self.next()) * u128::from(count));
        high
    }

    /// An index into a list of this length, if it has any element.
    pub fn index(&self, length: usize) -> Option<usize> {
        if length == 0 { None } else { usize::try_from(self.below(length as u64)).ok() }
    }

    /// A number between two bounds, both included; the first when they are not in order.
    pub fn between(&self, low: i64, high: i64) -> i64 {
        let width = high.abs_diff(low).saturating_add(1);
        let drawn = self.below(width);
        if high < low { low } else { low.saturating_add_unsigned(drawn) }
    }

    /// `count` different indexes below `length` in random order, or all of them if there are fewer.
    pub fn indexes(&self, length: usize, count: usize) -> Vec<usize> {
        let mut all: Vec<usize> = (0..length).collect();
        let count = count.min(length);
        for place in 0..count {
            let other = place + self.index(length - place).unwrap_or(0);
            all.swap(place, other);
        }
        all.truncate(count);
        all
    }
}

/// The seed of another stream derived from a seed: used for retries, shuffles, files and pictures.
pub(crate) const fn derive(seed: u64, stream: u64) -> u64 {
    mix(seed ^ mix(stream.wrapping_mul(GAMMA).wrapping_add(1)))
}

/// SplitMix64's output function.
const fn mix(state: u64) -> u64 {
    let state = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let state = (state ^ (state >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    state ^ (state >> 31)
}

/// High and low halves of 128 bits.
fn split(wide: u128) -> [u64; 2] {
    let [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p] = wide.to_be_bytes();
    [u64::from_be_bytes([a, b, c, d, e, f, g, h]), u64::from_be_bytes([i, j, k, l, m, n, o, p])]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbers_never_change() {
        let random = Random::new(1_234_567);
        let drawn: Vec<u64> = (0..3).map(|_| random.next()).collect();
        // Test vector of SplitMix64 for the seed 1234567.
        assert_eq!(drawn, [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]);
        assert_eq!(derive(1, 2), derive(1, 2));
        assert_ne!(derive(1, 2), derive(2, 1));
    }

    #[test]
    fn bounds_are_kept() {
        let random = Random::new(9);
        for (low, high) in [(1, 6), (0, 0), (-3, 3), (i64::MIN, i64::MAX)] {
            for _ in 0..200 {
                assert!((low..=high).contains(&random.between(low, high)));
            }
        }
        assert_eq!((random.index(0), random.between(5, 1)), (None, 5));
        let mut all = random.indexes(6, 9);
        all.sort_unstable();
        assert_eq!(all, [0, 1, 2, 3, 4, 5]);
    }
}
