//! One choice to make, written in place.

use measure::placement::{
    Challenge, Evidence, Knowledge, Next, Order, Outcome, Pix, Selection, Skill, SkillId, Source, Target,
    Targets, TubeId, next,
};

/// A target (tube, level) with a number made of both: tube 2, level 3 is skill 23.
pub(crate) fn target(tube: u16, level: u8, challenges: Vec<Challenge>) -> Target {
    let id = SkillId(tube * 10 + u16::from(level));
    Target { skill: Skill { id, tube: TubeId(tube), level, pix: Pix::from(1) }, challenges }
}

pub(crate) fn key(tube: u16, level: u8) -> u64 {
    u64::from(tube * 10 + u16::from(level))
}

/// Skills with one untimed challenge each, whose key is the number of the skill.
pub(crate) fn plain(skills: &[u16]) -> Vec<Target> {
    let level = |skill: u16| u8::try_from(skill % 10).unwrap();
    let one = |&skill: &u16| target(skill / 10, level(skill), vec![Challenge::new(u64::from(skill))]);
    skills.iter().map(one).collect()
}

/// The same, with these skills timed.
pub(crate) fn timed(skills: &[u16], timed: &[u16]) -> Vec<Target> {
    let mut targets = plain(skills);
    for target in targets.iter_mut().filter(|target| timed.contains(&target.skill.id.0)) {
        target.challenges.iter_mut().for_each(|challenge| challenge.timed = true);
    }
    targets
}

pub(crate) fn known(skill: u16, outcome: Outcome, source: Source) -> Evidence {
    Evidence { skill: SkillId(skill), outcome, source, at: 0 }
}

#[derive(Debug, Clone)]
pub(crate) struct Case {
    pub targets: Vec<Target>,
    pub knowledge: Vec<Evidence>,
    pub answered: Vec<u64>,
    pub first: bool,
    pub last_timed: bool,
    pub order: Order,
}

impl Default for Case {
    fn default() -> Self {
        let (targets, knowledge, answered) = (Vec::new(), Vec::new(), Vec::new());
        Case { targets, knowledge, answered, first: false, last_timed: false, order: Order::LimitFirst }
    }
}

pub(crate) fn choose(case: &Case, seed: u64, position: u32, recent: &[u64]) -> Next {
    let targets = Targets::new(case.targets.clone());
    let knowledge: Knowledge = case.knowledge.iter().copied().collect();
    next(&Selection {
        targets: &targets,
        knowledge: &knowledge,
        answered: &case.answered,
        recent,
        seed,
        position,
        first: case.first,
        last_timed: case.last_timed,
        order: case.order,
    })
}
