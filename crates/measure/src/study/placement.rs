//! Both placements, taken by the same learners.

use super::Plan;
use crate::placement::bayes::{Course, Plan as Ending, Trust};
use crate::placement::cohort::{
    Competence, Learner, Report, Row, SPREADS, TRUE_NOISE, WAYS, bayes, reference,
};
use crate::simulation::each;

/// What one placement showed on one competence.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PlacementStudy {
    /// The competence.
    pub competence: &'static str,
    /// The deviation of a learner's thresholds around the general level.
    pub spread: f64,
    /// How often the learners fail at what they can do.
    pub slip: f64,
    /// How often they succeed at what they cannot do.
    pub guess: f64,
    /// The placement.
    pub placement: &'static str,
    /// Its figures.
    pub row: Row,
}

pub(super) fn rows(plan: &Plan, threads: usize) -> Vec<PlacementStudy> {
    let conditions = SPREADS.into_iter().flat_map(|spread| TRUE_NOISE.map(|noise| (spread, noise)));
    let ranks: Vec<u64> = (0..u64::from(plan.learners)).collect();
    let mut rows = Vec::new();
    for competence in Competence::ALL {
        let targets = competence.targets();
        let course = Course::new(competence.targets(), |_| WAYS);
        let (trust, ending) = (Trust::default(), Ending::default());
        for (spread, noise) in conditions.clone() {
            let taken = each(&ranks, threads, |rank| {
                let learner = Learner::drawn(plan.seed, *rank, spread, noise);
                let sittings = [reference(&targets, &learner), bayes(&course, &learner, &trust, &ending)];
                (learner, sittings)
            });
            let mut reports = [Report::default(); 2];
            for (learner, sittings) in &taken {
                for (report, sitting) in reports.iter_mut().zip(sittings) {
                    report.add(&targets, learner, sitting);
                }
            }
            for (placement, report) in ["reference", "bayes"].into_iter().zip(reports) {
                let (slip, guess, competence) = (noise.slip, noise.guess, competence.name());
                rows.push(PlacementStudy { competence, spread, slip, guess, placement, row: report.row() });
            }
        }
    }
    rows
}
