//! The tests compared: ours without and with all rules, the reference's.

use super::{Plan, StudyError};
use crate::certification::{Counts, Pool, Scale, Settings, Version};
use crate::irt::Bank;
use crate::reference;
use crate::simulation::{
    Behaviour, Cohort, Confusion, Engine, Exposure, Figures, Population, design, examine,
};

/// What one test showed.
#[derive(Debug, Clone, PartialEq)]
pub struct CertificationStudy {
    /// Its name.
    pub name: &'static str,
    /// Errors, over everybody and by ability.
    pub figures: Figures,
    /// The use of the bank.
    pub exposure: Exposure,
    /// The levels given.
    pub confusion: Confusion,
}

impl CertificationStudy {
    /// What a cohort showed, its abilities read on a scale; none when no test was scored.
    #[must_use]
    pub fn new(name: &'static str, cohort: &Cohort, scale: &Scale) -> Option<Self> {
        Some(Self {
            name,
            figures: Figures::new(cohort)?,
            exposure: Exposure::new(cohort),
            confusion: Confusion::new(cohort, scale),
        })
    }
}

/// The tests, and what later parts go on from.
pub(super) struct Tests {
    pub(super) rows: Vec<CertificationStudy>,
    /// The counts of exposure control, once settled.
    pub(super) counts: Counts,
    /// The tests without any rule.
    pub(super) free: Cohort,
    /// The tests with all rules.
    pub(super) constrained: Cohort,
}

/// Names, in the order of the study.
pub(super) const FREE: &str = "best, no rule";
pub(super) const CONSTRAINED: &str = "best, all rules";
pub(super) const REFERENCE: &str = "reference";

/// The purposes of seeds.
pub(super) const SETTLING: u64 = 1 << 40;

pub(super) fn tests(plan: &Plan, bank: &Bank, threads: usize) -> Result<Tests, StudyError> {
    let people = Population::new(plan.seed, Behaviour::default())?.draw(plan.examinees);
    let free = version(bank, design::free(plan.questions, design::scale()?)?)?;
    let free = examine(&Engine::Best(&free), &people, None, threads);
    let constrained = version(bank, design::constrained(plan.questions, design::scale()?)?)?;
    let engine = Engine::Best(&constrained);
    let mut counts = Counts::new(design::limits()?, bank.len());
    let first = Population::new(plan.seed ^ SETTLING, Behaviour::default())?.draw(plan.settling);
    examine(&engine, &first, Some(&mut counts), threads);
    let settled = counts.clone();
    let constrained = examine(&engine, &people, Some(&mut counts), threads);
    let scale = design::scale()?;
    let compat = reference::Engine::new(bank, design::reference(plan.questions as usize))?;
    let compat = examine(&Engine::Reference(bank, &compat, &scale), &people, None, threads);
    let row = |name: &'static str, cohort: &Cohort| {
        let none = || StudyError::NothingScored(name.to_owned());
        CertificationStudy::new(name, cohort, &scale).ok_or_else(none)
    };
    let rows = [(FREE, &free), (CONSTRAINED, &constrained), (REFERENCE, &compat)];
    let rows = rows.into_iter().map(|(name, cohort)| row(name, cohort)).collect::<Result<_, StudyError>>()?;
    Ok(Tests { rows, counts: settled, free, constrained })
}

pub(super) fn version(bank: &Bank, settings: Settings) -> Result<Version, StudyError> {
    Ok(Version::new(Pool::plain(bank.clone())?, settings)?)
}
