//! What a file gives: learners, those left aside and why, or the faults it is refused for.

use crate::fault::Fault;
use crate::learner::Learner;

/// What reading a file gave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// Everybody on the list, in the order of the file; nobody when the file is refused.
    pub learners: Vec<Learner>,
    /// Who stands in the file but is not imported.
    pub skipped: Vec<Skipped>,
    /// What is imported although it was not understood.
    pub warnings: Vec<Warning>,
    /// Why the file is refused, in the order of the file; a file without faults is accepted.
    pub faults: Vec<Fault>,
    /// How many faults were found beyond those listed.
    pub further_faults: usize,
}

impl Reading {
    /// Says whether the file is refused, whole: nobody of it may be imported.
    #[must_use]
    pub const fn is_refused(&self) -> bool {
        !self.faults.is_empty()
    }
}

/// Somebody who stands in the file and is not imported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skipped {
    /// The line where the person stands.
    pub line: u64,
    /// Last name, then first name.
    pub who: String,
    /// The reason.
    pub why: SkipReason,
}

impl Skipped {
    pub(crate) fn new(line: u64, last_name: &str, first_name: &str, why: SkipReason) -> Self {
        let who = format!("{} {}", last_name.trim(), first_name.trim()).trim().to_owned();
        Self { line, who, why }
    }
}

/// Why somebody is not imported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SkipReason {
    /// The person has left the school.
    Left,
    /// The person has no national number yet.
    NoNationalNumber,
    /// The person is in no class.
    NoClass,
    /// The person is at a level that is not imported.
    OtherLevel,
    /// The person is at another school of the same file.
    OtherSchool,
}

/// A value that was not recognised, and is imported as [`crate::sup::UNRECOGNISED`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    /// The line where it stands.
    pub line: u64,
    /// The column, as the file names it.
    pub field: String,
    /// What stands there; empty when nothing does.
    pub value: String,
}
