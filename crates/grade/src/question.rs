//! What is asked of the learner, seen from the side of the person who corrects.

use std::collections::{BTreeMap, BTreeSet};

use crate::{Date, Decimal};

/// The key of one question: its solution and the mistakes people are known to make.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// The right answer.
    pub solution: Solution,
    /// Known mistakes, the most telling first: the first one that matches is reported.
    pub mistakes: Vec<Mistake>,
}

/// The right answer, by kind of question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Solution {
    /// One option among several.
    Choice {
        /// Index of the right option, from 0, in the order of production.
        right: usize,
    },
    /// Every right option and no other.
    Choices {
        /// Indexes of the right options, from 0, in the order of production.
        right: BTreeSet<usize>,
    },
    /// A short text.
    Text(TextSolution),
    /// A number.
    Number(NumberSolution),
    /// A day of the calendar.
    Date(Date),
    /// Several independent fields; all must be right.
    Fields(Vec<Field>),
    /// Several interchangeable fields.
    Set(SetSolution),
    /// Indexes of the produced lines, in the right order.
    Order(Vec<usize>),
}

/// A text field and how much is forgiven.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextSolution {
    /// Accepted spellings; the first is the one shown.
    pub accepted: Vec<String>,
    /// What is forgiven.
    pub tolerance: Tolerance,
}

/// What is forgiven when two texts are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tolerance {
    /// Case, accents, ligatures and spaces do not count (treatment t1).
    pub case: bool,
    /// Punctuation and symbols do not count (treatment t2).
    pub punctuation: bool,
    /// One error for four letters is forgiven, except in texts containing digits (treatment t3).
    pub typos: bool,
}

/// A number and the gap allowed around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NumberSolution {
    /// The right value.
    pub value: Decimal,
    /// The answer is right when `|answer - value| <= within`.
    pub within: Decimal,
}

/// One of several independent fields.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// Name of the field in the answer.
    pub key: String,
    /// What the field must hold.
    pub solution: FieldSolution,
}

/// What one field must hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldSolution {
    /// A short text.
    Text(TextSolution),
    /// A number.
    Number(NumberSolution),
    /// A day of the calendar.
    Date(Date),
    /// One of these options of a list, compared exactly.
    Select(Vec<String>),
}

/// Interchangeable fields: each must hold a different group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetSolution {
    /// Names of the fields; all of them must be present in the answer.
    pub keys: Vec<String>,
    /// Groups of equivalent texts; there may be more groups than fields.
    pub groups: Vec<Vec<String>>,
    /// What is forgiven.
    pub tolerance: Tolerance,
    /// Labels by number of right fields: at least the largest number is right, at least the
    /// smallest is partially right. Without it every field must be right.
    pub scoring: Option<BTreeMap<usize, String>>,
}

/// A mistake people are known to make.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    /// Name of the mistake, by which its feedback is found.
    pub key: String,
    /// What the answer looks like when it is made.
    pub wrong: Wrong,
}

/// The shape a mistake gives to the answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wrong {
    /// The whole answer equals this.
    Answer(Solution),
    /// This line of a choice is on the wrong side: chosen though wrong, or left though right.
    Option(usize),
    /// This field equals this.
    Field {
        /// Name of the field.
        key: String,
        /// What it holds when the mistake is made.
        solution: FieldSolution,
    },
    /// Some field of a set equals this.
    Item(String),
}
