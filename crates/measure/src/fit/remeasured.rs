//! Items that two calibrations found.

use super::DisplacementError;
use crate::calibration::{Errors, ItemEstimate};
use crate::irt::Parameters;

/// What parameters and errors are between, if a calibration gave them.
const LEAST: f64 = 1e-9;
const MOST: f64 = 1e6;

/// An item as one calibration found it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Measured {
    /// Its discrimination and difficulty.
    pub parameters: Parameters,
    /// Its share of right guesses: 0, or it cannot be compared.
    pub guessing: f64,
    /// The standard errors.
    pub errors: Errors,
}

impl Measured {
    /// An item of a calibration; none for an anchor, nor where nothing is known of its errors.
    #[must_use]
    pub fn of(item: &ItemEstimate) -> Option<Self> {
        let measured = |errors| Self { parameters: item.parameters, guessing: item.guessing, errors };
        item.errors.filter(|_| !item.anchor && !item.on_bound).map(measured)
    }

    pub(super) fn difficulty(&self) -> f64 {
        self.parameters.difficulty
    }

    /// The variance of ln α.
    fn slope_variance(&self) -> f64 {
        (self.errors.discrimination / self.parameters.discrimination).powi(2)
    }
}

/// An item that two calibrations found.
#[derive(Debug, Clone, PartialEq)]
pub struct Remeasured {
    /// Its name.
    pub name: String,
    /// What the earlier calibration says.
    pub before: Measured,
    /// What the later one says, on its own scale.
    pub after: Measured,
}

impl Remeasured {
    /// ln of the later discrimination over the earlier one.
    pub(super) fn log_ratio(&self) -> f64 {
        (self.after.parameters.discrimination / self.before.parameters.discrimination).ln()
    }

    pub(super) fn ratio_variance(&self) -> f64 {
        self.before.slope_variance() + self.after.slope_variance()
    }

    /// The variance of the difference of the difficulties, for a factor between the scales.
    pub(super) fn shift_variance(&self, scale: f64) -> f64 {
        self.before.errors.difficulty.powi(2) + (scale * self.after.errors.difficulty).powi(2)
    }

    /// Whether it can be compared.
    pub(super) fn check(&self) -> Result<(), DisplacementError> {
        for Measured { parameters, guessing, errors } in [self.before, self.after] {
            let positive = [
                ("discrimination", parameters.discrimination),
                ("standard error of the discrimination", errors.discrimination),
                ("standard error of the difficulty", errors.difficulty),
            ];
            let odd = positive.into_iter().find(|(_, value)| !(LEAST..=MOST).contains(value));
            if let Some((what, given)) = odd {
                return Err(DisplacementError::Odd { item: self.name.clone(), what, given });
            }
            if parameters.difficulty.is_nan() || parameters.difficulty.abs() > MOST {
                let given = parameters.difficulty;
                return Err(DisplacementError::Odd { item: self.name.clone(), what: "difficulty", given });
            }
            if guessing.is_nan() || guessing > 0.0 {
                return Err(DisplacementError::Guessing { item: self.name.clone() });
            }
        }
        Ok(())
    }
}
