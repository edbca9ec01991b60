//! What the next question is chosen by: five criteria, the same people.

use super::certification::{CONSTRAINED, FREE, Tests, version};
use super::{Plan, StudyError};
use crate::certification::{Criterion, Settings};
use crate::irt::Bank;
use crate::simulation::{Behaviour, Cohort, Engine, Exposure, Population, Taken, design, examine, mean};

/// What one criterion showed in one test.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CriterionStudy {
    /// The test.
    pub test: &'static str,
    /// The criterion.
    pub criterion: Criterion,
    /// The root of the mean square of the expected ability less the true one.
    pub rmse: f64,
    /// That root less the one of Fisher's information.
    pub difference: f64,
    /// The sampling error of the difference, the people and their answers being the same.
    pub difference_error: f64,
    /// The root of the mean square of the issued ability less the true one.
    pub issued: f64,
    /// The share of tests of the item asked most.
    pub most: f64,
    /// The items never asked.
    pub unused: usize,
    /// The share of questions that two tests have in common.
    pub overlap: f64,
}

/// Exposure control begins where it settled under the default criterion.
pub(super) fn rows(
    plan: &Plan,
    bank: &Bank,
    tests: &Tests,
    threads: usize,
) -> Result<Vec<CriterionStudy>, StudyError> {
    let people = Population::new(plan.seed, Behaviour::default())?.draw(plan.examinees);
    let free = design::free(plan.questions, design::scale()?)?;
    let constrained = design::constrained(plan.questions, design::scale()?)?;
    let mut rows = Vec::new();
    for (test, settings, known) in [(FREE, free, &tests.free), (CONSTRAINED, constrained, &tests.constrained)]
    {
        rows.push(row(test, Criterion::default(), known, known)?);
        for criterion in Criterion::ALL.into_iter().filter(|one| *one != Criterion::default()) {
            let version = version(bank, Settings { criterion, ..settings.clone() })?;
            let mut counts = tests.counts.clone();
            let counts = (test == CONSTRAINED).then_some(&mut counts);
            let cohort = examine(&Engine::Best(&version), &people, counts, threads);
            rows.push(row(test, criterion, &cohort, known)?);
        }
    }
    Ok(rows)
}

fn row(
    test: &'static str,
    criterion: Criterion,
    cohort: &Cohort,
    known: &Cohort,
) -> Result<CriterionStudy, StudyError> {
    let square = |one: &Taken| one.expected.map(|(ability, _)| (ability - one.theta).powi(2));
    let pairs = || {
        let both = cohort.taken.iter().zip(&known.taken).filter(|(one, other)| one.scored && other.scored);
        both.filter_map(|(one, other)| Some((square(one)?, square(other)?)))
    };
    let count = pairs().count();
    if count == 0 {
        return Err(StudyError::NothingScored(format!("{test}, {criterion:?}")));
    }
    let (own, other) = (mean(pairs().map(|pair| pair.0)).sqrt(), mean(pairs().map(|pair| pair.1)).sqrt());
    let gap = mean(pairs().map(|(one, other)| one - other));
    let spread = mean(pairs().map(|(one, other)| (one - other - gap).powi(2)));
    let exposure = Exposure::new(cohort);
    let issued = cohort.taken.iter().filter(|one| one.scored).map(|one| one.miss().powi(2));
    Ok(CriterionStudy {
        test,
        criterion,
        rmse: own,
        difference: own - other,
        // The delta method: the error of a difference of mean squares, over the sum of the roots.
        difference_error: (spread / count as f64).sqrt() / (own + other).max(1e-12),
        issued: mean(issued).sqrt(),
        most: exposure.most,
        unused: exposure.unused,
        overlap: exposure.overlap,
    })
}
