//! Leaving: who may erase their account alone, and what becomes of dates that stay.

/// A twelfth of a mean year, in milliseconds: dates of people who left are rounded down to a multiple of it.
pub const GRAIN_MS: i64 = 2_629_746_000;

/// How somebody may leave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leave {
    /// Alone and at once.
    Alone,
    /// By asking those in charge: the account serves others too.
    OnRequest,
}

/// Decides: a learner who made the account alone leaves alone; a school's pupil or somebody with a post asks.
#[must_use]
pub fn leave(is_learner: bool, is_of_school: bool) -> Leave {
    if is_learner && !is_of_school { Leave::Alone } else { Leave::OnRequest }
}

/// Whether what was typed confirms the departure of somebody who has no password: the word shown, in any case.
#[must_use]
pub fn confirms(typed: &str, word: &str) -> bool {
    typed.trim().to_lowercase() == word.to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_learner_of_ones_own_leaves_alone() {
        assert_eq!(leave(true, false), Leave::Alone);
        for (is_learner, is_of_school) in [(true, true), (false, false), (false, true)] {
            assert_eq!(leave(is_learner, is_of_school), Leave::OnRequest);
        }
    }

    #[test]
    fn a_word_confirms_when_it_is_that_word() {
        for (typed, expected) in
            [("supprimer", true), (" Supprimer ", true), ("", false), ("supprime", false)]
        {
            assert_eq!(confirms(typed, "SUPPRIMER"), expected, "{typed:?}");
        }
    }
}
