//! Why two calibrations cannot be compared.

use std::fmt;

/// The items that must link two scales at least.
pub const FEWEST_LINKS: usize = 3;

/// Why two calibrations cannot be compared.
#[derive(Debug, Clone, PartialEq)]
pub enum DisplacementError {
    /// Fewer items link the scales than must.
    FewLinks {
        /// How many do.
        given: usize,
    },
    /// A trusted item is none of those that both found.
    UnknownLink {
        /// Its place.
        place: usize,
        /// How many items there are.
        items: usize,
    },
    /// A parameter or an error of an item is out of its range.
    Odd {
        /// The item.
        item: String,
        /// Which.
        what: &'static str,
        /// Its value.
        given: f64,
    },
    /// An item has a share of guesses: no finite area lies between curves of different guesses.
    Guessing {
        /// The item.
        item: String,
    },
}

impl fmt::Display for DisplacementError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::FewLinks { given } => write!(
                out,
                "{given} items link the two calibrations; expected at least {FEWEST_LINKS} that both found with \
                 standard errors and that did not drift: compare calibrations with more items in common, or anchor both"
            ),
            Self::UnknownLink { place, items } => write!(
                out,
                "item {place} is to link the calibrations and is none of the {items} items of both; leave it out"
            ),
            Self::Odd { item, what, given } => {
                write!(
                    out,
                    "{item}: its {what} is {given}; expected a number as calibrations give them: calibrate it again"
                )
            }
            Self::Guessing { item } => write!(
                out,
                "{item}: it has a share of guesses; expected none, since curves of different guesses never meet: \
                 compare calibrations of two parameters"
            ),
        }
    }
}

impl std::error::Error for DisplacementError {}
