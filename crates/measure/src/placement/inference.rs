//! What one answer proves: the skill asked, and its neighbours in the tube.

use std::collections::BTreeSet;

use super::{Evidence, Outcome, Skill, SkillId, Source};

/// The elements created by one answer, the direct one first.
///
/// `assessed` holds the skills that already have an element created in this attempt: they are left
/// alone. Nothing is created when the skill answered is one of them, or is not targeted. Otherwise
/// a success also validates the strictly easier skills of the tube, and a failure invalidates the
/// strictly harder ones. Only a fully right answer is a success.
pub fn infer(
    targets: &[Skill],
    assessed: &BTreeSet<SkillId>,
    answered: SkillId,
    success: bool,
    at: i64,
) -> Vec<Evidence> {
    let Some(asked) = targets.iter().find(|skill| skill.id == answered) else { return Vec::new() };
    if assessed.contains(&answered) {
        return Vec::new();
    }
    let outcome = if success { Outcome::Validated } else { Outcome::Invalidated };
    let element = |skill, source| Evidence { skill, outcome, source, at };
    let follows = |skill: &&Skill| {
        let beyond = if success { skill.level < asked.level } else { skill.level > asked.level };
        skill.tube == asked.tube && beyond && !assessed.contains(&skill.id)
    };
    let inferred = targets.iter().filter(follows).map(|skill| element(skill.id, Source::Inferred));
    std::iter::once(element(answered, Source::Direct)).chain(inferred).collect()
}

#[cfg(test)]
mod tests {
    use super::super::{Pix, TubeId};
    use super::*;

    /// Tube 0 has levels 1, 2, 4, 4, 6 (skills 1, 2, 4, 14, 6); tube 1 has level 1 (skill 21).
    fn targets() -> Vec<Skill> {
        let skill = |id, tube, level| Skill { id: SkillId(id), tube: TubeId(tube), level, pix: Pix::from(1) };
        vec![skill(6, 0, 6), skill(1, 0, 1), skill(2, 0, 2), skill(4, 0, 4), skill(14, 0, 4), skill(21, 1, 1)]
    }

    #[test]
    fn an_answer_proves_its_skill_and_its_side_of_the_tube() {
        let check = |assessed: &[u16], answered: u16, success: bool, inferred: Option<&[u16]>| {
            let assessed = assessed.iter().map(|&id| SkillId(id)).collect();
            let got = infer(&targets(), &assessed, SkillId(answered), success, 9);
            let outcome = if success { Outcome::Validated } else { Outcome::Invalidated };
            let element = |id, source| Evidence { skill: SkillId(id), outcome, source, at: 9 };
            let expected: Vec<Evidence> = inferred.map_or_else(Vec::new, |ids| {
                let others = ids.iter().map(|&id| element(id, Source::Inferred));
                std::iter::once(element(answered, Source::Direct)).chain(others).collect()
            });
            assert_eq!(got, expected, "{answered} {success}");
        };
        check(&[], 4, true, Some(&[1, 2]));
        check(&[], 4, false, Some(&[6]));
        check(&[], 1, true, Some(&[]));
        check(&[], 6, false, Some(&[]));
        check(&[], 1, false, Some(&[6, 2, 4, 14]));
        check(&[], 21, true, Some(&[]));
        check(&[2], 4, true, Some(&[1]));
        check(&[4], 4, true, None);
        check(&[], 99, true, None);
    }
}
