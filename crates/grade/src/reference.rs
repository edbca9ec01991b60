//! The text format of the reference platform, and its way of grading.
//!
//! Two uses, kept apart. [`Challenge::grade`] answers what the reference answers, corrected only
//! where our recorded cases recommend something else; replaying those cases proves that the format
//! is understood. [`Challenge::question`] and [`Challenge::answer`] convert to the structured
//! questions of our bank, which [`check`](crate::check) grades by our own rules.

mod conversion;
mod grading;
mod mapping;
mod numeral;
mod proposals;
mod treatment;

use std::collections::BTreeMap;

use crate::Tolerance;
pub use grading::Outcome;
pub use proposals::{Block, Input, InputKind, blocks, inputs, items};

/// A question in the text format of the reference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Challenge {
    /// The kind of question.
    pub kind: Kind,
    /// Whether the format is "nombre": a single field then compares numbers as numbers.
    pub numeric: bool,
    /// Options or fields; nothing when a simulator gives the answer.
    pub proposals: Option<String>,
    /// Accepted answers.
    pub solution: Option<String>,
    /// Labels by number of right fields, for interchangeable fields.
    pub scoring: Option<String>,
    /// Treatments t1, t2 and t3.
    pub tolerance: Tolerance,
}

/// The kind of a question of the reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// QCU: one option.
    Choice,
    /// QCM: several options.
    Choices,
    /// QROC: one field.
    Text,
    /// QROCM-ind: independent fields.
    Fields,
    /// QROCM-dep: interchangeable fields.
    Set,
    /// A kind that is not implemented.
    Unknown,
}

impl Kind {
    /// Reads the name of a kind; a name that is not known gives [`Kind::Unknown`].
    #[must_use]
    pub fn named(name: &str) -> Self {
        match name {
            "QCU" => Self::Choice,
            "QCM" => Self::Choices,
            "QROC" => Self::Text,
            "QROCM-ind" => Self::Fields,
            "QROCM-dep" => Self::Set,
            _ => Self::Unknown,
        }
    }
}

/// Why a text in the reference's format was refused. Each says what was wrong and what is expected.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The text is not the YAML it should be.
    #[error("the {what} is not readable: {why}; expected a YAML map of plain texts")]
    Unreadable {
        /// Which text.
        what: &'static str,
        /// What the reader found.
        why: String,
    },
    /// The solution does not have the shape the kind of question needs.
    #[error("the solution of “{key}” is not a list of texts; write “{key}:” then one “- text” per line")]
    NotAList {
        /// The key whose value is not a list.
        key: String,
    },
    /// The options of a list are not a JSON array of texts.
    #[error("the options of “{key}” are not a JSON array of texts: {text}")]
    Options {
        /// The key of the field.
        key: String,
        /// What was written.
        text: String,
    },
    /// A rank points at no option.
    #[error("“{rank}” is not the rank of one of the {count} options; expected 1 to {count}")]
    Rank {
        /// What was written.
        rank: String,
        /// How many options there are.
        count: usize,
    },
    /// Something needed is missing.
    #[error("the {what} is missing")]
    Missing {
        /// What is missing.
        what: &'static str,
    },
    /// A field has no solution, or a solution has no field.
    #[error("“{key}” is not both a field and a key of the solution; write the same keys in both")]
    Unpaired {
        /// The key found on one side only.
        key: String,
    },
    /// A key of the scoring is not a number of fields.
    #[error("the scoring key “{key}” is not a number of right fields; expected 1, 2…")]
    Scoring {
        /// What was written.
        key: String,
    },
    /// The kind of question is not implemented.
    #[error("this kind of question is not known; expected QCU, QCM, QROC, QROCM-ind or QROCM-dep")]
    Kind,
}

/// Kinds of inputs by key, as the reference's checker sees them.
pub type Inputs = BTreeMap<String, InputKind>;
