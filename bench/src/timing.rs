//! How long each step took.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

/// What is timed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// A sign-in with a password.
    SignIn,
    /// The competence, the button, and the first question.
    Start,
    /// An answer and the next question.
    Answer,
    /// An answer and the checkpoint after it.
    Checkpoint,
    /// The profile.
    Profile,
    /// From the first page of a campaign to its first question.
    Join,
    /// A page of a teacher.
    Sheet,
}

/// The durations of every step, in microseconds.
#[derive(Default)]
pub struct Timings(Mutex<BTreeMap<Step, Vec<u64>>>);

impl Timings {
    /// Notes a duration.
    pub fn note(&self, step: Step, took: Duration) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.entry(step).or_default().push(u64::try_from(took.as_micros()).unwrap_or(u64::MAX));
    }

    /// The 50th, 95th and 99th percentile of a step in milliseconds; nothing when it never happened.
    pub fn percentiles(&self, step: Step) -> Option<[f64; 3]> {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let durations = all.get_mut(&step)?;
        durations.sort_unstable();
        let at = |percent: usize| {
            let place = (durations.len() * percent / 100).min(durations.len() - 1);
            durations.get(place).map_or(0.0, |micros| *micros as f64 / 1000.0)
        };
        Some([at(50), at(95), at(99)])
    }
}
