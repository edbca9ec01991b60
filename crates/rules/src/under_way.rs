//! The question under way: the clock of a timed one, and whether its page was left.
//!
//! The clock starts when the learner opens the question, is kept in the state, and nothing stops it: not a reload, not
//! another tab, not a browser without scripts. Nor does anything start it again.

use crate::attempt::{Admission, admit};
use crate::learner_state::{LearnerState, Run, to_second};

/// How long after its limit an answer is still in time: the question and the answer cross a slow network, and the
/// state keeps instants by the second.
pub const GRACE_MS: i64 = 5_000;

/// The state once the clock of the question at a position runs; nothing when it runs already, or when this question
/// does not wait for an answer. `timed` tells whether a family has a timer.
#[must_use]
pub fn opened(
    state: &LearnerState,
    (attempt, position): (i64, u16),
    now: i64,
    timed: impl Fn(i64) -> bool,
) -> Option<LearnerState> {
    let run = waiting(state, (attempt, position), timed)?;
    let opened_at = run.opened_at.or(Some(to_second(now)));
    changed(state, run, Run { opened_at, ..run.clone() })
}

/// The state once the page of the question at a position was left; nothing when that is known already, or when this
/// question does not wait for an answer. `focused` tells whether a family asks to stay on its page.
#[must_use]
pub fn left(
    state: &LearnerState,
    (attempt, position): (i64, u16),
    focused: impl Fn(i64) -> bool,
) -> Option<LearnerState> {
    let run = waiting(state, (attempt, position), focused)?;
    changed(state, run, Run { left: true, ..run.clone() })
}

/// The run whose question at a position waits for an answer, when its family is a wanted one.
fn waiting(
    state: &LearnerState,
    (attempt, position): (i64, u16),
    wanted: impl Fn(i64) -> bool,
) -> Option<&Run> {
    match admit(state, attempt, position) {
        Admission::Grade(family) if wanted(family) => state.run(attempt),
        _ => None,
    }
}

fn changed(state: &LearnerState, before: &Run, after: Run) -> Option<LearnerState> {
    if *before == after {
        return None;
    }
    let mut changed = state.clone();
    changed.replace_run(after);
    Some(changed)
}

/// How long a question has been under way, in milliseconds. A clock that was set back makes it shorter, never negative.
#[must_use]
pub fn spent_ms(run: &Run, now: i64) -> i64 {
    let since = run.opened_at.or(run.asked_at).unwrap_or(now);
    now.saturating_sub(since).max(0)
}

/// The clock of a timed question that was opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Timing {
    limit_ms: i64,
    spent_ms: i64,
}

impl Timing {
    /// The clock of a run's present question, whose limit is given in seconds; none before it is opened.
    #[must_use]
    pub fn of(run: &Run, limit: u32, now: i64) -> Option<Self> {
        run.opened_at?;
        Some(Self { limit_ms: i64::from(limit) * 1000, spent_ms: spent_ms(run, now) })
    }

    /// The seconds left, rounded up; 0 once the time is over.
    #[must_use]
    pub fn left(&self) -> u32 {
        let left = (self.limit_ms - self.spent_ms).max(0);
        u32::try_from((left + 999) / 1000).unwrap_or(u32::MAX)
    }

    /// Whether an answer that comes now is too late, the grace included.
    #[must_use]
    pub const fn is_late(&self) -> bool {
        self.spent_ms > self.limit_ms + GRACE_MS
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const START: i64 = 1_800_000_000_000;
    const FAMILY: i64 = 77;

    fn state() -> LearnerState {
        let mut state = LearnerState::default();
        state.replace_run(Run {
            competence: 1,
            attempt: 11,
            placement: crate::placement::Placement::Reference,
            answered: 2,
            families: vec![1, 2, FAMILY],
            assessed: Vec::new(),
            started_at: START,
            asked_at: Some(START),
            completed_at: None,
            last_timed: false,
            opened_at: None,
            left: false,
        });
        state
    }

    fn run(state: &LearnerState) -> Run {
        state.run(11).cloned().expect("a run")
    }

    #[test]
    fn the_first_opening_counts() {
        let state = state();
        let timed = |family| family == FAMILY;
        let once = opened(&state, (11, 3), START + 7_400, timed).expect("the clock starts");
        assert_eq!(run(&once).opened_at, Some(START + 7_000));
        assert_eq!(opened(&once, (11, 3), START + 90_000, timed), None, "a second opening changes nothing");
        for (attempt, position) in [(11, 2), (11, 4), (11, 0), (12, 3)] {
            assert_eq!(opened(&state, (attempt, position), START, timed), None, "{attempt} {position}");
        }
        assert_eq!(opened(&state, (11, 3), START, |_| false), None, "a question without timer has no clock");
    }

    #[test]
    fn leaving_is_noted_once() {
        let state = state();
        let once = left(&state, (11, 3), |family| family == FAMILY).expect("it is noted");
        assert!(run(&once).left);
        assert_eq!(left(&once, (11, 3), |_| true), None);
        assert_eq!(left(&state, (11, 2), |_| true), None, "an answered question cannot be left");
        assert_eq!(left(&state, (11, 3), |_| false), None, "one may look elsewhere");
    }

    #[test]
    fn the_clock_of_a_question_tells_what_is_left() {
        let open = Run { opened_at: Some(START), ..run(&state()) };
        let check = |now: i64, left: u32, late: bool| {
            let timing = Timing::of(&open, 60, now).expect("a clock");
            assert_eq!((timing.left(), timing.is_late()), (left, late), "{}", now - START);
        };
        check(START, 60, false);
        check(START + 1, 60, false);
        check(START + 1_000, 59, false);
        check(START + 59_001, 1, false);
        check(START + 60_000, 0, false);
        check(START + 60_000 + GRACE_MS, 0, false);
        check(START + 60_000 + GRACE_MS + 1, 0, true);
        check(START - 3_600_000, 60, false);
        check(i64::MIN, 60, false);
        check(i64::MAX, 0, true);
        assert_eq!(Timing::of(&run(&state()), 60, START), None, "it does not run before it is opened");
    }

    #[test]
    fn time_is_counted_from_the_opening_and_never_negative() {
        let asked = run(&state());
        let open = Run { opened_at: Some(START + 10_000), ..asked.clone() };
        for (run, now, spent) in [
            (&asked, START + 30_000, 30_000),
            (&open, START + 30_000, 20_000),
            (&open, START, 0),
            (&Run { asked_at: None, ..asked.clone() }, START, 0),
        ] {
            assert_eq!(spent_ms(run, now), spent);
        }
    }

    #[test]
    fn what_is_under_way_is_written_and_read_again() {
        let settled = state();
        let open = opened(&settled, (11, 3), START, |_| true).expect("open");
        let gone = left(&open, (11, 3), |_| true).expect("left");
        for state in [&settled, &open, &gone] {
            assert_eq!(LearnerState::decode(&state.encode()).as_ref(), Some(state));
            assert_eq!(state.settled(), settled);
        }
        let format = |state: &LearnerState| state.encode().first().copied();
        assert_eq!((format(&settled), format(&open), format(&gone)), (Some(1), Some(2), Some(2)));
        assert_eq!(settled.clone().with_under_way_of(&gone), gone);
        let further = Run { answered: 1, ..run(&gone) };
        let mut other = gone.clone();
        other.replace_run(further);
        assert_eq!(settled.clone().with_under_way_of(&other), settled, "another question was under way");
    }
}
