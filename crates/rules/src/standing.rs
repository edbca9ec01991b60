//! How far a learner is with one competence, and what can be done next.

use crate::learner_state::LearnerState;
use crate::syllabus::Syllabus;
use measure::placement::Score;

/// What can be done with a competence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// The bank has no question on it yet.
    NotOpen,
    /// A first test can begin.
    Begin,
    /// A test is in progress, with so many answers.
    Resume {
        /// The attempt.
        attempt: i64,
        /// How many answers were given.
        answered: u16,
    },
    /// The last result may be improved after so many days; 0 means now.
    Retry {
        /// The last attempt.
        attempt: i64,
        /// Days to wait.
        days: u32,
    },
    /// The highest reachable level is reached.
    Top {
        /// The last attempt.
        attempt: i64,
    },
}

/// Where a learner stands in one competence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// The score.
    pub score: Score,
    /// The whole pix between which the learner is, with nine chances in ten, where the placement tells it.
    pub range: Option<(u64, u64)>,
    /// What can be done next.
    pub step: Step,
}

/// Tells where a learner stands in the competence of a syllabus.
#[must_use]
pub fn standing(state: &LearnerState, syllabus: &Syllabus, ceiling: u8, now: i64) -> Standing {
    let measure = syllabus.measure(state, ceiling);
    let (score, range) = (measure.score, measure.range());
    Standing { score, range, step: step(state, syllabus, score, now) }
}

fn step(state: &LearnerState, syllabus: &Syllabus, score: Score, now: i64) -> Step {
    let Some(run) = state.run_of(syllabus.competence) else {
        return if syllabus.is_empty() { Step::NotOpen } else { Step::Begin };
    };
    let attempt = run.attempt;
    if run.completed_at.is_none() {
        return Step::Resume { attempt, answered: run.answered };
    }
    if score.at_ceiling() {
        return Step::Top { attempt };
    }
    Step::Retry { attempt, days: syllabus.days_before_improving(&state.knowledge, now).unwrap_or(0) }
}
