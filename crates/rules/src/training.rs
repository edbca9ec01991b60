//! Trainings: which ones are recommended after a participation.

use crate::badge::is_capped;
use crate::snapshot::Snapshot;
use crate::subjects::Subjects;

/// When a training is recommended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Enough is known to follow it: at least the threshold.
    Prerequisite,
    /// There is something left to learn: at most the threshold.
    Goal,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 2] = [Self::Prerequisite, Self::Goal];

    /// Its name in the database and in forms.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Prerequisite => "prerequisite",
            Self::Goal => "goal",
        }
    }

    /// The kind with this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// One condition of a training.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trigger {
    /// In which direction the threshold is looked at.
    pub kind: Kind,
    /// A share of validated skills, in percent.
    pub threshold: u32,
    /// The subjects that count, each up to a level.
    pub subjects: Subjects,
}

/// The share of validated skills among those assessed of these subjects, as a fraction (validated, assessed).
fn share(snapshot: &Snapshot, subjects: &Subjects) -> (u32, u32) {
    let assessed = snapshot.skills().iter().filter(|asked| is_capped(subjects, asked.skill));
    assessed
        .filter_map(|asked| asked.validated)
        .fold((0, 0), |(validated, assessed), this| (validated + u32::from(this), assessed + 1))
}

impl Trigger {
    /// Whether a participation fulfils it. Only assessed skills count; when none was assessed the share is 0 %.
    #[must_use]
    pub fn holds(&self, snapshot: &Snapshot) -> bool {
        let (validated, assessed) = share(snapshot, &self.subjects);
        let (reached, wanted) = (validated * 100, self.threshold * assessed.max(1));
        match self.kind {
            Kind::Prerequisite => reached >= wanted,
            Kind::Goal => reached <= wanted,
        }
    }
}

/// Whether a training is recommended after a participation: all of its triggers hold, and it has one.
#[must_use]
pub fn recommended(snapshot: &Snapshot, triggers: &[Trigger]) -> bool {
    !triggers.is_empty() && triggers.iter().all(|trigger| trigger.holds(snapshot))
}

#[cfg(test)]
mod tests {
    use super::*;
    use content::SkillCode;

    /// Three skills of 1.1-a: validated, failed, not tested; and one of 1.1-b that was not tested.
    fn snapshot() -> Snapshot {
        let outcomes = [("1.1-a-1", 2), ("1.1-a-2", 1), ("1.1-a-3", 0), ("1.1-b-1", 0)];
        let bytes = outcomes.iter().flat_map(|(code, outcome)| {
            let [low, high] = SkillCode::parse(code).expect("a code").id().0.to_le_bytes();
            [low, high, *outcome]
        });
        Snapshot::decode(&bytes.collect::<Vec<_>>()).expect("a snapshot")
    }

    fn trigger(kind: Kind, threshold: u32, subjects: &str) -> Trigger {
        Trigger { kind, threshold, subjects: Subjects::parse(subjects).expect("subjects") }
    }

    #[test]
    fn only_assessed_skills_count() {
        for (kind, threshold, subjects, expected) in [
            (Kind::Prerequisite, 50, "1.1-a:3", true),
            (Kind::Prerequisite, 51, "1.1-a:3", false),
            (Kind::Prerequisite, 100, "1.1-a:1", true),
            (Kind::Goal, 50, "1.1-a:3", true),
            (Kind::Goal, 49, "1.1-a:3", false),
            (Kind::Goal, 99, "1.1-a:1", false),
            // None was assessed: 0 %.
            (Kind::Prerequisite, 1, "1.1-b:1", false),
            (Kind::Prerequisite, 0, "1.1-b:1", true),
            (Kind::Goal, 0, "1.1-b:1", true),
        ] {
            let trigger = trigger(kind, threshold, subjects);
            assert_eq!(trigger.holds(&snapshot()), expected, "{trigger:?}");
        }
    }

    #[test]
    fn every_trigger_must_hold() {
        let (ready, unready) =
            (trigger(Kind::Prerequisite, 50, "1.1-a:3"), trigger(Kind::Goal, 20, "1.1-a:3"));
        assert!(recommended(&snapshot(), std::slice::from_ref(&ready)));
        assert!(!recommended(&snapshot(), &[ready, unready]));
        assert!(!recommended(&snapshot(), &[]), "no training without a trigger");
    }
}
