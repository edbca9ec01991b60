//! The evidence of the placement that bears with errors: every answer counted, and what was known before.

use crate::learner_state::LearnerState;
use crate::syllabus::Syllabus;
use grade::Status;
use measure::placement::bayes::{Answer, Day, Reply, Tallies, Tally};
use measure::placement::{Evidence, Outcome, Source};

/// Counts an answer to a family.
pub fn count(state: &mut LearnerState, syllabus: &Syllabus, family: i64, status: Status, at: i64) {
    let Some(skill) = syllabus.skill_of(family) else { return };
    let reply = match status {
        Status::Ok => Reply::Right,
        Status::Skipped => Reply::Passed,
        Status::Partially | Status::Ko | Status::TimedOut | Status::FocusedOut => Reply::Wrong,
    };
    state.tallies.add(&Answer { skill, ways: syllabus.ways(family), reply, at });
}

/// Takes in what the reference placement knew of the competence and is not counted yet: the latest direct evidence of
/// each skill, as one answer. So nothing is lost when an instance changes its placement.
pub fn take_over(state: &mut LearnerState, syllabus: &Syllabus) {
    let targeted = |known: &&Evidence| syllabus.targets().get(known.skill).is_some();
    let direct = state.knowledge.iter().filter(|known| known.source == Source::Direct).filter(targeted);
    let answers: Vec<Answer> = direct
        .filter(|known| is_news(&state.tallies, known))
        .map(|known| Answer {
            skill: known.skill,
            ways: syllabus.usual_ways(known.skill),
            reply: if known.outcome == Outcome::Validated { Reply::Right } else { Reply::Wrong },
            at: known.at,
        })
        .collect();
    answers.iter().for_each(|answer| state.tallies.add(answer));
}

/// Whether the evidence is later than all that is counted of its skill.
fn is_news(tallies: &Tallies, known: &Evidence) -> bool {
    let counted = tallies.iter().filter(|tally| tally.skill == known.skill).map(Tally::latest).max();
    counted.is_none_or(|latest| latest < Day::of(known.at))
}

/// The answers counted in the competence.
#[must_use]
pub fn counted(state: &LearnerState, syllabus: &Syllabus) -> u32 {
    let here = state.tallies.iter().filter(|tally| syllabus.targets().get(tally.skill).is_some());
    here.map(|tally| u32::from(tally.right) + u32::from(tally.wrong) + u32::from(tally.passed)).sum()
}
