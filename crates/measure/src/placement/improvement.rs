//! What an improving attempt takes for known: old failures get a second chance.

use super::{Evidence, Knowledge, Outcome, delay::DAY_MS};

/// The age from which a failure is open again: four days.
pub const IMPROVEMENT_AGE_MS: i64 = 4 * DAY_MS;

/// The knowledge of a person split for an improving attempt.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Improvement {
    /// What stays known: every success, and the failures less than four days old.
    pub known: Knowledge,
    /// The old failures, unknown again during the attempt.
    pub reopened: Vec<Evidence>,
}

/// Splits what is in force for an improving attempt started at this instant.
///
/// The attempt chooses its questions with `known` and absorbs its answers into it. Because the old
/// failures are out of `known`, a harder success of the attempt may validate them by inference;
/// absorbing the same inference into the whole knowledge would set it aside, an old direct failure
/// being direct. A caller who starts an improvement therefore keeps `known` as the knowledge in
/// force and files `reopened` in the history; failures earn nothing, so no pix are lost.
pub fn reopen(knowledge: &Knowledge, started: i64) -> Improvement {
    let stays = |evidence: &Evidence| {
        evidence.outcome == Outcome::Validated || started.saturating_sub(evidence.at) < IMPROVEMENT_AGE_MS
    };
    let (known, reopened): (Vec<Evidence>, Vec<Evidence>) = knowledge.iter().partition(|e| stays(e));
    Improvement { known: known.into_iter().collect(), reopened }
}

#[cfg(test)]
mod tests {
    use super::super::{SkillId, Source};
    use super::*;

    #[test]
    fn successes_and_recent_failures_stay_known() {
        let started = 100 * DAY_MS;
        let check = |outcome, age: i64, stays: bool| {
            let held = Evidence { skill: SkillId(1), outcome, source: Source::Direct, at: started - age };
            let got = reopen(&Knowledge::from_iter([held]), started);
            let (known, reopened) = if stays { (vec![held], vec![]) } else { (vec![], vec![held]) };
            assert_eq!(got, Improvement { known: known.into_iter().collect(), reopened }, "{held:?}");
        };
        check(Outcome::Validated, 0, true);
        check(Outcome::Validated, 400 * DAY_MS, true);
        check(Outcome::Invalidated, 0, true);
        check(Outcome::Invalidated, IMPROVEMENT_AGE_MS - 1, true);
        check(Outcome::Invalidated, IMPROVEMENT_AGE_MS, false);
        check(Outcome::Invalidated, -DAY_MS, true);
    }
}
