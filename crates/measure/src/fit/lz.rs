//! Whether a person's answers are as likely as they should be.

use super::{FitError, Marked};

/// How the ability was estimated: an estimate answers for some of the misfit, and how much depends on this.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Estimator {
    /// Maximum likelihood.
    Likelihood,
    /// Weighted likelihood (Warm, 1989).
    Weighted,
    /// The mode of the posterior under a normal prior.
    Posterior {
        /// The mean of the prior.
        mean: f64,
        /// The deviation of the prior.
        deviation: f64,
    },
}

/// The standardised log likelihood lz*, about standard normal for an honest person; far below 0, the person was right
/// where they should be wrong and wrong where they should be right (Snijders, 2001).
///
/// W = Σ(x − P)w with w = ln(P/Q); the ability was estimated by Σ(x − P)r + r₀ = 0 with r = α, r₀ being 0, J/(2I) or
/// (μ − θ)/σ²; with c = ΣP′w/ΣP′r, lz* = (W + c·r₀)/√Σ(w − cr)²PQ.
///
/// # Errors
/// [`FitError::NoAnswer`] where all items are equally hard for the person: any pattern is then as likely as any
/// other. [`FitError::OutOfRange`] for an ability or a prior that is none.
pub fn lz(answers: &[Marked], ability: f64, estimator: Estimator) -> Result<f64, FitError> {
    if !ability.is_finite() {
        return Err(FitError::OutOfRange { what: "the ability", given: ability });
    }
    let mut sums = Sums::default();
    answers.iter().for_each(|answer| sums.add(answer, ability));
    let offset = match estimator {
        Estimator::Likelihood => 0.0,
        Estimator::Weighted => sums.skew / (2.0 * sums.information),
        Estimator::Posterior { mean, deviation } if mean.is_finite() && deviation > 0.0 => {
            (mean - ability) / (deviation * deviation)
        }
        Estimator::Posterior { deviation, .. } => {
            return Err(FitError::OutOfRange { what: "the deviation of the prior", given: deviation });
        }
    };
    let share = sums.cross / sums.information;
    let spread = sums.square - share * sums.cross;
    let standardised = (sums.surprise + share * offset) / spread.sqrt();
    // What rounding leaves of a variance that is 0 is no variance.
    if spread > sums.square * 1e-9 && standardised.is_finite() {
        Ok(standardised)
    } else {
        Err(FitError::NoAnswer)
    }
}

#[derive(Debug, Default)]
struct Sums {
    /// Σ(x − P)w.
    surprise: f64,
    /// Σ α²PQ: I.
    information: f64,
    /// Σ α³PQ(1 − 2P): J.
    skew: f64,
    /// Σ αPQw.
    cross: f64,
    /// Σ PQw².
    square: f64,
}

impl Sums {
    fn add(&mut self, answer: &Marked, ability: f64) {
        let slope = answer.parameters.discrimination;
        let probability = answer.parameters.probability(ability);
        let spread = probability * (1.0 - probability);
        let logit = slope * (ability - answer.parameters.difficulty);
        self.surprise += (if answer.right { 1.0 } else { 0.0 } - probability) * logit;
        self.information += slope * slope * spread;
        self.skew += slope * slope * slope * spread * (1.0 - 2.0 * probability);
        self.cross += slope * spread * logit;
        self.square += spread * logit * logit;
    }
}
