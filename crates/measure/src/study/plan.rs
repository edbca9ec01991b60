//! What a study is made from, and why it cannot be made.

use crate::calibration::{CalibrationError, ResponsesError};
use crate::certification::{LimitsError, PoolError, ScaleError, VersionError};
use crate::fit::{DisplacementError, FitError};
use crate::irt::BankError;
use crate::reference::ConfigurationError;
use crate::simulation::BehaviourError;
use crate::simulation::design::DesignError;

/// The seed and the size of a study.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Plan {
    /// What makes all draws.
    pub seed: u64,
    /// The people who take the certifications.
    pub examinees: u32,
    /// Those who take it before, so that exposure control settles.
    pub settling: u32,
    /// The persons of a calibration.
    pub persons: u32,
    /// The learners who take the placements.
    pub learners: u32,
    /// The questions of a test.
    pub questions: u32,
}

impl Plan {
    /// A study of so many examinees, the rest in proportion.
    #[must_use]
    pub fn of(seed: u64, examinees: u32) -> Self {
        Self {
            seed,
            examinees,
            settling: examinees.clamp(3_000, 10_000),
            persons: examinees.clamp(2_000, 10_000),
            learners: (examinees / 10).clamp(100, 10_000),
            questions: 32,
        }
    }

    pub(super) fn check(&self) -> Result<(), StudyError> {
        let Self { examinees, persons, learners, questions, .. } = *self;
        let counts = [
            ("examinees", examinees),
            ("persons", persons),
            ("learners", learners),
            ("questions", questions),
        ];
        match counts.into_iter().find(|(_, count)| *count == 0) {
            Some((name, _)) => Err(StudyError::None(name)),
            None => Ok(()),
        }
    }
}

/// Why a study cannot be made.
#[derive(Debug, Clone, PartialEq)]
pub enum StudyError {
    /// There are none of these.
    None(&'static str),
    /// No test of this design came to a score.
    NothingScored(String),
    /// What a part of the study was refused for.
    Refused(String),
}

impl std::fmt::Display for StudyError {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::None(name) => write!(out, "a study with 0 {name}: expected at least 1"),
            Self::NothingScored(test) => write!(
                out,
                "{test}: no test came to a score, the bank has no item left before the end; give more items, or fewer \
                 questions"
            ),
            Self::Refused(why) => write!(out, "{why}"),
        }
    }
}

impl std::error::Error for StudyError {}

/// Refusals of the parts are told as they are.
macro_rules! refused {
    ($($error:ty),*) => {
        $(impl From<$error> for StudyError {
            fn from(error: $error) -> Self {
                Self::Refused(error.to_string())
            }
        })*
    };
}

refused!(
    BankError,
    BehaviourError,
    CalibrationError,
    ConfigurationError,
    DesignError,
    DisplacementError,
    FitError,
    LimitsError,
    PoolError,
    ResponsesError,
    ScaleError,
    VersionError
);
