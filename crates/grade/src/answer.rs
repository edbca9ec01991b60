//! What the learner gave, and in which circumstances.

use std::collections::BTreeSet;

/// The answer given by a learner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// The learner passed.
    Skipped,
    /// Index of the chosen option, from 0, in the order of production.
    Choice(usize),
    /// Indexes of the ticked options, from 0, in the order of production.
    Choices(BTreeSet<usize>),
    /// The content of the single field: text, number or date.
    Text(String),
    /// Names and contents of the fields.
    Fields(Vec<(String, String)>),
    /// Indexes of the produced lines, in the order given by the learner.
    Order(Vec<usize>),
}

/// What happened around the answer. By default nothing did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Circumstances {
    /// The allotted time was over, measured on the server from the first display.
    pub timed_out: bool,
    /// The question asks to stay on the page.
    pub focus_question: bool,
    /// The page was left.
    pub focus_lost: bool,
    /// The answer belongs to a certification; elsewhere leaving the page only warns.
    pub certification: bool,
}
