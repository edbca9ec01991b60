//! Whether learners may be certified, as their organisation knows it: from the last profile that they sent and, where
//! the organisation has that feature, from what the nights found without any sending. The newest of the two stands.

use crate::learner_state::LearnerState;
use crate::syllabus::Syllabus;
use measure::placement::{Score, certifiable};

/// The feature of organisations whose learners are looked at every night.
pub const FEATURE: &str = "COMPUTE_ORGANIZATION_LEARNER_CERTIFICABILITY";
/// The framework whose competences count.
pub const FRAMEWORK: &str = "crcn";

/// Whether somebody in this state may be certified: level 1 in five of the competences of the syllabi.
#[must_use]
pub fn of_state(state: &LearnerState, syllabi: &[Syllabus], ceiling: u8) -> bool {
    let scores: Vec<Score> = syllabi.iter().map(|syllabus| syllabus.score(state, ceiling)).collect();
    certifiable(&scores)
}

/// What was known at an instant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Status {
    /// Whether the person could be certified.
    pub certifiable: bool,
    /// The instant: of the sending, or of the last thing that the night saw the person do.
    pub at: i64,
}

impl Status {
    /// A status that is known only when both halves are.
    #[must_use]
    pub fn of(certifiable: Option<bool>, at: Option<i64>) -> Option<Self> {
        Some(Self { certifiable: certifiable?, at: at? })
    }
}

/// The status that stands: the newest of what was sent and of what a night found.
#[must_use]
pub fn standing(sent: Option<Status>, found: Option<Status>) -> Option<Status> {
    match (sent, found) {
        (Some(sent), Some(found)) => Some(if found.at > sent.at { found } else { sent }),
        (sent, found) => sent.or(found),
    }
}

/// A status as lists show and filter it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Certifiability {
    /// The person may be certified.
    Certifiable,
    /// The person may not be certified yet.
    NotYet,
    /// Nothing was sent, and no night found anything.
    NotCommunicated,
}

impl Certifiability {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 3] = [Self::Certifiable, Self::NotYet, Self::NotCommunicated];

    /// What a status says.
    #[must_use]
    pub const fn of(status: Option<Status>) -> Self {
        match status {
            Some(Status { certifiable: true, .. }) => Self::Certifiable,
            Some(Status { certifiable: false, .. }) => Self::NotYet,
            None => Self::NotCommunicated,
        }
    }
}

/// How many of some learners are certifiable, not yet, and not known to be either.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Count([u32; 3]);

impl Count {
    /// Counts one more learner.
    pub fn add(&mut self, one: Certifiability) {
        if let Some(count) = self.0.get_mut(one as usize) {
            *count += 1;
        }
    }

    /// How many there are of a kind.
    #[must_use]
    pub fn of(&self, one: Certifiability) -> u32 {
        self.0.get(one as usize).copied().unwrap_or(0)
    }

    /// How many there are in all.
    #[must_use]
    pub fn total(&self) -> u32 {
        self.0.iter().sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use measure::placement::{Evidence, Outcome, Pix, Skill, SkillId, Source, TubeId};
    use proptest::prelude::*;

    /// A competence whose single skill is worth so many pix.
    fn worth(competence: u8, pix: u32) -> Syllabus {
        let tube = TubeId(u16::from(competence) << 8);
        let pix = Pix::new(pix, 1).expect("pix");
        Syllabus::new(competence, vec![(Skill { id: SkillId(tube.0 + 1), tube, level: 1, pix }, Vec::new())])
    }

    /// Somebody who validated the skill of these competences.
    fn knowing(competences: &[u8]) -> LearnerState {
        let evidence = |competence: &u8| Evidence {
            skill: SkillId((u16::from(*competence) << 8) + 1),
            outcome: Outcome::Validated,
            source: Source::Direct,
            at: 0,
        };
        LearnerState { knowledge: competences.iter().map(evidence).collect(), ..LearnerState::default() }
    }

    #[test]
    fn level_one_in_five_competences_opens_the_certification() {
        let eight_pix: Vec<Syllabus> = (0..16).map(|competence| worth(competence, 8)).collect();
        let seven_pix: Vec<Syllabus> = (0..16).map(|competence| worth(competence, 7)).collect();
        for (known, syllabi, expected) in [
            (vec![], &eight_pix, false),
            (vec![0, 3, 6, 9], &eight_pix, false),
            (vec![0, 3, 6, 9, 12], &eight_pix, true),
            ((0..16).collect(), &eight_pix, true),
            ((0..16).collect(), &seven_pix, false),
        ] {
            assert_eq!(of_state(&knowing(&known), syllabi, 7), expected, "{known:?}");
        }
    }

    #[test]
    fn the_newest_status_stands() {
        let (yes, no) = (|at| Status::of(Some(true), Some(at)), |at| Status::of(Some(false), Some(at)));
        for (sent, found, expected) in [
            (None, None, Certifiability::NotCommunicated),
            (yes(5), None, Certifiability::Certifiable),
            (None, no(5), Certifiability::NotYet),
            (yes(5), no(9), Certifiability::NotYet),
            (yes(9), no(5), Certifiability::Certifiable),
            (yes(5), no(5), Certifiability::Certifiable),
        ] {
            assert_eq!(Certifiability::of(standing(sent, found)), expected, "{sent:?} {found:?}");
        }
        assert_eq!((Status::of(Some(true), None), Status::of(None, Some(1))), (None, None));
    }

    fn status() -> impl Strategy<Value = Option<Status>> {
        prop::option::of((any::<bool>(), 0i64..9).prop_map(|(certifiable, at)| Status { certifiable, at }))
    }

    proptest! {
        #[test]
        fn what_stands_was_known_and_nothing_newer_was(sent in status(), found in status()) {
            let standing = standing(sent, found);
            prop_assert!(standing == sent || standing == found);
            let instant = |status: Option<Status>| status.map(|status| status.at);
            prop_assert_eq!(instant(standing), instant(sent).max(instant(found)));
        }

        #[test]
        fn everybody_is_counted_once(kinds in prop::collection::vec(0usize..3, 0..50)) {
            let mut count = Count::default();
            kinds.iter().for_each(|kind| count.add(Certifiability::ALL[*kind]));
            prop_assert_eq!(count.total() as usize, kinds.len());
            let each = Certifiability::ALL.map(|one| count.of(one));
            prop_assert_eq!(each.iter().sum::<u32>(), count.total());
        }
    }
}
