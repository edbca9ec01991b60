//! Why a question of fit has no answer.

use std::fmt;

/// Why a question of fit has no answer.
#[derive(Debug, Clone, PartialEq)]
pub enum FitError {
    /// There are no answers, or none of use.
    NoAnswer,
    /// Only one of the two groups answered.
    OneGroup,
    /// In no stratum do both groups and both kinds of answers meet.
    NoContrast,
    /// The number of curves, or of their parameters estimated, is not the number of items.
    Curves {
        /// The curves given.
        given: usize,
        /// The items.
        items: usize,
    },
    /// The number of laws of ability is not the number of groups.
    Groups {
        /// The laws given.
        given: usize,
        /// The groups.
        groups: usize,
    },
    /// The number of abilities is not the number of persons.
    Abilities {
        /// The abilities given.
        given: usize,
        /// The persons.
        persons: usize,
    },
    /// There are more pairs of persons to compare than allowed.
    Pairs {
        /// How many there are.
        pairs: u64,
        /// How many are allowed.
        most: u64,
    },
    /// A number is not finite or out of its range.
    OutOfRange {
        /// What it is.
        what: &'static str,
        /// The number.
        given: f64,
    },
    /// A time is not a positive number of seconds, or of nobody or nothing known.
    Time {
        /// The person, by place.
        person: u32,
        /// The item, by place.
        item: u32,
        /// The time given.
        seconds: f64,
    },
}

impl fmt::Display for FitError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoAnswer => write!(out, "no answers to judge; expected some that differ"),
            Self::OneGroup => write!(out, "answers of one group only; expected both"),
            Self::NoContrast => {
                write!(
                    out,
                    "in no stratum did both groups answer and answers differ; take wider strata or wait for more"
                )
            }
            Self::Curves { given, items } => {
                write!(out, "{given} curves for {items} items; expected one each")
            }
            Self::Groups { given, groups } => {
                write!(out, "{given} laws of ability for {groups} groups; expected one each")
            }
            Self::Abilities { given, persons } => {
                write!(out, "{given} abilities for {persons} persons; expected one each")
            }
            Self::Pairs { pairs, most } => write!(
                out,
                "{pairs} pairs of persons to compare; expected {most} at most: compare those who sat together, or allow \
                 more"
            ),
            Self::OutOfRange { what, given } => {
                write!(out, "{what} is {given}; expected a number in its range")
            }
            Self::Time { person, item, seconds } => {
                write!(
                    out,
                    "person {person} took {seconds} seconds for item {item}; expected a positive number"
                )
            }
        }
    }
}

impl std::error::Error for FitError {}
