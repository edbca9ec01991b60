//! What is believed before any answer.

/// Why a prior cannot be used.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PriorError {
    /// The mean asked for.
    pub mean: f64,
    /// The standard deviation asked for.
    pub deviation: f64,
}

impl std::fmt::Display for PriorError {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { mean, deviation } = self;
        write!(
            out,
            "a population of mean {mean} and deviation {deviation}: expected numbers, deviation above 0.01"
        )
    }
}

impl std::error::Error for PriorError {}

/// The abilities of a population: normal.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Prior {
    mean: f64,
    precision: f64,
}

impl Default for Prior {
    /// Mean 0, standard deviation 1.
    fn default() -> Self {
        Self { mean: 0.0, precision: 1.0 }
    }
}

impl Prior {
    /// A normal population.
    ///
    /// # Errors
    /// [`PriorError`] when a number is not one or the deviation is not positive.
    pub fn new(mean: f64, deviation: f64) -> Result<Self, PriorError> {
        if mean.abs() > 50.0 || mean.is_nan() || !(0.01..=1e3).contains(&deviation) {
            return Err(PriorError { mean, deviation });
        }
        Ok(Self { mean, precision: 1.0 / (deviation * deviation) })
    }

    /// The mean.
    #[must_use]
    pub fn mean(&self) -> f64 {
        self.mean
    }

    /// One over the variance.
    #[must_use]
    pub fn precision(&self) -> f64 {
        self.precision
    }

    /// The log density at an ability, up to a constant.
    #[must_use]
    pub fn log(&self, theta: f64) -> f64 {
        let distance = theta - self.mean;
        -0.5 * self.precision * distance * distance
    }
}
