//! What the answers say, whatever their order.

use super::Grid;
use super::exponential::log_logistic;
use crate::irt::Parameters;

/// The number of steps in a unit of log likelihood: 2³⁶.
const UNIT: f64 = 68_719_476_736.0;
/// An answer less likely than e⁻⁴⁰⁹⁶ counts as likely as that.
const LEAST: f64 = -4096.0;
/// So many answers fit into an integer even if each is as unlikely as that.
const MOST_ANSWERS: u32 = 1 << 14;
/// 1.5·2⁵²: a double this large has integer steps.
const ROUND: f64 = 6_755_399_441_055_744.0;

/// The log likelihood of a set of answers at each node of a grid: Σ ln P for the right ones, Σ ln(1 − P) for the others.
///
/// It is kept in integer steps of 2⁻³⁶. Sums of integers do not depend on their order, sums of floats do: so two people
/// with the same answers have the same likelihood to the last bit, in whichever order they gave them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Likelihood {
    steps: Vec<i64>,
    answers: u32,
}

impl Likelihood {
    /// No answer yet.
    #[must_use]
    pub fn new(grid: &Grid) -> Self {
        Self { steps: vec![0; grid.nodes().len()], answers: 0 }
    }

    /// Adds an answer; from the 16,385th on they no longer count.
    pub fn add(&mut self, grid: &Grid, item: Parameters, right: bool) {
        if self.answers >= MOST_ANSWERS {
            return;
        }
        self.answers += 1;
        let slope = if right { item.discrimination } else { -item.discrimination };
        for (sum, theta) in self.steps.iter_mut().zip(grid.nodes()) {
            let log = log_logistic(slope * (theta - item.difficulty)).max(LEAST);
            *sum = sum.wrapping_add(whole(log * UNIT));
        }
    }

    /// How many answers it holds.
    #[must_use]
    pub fn answers(&self) -> u32 {
        self.answers
    }

    /// The log likelihood at each node.
    pub fn logs(&self) -> impl Iterator<Item = f64> + '_ {
        self.steps.iter().map(|steps| *steps as f64 / UNIT)
    }
}

/// The integer nearest to a value whose size is below 2⁵¹.
#[inline]
pub(crate) fn whole(value: f64) -> i64 {
    (value + ROUND).to_bits().cast_signed().wrapping_sub(ROUND.to_bits().cast_signed())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn integers_are_rounded_to_the_nearest() {
        let check = |value: f64, expected: i64| assert_eq!(whole(value), expected, "{value}");
        check(0.0, 0);
        check(-0.4, 0);
        check(-0.6, -1);
        check(-281_474_976_710_656.0, -281_474_976_710_656);
        check(12.7, 13);
    }

    #[test]
    fn the_sum_is_that_of_the_logarithms() {
        let grid = Grid::default();
        let mut likelihood = Likelihood::new(&grid);
        let items = [(1.2, -0.4, true), (0.7, 1.9, false), (2.4, 0.3, true)];
        for (discrimination, difficulty, right) in items {
            likelihood.add(&grid, Parameters { discrimination, difficulty }, right);
        }
        for (theta, got) in grid.nodes().iter().zip(likelihood.logs()) {
            let exact: f64 = items
                .iter()
                .map(|&(discrimination, difficulty, right)| {
                    Parameters { discrimination, difficulty }.log_likelihood(*theta, right)
                })
                .sum();
            assert!((got - exact).abs() < 1e-10, "{theta}: {got} instead of {exact}");
        }
        assert_eq!(likelihood.answers(), 3);
    }
}
