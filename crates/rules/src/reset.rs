//! Starting a competence again from nothing: when that may be done, and what is left afterwards.
//!
//! Attempts and answers are never removed: a reset is one more thing that happened, and what they told of the
//! competence before it no longer counts.

use crate::learner_state::{LearnerState, Run};
use measure::placement::{Delays, SkillId, remaining_days};

/// Why a competence is not reset.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ResetRefusal {
    /// Nothing is known of it: there is nothing to lose.
    Nothing,
    /// The last answer is too recent: wait so many days.
    TooSoon(u32),
}

/// The days left before a competence may be reset; nothing when nothing is known of it.
#[must_use]
pub fn days_before_reset(state: &LearnerState, competence: u8, now: i64) -> Option<u32> {
    remaining_days(Delays::default().reset, last_answer(state, competence), now)
}

/// Decides whether a competence may be reset, and gives the state that is left.
///
/// # Errors
/// [`ResetRefusal`] when there is nothing to reset, or not yet.
pub fn reset(state: &LearnerState, competence: u8, now: i64) -> Result<LearnerState, ResetRefusal> {
    match days_before_reset(state, competence, now) {
        None => Err(ResetRefusal::Nothing),
        Some(0) => Ok(forgotten(state.clone(), competence)),
        Some(days) => Err(ResetRefusal::TooSoon(days)),
    }
}

/// The state once all that is known of a competence is forgotten, its test in progress included.
///
/// The families seen lately stay: the next test spares them.
#[must_use]
pub fn forgotten(mut state: LearnerState, competence: u8) -> LearnerState {
    state.knowledge =
        state.knowledge.iter().filter(|known| !is_of(known.skill, competence)).copied().collect();
    state.tallies = state.tallies.iter().filter(|tally| !is_of(tally.skill, competence)).copied().collect();
    state.runs.retain(|run| run.competence != competence);
    state
}

/// When the last answer of the competence came, as far as the state tells: an answer that taught nothing new is
/// noted by the question that followed it, or by the end of its test.
fn last_answer(state: &LearnerState, competence: u8) -> Option<i64> {
    let known = state.knowledge.iter().filter(|known| is_of(known.skill, competence)).map(|known| known.at);
    let answered = state.run_of(competence).filter(|run| run.answered > 0).and_then(moved_at);
    known.chain(answered).max()
}

fn moved_at(run: &Run) -> Option<i64> {
    run.completed_at.or(run.asked_at)
}

fn is_of(skill: SkillId, competence: u8) -> bool {
    skill.0 >> 8 == u16::from(competence)
}
