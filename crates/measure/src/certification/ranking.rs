//! The best few of many.

use crate::irt::ItemIndex;

/// A candidate and what it is worth.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ranked {
    /// The item.
    pub item: ItemIndex,
    /// What the criterion says of it, in units of information.
    pub reward: f64,
    /// What the order goes by: the reward, blended with chance when exposure control says so.
    pub key: f64,
}

/// At most so many candidates, the best first; equal ones in the order of the bank.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranking {
    best: Vec<Ranked>,
    size: usize,
}

impl Ranking {
    /// An empty ranking that will hold `size` candidates, one at least.
    #[must_use]
    pub fn new(size: usize) -> Self {
        let size = size.max(1);
        Self { best: Vec::with_capacity(size + 1), size }
    }

    /// The candidates, the best first.
    #[must_use]
    pub fn best(&self) -> &[Ranked] {
        &self.best
    }

    /// What a candidate must reach to have a place.
    #[must_use]
    #[inline]
    pub fn entry(&self) -> f64 {
        if self.best.len() < self.size {
            f64::NEG_INFINITY
        } else {
            self.best.last().map_or(f64::NEG_INFINITY, |last| last.key)
        }
    }

    /// Gives a candidate its place, if it has one.
    #[inline]
    pub fn offer(&mut self, candidate: Ranked) {
        if candidate.key < self.entry() {
            return;
        }
        let above = |held: &Ranked| {
            held.key > candidate.key || (held.key >= candidate.key && held.item < candidate.item)
        };
        let place = self.best.iter().take_while(|held| above(held)).count();
        if place < self.size {
            self.best.insert(place, candidate);
            self.best.truncate(self.size);
        }
    }
}
