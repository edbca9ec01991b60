//! The tests taken by people who depart from the model.

use super::certification::{CONSTRAINED, REFERENCE, version};
use super::{CertificationStudy, Plan, StudyError};
use crate::certification::Counts;
use crate::irt::Bank;
use crate::reference;
use crate::simulation::{Behaviour, Engine, Figures, Population, design, examine};

/// What one test showed under one behaviour.
#[derive(Debug, Clone, PartialEq)]
pub struct RobustnessStudy {
    /// The name of the behaviour.
    pub behaviour: &'static str,
    /// The name of the test.
    pub test: &'static str,
    /// Errors. What the model calls ability stays the truth.
    pub figures: Figures,
}

const HONEST: Behaviour = Behaviour { slip: 0.0, guess: 0.0, dependence: 0.0, leave: 0.0 };

/// Behaviours and their names.
const BEHAVIOURS: [(&str, Behaviour); 5] = [
    ("as the model says", HONEST),
    ("slip 5 %", Behaviour { slip: 0.05, ..HONEST }),
    ("guess 10 %", Behaviour { guess: 0.10, ..HONEST }),
    ("competences differ by 0.5", Behaviour { dependence: 0.5, ..HONEST }),
    ("1 % leave at each question", Behaviour { leave: 0.01, ..HONEST }),
];

pub(super) fn rows(
    plan: &Plan,
    bank: &Bank,
    known: &[CertificationStudy],
    settled: &Counts,
    threads: usize,
) -> Result<Vec<RobustnessStudy>, StudyError> {
    let constrained = version(bank, design::constrained(plan.questions, design::scale()?)?)?;
    let scale = design::scale()?;
    let compat = reference::Engine::new(bank, design::reference(plan.questions as usize))?;
    let tests =
        [(CONSTRAINED, Engine::Best(&constrained)), (REFERENCE, Engine::Reference(bank, &compat, &scale))];
    let mut rows = Vec::new();
    for (behaviour, departs) in BEHAVIOURS {
        if departs == HONEST {
            let honest = known.iter().filter(|row| tests.iter().any(|(test, _)| *test == row.name));
            let row = |row: &CertificationStudy| RobustnessStudy {
                behaviour,
                test: row.name,
                figures: row.figures.clone(),
            };
            rows.extend(honest.map(row));
            continue;
        }
        let people = Population::new(plan.seed, departs)?.draw(plan.examinees);
        for (test, engine) in &tests {
            let mut counts = settled.clone();
            let counts = (*test == CONSTRAINED).then_some(&mut counts);
            let cohort = examine(engine, &people, counts, threads);
            let none = || StudyError::NothingScored(format!("{test}, {behaviour}"));
            rows.push(RobustnessStudy { behaviour, test, figures: Figures::new(&cohort).ok_or_else(none)? });
        }
    }
    Ok(rows)
}
