//! The outcome of checking an answer.

use crate::Circumstances;

/// How an answer was graded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Status {
    /// Right.
    Ok,
    /// Some interchangeable fields are right, enough for the scoring of the question.
    Partially,
    /// Wrong.
    Ko,
    /// The learner passed.
    Skipped,
    /// Right, but too late.
    TimedOut,
    /// Right, but the page was left during a focus question of a certification.
    FocusedOut,
}

impl Status {
    /// Returns the status once the circumstances are taken into account: only a right answer can
    /// be too late or out of focus, and leaving the page outweighs being late.
    #[must_use]
    pub fn under(self, circumstances: &Circumstances) -> Self {
        if self != Self::Ok {
            return self;
        }
        if circumstances.focus_question && circumstances.focus_lost && circumstances.certification {
            return Self::FocusedOut;
        }
        if circumstances.timed_out { Self::TimedOut } else { Self::Ok }
    }
}

/// The outcome of checking an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// How the answer was graded.
    pub status: Status,
    /// Name of the first known mistake that explains a wrong answer.
    pub mistake: Option<String>,
    /// For questions with several fields, each field of the question and whether it is right.
    pub fields: Vec<(String, bool)>,
}
