//! The probability of a right answer by ability.

use crate::calibration::ItemEstimate;
use crate::irt::Parameters;

/// The characteristic curve of an item.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Curve {
    /// Its discrimination and difficulty.
    pub parameters: Parameters,
    /// Its share of right guesses, 0 for most.
    pub guessing: f64,
}

impl Curve {
    /// The probability of a right answer.
    #[must_use]
    pub fn probability(&self, ability: f64) -> f64 {
        self.guessing + (1.0 - self.guessing) * self.parameters.probability(ability)
    }
}

impl From<Parameters> for Curve {
    fn from(parameters: Parameters) -> Self {
        Self { parameters, guessing: 0.0 }
    }
}

impl From<&ItemEstimate> for Curve {
    fn from(item: &ItemEstimate) -> Self {
        Self { parameters: item.parameters, guessing: item.guessing }
    }
}

/// An answer, to an item that is calibrated.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Marked {
    /// The item's discrimination and difficulty.
    pub parameters: Parameters,
    /// Whether the answer was right.
    pub right: bool,
}
