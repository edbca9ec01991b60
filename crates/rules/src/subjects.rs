//! What a test asks: subjects (tubes of the bank), each up to a level. Written `1.2-a:5 4.1-c:3`.

use crate::syllabus::{Syllabus, question};
use content::{Release, SkillCode};
use measure::placement::{Skill, SkillId, TubeId};
use std::collections::BTreeMap;
use std::fmt;

/// The competence index of a syllabus that belongs to no competence alone.
pub const SEVERAL: u8 = u8::MAX;
/// The highest level of a subject.
const TOP: u8 = 8;

/// Subjects with the highest level of each, by tube.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Subjects(BTreeMap<u16, u8>);

impl Subjects {
    /// Reads `1.2-a:5 4.1-c:3`; `None` when a word is no subject and level of the framework, or comes twice.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut subjects = BTreeMap::new();
        for word in text.split_whitespace() {
            let (tube, level) = word.split_once(':')?;
            let level: u8 = level.parse().ok()?;
            let tube = tube_number(tube).filter(|_| (1..=TOP).contains(&level))?;
            if subjects.insert(tube.0, level).is_some() {
                return None;
            }
        }
        Some(Self(subjects))
    }

    /// These tubes, each up to a level; levels beyond the framework's are lowered to its top.
    #[must_use]
    pub fn of(tubes: impl IntoIterator<Item = (TubeId, u8)>) -> Self {
        Self(tubes.into_iter().map(|(tube, level)| (tube.0, level.clamp(1, TOP))).collect())
    }

    /// Whether nothing is asked.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Each tube and its highest level, in the order of the framework.
    pub fn iter(&self) -> impl Iterator<Item = (TubeId, u8)> + '_ {
        self.0.iter().map(|(tube, level)| (TubeId(*tube), *level))
    }

    /// The highest level asked of a tube; none when it is not asked.
    #[must_use]
    pub fn level(&self, tube: TubeId) -> Option<u8> {
        self.0.get(&tube.0).copied()
    }

    /// Whether a skill is asked.
    #[must_use]
    pub fn asks(&self, skill: &Skill) -> bool {
        self.level(skill.tube).is_some_and(|top| skill.level <= top)
    }

    /// The skills of a release that are asked, in the order of the framework.
    pub fn skills<'a>(&'a self, release: &'a Release) -> impl Iterator<Item = &'a Skill> + 'a {
        release.skills().iter().filter(|skill| self.asks(skill))
    }

    /// What a release asks of these subjects, as one test.
    #[must_use]
    pub fn syllabus(&self, release: &Release) -> Syllabus {
        let asked = self.skills(release);
        let asked = asked.map(|skill| (*skill, release.families_of(skill.id).map(question).collect()));
        Syllabus::new(SEVERAL, asked.collect())
    }
}

impl fmt::Display for Subjects {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, (tube, level)) in self.iter().enumerate() {
            let space = if place == 0 { "" } else { " " };
            write!(out, "{space}{}:{level}", tube_code(tube).unwrap_or_default())?;
        }
        Ok(())
    }
}

/// The number of a tube written `1.2-a`.
#[must_use]
pub fn tube_number(code: &str) -> Option<TubeId> {
    SkillCode::parse(&format!("{code}-1")).map(SkillCode::tube_id)
}

/// The code of a tube, such as `1.2-a`.
#[must_use]
pub fn tube_code(tube: TubeId) -> Option<String> {
    SkillCode::from_id(SkillId(tube.0 + 1)).map(SkillCode::tube)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn subjects_are_read_and_written() {
        for (text, expected) in [
            ("", Some("")),
            ("1.2-a:5", Some("1.2-a:5")),
            (" 4.1-c:3  1.2-a:5 ", Some("1.2-a:5 4.1-c:3")),
            ("1.2-a:0", None),
            ("1.2-a:9", None),
            ("1.2-a", None),
            ("1.9-a:1", None),
            ("1.2-z:1", None),
            ("1.2-a:1 1.2-a:2", None),
        ] {
            let read = Subjects::parse(text).map(|subjects| subjects.to_string());
            assert_eq!(read.as_deref(), expected, "{text:?}");
        }
    }

    #[test]
    fn a_skill_is_asked_up_to_its_level() {
        let subjects = Subjects::parse("1.2-a:3").expect("subjects");
        for (code, asked) in [("1.2-a-1", true), ("1.2-a-3", true), ("1.2-a-4", false), ("1.2-b-1", false)] {
            let code = SkillCode::parse(code).expect("a code");
            let skill = Skill {
                id: code.id(),
                tube: code.tube_id(),
                level: code.level(),
                pix: measure::placement::Pix::share(1),
            };
            assert_eq!(subjects.asks(&skill), asked, "{code}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back(tubes in prop::collection::btree_map(0u8..16, 1u8..=8, 0..16)) {
            let tubes = tubes.into_iter().map(|(competence, level)| (TubeId(u16::from(competence) << 8), level));
            let subjects = Subjects::of(tubes);
            prop_assert_eq!(Subjects::parse(&subjects.to_string()), Some(subjects));
        }

        #[test]
        fn any_text_is_read_or_refused(text: String) {
            let _read = Subjects::parse(&text);
        }
    }
}
