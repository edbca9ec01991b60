//! Badges (thematic results): what must hold of a participation for one to be given.

use crate::snapshot::Snapshot;
use crate::subjects::Subjects;
use content::SkillCode;
use measure::placement::{SkillId, TubeId};
use std::fmt;

/// More criteria than a badge needs.
pub const MOST_CRITERIA: usize = 20;
/// The highest share that can be asked for.
const WHOLE: u32 = 100;

/// One condition of a badge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Criterion {
    /// The share of validated skills that must be reached, in percent.
    pub threshold: u32,
    /// The subjects that count, each up to a level; empty for the whole participation.
    pub subjects: Subjects,
}

impl Criterion {
    /// A share as it is typed, of these subjects; `None` when it is no whole number from 1 to 100.
    #[must_use]
    pub fn typed(share: &str, subjects: Subjects) -> Option<Self> {
        let threshold = share.trim().parse().ok().filter(|share| (1..=WHOLE).contains(share))?;
        Some(Self { threshold, subjects })
    }

    /// Reads `60` (of the whole) or `75 1.2-a:3 1.2-b:3` (of these subjects); `None` for anything else.
    #[must_use]
    pub fn parse(line: &str) -> Option<Self> {
        let line = line.trim();
        let (share, subjects) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
        Self::typed(share, Subjects::parse(subjects)?)
    }

    /// Whether a participation fulfils it. What was not asked cannot be validated.
    #[must_use]
    pub fn holds(&self, snapshot: &Snapshot) -> bool {
        let counts = |skill| self.subjects.is_empty() || is_capped(&self.subjects, skill);
        let mastery = snapshot.mastery(counts);
        // Compared before rounding: 59.6 % is not 60 %.
        mastery.skills > 0 && mastery.validated * WHOLE >= self.threshold * mastery.skills
    }
}

impl fmt::Display for Criterion {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let space = if self.subjects.is_empty() { "" } else { " " };
        write!(out, "{}{space}{}", self.threshold, self.subjects)
    }
}

/// Whether a skill belongs to subjects, up to their levels.
#[must_use]
pub fn is_capped(subjects: &Subjects, skill: SkillId) -> bool {
    let level = SkillCode::from_id(skill).map_or(u8::MAX, SkillCode::level);
    subjects.level(TubeId(skill.0 & !15)).is_some_and(|top| level <= top)
}

/// Reads the criteria of a badge, one a line.
///
/// # Errors
/// The number of the first line that is no criterion, from 1; 1 when there is none at all.
pub fn criteria(text: &str) -> Result<Vec<Criterion>, usize> {
    let lines = text.lines().zip(1usize..).filter(|(line, _)| !line.trim().is_empty());
    let read = lines.map(|(line, number)| Criterion::parse(line).ok_or(number));
    let criteria = read.collect::<Result<Vec<_>, _>>()?;
    if criteria.is_empty() {
        return Err(1);
    }
    if criteria.len() > MOST_CRITERIA { Err(MOST_CRITERIA + 1) } else { Ok(criteria) }
}

/// The criteria as they are kept: one a line.
#[must_use]
pub fn written(criteria: &[Criterion]) -> String {
    criteria.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

/// Why the criteria of a badge stay as they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// There are [`MOST_CRITERIA`] already.
    Many,
    /// It is the only one: a badge without criteria is never obtained.
    Last,
}

/// Criteria and one more; nothing changes where it is there already.
///
/// # Errors
/// [`Kept::Many`].
pub fn with(mut criteria: Vec<Criterion>, one: Criterion) -> Result<Vec<Criterion>, Kept> {
    if criteria.contains(&one) {
        return Ok(criteria);
    }
    if criteria.len() >= MOST_CRITERIA {
        return Err(Kept::Many);
    }
    criteria.push(one);
    Ok(criteria)
}

/// Criteria without one; nothing changes where it is gone already.
///
/// # Errors
/// [`Kept::Last`].
pub fn without(mut criteria: Vec<Criterion>, one: &Criterion) -> Result<Vec<Criterion>, Kept> {
    if criteria.iter().all(|other| other == one) {
        return Err(Kept::Last);
    }
    criteria.retain(|other| other != one);
    Ok(criteria)
}

/// Whether a participation obtains a badge: all of its criteria hold, and there is one.
#[must_use]
pub fn obtained(snapshot: &Snapshot, criteria: &[Criterion]) -> bool {
    !criteria.is_empty() && criteria.iter().all(|criterion| criterion.holds(snapshot))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The first competence's first tube: levels 1 to 4, of which `validated` are validated and the next failed.
    fn snapshot(validated: u8) -> Snapshot {
        let skills = ["1.1-a-1", "1.1-a-2", "1.1-a-3", "1.1-b-1"];
        let bytes = skills.iter().zip(0u8..).flat_map(|(code, place)| {
            let [low, high] = SkillCode::parse(code).expect("a code").id().0.to_le_bytes();
            [low, high, if place < validated { 2 } else { 1 }]
        });
        Snapshot::decode(&bytes.collect::<Vec<_>>()).expect("a snapshot")
    }

    #[test]
    fn every_criterion_must_hold() {
        for (validated, text, expected) in [
            (3, "75", true),
            (3, "76", false),
            (2, "75", false),
            (3, "100 1.1-a:3", true),
            (2, "100 1.1-a:3", false),
            (2, "100 1.1-a:2", true),
            (2, "66 1.1-a:3", true),
            (2, "67 1.1-a:3", false),
            (3, "75\n100 1.1-a:3", true),
            (3, "75\n100 1.1-a:3\n50 1.1-b:1", false),
            (4, "1 2.1-a:1", false),
        ] {
            let criteria = criteria(text).expect("criteria");
            assert_eq!(obtained(&snapshot(validated), &criteria), expected, "{validated} of {text:?}");
        }
        assert!(!obtained(&snapshot(4), &[]), "no badge without a criterion");
        assert!(!obtained(&Snapshot::default(), &criteria("1").expect("criteria")), "nothing was asked");
    }

    #[test]
    fn criteria_are_read_line_by_line() {
        for (text, expected) in [
            ("60", Ok("60")),
            (" 60 \n\n75  1.2-b:3 1.2-a:3", Ok("60\n75 1.2-a:3 1.2-b:3")),
            ("", Err(1)),
            ("0", Err(1)),
            ("60\n101", Err(2)),
            ("60 %", Err(1)),
            ("60\n50 1.9-a:2", Err(2)),
            ("60\n50 1.2-a", Err(2)),
        ] {
            let read = criteria(text).map(|criteria| written(&criteria));
            assert_eq!(read, expected.map(str::to_owned), "{text:?}");
        }
        assert_eq!(criteria(&"60\n".repeat(MOST_CRITERIA + 1)), Err(MOST_CRITERIA + 1));
    }

    #[test]
    fn criteria_are_added_and_removed_once() {
        let many: Vec<String> = (1..=MOST_CRITERIA).map(|share| share.to_string()).collect();
        let many = many.join("\n");
        let many = many.as_str();
        let without_three = many.replace("\n3\n", "\n");
        for (before, one, added, removed) in [
            ("60", "75 1.2-a:3", Ok("60\n75 1.2-a:3"), Ok("60")),
            ("60", "60", Ok("60"), Err(Kept::Last)),
            ("60\n75 1.2-a:3", "60", Ok("60\n75 1.2-a:3"), Ok("75 1.2-a:3")),
            (many, "3", Ok(many), Ok(without_three.as_str())),
            (many, "99", Err(Kept::Many), Ok(many)),
        ] {
            let (read, one) = (criteria(before).expect("criteria"), Criterion::parse(one).expect("one"));
            let after = with(read.clone(), one.clone()).map(|after| written(&after));
            assert_eq!(after, added.map(str::to_owned), "{before:?} with {one}");
            let after = without(read, &one).map(|after| written(&after));
            assert_eq!(after, removed.map(str::to_owned), "{before:?} without {one}");
        }
        for share in ["0", "101", "", "x", "60 1.2-a:3"] {
            assert_eq!(Criterion::typed(share, Subjects::default()), None, "{share}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(text: String) {
            if let Ok(read) = criteria(&text) {
                prop_assert_eq!(criteria(&written(&read)), Ok(read));
            }
        }
    }
}
