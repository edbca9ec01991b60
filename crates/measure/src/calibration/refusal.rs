//! Why answers cannot be read or calibrated.

use std::fmt;

/// Why answers cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ResponsesError {
    /// There is no item.
    NoItem,
    /// There is no person.
    NoPerson,
    /// There are more persons than can be numbered.
    TooMany,
    /// Two items have this name.
    Twice(String),
    /// An answer is to an item that does not exist.
    UnknownItem {
        /// Who answered, by place.
        person: u32,
        /// The item, by place.
        item: u32,
        /// How many items there are.
        items: usize,
    },
    /// An answer is of a person who does not exist.
    UnknownPerson {
        /// The person, by place.
        person: u32,
        /// How many persons there are.
        persons: usize,
    },
    /// A person answered an item twice.
    AnsweredTwice {
        /// The person, by place.
        person: u32,
        /// The item.
        item: String,
    },
    /// A group has no person.
    EmptyGroup {
        /// The group.
        group: u32,
        /// How many persons there are in all.
        persons: usize,
    },
}

impl fmt::Display for ResponsesError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoItem => write!(out, "no item: expected the names of the items that were answered"),
            Self::NoPerson => write!(out, "no person: expected answers of at least one"),
            Self::TooMany => write!(out, "more persons than can be numbered; calibrate a sample"),
            Self::Twice(item) => write!(out, "{item}: two items have this name; give each its own"),
            Self::UnknownItem { person, item, items } => {
                write!(out, "person {person} answered item {item}; expected an item below {items}")
            }
            Self::UnknownPerson { person, persons } => {
                write!(out, "an answer of person {person}; expected a person below {persons}")
            }
            Self::AnsweredTwice { person, item } => {
                write!(out, "{item}: person {person} answered it twice; keep one answer, the first as a rule")
            }
            Self::EmptyGroup { group, persons } => {
                write!(out, "group {group} has none of the {persons} persons; number the groups from 0")
            }
        }
    }
}

impl std::error::Error for ResponsesError {}

/// Why answers cannot be calibrated.
#[derive(Debug, Clone, PartialEq)]
pub enum CalibrationError {
    /// An item has too few answers.
    TooSparse {
        /// The item.
        item: String,
        /// Its answers.
        answers: u32,
        /// How many are expected at least.
        least: u32,
    },
    /// Everybody answered an item right, or nobody did, and no prior holds its difficulty.
    Constant {
        /// The item.
        item: String,
        /// What everybody did.
        right: bool,
    },
    /// An anchor is an item that does not exist.
    UnknownAnchor {
        /// The item, by place.
        item: u32,
        /// How many items there are.
        items: usize,
    },
    /// An item is an anchor twice.
    AnchorTwice(String),
    /// The parameters of an anchor are outside the model.
    Anchor {
        /// The item.
        item: String,
        /// What was expected of it.
        expected: &'static str,
    },
    /// A prior is not a normal law.
    Prior {
        /// What it is of.
        of: &'static str,
        /// Its mean.
        mean: f64,
        /// Its deviation.
        deviation: f64,
    },
    /// The number of nodes of the grid is out of range.
    Nodes {
        /// The number given.
        given: usize,
        /// The least expected.
        least: usize,
        /// The most expected.
        most: usize,
    },
    /// The tolerance is not a positive number.
    Tolerance(f64),
}

impl fmt::Display for CalibrationError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooSparse { item, answers, least } => {
                write!(
                    out,
                    "{item}: {answers} answers; expected at least {least}: wait for more or leave it out"
                )
            }
            Self::Constant { item, right } => {
                let what = if *right { "right" } else { "wrong" };
                write!(
                    out,
                    "{item}: all its answers are {what}, so its difficulty has no bound; give a prior on difficulty or \
                     leave it out"
                )
            }
            Self::UnknownAnchor { item, items } => {
                write!(out, "anchor {item} is no item; expected a place below {items}")
            }
            Self::AnchorTwice(item) => write!(out, "{item}: an anchor twice; give its parameters once"),
            Self::Anchor { item, expected } => {
                write!(out, "{item}: the anchor is not usable; expected {expected}")
            }
            Self::Prior { of, mean, deviation } => write!(
                out,
                "the prior on {of} has mean {mean} and deviation {deviation}; expected a number and a positive number"
            ),
            Self::Nodes { given, least, most } => {
                write!(out, "{given} nodes; expected between {least} and {most}, or none to have them chosen")
            }
            Self::Tolerance(given) => write!(out, "a tolerance of {given}; expected a positive number"),
        }
    }
}

impl std::error::Error for CalibrationError {}
