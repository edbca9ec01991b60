//! What an attempt may ask: the targeted skills and their challenges, sorted once for many choices.

use super::{Evidence, Knowledge, Skill, SkillId};

/// One question that may be asked on a skill.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Challenge {
    /// The caller's own key, never interpreted here.
    pub key: u64,
    /// Whether it exists in the language of the attempt. A challenge in another language is not
    /// asked, but still makes its skill a rung of the tube.
    pub spoken: bool,
    /// Whether time is limited.
    pub timed: bool,
    /// Whether it is in full use; an archived one is asked only when no other is left.
    pub preferred: bool,
}

impl Challenge {
    /// A challenge in full use, untimed, in the language of the attempt.
    pub fn new(key: u64) -> Challenge {
        Challenge { key, spoken: true, timed: false, preferred: true }
    }
}

/// A targeted skill with its challenges in content order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// The skill.
    pub skill: Skill,
    /// Its challenges.
    pub challenges: Vec<Challenge>,
}

/// All the targeted skills, sorted by tube, level and number; build it once per content release.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Targets {
    list: Vec<Target>,
    skills: Vec<Skill>,
    /// Places in `list`, sorted by skill.
    by_skill: Vec<usize>,
}

impl Targets {
    /// Sorts the targets; of two targets on one skill, the first stays.
    pub fn new(targets: Vec<Target>) -> Targets {
        let mut list = targets;
        list.sort_by_key(|target| target.skill.id);
        list.dedup_by_key(|target| target.skill.id);
        list.sort_by_key(|target| (target.skill.tube, target.skill.level));
        let skills: Vec<Skill> = list.iter().map(|target| target.skill).collect();
        let mut numbered: Vec<(SkillId, usize)> = skills.iter().map(|skill| skill.id).zip(0..).collect();
        numbered.sort_unstable();
        let by_skill = numbered.into_iter().map(|(_, place)| place).collect();
        Targets { list, skills, by_skill }
    }

    /// The targeted skills, sorted by tube and level.
    pub fn skills(&self) -> &[Skill] {
        &self.skills
    }

    /// The targets, sorted by tube and level.
    pub(super) fn list(&self) -> &[Target] {
        &self.list
    }

    /// The target on this skill, if it is targeted.
    pub fn get(&self, skill: SkillId) -> Option<&Target> {
        let id = |place: &usize| self.list.get(*place).map(|target| target.skill.id);
        let found = self.by_skill.binary_search_by_key(&Some(skill), id).ok()?;
        self.by_skill.get(found).and_then(|place| self.list.get(*place))
    }

    /// The targets of each tube in turn, each with its element in force.
    pub(super) fn with_evidence<'a>(
        &'a self,
        knowledge: &'a Knowledge,
    ) -> Vec<(&'a Target, Option<&'a Evidence>)> {
        let mut held: Vec<_> = self.list.iter().map(|target| (target, None)).collect();
        let mut evidence = knowledge.iter().peekable();
        for place in &self.by_skill {
            let Some((target, known)) = held.get_mut(*place) else { continue };
            while evidence.next_if(|e| e.skill < target.skill.id).is_some() {}
            *known = evidence.next_if(|e| e.skill == target.skill.id);
        }
        held
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Outcome, Pix, Source, TubeId};
    use super::*;

    fn target(id: u16, tube: u16, level: u8, key: u64) -> Target {
        let skill = Skill { id: SkillId(id), tube: TubeId(tube), level, pix: Pix::from(1) };
        Target { skill, challenges: vec![Challenge::new(key)] }
    }

    fn targets() -> Targets {
        let list = vec![target(9, 1, 2, 0), target(3, 2, 1, 1), target(5, 1, 1, 2), target(9, 7, 7, 3)];
        Targets::new(list)
    }

    #[test]
    fn targets_are_sorted_and_single() {
        let ids: Vec<u16> = targets().skills().iter().map(|skill| skill.id.0).collect();
        assert_eq!(ids, [5, 9, 3]);
    }

    #[test]
    fn a_target_is_found_by_its_skill() {
        let check = |id, expected: Option<u64>| {
            let targets = targets();
            let got = targets.get(SkillId(id)).and_then(|target| target.challenges.first());
            assert_eq!(got.map(|challenge| challenge.key), expected, "{id}");
        };
        check(9, Some(0));
        check(3, Some(1));
        check(5, Some(2));
        check(4, None);
        check(10, None);
    }

    #[test]
    fn each_target_gets_its_own_element() {
        let element =
            |id| Evidence { skill: SkillId(id), outcome: Outcome::Validated, source: Source::Direct, at: 0 };
        let knowledge: Knowledge = [1, 3, 4, 9, 12].map(element).into_iter().collect();
        let targets = targets();
        let got: Vec<(u16, Option<u16>)> = targets
            .with_evidence(&knowledge)
            .iter()
            .map(|(target, known)| (target.skill.id.0, known.map(|e| e.skill.0)))
            .collect();
        assert_eq!(got, [(5, None), (9, Some(9)), (3, Some(3))]);
    }
}
