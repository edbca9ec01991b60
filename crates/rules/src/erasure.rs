//! Leaving: who may erase their account alone, and what becomes of dates that stay.

/// A twelfth of a mean year, in milliseconds: dates of people who left are rounded down to a multiple of it.
pub const GRAIN_MS: i64 = 2_629_746_000;

/// How somebody may leave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leave {
    /// Alone and at once.
    Alone,
    /// After another administrator is named: an organisation would be left without one. Who finds nobody asks those in
    /// charge.
    AfterSuccessor,
    /// By asking those in charge: the account serves others too.
    OnRequest,
}

/// Decides: a learner who made the account alone leaves alone, unless nobody else administers an organisation
/// (`leads_alone`); a school's pupil or somebody with a post asks.
#[must_use]
pub fn leave(is_learner: bool, is_of_school: bool, leads_alone: bool) -> Leave {
    match (is_learner && !is_of_school, leads_alone) {
        (false, _) => Leave::OnRequest,
        (true, true) => Leave::AfterSuccessor,
        (true, false) => Leave::Alone,
    }
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
    fn only_a_learner_of_ones_own_leaves_alone_and_no_organisation_headless() {
        for (is_learner, is_of_school, leads_alone, expected) in [
            (true, false, false, Leave::Alone),
            (true, false, true, Leave::AfterSuccessor),
            (true, true, false, Leave::OnRequest),
            (true, true, true, Leave::OnRequest),
            (false, false, false, Leave::OnRequest),
            (false, false, true, Leave::OnRequest),
            (false, true, false, Leave::OnRequest),
            (false, true, true, Leave::OnRequest),
        ] {
            let seen = leave(is_learner, is_of_school, leads_alone);
            assert_eq!(
                seen, expected,
                "learner {is_learner}, of a school {is_of_school}, alone {leads_alone}"
            );
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
