//! The steps of a test.

use super::rules::{Rejection, Relaxation};
use crate::irt::ItemIndex;

/// Why an item was chosen among those that might be asked.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Why {
    /// It was the best.
    Best,
    /// Chance picked it among the best few.
    AmongBest {
        /// Its rank, from 0.
        rank: usize,
        /// How many there were.
        of: usize,
    },
    /// Chance alone drew it.
    Drawn,
    /// It was the best once chance was blended in.
    Blended {
        /// The weight of its information.
        weight: f64,
    },
    /// It is tried out and does not count: chance drew it, by the answers that items on trial lack.
    TriedOut {
        /// The answers that it had before this test.
        answers: u32,
        /// The answers that all items lacked which might be tried out now.
        missing: u64,
    },
}

/// A question chosen, and why.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Choice {
    /// The item.
    pub item: ItemIndex,
    /// What the criterion says of it; nothing of an item tried out.
    pub reward: f64,
    /// The greatest reward among those ranked with it.
    pub best: f64,
    /// The running ability.
    pub ability: f64,
    /// Its error.
    pub error: f64,
    /// Why this one.
    pub why: Why,
    /// Which rules had to give way.
    pub relaxation: Relaxation,
}

impl Choice {
    /// Whether the answer will count; that to an item tried out will not.
    #[must_use]
    pub fn counts(&self) -> bool {
        !matches!(self.why, Why::TriedOut { .. })
    }
}

/// Why a test is over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ending {
    /// It has its longest length.
    Length,
    /// Its goal is reached.
    Goal,
    /// The time is up.
    OutOfTime,
    /// No item may be asked any more: how many were rejected for which reason.
    Exhausted(Vec<(Rejection, u32)>),
}

/// What comes next.
#[derive(Debug, Clone, PartialEq)]
pub enum Next {
    /// This question.
    Ask(Choice),
    /// The end.
    End(Ending),
}

/// A question asked and answered.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Step {
    /// The question and why.
    pub choice: Choice,
    /// Whether the answer was right.
    pub right: bool,
    /// The seconds it took.
    pub seconds: u32,
}

impl Step {
    /// Whether the answer counts; that to an item tried out does not.
    #[must_use]
    pub fn counts(&self) -> bool {
        self.choice.counts()
    }
}

/// An item looked at: its reward, and why it may not be asked, if so.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Considered {
    /// The item.
    pub item: ItemIndex,
    /// Its information at the running ability; 0 when it is on trial, nothing being known of it.
    pub reward: f64,
    /// Why it may not be asked; what may be asked and was not, was outranked.
    pub rejection: Option<Rejection>,
}

/// An answer without a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NothingAsked;

impl std::fmt::Display for NothingAsked {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "an answer came without a question: expected the next question to be asked first")
    }
}

impl std::error::Error for NothingAsked {}
