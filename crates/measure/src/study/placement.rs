//! Both placements, taken by the same learners.

use super::Plan;
use crate::placement::bayes::{Course, Noise, Plan as Ending, Trust};
use crate::placement::cohort::{
    Competence, Learner, Report, Row, SPREADS, TRUE_NOISE, WAYS, bayes, reference,
};
use crate::simulation::each;

/// What one placement showed on one competence.
#[derive(Debug, Clone, PartialEq)]
pub struct PlacementStudy {
    /// The competence.
    pub competence: &'static str,
    /// The deviation of a learner's thresholds around the general level.
    pub spread: f64,
    /// How often the learners fail at what they can do.
    pub slip: f64,
    /// How often they succeed at what they cannot do.
    pub guess: f64,
    /// The probability with which they leave before each question but the first.
    pub leave: f64,
    /// The placement.
    pub placement: &'static str,
    /// Its figures.
    pub row: Row,
}

/// How often learners leave before a question, where they do.
const LEAVE: f64 = 0.05;

/// Under what the learners take the tests.
#[derive(Debug, Clone, Copy)]
struct Condition {
    spread: f64,
    noise: Noise,
    leave: f64,
}

/// All spreads and error rates of learners who stay; then, of the first spread and the middle rates, learners who
/// leave.
fn conditions() -> impl Iterator<Item = Condition> {
    let [spread, _] = SPREADS;
    let [_, noise, _] = TRUE_NOISE;
    let stay = |spread| TRUE_NOISE.map(|noise| Condition { spread, noise, leave: 0.0 });
    SPREADS.into_iter().flat_map(stay).chain([Condition { spread, noise, leave: LEAVE }])
}

pub(super) fn rows(plan: &Plan, threads: usize) -> Vec<PlacementStudy> {
    let ranks: Vec<u64> = (0..u64::from(plan.learners)).collect();
    let mut rows = Vec::new();
    for competence in Competence::ALL {
        let targets = competence.targets();
        let course = Course::new(competence.targets(), |_| WAYS);
        let (trust, ending) = (Trust::default(), Ending::default());
        for Condition { spread, noise, leave } in conditions() {
            let taken = each(&ranks, threads, |rank| {
                let learner = Learner::drawn(plan.seed, *rank, spread, noise).leaving(leave);
                let sittings = [reference(&targets, &learner), bayes(&course, &learner, &trust, &ending)];
                (learner, sittings)
            });
            let mut reports = [Report::default(), Report::default()];
            for (learner, sittings) in &taken {
                for (report, sitting) in reports.iter_mut().zip(sittings) {
                    report.add(&targets, learner, sitting);
                }
            }
            for (placement, report) in ["reference", "bayes"].into_iter().zip(reports) {
                let (slip, guess, competence) = (noise.slip, noise.guess, competence.name());
                let row = report.row();
                rows.push(PlacementStudy { competence, spread, slip, guess, leave, placement, row });
            }
        }
    }
    rows
}
