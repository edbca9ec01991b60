//! The learner's state made again from what was appended: attempts, their answers and resets, in the order they happened.

use crate::attempt::{Graded, Pins, begin, record};
use crate::learner_state::{LearnerState, Run};
use crate::reset::forgotten;
use crate::syllabus::Syllabus;
use grade::Status;

/// Something that happened to a learner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// An attempt began.
    Began(Pins),
    /// A question of an attempt was answered.
    Answered {
        /// The attempt.
        pins: Pins,
        /// What the grader said.
        status: Status,
        /// When, in unix milliseconds.
        at: i64,
    },
    /// A competence was started again from nothing.
    Reset {
        /// Its index, from 0.
        competence: u8,
    },
}

/// Replays the events; `syllabus` gives what the release pinned by an attempt asks in its competence.
#[must_use]
pub fn rebuild<'a>(events: &[Event], syllabus: impl Fn(&Pins) -> Option<&'a Syllabus>) -> LearnerState {
    events.iter().fold(LearnerState::default(), |state, event| match event {
        Event::Began(pins) => match syllabus(pins) {
            Some(syllabus) => begin(state, syllabus, pins),
            None => state,
        },
        Event::Answered { pins, status, at } => match syllabus(pins) {
            Some(syllabus) => {
                let asked = state.run(pins.id).and_then(Run::asked);
                let timed = asked.is_some_and(|family| syllabus.is_timed(family));
                record(state, syllabus, pins, Graded { status: *status, at: *at, timed })
            }
            None => state,
        },
        Event::Reset { competence } => forgotten(state, *competence),
    })
}
