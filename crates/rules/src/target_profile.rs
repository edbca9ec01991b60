//! Target profiles: how long their tests take, and what a draft of one must have.

use crate::subjects::Subjects;
use content::{Release, SkillCode};
use measure::placement::SkillId;

/// The families of profiles, as they are written down.
pub const CATEGORIES: [&str; 9] = [
    "PREDEFINED",
    "BACK_TO_SCHOOL",
    "DISCIPLINE",
    "COMPETENCES",
    "SUBJECT",
    "TARGETED",
    "PIX_PLUS",
    "CUSTOM",
    "OTHER",
];
/// The longest name, in characters.
pub const LONGEST_NAME: usize = 120;
/// The longest description, in characters.
pub const LONGEST_DESCRIPTION: usize = 1_000;

/// How many minutes a test of these subjects takes, for people of whom nothing is known.
///
/// The test halves each subject: it asks a level in the middle, then goes up or down. Every level that somebody may
/// have reached in a subject counts the same, and a level takes what its families say, on average.
#[must_use]
pub fn minutes(subjects: &Subjects, release: &Release) -> u32 {
    let sum: f64 = subjects.iter().map(|(tube, top)| of_tube(tube.0, top, release)).sum();
    // A test is hours at most; a fraction of a minute is not told.
    format!("{sum:.0}").parse().unwrap_or(u32::MAX)
}

/// The minutes of one subject up to a level.
#[must_use]
pub fn minutes_of_tube(tube: measure::placement::TubeId, top: u8, release: &Release) -> f64 {
    of_tube(tube.0, top, release)
}

fn of_tube(tube: u16, top: u8, release: &Release) -> f64 {
    let rungs: Vec<f64> =
        (1..=top).filter_map(|level| of_skill(SkillId(tube + u16::from(level)), release)).collect();
    halved(&rungs)
}

/// The average minutes of the families that test a skill; none when nothing does.
fn of_skill(skill: SkillId, release: &Release) -> Option<f64> {
    let (sum, count) = release
        .families_of(skill)
        .fold((0.0, 0.0), |(sum, count), family| (sum + f64::from(family.front().minutes), count + 1.0));
    (count > 0.0).then_some(sum / count)
}

/// The minutes spent on rungs of these minutes, when each outcome (none of them, up to the first…) is as likely.
fn halved(rungs: &[f64]) -> f64 {
    let (below, above) = rungs.split_at(rungs.len() / 2);
    let Some((asked, above)) = above.split_first() else { return 0.0 };
    let outcomes = |rungs: &[f64]| rungs.iter().fold(1.0, |count, _| count + 1.0);
    let (low, high) = (outcomes(below), outcomes(above));
    asked + (low * halved(below) + high * halved(above)) / (low + high)
}

/// The highest level that the bank has of a tube; none when it has nothing.
#[must_use]
pub fn top_of(tube: &str, release: &Release) -> Option<u8> {
    let tube = crate::subjects::tube_number(tube)?;
    let here = release.skills().iter().filter(|skill| skill.tube == tube);
    here.map(|skill| skill.level).max()
}

/// Subjects without what the bank cannot ask: unknown tubes go, levels are lowered to what there is.
#[must_use]
pub fn within(subjects: &Subjects, release: &Release) -> Subjects {
    Subjects::of(subjects.iter().filter_map(|(tube, level)| {
        let code = SkillCode::from_id(SkillId(tube.0 + 1))?.tube();
        Some((tube, level.min(top_of(&code, release)?)))
    }))
}

/// A profile as somebody filled it in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Draft {
    /// Its name.
    pub name: String,
    /// What it is for.
    pub description: String,
    /// Its family, one of [`CATEGORIES`].
    pub category: String,
    /// What it asks.
    pub subjects: Subjects,
}

/// What is wrong with a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// There is no name.
    NoName,
    /// The name is longer than [`LONGEST_NAME`].
    LongName,
    /// The description is longer than [`LONGEST_DESCRIPTION`].
    LongDescription,
    /// The family is not one of [`CATEGORIES`].
    UnknownCategory,
    /// No subject is asked.
    Empty,
}

/// Everything that is wrong with a draft.
#[must_use]
pub fn faults(draft: &Draft) -> Vec<Fault> {
    let checks = [
        (Fault::NoName, draft.name.trim().is_empty()),
        (Fault::LongName, draft.name.chars().count() > LONGEST_NAME),
        (Fault::LongDescription, draft.description.chars().count() > LONGEST_DESCRIPTION),
        (Fault::UnknownCategory, !CATEGORIES.contains(&draft.category.as_str())),
        (Fault::Empty, draft.subjects.is_empty()),
    ];
    checks.into_iter().filter_map(|(fault, found)| found.then_some(fault)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_subject_is_halved() {
        for (rungs, expected) in [
            (&[][..], 0.0),
            (&[2.0], 2.0),
            // The second is asked; one person in three passes, two are asked the first.
            (&[2.0, 3.0], 3.0 + 4.0 / 3.0),
            (&[2.0, 3.0, 4.0], 3.0 + 1.0 + 2.0),
        ] {
            assert!((halved(rungs) - expected).abs() < 1e-9, "{rungs:?}: {}", halved(rungs));
        }
    }

    #[test]
    fn every_fault_of_a_draft_is_told() {
        let sound = || Draft {
            name: "Rentrée".to_owned(),
            category: "OTHER".to_owned(),
            subjects: Subjects::parse("1.2-a:3").expect("subjects"),
            ..Draft::default()
        };
        for (draft, expected) in [
            (sound(), &[][..]),
            (Draft { name: " ".to_owned(), ..sound() }, &[Fault::NoName]),
            (Draft { name: "é".repeat(LONGEST_NAME + 1), ..sound() }, &[Fault::LongName]),
            (Draft { name: "é".repeat(LONGEST_NAME), ..sound() }, &[]),
            (
                Draft { description: "x".repeat(LONGEST_DESCRIPTION + 1), ..sound() },
                &[Fault::LongDescription],
            ),
            (Draft::default(), &[Fault::NoName, Fault::UnknownCategory, Fault::Empty]),
        ] {
            assert_eq!(faults(&draft), expected, "{draft:?}");
        }
    }
}
