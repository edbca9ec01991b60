//! What is being gathered while a file is read.

use crate::fault::{Fault, FaultCode, Faults};
use crate::learner::Learner;
use crate::limits::Limits;
use crate::reading::{Reading, SkipReason, Skipped, Warning};

/// A reading under way.
#[derive(Default)]
pub(crate) struct Gathering {
    pub learners: Vec<Learner>,
    pub skipped: Vec<Skipped>,
    pub warnings: Vec<Warning>,
    pub faults: Faults,
}

impl Gathering {
    pub fn skip(&mut self, line: u64, last_name: &str, first_name: &str, why: SkipReason) {
        self.skipped.push(Skipped::new(line, last_name, first_name, why));
    }

    pub fn bound(&self, limits: &Limits) -> Result<(), Faults> {
        bound(&self.learners, &self.skipped, limits.learners)
    }
}

/// Refuses a file with more people than may be: what comes after is not even looked at.
pub(crate) fn bound(learners: &[Learner], skipped: &[Skipped], most: usize) -> Result<(), Faults> {
    if learners.len() + skipped.len() > most {
        return Err(Fault::new(FaultCode::PayloadTooLarge).expected([most]).into());
    }
    Ok(())
}

/// Ends a reading. A list of nobody is refused, because importing it would put everybody out.
pub(crate) fn settled(gathered: Result<Gathering, Faults>) -> Reading {
    let mut gathered = gathered.unwrap_or_else(|faults| Gathering { faults, ..Gathering::default() });
    if gathered.learners.is_empty() && gathered.faults.is_empty() {
        gathered.faults.push(Fault::new(FaultCode::Empty));
    }
    if !gathered.faults.is_empty() {
        gathered.learners.clear();
    }
    let Gathering { learners, skipped, warnings, mut faults } = gathered;
    faults.listed.sort_by_key(|fault| fault.line);
    Reading { learners, skipped, warnings, faults: faults.listed, further_faults: faults.further }
}
