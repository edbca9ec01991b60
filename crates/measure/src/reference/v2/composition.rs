//! The questions of the test: for each competence, the hardest skills that the learner validated.

use std::collections::HashSet;

/// A skill that the learner validated, with its questions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ValidatedSkill {
    /// Its competence, or the area for a complementary certification.
    pub group: u32,
    /// Its tube.
    pub tube: u32,
    /// Its level.
    pub level: u8,
    /// Its questions, each with whether the learner answered it before.
    pub questions: Vec<(u64, bool)>,
}

/// Up to `most` questions of a group (3 for a competence, 4 for an area of a complementary certification), one per skill:
/// the hardest skills first, those of tubes not taken yet before the others, and a question that was not answered before
/// if there is one.
#[must_use]
pub fn questions(skills: &[ValidatedSkill], group: u32, most: usize) -> Vec<u64> {
    let mut mine: Vec<&ValidatedSkill> =
        skills.iter().filter(|skill| skill.group == group && !skill.questions.is_empty()).collect();
    mine.sort_by_key(|skill| std::cmp::Reverse(skill.level));
    let mut tubes = HashSet::new();
    let (first, others): (Vec<&ValidatedSkill>, Vec<&ValidatedSkill>) =
        mine.into_iter().partition(|skill| tubes.insert(skill.tube));
    let fresh = |skill: &ValidatedSkill| {
        let new = skill.questions.iter().find(|(_, answered)| !answered);
        new.or(skill.questions.first()).map(|(question, _)| *question)
    };
    first.into_iter().chain(others).take(most).filter_map(fresh).collect()
}
