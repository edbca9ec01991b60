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
