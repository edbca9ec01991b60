//! How much of an attempt is behind the learner.

use super::{Knowledge, Skill};

/// The targeted skills already known, out of all of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// The targeted skills with an element in force.
    pub known: usize,
    /// All the targeted skills.
    pub targeted: usize,
}

impl Progress {
    /// The progress on these skills; an improving attempt gives its own knowledge
    /// ([`super::Improvement::known`]).
    pub fn of(targets: &[Skill], knowledge: &Knowledge) -> Progress {
        let known = targets.iter().filter(|skill| knowledge.get(skill.id).is_some()).count();
        Progress { known, targeted: targets.len() }
    }

    /// The rounded percentage: 100 once the attempt is completed, or when nothing is targeted.
    pub fn percent(self, completed: bool) -> u8 {
        if completed || self.targeted == 0 {
            return 100;
        }
        let rounded = (self.known * 200 + self.targeted) / (self.targeted * 2);
        u8::try_from(rounded).unwrap_or(100).min(100)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn progress_is_rounded_and_full_when_completed() {
        let check = |known, targeted, completed, expected| {
            let got = Progress { known, targeted }.percent(completed);
            assert_eq!(got, expected, "{known}/{targeted} {completed}");
        };
        check(0, 8, false, 0);
        check(1, 8, false, 13);
        check(1, 3, false, 33);
        check(2, 3, false, 67);
        check(3, 3, false, 100);
        check(0, 8, true, 100);
        check(0, 0, false, 100);
    }
}
