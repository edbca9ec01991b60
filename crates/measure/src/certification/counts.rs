//! What past tests asked: handed in with the limits, handed back with one more test.

use super::exposure::{Exposure, Limits, Means};
use crate::irt::ItemIndex;

/// An item, how often it was eligible and how often it was asked, both faded: asked/eligible estimates how much it is
/// in demand, and eligibility with probability min(1, limit·eligible/asked) holds the limit.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Tally {
    eligible: f64,
    asked: f64,
}

impl Tally {
    fn probability(self, limit: f64) -> f64 {
        if self.asked <= limit * self.eligible { 1.0 } else { limit * self.eligible / self.asked }
    }

    fn fade(&mut self, kept: f64, eligible: bool) {
        self.asked *= kept;
        self.eligible = self.eligible * kept + f64::from(u8::from(eligible));
    }
}

/// Kept counts that are not those of the items.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum CountsError {
    /// There are more or fewer numbers.
    Length {
        /// How many the items and the limits need.
        expected: usize,
        /// How many there are.
        found: usize,
    },
    /// A number is not one, or negative.
    Odd {
        /// Its place, from 0.
        place: usize,
        /// The number.
        number: f64,
    },
}

impl std::fmt::Display for CountsError {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Length { expected, found } => write!(
                out,
                "{found} numbers kept, {expected} expected: were they kept for other items or other limits?"
            ),
            Self::Odd { place, number } => {
                write!(out, "number {place} of the counts is {number}: expected 0 or more")
            }
        }
    }
}

impl std::error::Error for CountsError {}

/// The counts of past tests.
#[derive(Debug, Clone, PartialEq)]
pub struct Counts {
    limits: Limits,
    prices: Vec<f64>,
    overall: Vec<Tally>,
    conditional: Vec<Vec<Tally>>,
    tests: u64,
}

impl Counts {
    /// No test yet: every item is free, and starts as if it had been asked just within its limits for a while.
    #[must_use]
    pub fn new(limits: Limits, items: usize) -> Self {
        let start = limits.memory / 50.0;
        let tallies = |limit: f64| vec![Tally { eligible: start, asked: start * limit }; items];
        let (prices, overall) = match limits.means {
            Means::Price => (vec![0.0; items], Vec::new()),
            Means::Eligibility => (Vec::new(), tallies(limits.overall)),
        };
        let strata = if limits.conditional < 1.0 { limits.bounds.len() + 1 } else { 0 };
        let conditional = vec![tallies(limits.conditional); strata];
        Self { limits, prices, overall, conditional, tests: 0 }
    }

    /// The counts as numbers, to be kept: with the limits and the number of tests they are all there is, and what was in
    /// force for a test follows from them.
    #[must_use]
    pub fn numbers(&self) -> Vec<f64> {
        let tallies = self.overall.iter().chain(self.conditional.iter().flatten());
        let pairs = tallies.flat_map(|tally| [tally.eligible, tally.asked]);
        self.prices.iter().copied().chain(pairs).collect()
    }

    /// The counts that were kept.
    ///
    /// # Errors
    /// [`CountsError`] when the numbers are not those of so many items under these limits.
    pub fn restore(limits: Limits, items: usize, tests: u64, numbers: &[f64]) -> Result<Self, CountsError> {
        let mut counts = Self { tests, ..Self::new(limits, items) };
        let (expected, found) = (counts.numbers().len(), numbers.len());
        if expected != found {
            return Err(CountsError::Length { expected, found });
        }
        let odd = |(_, number): &(usize, f64)| !number.is_finite() || *number < 0.0;
        if let Some((place, number)) = numbers.iter().copied().enumerate().find(odd) {
            return Err(CountsError::Odd { place, number });
        }
        let tallies = counts.overall.iter_mut().chain(counts.conditional.iter_mut().flatten());
        let pairs = tallies.flat_map(|tally| [&mut tally.eligible, &mut tally.asked]);
        counts.prices.iter_mut().chain(pairs).zip(numbers).for_each(|(slot, number)| *slot = *number);
        Ok(counts)
    }

    /// How many tests were counted.
    #[must_use]
    pub fn tests(&self) -> u64 {
        self.tests
    }

    /// What is in force for the next tests.
    #[must_use]
    pub fn exposure(&self) -> Exposure {
        Exposure::new(self)
    }

    /// Counts a test: its seed, what was in force for it, and each item asked with the ability at which it was chosen.
    pub fn record(&mut self, seed: u64, exposure: &Exposure, asked: &[(ItemIndex, f64)]) {
        self.charge(asked);
        self.tests = self.tests.saturating_add(1);
        let kept = 1.0 - 1.0 / self.limits.memory;
        for (item, tally) in (0..).zip(&mut self.overall) {
            tally.fade(kept, exposure.eligible(seed, item));
        }
        for (item, _) in asked {
            if let Some(tally) = self.overall.get_mut(*item as usize) {
                tally.asked += 1.0;
            }
        }
        for (stratum, tallies) in self.conditional.iter_mut().enumerate() {
            let here: Vec<ItemIndex> = asked
                .iter()
                .filter(|(_, theta)| self.limits.stratum(*theta) == stratum)
                .map(|one| one.0)
                .collect();
            if here.is_empty() {
                continue;
            }
            for (item, tally) in (0..).zip(tallies.iter_mut()) {
                tally.fade(kept, exposure.eligible_in(seed, item, stratum));
            }
            for item in here {
                if let Some(tally) = tallies.get_mut(item as usize) {
                    tally.asked += 1.0;
                }
            }
        }
    }

    /// Moves the prices by the rule of Robbins and Monro (1951): up by a step for an item asked, down by limit × step
    /// for each, never below 0. They rest where an item is asked as often as the limit says, or is free. The step is
    /// 1/memory, and up to three times that in the beginning.
    fn charge(&mut self, asked: &[(ItemIndex, f64)]) {
        let memory = self.limits.memory;
        let step = (3.0 / (memory + self.tests as f64)).max(1.0 / memory);
        let relief = step * self.limits.overall;
        for price in &mut self.prices {
            *price = (*price - relief).max(0.0);
        }
        for (item, _) in asked {
            if let Some(price) = self.prices.get_mut(*item as usize) {
                *price += step;
            }
        }
    }

    pub(super) fn limits(&self) -> &Limits {
        &self.limits
    }

    pub(super) fn prices(&self) -> &[f64] {
        &self.prices
    }

    pub(super) fn overall(&self) -> Vec<f64> {
        self.overall.iter().map(|tally| tally.probability(self.limits.overall)).collect()
    }

    pub(super) fn conditional(&self) -> Vec<Vec<f64>> {
        let limit = self.limits.conditional;
        let stratum = |tallies: &Vec<Tally>| tallies.iter().map(|tally| tally.probability(limit)).collect();
        self.conditional.iter().map(stratum).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::placement::mix;

    /// Three items: one wanted always, one by every other test, one by every tenth; the share of tests that got each.
    fn rates(limits: Limits, wants: impl Fn(&Exposure, u64, ItemIndex) -> bool) -> [f64; 3] {
        let mut counts = Counts::new(limits, 3);
        let mut asked = [0_u32; 4];
        for test in 0..20_000_u64 {
            let exposure = counts.exposure();
            let seed = mix(test);
            let wanted = [true, test % 2 == 0, test % 10 == 0];
            let given = (0_u32..3).filter(|&item| wanted[item as usize] && wants(&exposure, seed, item));
            // Another item, of which nobody counts anything, makes everybody pass through the stratum.
            let given: Vec<(ItemIndex, f64)> = given.chain([3]).map(|item| (item, 0.0)).collect();
            counts.record(seed, &exposure, &given);
            given.iter().filter(|_| test >= 2_000).for_each(|(item, _)| asked[*item as usize] += 1);
        }
        assert_eq!(counts.tests(), 20_000);
        let [first, second, third, _] = asked.map(|asked| f64::from(asked) / 18_000.0);
        [first, second, third]
    }

    #[test]
    fn counts_are_kept_and_restored() {
        for means in [Means::Price, Means::Eligibility] {
            let limits = Limits::new(0.2, means, 100.0).unwrap().conditional(0.4, &[0.0]).unwrap();
            let mut counts = Counts::new(limits.clone(), 3);
            counts.record(1, &counts.exposure(), &[(0, -1.0), (2, 1.0)]);
            let numbers = counts.numbers();
            assert_eq!(Counts::restore(limits.clone(), 3, 1, &numbers), Ok(counts));
            let check = |items: usize, numbers: &[f64], expected: &str| {
                let error = Counts::restore(limits.clone(), items, 1, numbers).unwrap_err().to_string();
                assert!(error.contains(expected), "{error}");
            };
            check(4, &numbers, "were they kept for other items");
            check(3, &[&[f64::NAN], numbers.get(1..).unwrap()].concat(), "number 0 of the counts is NaN");
        }
    }

    #[test]
    fn an_item_in_demand_is_asked_as_often_as_the_limit_says() {
        let check = |rates: [f64; 3]| {
            assert!((rates[0] - 0.2).abs() < 0.01 && (rates[1] - 0.2).abs() < 0.01, "{rates:?}");
            assert!((rates[2] - 0.1).abs() < 0.01, "{rates:?}");
        };
        let admits = |exposure: &Exposure, seed: u64, item: ItemIndex| {
            exposure.admits(seed, item, exposure.stratum(0.0))
        };
        check(rates(Limits::new(0.2, Means::Eligibility, 500.0).unwrap(), admits));
        let free = Limits::new(1.0, Means::Eligibility, 500.0).unwrap();
        check(rates(free.conditional(0.2, &[-1.0, 1.0]).unwrap(), admits));
        // Who wants an item takes it when its price is below what it is worth to him.
        let buys = |exposure: &Exposure, seed: u64, item: ItemIndex| {
            exposure.prices[item as usize] < super::super::exposure::chance(seed, item, 9)
        };
        check(rates(Limits::new(0.2, Means::Price, 500.0).unwrap(), buys));
    }
}
