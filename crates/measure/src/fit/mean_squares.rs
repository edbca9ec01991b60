//! Mean squares of residuals.

use super::FitError;

/// Probabilities nearer to 0 or 1 count as this.
const EXTREME: f64 = 1e-9;

/// How far answers lie from what was expected, on the mean: near 1 when the model holds, above it when answers are
/// more erratic, below when they are more orderly (Wright and Masters, 1982). With abilities estimated from the same
/// answers they lie slightly below 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MeanSquares {
    /// The mean of (x − P)²/(PQ): sensitive to surprises far from the difficulty.
    pub outfit: f64,
    /// Σ(x − P)²/ΣPQ: sensitive to disorder near the difficulty.
    pub infit: f64,
    /// The outfit, standardised: about standard normal.
    pub outfit_z: f64,
    /// The infit, standardised.
    pub infit_z: f64,
}

impl MeanSquares {
    /// Of answers to an item, or of a person: each with the probability that it was right.
    ///
    /// # Errors
    /// [`FitError::NoAnswer`], or [`FitError::OutOfRange`] for a probability that is not between 0 and 1, both
    /// excluded.
    pub fn new(answers: impl IntoIterator<Item = (f64, bool)>) -> Result<Self, FitError> {
        let (mut count, mut squares, mut residuals) = (0.0, 0.0, 0.0);
        let (mut spreads, mut outfit_spread, mut infit_spread) = (0.0, 0.0, 0.0);
        for (probability, right) in answers {
            if !(probability > 0.0 && probability < 1.0) {
                return Err(FitError::OutOfRange { what: "a probability", given: probability });
            }
            let probability = probability.clamp(EXTREME, 1.0 - EXTREME);
            let spread = probability * (1.0 - probability);
            let residual = (if right { 1.0 } else { 0.0 } - probability).powi(2);
            count += 1.0;
            squares += residual / spread;
            residuals += residual;
            spreads += spread;
            // The variance of the squared residual is PQ(1 − 3PQ) − (PQ)².
            outfit_spread += 1.0 / spread - 4.0;
            infit_spread += spread - 4.0 * spread * spread;
        }
        if count < 1.0 {
            return Err(FitError::NoAnswer);
        }
        let (outfit, infit) = (squares / count, residuals / spreads);
        Ok(Self {
            outfit,
            infit,
            outfit_z: standardised(outfit, outfit_spread.max(0.0).sqrt() / count),
            infit_z: standardised(infit, infit_spread.max(0.0).sqrt() / spreads),
        })
    }
}

/// The cube root of a mean square is about normal (Wilson and Hilferty, 1931).
fn standardised(square: f64, deviation: f64) -> f64 {
    // All probabilities are one half: every pattern has a mean square of 1.
    if deviation < 1e-9 { 0.0 } else { (square.cbrt() - 1.0) * 3.0 / deviation + deviation / 3.0 }
}
