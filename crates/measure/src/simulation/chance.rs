//! Numbers that look drawn, each fixed by what it is for.

use crate::irt::ItemIndex;
use crate::placement::mix;
use std::f64::consts::TAU;

/// 2⁵³: so many values a number from 0 to 1 has.
const VALUES: f64 = 9_007_199_254_740_992.0;

/// u(p, i), from 0 to 1 (excluded), with which person p answers item i: the same whoever asks. These are the common
/// random numbers of the published comparison, and the persons of other cohorts are other numbers.
#[must_use]
pub fn answer(person: u64, item: ItemIndex) -> f64 {
    unit(mix((person << 32).wrapping_add(item.into())))
}

/// A number from 0 to 1 (excluded), fixed by a seed and what is drawn.
#[must_use]
pub fn uniform(seed: u64, purpose: u64) -> f64 {
    unit(mix(mix(seed) ^ mix(purpose)))
}

/// A standard normal number, fixed by a seed and what is drawn (Box and Muller, 1958).
#[must_use]
pub fn normal(seed: u64, purpose: u64) -> f64 {
    let half = |part: u64| {
        let bits = mix(mix(seed) ^ (2 * purpose + part)) >> 11;
        (bits as f64 + 0.5) / VALUES
    };
    (-2.0 * half(0).ln()).sqrt() * (TAU * half(1)).cos()
}

fn unit(bits: u64) -> f64 {
    (bits >> 11) as f64 / VALUES
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_common_random_numbers_are_the_published_ones() {
        let check = |person, item, expected: f64| {
            assert!((answer(person, item) - expected).abs() < 1e-16, "{person} {item}");
        };
        check(0, 0, 0.883_310_808_213_642_6);
        check(1, 2, 0.700_931_241_870_707);
        check(999, 499, 0.291_130_155_105_637_1);
    }

    #[test]
    fn normal_numbers_have_mean_0_and_deviation_1() {
        let numbers: Vec<f64> = (0..20_000).map(|place| normal(3, place)).collect();
        let mean = numbers.iter().sum::<f64>() / 20_000.0;
        let square = numbers.iter().map(|number| number * number).sum::<f64>() / 20_000.0;
        assert!(mean.abs() < 0.03 && (square - 1.0).abs() < 0.03, "{mean} {square}");
    }
}
