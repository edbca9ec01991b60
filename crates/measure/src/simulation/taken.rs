//! A test that was taken.

use super::Examinee;
use crate::certification::Worth;
use crate::irt::ItemIndex;

/// A question asked.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Asked {
    /// The item.
    pub item: ItemIndex,
    /// Whether the answer was right.
    pub right: bool,
    /// The running ability at which it was chosen.
    pub ability: f64,
}

/// How a test ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Close {
    /// As planned.
    Complete,
    /// The person left.
    Left,
    /// The bank had no item left to ask.
    Exhausted,
}

impl Close {
    /// Whether a test that ended so after so many answers is scored.
    pub(super) fn scored(self, answers: usize, least: usize) -> bool {
        match self {
            Self::Complete => answers > 0,
            Self::Left => answers >= least,
            Self::Exhausted => false,
        }
    }
}

/// A test that was taken, beside the truth.
#[derive(Debug, Clone, PartialEq)]
pub struct Taken {
    /// The true ability.
    pub theta: f64,
    /// The questions that count, in order.
    pub asked: Vec<Asked>,
    /// The items tried out, in order.
    pub tried: Vec<Asked>,
    /// How it ended.
    pub close: Close,
    /// Whether it has a score; otherwise the rest means nothing.
    pub scored: bool,
    /// The expected ability of a member of the population and its error, from the engine that knows it.
    pub expected: Option<(f64, f64)>,
    /// The issued ability.
    pub ability: f64,
    /// Its standard error.
    pub error: f64,
    /// Its band of 95 %.
    pub band: (f64, f64),
    /// What it is worth.
    pub worth: Worth,
}

impl Taken {
    pub(super) fn unscored(examinee: &Examinee, asked: Vec<Asked>, close: Close) -> Self {
        Self {
            theta: examinee.theta,
            asked,
            tried: Vec::new(),
            close,
            scored: false,
            expected: None,
            ability: 0.0,
            error: 0.0,
            band: (0.0, 0.0),
            worth: Worth { pix: 0, mesh: None },
        }
    }

    /// The issued ability less the true one.
    #[must_use]
    pub fn miss(&self) -> f64 {
        self.ability - self.theta
    }

    /// Whether the band holds the true ability.
    #[must_use]
    pub fn covered(&self) -> bool {
        (self.band.0..=self.band.1).contains(&self.theta)
    }
}
