//! Exposure control: no item is asked of more than a share of the people, and the bank is used.
//!
//! Two means, which may be combined with each other and with chance (see [`super::Randomness`]):
//!
//! - *Conditional item eligibility* (van der Linden and Veldkamp, 2004; conditional on the ability: 2007). Before a
//!   test, chance decides which items are eligible for this person; items in demand are eligible less often, just enough
//!   to hold the limit, overall or among the tests that pass through a stratum of ability.
//! - *A price* on items in demand, in units of information: an item is chosen by its information less its price. The
//!   price is the multiplier of Lagrange of the item's limit: among all ways of keeping the limits, going by information
//!   less price gives the most information in total. So an item in demand goes to whom it serves best rather than to
//!   whom chance admits.
//!
//! Both are set by the counts of past tests alone, which fade: no simulation beforehand, no quota over a cohort, and
//! nobody's test depends on a place in a queue.

use super::index::Index;
use super::{Counts, Pool};
use crate::irt::ItemIndex;
use crate::placement::mix;

/// 2⁻⁵³.
const TINY: f64 = 1.0 / 9_007_199_254_740_992.0;
/// The purposes of the draws of one test.
const OVERALL: u64 = 1;
const CONDITIONAL: u64 = 2;

/// A number from 0 to 1, fixed by a seed, an item and a purpose.
#[inline]
pub(super) fn chance(seed: u64, item: ItemIndex, purpose: u64) -> f64 {
    let bits = mix(seed ^ mix((purpose << 32) | u64::from(item)));
    (bits >> 11) as f64 * TINY
}

/// By which means the overall limit is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Means {
    /// By the price of an item.
    #[default]
    Price,
    /// By its eligibility.
    Eligibility,
}

/// Why limits cannot be held.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum LimitsError {
    /// A limit is not a share.
    Share(f64),
    /// The bounds of the strata do not increase here.
    Strata(f64),
    /// The memory is shorter than a hundred tests.
    Memory(f64),
}

impl std::fmt::Display for LimitsError {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Share(limit) => write!(out, "exposure limit {limit}: expected more than 0 and at most 1"),
            Self::Strata(bound) => write!(out, "stratum bound {bound}: expected numbers in increasing order"),
            Self::Memory(tests) => write!(out, "a memory of {tests} tests: expected 100 or more"),
        }
    }
}

impl std::error::Error for LimitsError {}

/// How often an item may be asked.
#[derive(Debug, Clone, PartialEq)]
pub struct Limits {
    pub(super) overall: f64,
    pub(super) means: Means,
    pub(super) conditional: f64,
    pub(super) bounds: Vec<f64>,
    pub(super) memory: f64,
}

impl Limits {
    /// At most the share `overall` of all tests. Counts fade over `memory` tests.
    ///
    /// # Errors
    /// [`LimitsError`], with the number that is not one.
    pub fn new(overall: f64, means: Means, memory: f64) -> Result<Self, LimitsError> {
        if !(100.0..=1e9).contains(&memory) {
            return Err(LimitsError::Memory(memory));
        }
        Ok(Self { overall: share(overall)?, means, conditional: 1.0, bounds: Vec::new(), memory })
    }

    /// And at most the share `limit` of the tests that pass through each stratum of the running ability, the strata
    /// being cut at `bounds`.
    ///
    /// # Errors
    /// [`LimitsError`], with the number that is not one.
    pub fn conditional(self, limit: f64, bounds: &[f64]) -> Result<Self, LimitsError> {
        let mut last = f64::NEG_INFINITY;
        for bound in bounds.iter().copied() {
            if bound.is_nan() || bound <= last {
                return Err(LimitsError::Strata(bound));
            }
            last = bound;
        }
        Ok(Self { conditional: share(limit)?, bounds: bounds.to_vec(), ..self })
    }

    pub(super) fn stratum(&self, theta: f64) -> usize {
        self.bounds.partition_point(|bound| *bound <= theta)
    }
}

fn share(limit: f64) -> Result<f64, LimitsError> {
    if limit > 0.0 && limit <= 1.0 { Ok(limit) } else { Err(LimitsError::Share(limit)) }
}

/// What is in force for a test, item by item: part of what a replay needs.
#[derive(Debug, Clone, PartialEq)]
pub struct Exposure {
    pub(super) limits: Limits,
    /// The price of each item; empty when the limit is held by eligibility.
    pub(super) prices: Vec<f64>,
    /// The probability that an item is eligible; empty when the limit is held by prices.
    pub(super) overall: Vec<f64>,
    /// The same in each stratum; empty without a conditional limit.
    pub(super) conditional: Vec<Vec<f64>>,
    index: Option<Index>,
}

impl Exposure {
    pub(super) fn new(counts: &Counts) -> Self {
        Self {
            limits: counts.limits().clone(),
            prices: counts.prices().to_vec(),
            overall: counts.overall(),
            conditional: counts.conditional(),
            index: None,
        }
    }

    /// Sorts the items of a large bank by information less price, so that few have to be looked at. Worth its tens of
    /// milliseconds when many tests follow.
    #[must_use]
    pub fn indexed(self, pool: &Pool, depth: usize) -> Self {
        let index = Some(Index::new(pool, &self.prices, depth));
        Self { index, ..self }
    }

    pub(super) fn index(&self) -> Option<&Index> {
        self.index.as_ref()
    }

    /// Whether an item is eligible for the test of this seed while the ability is in a stratum.
    #[inline]
    pub(super) fn admits(&self, seed: u64, item: ItemIndex, stratum: usize) -> bool {
        self.eligible(seed, item) && self.eligible_in(seed, item, stratum)
    }

    #[inline]
    pub(super) fn eligible(&self, seed: u64, item: ItemIndex) -> bool {
        drawn(&self.overall, seed, item, OVERALL)
    }

    #[inline]
    pub(super) fn eligible_in(&self, seed: u64, item: ItemIndex, stratum: usize) -> bool {
        let probabilities = self.conditional.get(stratum).map_or(&[][..], Vec::as_slice);
        drawn(probabilities, seed, item, CONDITIONAL + stratum as u64)
    }

    pub(super) fn stratum(&self, theta: f64) -> usize {
        self.limits.stratum(theta)
    }
}

#[inline]
fn drawn(probabilities: &[f64], seed: u64, item: ItemIndex, purpose: u64) -> bool {
    let probability = probabilities.get(item as usize).copied().unwrap_or(1.0);
    probability >= 1.0 || chance(seed, item, purpose) < probability
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_that_cannot_be_held_are_refused() {
        let check = |limits: Result<Limits, LimitsError>, expected: &str| {
            let error = limits.unwrap_err().to_string();
            assert!(error.contains(expected), "{error}");
        };
        let fine = || Limits::new(0.2, Means::Price, 1000.0).unwrap();
        check(Limits::new(0.0, Means::Price, 1000.0), "limit 0");
        check(Limits::new(0.2, Means::Price, 5.0), "memory of 5");
        check(fine().conditional(f64::NAN, &[]), "limit NaN");
        check(fine().conditional(0.5, &[1.0, 0.0]), "bound 0");
    }
}
