//! Whether a person's answers are as likely as they should be.

use super::{FitError, Marked, chi_square_tail, normal_tail};

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

/// How likely a person's answers are, the ability being theirs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PersonFit {
    /// lz*: about standard normal for an honest person; far below 0, the person was right where they should be wrong
    /// and wrong where they should be right.
    pub lz: f64,
    /// The probability of a lower lz*. Its lower tail is longer than the normal one; it is that of the χ² with the same
    /// skewness (Molenaar and Hoijtink, 1990).
    pub probability: f64,
}

/// Less skewness than this changes no probability.
const STRAIGHT: f64 = 0.01;

/// The standardised log likelihood lz* (Snijders, 2001) and its probability.
///
/// W = Σ(x − P)w with w = ln(P/Q); the ability was estimated by Σ(x − P)r + r₀ = 0 with r = α, r₀ being 0, J/(2I) or
/// (μ − θ)/σ²; with c = ΣP′w/ΣP′r, lz* = (W + c·r₀)/√Σ(w − cr)²PQ. Its skewness is that of its terms,
/// g = Σ(w − cr)³PQ(1 − 2P)/(Σ(w − cr)²PQ)^1.5; where g is below 0, −lz* is compared with (χ² − ν)/√(2ν) of ν = 8/g²
/// degrees, otherwise with the normal law, whose tail is then the longer one.
///
/// # Errors
/// [`FitError::NoAnswer`] where all items are equally hard for the person: any pattern is then as likely as any
/// other. [`FitError::OutOfRange`] for an ability or a prior that is none.
pub fn person_fit(answers: &[Marked], ability: f64, estimator: Estimator) -> Result<PersonFit, FitError> {
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
    let lz = (sums.surprise + share * offset) / spread.sqrt();
    // What rounding leaves of a variance that is 0 is no variance.
    if spread > sums.square * 1e-9 && lz.is_finite() {
        let cubes: f64 = answers.iter().map(|answer| cube(answer, ability, share)).sum();
        Ok(PersonFit { lz, probability: lower_tail(lz, cubes / spread.powf(1.5)) })
    } else {
        Err(FitError::NoAnswer)
    }
}

/// [`person_fit`] without its probability.
///
/// # Errors
/// Those of [`person_fit`].
pub fn lz(answers: &[Marked], ability: f64, estimator: Estimator) -> Result<f64, FitError> {
    person_fit(answers, ability, estimator).map(|fit| fit.lz)
}

/// What an answer adds to the third moment.
fn cube(answer: &Marked, ability: f64, share: f64) -> f64 {
    let slope = answer.parameters.discrimination;
    let probability = answer.parameters.probability(ability);
    let weight = slope * (ability - answer.parameters.difficulty) - share * slope;
    weight.powi(3) * probability * (1.0 - probability) * (1.0 - 2.0 * probability)
}

fn lower_tail(lz: f64, skewness: f64) -> f64 {
    if skewness.is_nan() || skewness > -STRAIGHT {
        return normal_tail(-lz);
    }
    let degrees = 8.0 / (skewness * skewness);
    chi_square_tail(degrees - lz * (2.0 * degrees).sqrt(), degrees)
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
