//! What a participation froze when it was sent: each skill asked for and its outcome, or the profile. Later practice
//! changes nothing of it.

use crate::subjects::Subjects;
use content::Release;
use measure::placement::{Knowledge, Outcome, Skill, SkillId, TubeId};

/// The outcome of one skill of a test.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asked {
    /// The skill.
    pub skill: SkillId,
    /// Whether it was validated; none when it was never tested.
    pub validated: Option<bool>,
}

/// What is shown of several skills: all of them, or those of one competence or subject.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Mastery {
    /// How many skills are asked for.
    pub skills: u32,
    /// How many of them are validated.
    pub validated: u32,
}

impl Mastery {
    /// The share of validated skills in percent, rounded to the nearest; 0 when nothing is asked.
    #[must_use]
    pub fn percent(self) -> u32 {
        (self.validated * 200 + self.skills).checked_div(self.skills * 2).unwrap_or(0)
    }
}

/// The outcomes of a test.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Snapshot(Vec<Asked>);

impl Snapshot {
    /// What is known at present of the skills that a test asks.
    #[must_use]
    pub fn of(subjects: &Subjects, release: &Release, knowledge: &Knowledge) -> Self {
        Self(subjects.skills(release).map(|skill| asked(skill, knowledge)).collect())
    }

    /// Every skill asked for, in the order of the framework.
    #[must_use]
    pub fn skills(&self) -> &[Asked] {
        &self.0
    }

    /// The mastery of the skills that `which` admits.
    #[must_use]
    pub fn mastery(&self, which: impl Fn(SkillId) -> bool) -> Mastery {
        let mut mastery = Mastery::default();
        for asked in self.0.iter().filter(|asked| which(asked.skill)) {
            mastery.skills += 1;
            mastery.validated += u32::from(asked.validated == Some(true));
        }
        mastery
    }

    /// The level reached in a subject: the highest validated skill; 0 when none is.
    #[must_use]
    pub fn level(&self, tube: TubeId) -> u8 {
        let here = self.0.iter().filter(|asked| asked.skill.0 & !15 == tube.0);
        here.filter(|asked| asked.validated == Some(true))
            .map(|asked| level_of(asked.skill))
            .max()
            .unwrap_or(0)
    }

    /// Three bytes a skill, little-endian: its number, then 0 not tested, 1 failed, 2 validated.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        self.0
            .iter()
            .flat_map(|asked| {
                let [low, high] = asked.skill.0.to_le_bytes();
                [low, high, asked.validated.map_or(0, |validated| 1 + u8::from(validated))]
            })
            .collect()
    }

    /// Reads what [`Snapshot::encode`] wrote; `None` for other bytes.
    #[must_use]
    pub fn decode(bytes: &[u8]) -> Option<Self> {
        let (threes, rest) = bytes.as_chunks::<3>();
        let read = |[low, high, outcome]: &[u8; 3]| {
            let validated = match outcome {
                0 => None,
                1 => Some(false),
                2 => Some(true),
                _ => return None,
            };
            Some(Asked { skill: SkillId(u16::from_le_bytes([*low, *high])), validated })
        };
        rest.is_empty().then(|| threes.iter().map(read).collect::<Option<Vec<_>>>())?.map(Self)
    }
}

fn asked(skill: &Skill, knowledge: &Knowledge) -> Asked {
    let known = knowledge.get(skill.id);
    Asked { skill: skill.id, validated: known.map(|evidence| evidence.outcome == Outcome::Validated) }
}

fn level_of(skill: SkillId) -> u8 {
    u8::try_from(skill.0 & 15).unwrap_or(0)
}

/// What a collection of profiles froze for one competence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sent {
    /// The level.
    pub level: u8,
    /// The pix.
    pub pix: u8,
}

/// The profile that was sent, competence by competence in the order of the framework: two bytes each.
#[must_use]
pub fn encode_profile(profile: &[Sent]) -> Vec<u8> {
    profile.iter().flat_map(|sent| [sent.level, sent.pix]).collect()
}

/// Reads what [`encode_profile`] wrote; `None` for other bytes.
#[must_use]
pub fn decode_profile(bytes: &[u8]) -> Option<Vec<Sent>> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    rest.is_empty().then(|| pairs.iter().map(|[level, pix]| Sent { level: *level, pix: *pix }).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn outcomes() -> Snapshot {
        let of = |skill: u16, validated| Asked { skill: SkillId(skill), validated };
        Snapshot(vec![
            of(0x101, Some(true)),
            of(0x102, Some(true)),
            of(0x103, Some(false)),
            of(0x111, None),
            of(0x201, Some(true)),
        ])
    }

    #[test]
    fn mastery_is_the_share_of_what_is_asked() {
        let all = outcomes();
        for (percent, mastery) in [
            (60, all.mastery(|_| true)),
            (67, all.mastery(|skill| skill.0 & !15 == 0x100)),
            (0, all.mastery(|skill| skill.0 & !15 == 0x110)),
            (100, all.mastery(|skill| skill.0 >> 8 == 2)),
            (0, all.mastery(|_| false)),
        ] {
            assert_eq!(mastery.percent(), percent, "{mastery:?}");
        }
        assert_eq!([0x100, 0x110, 0x200].map(|tube| all.level(TubeId(tube))), [2, 0, 1]);
    }

    #[test]
    fn other_bytes_are_refused() {
        for bytes in [&[1, 1][..], &[1, 1, 3], &[1, 1, 2, 0]] {
            assert_eq!(Snapshot::decode(bytes), None, "{bytes:?}");
        }
        assert_eq!(decode_profile(&[1]), None);
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back(skills in prop::collection::vec((any::<u16>(), any::<Option<bool>>()), 0..60)) {
            let asked = skills.into_iter().map(|(skill, validated)| Asked { skill: SkillId(skill), validated });
            let snapshot = Snapshot(asked.collect());
            prop_assert_eq!(Snapshot::decode(&snapshot.encode()), Some(snapshot));
        }

        #[test]
        fn a_sent_profile_reads_back(profile in prop::collection::vec((0u8..=8, 0u8..=64), 0..17)) {
            let profile: Vec<Sent> = profile.into_iter().map(|(level, pix)| Sent { level, pix }).collect();
            prop_assert_eq!(decode_profile(&encode_profile(&profile)), Some(profile));
        }
    }
}
