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
        let who = format!("{} {}", last_name.trim(), first_name.trim()).trim().to_owned();
        self.skipped.push(Skipped { line, who, why });
    }

    /// Refuses a file with more people than the limit: what comes after is not even looked at.
    pub fn bound(&self, limits: &Limits) -> Result<(), Faults> {
        if self.learners.len() + self.skipped.len() > limits.learners {
            return Err(Faults::from(Fault::new(FaultCode::PayloadTooLarge).expected([limits.learners])));
        }
        Ok(())
    }
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
