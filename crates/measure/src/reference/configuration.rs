//! The configuration of a version of the test.

use super::{Estimator, SuccessRange, Variation};

/// Competences that had to be asked after a warm-up (2023-24).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Forced {
    /// The number of answers before the rule begins.
    pub warm_up: usize,
    /// The competences, by the numbers of the bank.
    pub competences: Vec<u32>,
}

/// How a version of the test asks and measures. The fields that the current reference no longer has are `forced`,
/// `double_measures_until`, `minimum_success` and [`Variation::until`].
#[derive(Debug, Clone, PartialEq)]
pub struct Configuration {
    /// The number of answers that ends the test.
    pub maximum_answers: usize,
    /// The number of answers under which nothing is scored.
    pub minimum_answers: usize,
    /// The time allowed, in minutes.
    pub minutes: u32,
    /// The capacity before any answer.
    pub start: f64,
    /// The limit to what one answer may change, if any.
    pub variation: Option<Variation>,
    /// While fewer answers than this were used, they are used two by two.
    pub double_measures_until: usize,
    /// The chance, in percent, of stopping at each candidate of the ranking.
    pub pick_percent: f64,
    /// Whether a tube is asked once only; otherwise a skill is.
    pub one_per_tube: bool,
    /// Whether every competence is asked before any is asked again.
    pub all_competences: bool,
    /// The competences to be asked after a warm-up, if any.
    pub forced: Option<Forced>,
    /// How many questions must separate two of the same competence.
    pub spacing: usize,
    /// The minimum probability of success of the first questions.
    pub minimum_success: Vec<SuccessRange>,
}

impl Default for Configuration {
    /// What a new version is drafted with.
    fn default() -> Self {
        Self {
            maximum_answers: 32,
            minimum_answers: 20,
            minutes: 105,
            start: 0.0,
            variation: Some(Variation { share: 1.0, until: None }),
            double_measures_until: 0,
            pick_percent: 51.0,
            one_per_tube: true,
            all_competences: true,
            forced: None,
            spacing: 0,
            minimum_success: Vec::new(),
        }
    }
}

impl Configuration {
    /// The global defaults of before there were versions: starts at −3, with two questions between two of a competence.
    #[must_use]
    pub fn historical() -> Self {
        Self { start: -3.0, spacing: 2, ..Self::default() }
    }

    /// Tells what is wrong with it, if anything.
    ///
    /// # Errors
    /// [`ConfigurationError`], naming the setting.
    pub fn check(&self) -> Result<(), ConfigurationError> {
        if self.maximum_answers == 0 || self.minimum_answers > self.maximum_answers {
            let (minimum, maximum) = (self.minimum_answers, self.maximum_answers);
            return Err(ConfigurationError::Lengths { minimum, maximum });
        }
        if !(0.0..=100.0).contains(&self.pick_percent) {
            return Err(ConfigurationError::PickPercent(self.pick_percent));
        }
        self.minimum_success.iter().try_for_each(SuccessRange::check)?;
        Estimator::new(self.start, self.variation).map(|_| ())
    }
}

/// Why a configuration cannot be used.
#[derive(Debug, Clone, PartialEq)]
pub enum ConfigurationError {
    /// The capacity before any answer is not between −9 and 9.
    Start(f64),
    /// The variation is not a positive number.
    Variation(f64),
    /// The chance of stopping at a candidate is not between 0 and 100.
    PickPercent(f64),
    /// The minimum is above the maximum, or the maximum is 0.
    Lengths {
        /// The fewest answers that are scored.
        minimum: usize,
        /// The number of answers that ends the test.
        maximum: usize,
    },
    /// The range ends before it begins, or a minimum is not a probability.
    Success(SuccessRange),
}

impl std::fmt::Display for ConfigurationError {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Start(start) => {
                write!(out, "starting capacity {start}: expected a number between -9 and 9")
            }
            Self::Variation(share) => {
                write!(out, "variation {share}: expected a positive number, or none for no limit")
            }
            Self::PickPercent(percent) => {
                write!(out, "pick probability {percent}: expected a number between 0 and 100")
            }
            Self::Lengths { minimum, maximum } => write!(
                out,
                "{minimum} answers at least and {maximum} at most: expected a maximum of 1 or more, not below the minimum"
            ),
            Self::Success(range) => write!(
                out,
                "minimum success rate from {} at question {} to {} at question {}: expected questions in order and \
                 probabilities between 0 and 1",
                range.from, range.first, range.to, range.last
            ),
        }
    }
}

impl std::error::Error for ConfigurationError {}
