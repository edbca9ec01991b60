//! The placement: how a test chooses its questions and counts pix. An attempt pins one when it begins.

use measure::placement::bayes::{Plan, Trust};

/// A way to place learners.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Placement {
    /// The reference platform's: every answer is believed.
    #[default]
    Reference,
    /// The one that bears with errors: no answer decides alone, and pix come with a range.
    Bayes,
}

impl Placement {
    /// Both of them.
    pub const ALL: [Self; 2] = [Self::Reference, Self::Bayes];

    /// The algorithm that an attempt pins. Another way to choose or to count gets another name: attempts of the old
    /// one must replay.
    #[must_use]
    pub const fn algorithm(self) -> &'static str {
        match self {
            Self::Reference => "reference-1",
            Self::Bayes => "bayes-1",
        }
    }

    /// The scoring that an attempt pins: exact fractions of pix, or what is expected from all answers.
    #[must_use]
    pub const fn scoring(self) -> &'static str {
        match self {
            Self::Reference => "exact-1",
            Self::Bayes => "expected-1",
        }
    }

    /// The placement of a pinned algorithm; `None` when this program does not know it.
    #[must_use]
    pub fn pinned(algorithm: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|placement| placement.algorithm() == algorithm)
    }
}

/// When a test of `bayes-1` ends and how far its questions jump. The ceiling of the instance is not among what chooses
/// questions: it may change between two of them.
#[must_use]
pub fn plan() -> Plan {
    Plan { ceiling: u8::MAX, ..Plan::default() }
}

/// What `bayes-1` takes an answer to be worth.
#[must_use]
pub fn trust() -> Trust {
    Trust::default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_algorithm_names_its_placement() {
        for placement in Placement::ALL {
            assert_eq!(Placement::pinned(placement.algorithm()), Some(placement));
        }
        assert_eq!((Placement::pinned("bayes-2"), Placement::pinned("")), (None, None));
    }
}
