//! An ability per competence, with its own error.
//!
//! Model (second-order, between-item: de la Torre and Song, 2009): each competence c has an ability
//! θ_c = λ·θ + √(1 − λ²)·ε_c, where θ is the general ability and ε_c is normal, all of mean 0 and variance 1; an item of
//! the competence depends on θ_c only. So two competences correlate by λ². The answers of other competences speak of
//! θ_c through θ, and its own speak directly: nothing is counted twice.
//!
//! The model is a tree, so that passing messages on the grid gives the posteriors exactly (Pearl, 1988):
//! M_c(θ) = Σ N(θ_c; λθ, 1 − λ²)·L_c(θ_c), the general posterior is prior × Π M_c, and that of θ_c is
//! L_c(θ_c) × Σ N(θ_c; λθ, 1 − λ²)·prior(θ)·Π_{d ≠ c} M_d(θ).

use super::exponential::{exponential, logarithm};
use super::{Grid, Likelihood, Posterior, Prior};

/// How strongly competences hang together.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Loading(f64);

/// A loading that is not one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LoadingError(pub f64);

impl std::fmt::Display for LoadingError {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            out,
            "loading {}: expected a number from 0 to 0.99, the square root of the correlation",
            self.0
        )
    }
}

impl std::error::Error for LoadingError {}

impl Loading {
    /// λ, the correlation of a competence with the general ability.
    ///
    /// # Errors
    /// [`LoadingError`] outside 0 to 0.99: competences that are one and the same are one competence.
    pub fn new(lambda: f64) -> Result<Self, LoadingError> {
        if (0.0..=0.99).contains(&lambda) { Ok(Self(lambda)) } else { Err(LoadingError(lambda)) }
    }
}

/// The general ability and that of each competence.
#[derive(Debug, Clone, PartialEq)]
pub struct Profile {
    /// The general one.
    pub general: Posterior,
    /// One per competence, in the order given.
    pub competences: Vec<Posterior>,
}

/// Reads the abilities of a person out of the likelihoods of the competences.
///
/// The mean and the deviation of the population hold for the general ability and for each competence.
#[must_use]
pub fn profile(grid: &Grid, prior: &Prior, loading: Loading, likelihoods: &[Likelihood]) -> Profile {
    let kernel = Kernel::new(grid, prior, loading);
    let own: Vec<Vec<f64>> = likelihoods.iter().map(scaled).collect();
    let messages: Vec<Vec<f64>> = own.iter().map(|own| kernel.up(own)).collect();
    let mut joint: Vec<f64> = grid.nodes().iter().map(|theta| prior.log(*theta)).collect();
    for message in &messages {
        joint.iter_mut().zip(message).for_each(|(sum, log)| *sum += log);
    }
    let competences = own
        .iter()
        .zip(&messages)
        .map(|(own, message)| {
            let rest = scale(joint.iter().zip(message).map(|(all, mine)| all - mine).collect());
            let down = kernel.down(&rest);
            Posterior::of_logs(
                grid,
                own.iter().zip(down).map(|(own, down)| logarithm(*own) + logarithm(down)),
            )
        })
        .collect();
    Profile { general: Posterior::of_logs(grid, joint.iter().copied()), competences }
}

/// N(θ_c; λθ, 1 − λ²) for each θ (a row) and θ_c.
struct Kernel {
    rows: Vec<Vec<f64>>,
}

impl Kernel {
    fn new(grid: &Grid, prior: &Prior, loading: Loading) -> Self {
        let Loading(lambda) = loading;
        let precision = prior.precision() / (1.0 - lambda * lambda);
        let row = |theta: &f64| {
            let centre = prior.mean() + lambda * (theta - prior.mean());
            let mut row: Vec<f64> = grid
                .nodes()
                .iter()
                .map(|own| exponential(-0.5 * precision * (own - centre) * (own - centre)))
                .collect();
            let total: f64 = row.iter().sum();
            row.iter_mut().for_each(|weight| *weight /= total);
            row
        };
        Self { rows: grid.nodes().iter().map(row).collect() }
    }

    /// From a competence to the general ability, in logarithms.
    fn up(&self, own: &[f64]) -> Vec<f64> {
        self.rows
            .iter()
            .map(|row| logarithm(row.iter().zip(own).map(|(kernel, own)| kernel * own).sum()))
            .collect()
    }

    /// From the general ability to a competence.
    fn down(&self, general: &[f64]) -> Vec<f64> {
        let mut sums = vec![0.0; general.len()];
        for (row, weight) in self.rows.iter().zip(general) {
            sums.iter_mut().zip(row).for_each(|(sum, kernel)| *sum += kernel * weight);
        }
        sums
    }
}

/// The likelihood, its largest value 1.
fn scaled(likelihood: &Likelihood) -> Vec<f64> {
    scale(likelihood.logs().collect())
}

fn scale(mut logs: Vec<f64>) -> Vec<f64> {
    let top = logs.iter().fold(f64::NEG_INFINITY, |top, log| top.max(*log));
    logs.iter_mut().for_each(|log| *log = exponential(*log - top));
    logs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::irt::Parameters;

    fn answered(grid: &Grid, answers: &[(f64, f64, bool)]) -> Likelihood {
        let mut likelihood = Likelihood::new(grid);
        for &(discrimination, difficulty, right) in answers {
            likelihood.add(grid, Parameters { discrimination, difficulty }, right);
        }
        likelihood
    }

    #[test]
    fn without_correlation_each_competence_stands_alone() {
        let (grid, prior) = (Grid::default(), Prior::default());
        let likelihoods =
            [answered(&grid, &[(1.2, 0.0, true), (0.9, 1.0, true)]), answered(&grid, &[(1.0, 0.0, false)])];
        let profile = profile(&grid, &prior, Loading::new(0.0).unwrap(), &likelihoods);
        for (alone, got) in likelihoods.iter().zip(&profile.competences) {
            let alone = Posterior::new(&grid, &prior, alone);
            assert!(
                (alone.mean() - got.mean()).abs() < 1e-9
                    && (alone.deviation() - got.deviation()).abs() < 1e-9
            );
        }
        assert!(profile.general.mean().abs() < 1e-9);
    }

    #[test]
    fn with_a_strong_correlation_all_are_nearly_the_general_ability() {
        let (grid, prior) = (Grid::default(), Prior::default());
        let first = [(1.2, 0.0, true), (0.9, 1.0, true)];
        let second = [(1.0, 0.0, false)];
        let all = answered(&grid, &[first.as_slice(), &second].concat());
        let all = Posterior::new(&grid, &prior, &all);
        let likelihoods = [answered(&grid, &first), answered(&grid, &second)];
        let profile = profile(&grid, &prior, Loading::new(0.99).unwrap(), &likelihoods);
        for got in profile.competences.iter().chain([&profile.general]) {
            assert!((all.mean() - got.mean()).abs() < 0.05, "{} instead of {}", got.mean(), all.mean());
            assert!((all.deviation() - got.deviation()).abs() < 0.02);
        }
    }

    #[test]
    fn a_competence_without_answers_is_less_sure() {
        let (grid, prior) = (Grid::default(), Prior::default());
        let likelihoods = [answered(&grid, &[(1.5, 0.0, true); 6]), answered(&grid, &[])];
        let profile = profile(&grid, &prior, Loading::new(0.8).unwrap(), &likelihoods);
        let [own, other] = profile.competences.as_slice() else { panic!("two competences") };
        assert!(own.deviation() < other.deviation() && other.deviation() < 1.0);
        assert!(own.mean() > other.mean() && other.mean() > 0.0);
    }

    #[test]
    fn a_loading_is_a_correlation() {
        for lambda in [-0.1, 1.0, f64::NAN] {
            assert!(Loading::new(lambda).unwrap_err().to_string().contains("from 0 to 0.99"), "{lambda}");
        }
    }
}
