//! One ability out of a set of answers: maximum likelihood, maximum a posteriori, Warm's weighted likelihood.

use super::exponential::{log_logistic, logarithm, logistic, variance};
use super::{Grid, Prior};
use crate::irt::{Bank, Parameters, Response};

/// How an ability is estimated.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Method {
    /// The ability under which the answers are likeliest. Without bound when all are right or all wrong: the end of
    /// the grid is given then.
    MaximumLikelihood,
    /// The likeliest ability of a member of a population.
    MaximumPosteriori(Prior),
    /// The maximum of L(θ)·√I(θ), with I Fisher's information: under the two-parameter model it is the estimator that
    /// removes the bias of first order (Warm, 1989). No population enters: the same answers give the same score.
    WeightedLikelihood,
}

/// An ability and its error.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Estimate {
    /// θ̂.
    pub ability: f64,
    /// The standard error: 1/√I(θ̂), with the precision of the population added to I for maximum a posteriori.
    pub error: f64,
    /// Whether θ̂ is an end of the grid, the true maximum lying beyond.
    pub at_bound: bool,
}

/// The answers of one person, in the order of the bank: estimates do not see the order in which they were given.
#[derive(Debug, Clone, PartialEq)]
pub struct Answers {
    /// α signed by the answer, positive when right; α; δ.
    curves: Vec<(f64, f64, f64)>,
    right: usize,
}

/// The slope of the log likelihood at an ability, Fisher's information and the slope of that.
#[derive(Debug, Clone, Copy, Default)]
struct Moments {
    slope: f64,
    information: f64,
    change: f64,
}

impl Answers {
    /// The answers to items of a bank; of those to an item that is not there nothing is known, and of several to one
    /// item the order is free too.
    #[must_use]
    pub fn new(bank: &Bank, responses: &[Response]) -> Self {
        let mut sorted = responses.to_vec();
        sorted.sort_unstable_by_key(|response| (response.item, response.right));
        let known =
            sorted.iter().filter_map(|response| Some((bank.get(response.item)?.parameters, response.right)));
        Self::in_order(known)
    }

    /// Answers already in an order that does not depend on the person.
    pub fn in_order(answers: impl Iterator<Item = (Parameters, bool)>) -> Self {
        let mut right = 0;
        let curves = answers
            .map(|(item, success)| {
                right += usize::from(success);
                let slope = item.discrimination;
                (if success { slope } else { -slope }, slope, item.difficulty)
            })
            .collect();
        Self { curves, right }
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.curves.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.curves.is_empty()
    }

    /// How many are right.
    #[must_use]
    pub fn right(&self) -> usize {
        self.right
    }

    /// ln L(θ).
    #[must_use]
    pub fn log_likelihood(&self, theta: f64) -> f64 {
        self.curves.iter().map(|(signed, _, difficulty)| log_logistic(signed * (theta - difficulty))).sum()
    }

    /// Fisher's information I(θ) = Σ α²·P·(1 − P).
    #[must_use]
    pub fn information(&self, theta: f64) -> f64 {
        self.curves
            .iter()
            .map(|(_, slope, difficulty)| {
                let (_, variance) = logistic(slope * (theta - difficulty));
                slope * slope * variance
            })
            .sum()
    }

    /// An estimate by a method. Without any answer: the population's, or the middle of the grid with an endless error.
    #[must_use]
    pub fn estimate(&self, method: Method, grid: &Grid) -> Estimate {
        let best = self.bracket(method, grid);
        let ability = self.refine(method, best.0, best.1);
        let width = grid.step() * 1e-6;
        let at_bound = ability <= grid.low() + width || ability >= grid.high() - width;
        let precision = if let Method::MaximumPosteriori(prior) = method { prior.precision() } else { 0.0 };
        let information = self.information(ability) + precision;
        Estimate { ability, error: 1.0 / information.max(1e-300).sqrt(), at_bound }
    }

    fn moments(&self, theta: f64) -> Moments {
        let mut sums = Moments::default();
        for (signed, slope, difficulty) in &self.curves {
            let distance = theta - difficulty;
            let logit = signed * distance;
            let (success, variance) = logistic(logit);
            let information = slope * slope * variance;
            sums.slope += signed * (1.0 - success);
            sums.information += information;
            // 1 − 2P of the item itself, whatever the answer.
            sums.change += information * slope * (1.0 - 2.0 * success) * signed.signum();
        }
        sums
    }

    /// The ability at which answers all right, or all wrong, have a probability: the exact one-sided bound of confidence
    /// 1 − `doubt`, in an adaptive test too, since there is one way only of having all right. An end of the grid when it
    /// lies beyond.
    #[must_use]
    pub fn one_sided_bound(&self, doubt: f64, grid: &Grid) -> f64 {
        let (mut low, mut high) = (grid.low(), grid.high());
        let likelihood = logarithm(doubt);
        for _ in 0..50 {
            let middle = f64::midpoint(low, high);
            if (self.log_likelihood(middle) < likelihood) == (self.right > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        if self.right > 0 { low } else { high }
    }

    /// Fisher's information at each node of a grid.
    #[must_use]
    pub fn informations(&self, grid: &Grid) -> Vec<f64> {
        let mut sums = vec![0.0; grid.nodes().len()];
        for (_, slope, difficulty) in &self.curves {
            for (sum, theta) in sums.iter_mut().zip(grid.nodes()) {
                *sum += slope * slope * variance(slope * (theta - difficulty));
            }
        }
        sums
    }

    /// ln L at each node of a grid.
    fn logs(&self, grid: &Grid) -> Vec<f64> {
        let mut sums = vec![0.0; grid.nodes().len()];
        for (signed, _, difficulty) in &self.curves {
            for (sum, theta) in sums.iter_mut().zip(grid.nodes()) {
                *sum += log_logistic(signed * (theta - difficulty));
            }
        }
        sums
    }

    /// What is maximised, at each node of a grid.
    fn objective(&self, method: Method, grid: &Grid) -> Vec<f64> {
        let mut heights = self.logs(grid);
        match method {
            Method::MaximumLikelihood => {}
            Method::MaximumPosteriori(prior) => {
                heights.iter_mut().zip(grid.nodes()).for_each(|(height, theta)| *height += prior.log(*theta));
            }
            Method::WeightedLikelihood => {
                let informations = self.informations(grid);
                heights.iter_mut().zip(informations).for_each(|(height, information)| {
                    *height += 0.5 * logarithm(information);
                });
            }
        }
        heights
    }

    /// Its slope.
    fn gradient(&self, method: Method, theta: f64) -> f64 {
        let sums = self.moments(theta);
        match method {
            Method::MaximumLikelihood => sums.slope,
            Method::MaximumPosteriori(prior) => sums.slope - (theta - prior.mean()) * prior.precision(),
            Method::WeightedLikelihood => sums.slope + 0.5 * sums.change / sums.information.max(1e-300),
        }
    }

    /// The neighbourhood of the highest node: the objective of contradictory items may have several summits. Of equal
    /// nodes, as without any answer, the middle one.
    fn bracket(&self, method: Method, grid: &Grid) -> (f64, f64) {
        let centre = f64::midpoint(grid.low(), grid.high());
        let mut best = (f64::NEG_INFINITY, centre);
        for (theta, height) in grid.nodes().iter().copied().zip(self.objective(method, grid)) {
            let nearer = (theta - centre).abs() < (best.1 - centre).abs();
            #[expect(clippy::float_cmp, reason = "a tie is an exact one")]
            if height > best.0 || (height == best.0 && nearer) {
                best = (height, theta);
            }
        }
        let (low, high) = (best.1 - grid.step(), best.1 + grid.step());
        (low.max(grid.low()), high.min(grid.high()))
    }

    /// The zero of the slope within a bracket, or the end towards which the objective grows. A step of the secant where
    /// it halves the bracket within two steps (Illinois: Dowell and Jarratt, 1971), else the middle.
    fn refine(&self, method: Method, low: f64, high: f64) -> f64 {
        let (mut left, mut right) = ((low, self.gradient(method, low)), (high, self.gradient(method, high)));
        if left.1 <= 0.0 {
            return low;
        }
        if right.1 >= 0.0 {
            return high;
        }
        for round in 0..60 {
            let secant = (left.0 * right.1 - right.0 * left.1) / (right.1 - left.1);
            let middle = f64::midpoint(left.0, right.0);
            let theta = if round % 3 < 2 && secant > left.0 && secant < right.0 { secant } else { middle };
            let slope = self.gradient(method, theta);
            if slope > 0.0 {
                left = (theta, slope);
                right.1 *= 0.5;
            } else {
                right = (theta, slope);
                left.1 *= 0.5;
            }
            if slope.abs() < 1e-13 || right.0 - left.0 < 1e-13 {
                return theta;
            }
        }
        f64::midpoint(left.0, right.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answers(all: &[(f64, f64, bool)]) -> Answers {
        let curve = |&(discrimination, difficulty, right): &(f64, f64, bool)| {
            (Parameters { discrimination, difficulty }, right)
        };
        Answers::in_order(all.iter().map(curve))
    }

    #[test]
    fn equations_solved_by_hand() {
        let grid = Grid::default();
        let check = |all: &[(f64, f64, bool)], method: Method, ability: f64, error: f64| {
            let got = answers(all).estimate(method, &grid);
            assert!((got.ability - ability).abs() < 1e-9, "{all:?} {method:?}: {got:?}");
            assert!((got.error - error).abs() < 1e-9, "{all:?} {method:?}: {got:?}");
        };
        // k of n right on equal items: P = k/n for maximum likelihood; for Warm's, (k + 1/2)/(n + 1).
        let equal = |right: usize, of: usize| -> Vec<(f64, f64, bool)> {
            (0..of).map(|rank| (1.0, 0.5, rank < right)).collect()
        };
        let at = |p: f64, n: f64| (0.5 + (p / (1.0 - p)).ln(), 1.0 / (n * p * (1.0 - p)).sqrt());
        let (ability, error) = at(0.75, 4.0);
        check(&equal(3, 4), Method::MaximumLikelihood, ability, error);
        for right in [0_u8, 1, 3, 4] {
            let (ability, error) = at((f64::from(right) + 0.5) / 5.0, 4.0);
            check(&equal(right.into(), 4), Method::WeightedLikelihood, ability, error);
        }
        // Symmetric: right on −1, wrong on 1.
        let symmetric = [(1.3, -1.0, true), (1.3, 1.0, false)];
        let information = answers(&symmetric).information(0.0);
        check(&symmetric, Method::MaximumPosteriori(Prior::default()), 0.0, 1.0 / (information + 1.0).sqrt());
        check(&[], Method::MaximumPosteriori(Prior::default()), 0.0, 1.0);
    }

    #[test]
    fn one_sided_answers_have_an_exact_bound() {
        let grid = Grid::default();
        let check = |right: bool, times: usize| {
            let all = answers(&vec![(1.0, 0.0, right); times]);
            let bound = all.one_sided_bound(0.05, &grid);
            let probability = Parameters { discrimination: 1.0, difficulty: 0.0 }.probability(bound);
            let share = if right { probability } else { 1.0 - probability };
            let each = 0.05_f64.powf(1.0 / times as f64);
            assert!((share - each).abs() < 1e-9, "{right} {times}: {bound}");
        };
        [(true, 1), (true, 8), (false, 1), (false, 8)]
            .into_iter()
            .for_each(|(right, times)| check(right, times));
    }

    #[test]
    fn endless_likelihoods_end_at_the_grid() {
        let grid = Grid::default();
        let check = |right: bool, bound: f64| {
            let got =
                answers(&[(1.0, 0.0, right), (2.0, 1.0, right)]).estimate(Method::MaximumLikelihood, &grid);
            assert!(got.at_bound && (got.ability - bound).abs() < 1e-9, "{got:?}");
        };
        check(true, 6.0);
        check(false, -6.0);
    }
}
