//! The one posterior from which everything is read: estimates, errors, probabilities of levels.

use super::exponential::exponential;
use super::{Grid, Likelihood, Prior};

/// A distribution of the ability, on a grid.
#[derive(Debug, Clone, PartialEq)]
pub struct Posterior {
    weights: Vec<f64>,
    mean: f64,
    deviation: f64,
}

impl Posterior {
    /// The posterior of a member of a population after some answers: prior × likelihood, normalised (Bayes).
    #[must_use]
    pub fn new(grid: &Grid, prior: &Prior, likelihood: &Likelihood) -> Self {
        let mut posterior =
            Self { weights: Vec::with_capacity(grid.nodes().len()), mean: 0.0, deviation: 0.0 };
        posterior.update(grid, prior, likelihood);
        posterior
    }

    /// The same as [`Posterior::new`], in place.
    pub fn update(&mut self, grid: &Grid, prior: &Prior, likelihood: &Likelihood) {
        self.weights.clear();
        let nodes = grid.nodes().iter();
        self.weights.extend(nodes.zip(likelihood.logs()).map(|(theta, log)| log + prior.log(*theta)));
        self.normalise(grid);
    }

    /// The distribution of given log densities, each up to one constant; a missing node has none.
    #[must_use]
    pub fn of_logs(grid: &Grid, logs: impl Iterator<Item = f64>) -> Self {
        let mut posterior = Self { weights: logs.collect(), mean: 0.0, deviation: 0.0 };
        posterior.normalise(grid);
        posterior
    }

    fn normalise(&mut self, grid: &Grid) {
        let top = self.weights.iter().fold(f64::NEG_INFINITY, |top, log| top.max(*log));
        for weight in &mut self.weights {
            *weight = exponential(*weight - top);
        }
        let total: f64 = self.weights.iter().sum();
        let mut mean = 0.0;
        for (weight, theta) in self.weights.iter_mut().zip(grid.nodes()) {
            *weight /= total;
            mean += *weight * theta;
        }
        let squares = self.weights.iter().zip(grid.nodes());
        let spread: f64 = squares.map(|(weight, theta)| weight * (theta - mean) * (theta - mean)).sum();
        self.mean = mean;
        self.deviation = spread.sqrt();
    }

    /// The expected ability (EAP: Bock and Mislevy, 1982).
    #[must_use]
    pub fn mean(&self) -> f64 {
        self.mean
    }

    /// The standard deviation: the error of the expected ability.
    #[must_use]
    pub fn deviation(&self) -> f64 {
        self.deviation
    }

    /// The probability of each node.
    #[must_use]
    pub fn weights(&self) -> &[f64] {
        &self.weights
    }

    /// The distribution function, ready to be read.
    #[must_use]
    pub fn cumulative(&self, grid: &Grid) -> Cumulative {
        Cumulative::new(grid, &self.weights)
    }
}

/// A distribution function F(θ) and its inverse.
///
/// Between two nodes the density is integrated by the cubic through four neighbours,
/// ∫ = (−f₋₁ + 13·f₀ + 13·f₁ − f₂)/24, and F is the cubic of Hermite with the density as slope.
#[derive(Debug, Clone, PartialEq)]
pub struct Cumulative {
    /// Ability, F and its slope per step at each node.
    points: Vec<(f64, f64, f64)>,
    step: f64,
}

impl Cumulative {
    fn new(grid: &Grid, weights: &[f64]) -> Self {
        let none = std::iter::once(0.0);
        let before = none.clone().chain(weights.iter().copied());
        let after = weights.iter().copied().skip(1).chain(none.clone());
        let second = weights.iter().copied().skip(2).chain([0.0, 0.0]);
        let mut sum = 0.0;
        let mut points = Vec::with_capacity(weights.len());
        let neighbours = before.zip(weights).zip(after.zip(second)).zip(grid.nodes());
        for (((before, here), (after, second)), theta) in neighbours {
            points.push((*theta, sum, *here));
            sum += ((13.0 * (here + after) - before - second) / 24.0).max(0.0);
        }
        let total = points.last().map_or(1.0, |point| point.1.max(f64::MIN_POSITIVE));
        for (_, below, slope) in &mut points {
            *below /= total;
            *slope /= total;
        }
        Self { points, step: grid.step() }
    }

    /// The probability of an ability below this one.
    #[must_use]
    pub fn below(&self, theta: f64) -> f64 {
        let next = self.points.partition_point(|point| point.0 <= theta);
        let pair = next.checked_sub(1).and_then(|first| self.points.get(first)).zip(self.points.get(next));
        let Some((left, right)) = pair else { return if next == 0 { 0.0 } else { 1.0 } };
        let t = (theta - left.0) / self.step;
        let u = 1.0 - t;
        let value = u * u * (1.0 + 2.0 * t) * left.1
            + t * t * (1.0 + 2.0 * u) * right.1
            + t * u * (u * left.2 - t * right.2);
        value.clamp(left.1, right.1)
    }

    /// The ability below which this share lies; an end of the grid for 0 and 1.
    #[must_use]
    pub fn quantile(&self, share: f64) -> f64 {
        let next = self.points.partition_point(|point| point.1 < share);
        let Some(right) = self.points.get(next) else {
            return self.points.last().map_or(0.0, |point| point.0);
        };
        let Some(left) = next.checked_sub(1).and_then(|first| self.points.get(first)) else { return right.0 };
        let (mut low, mut high) = (left.0, right.0);
        for _ in 0..40 {
            let middle = f64::midpoint(low, high);
            if self.below(middle) < share {
                low = middle;
            } else {
                high = middle;
            }
        }
        f64::midpoint(low, high)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_normal_law_is_read_back() {
        let grid = Grid::default();
        for (mean, deviation) in [(0.0, 1.0), (-1.3, 0.25), (2.04, 0.18)] {
            let prior = Prior::new(mean, deviation).unwrap();
            let posterior = Posterior::new(&grid, &prior, &Likelihood::new(&grid));
            let check = |got: f64, expected: f64| {
                assert!((got - expected).abs() < 4e-3, "{got} instead of {expected} ({mean}, {deviation})");
            };
            check(posterior.mean(), mean);
            check(posterior.deviation(), deviation);
            let cumulative = posterior.cumulative(&grid);
            for (z, share) in
                [(-1.959_964, 0.025), (-1.0, 0.158_655), (0.0, 0.5), (0.674_49, 0.75), (1.644_854, 0.95)]
            {
                check(cumulative.below(mean + z * deviation), share);
                check((cumulative.quantile(share) - mean) / deviation, z);
            }
            assert_eq!((cumulative.below(-9.0), cumulative.below(9.0)), (0.0, 1.0));
        }
    }
}
