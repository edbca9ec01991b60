//! Which tutorials would help: in each subject, those of the easiest skill answered wrong.

use content::{Family, Release, SkillCode, Tube, Tutorial};
use measure::placement::{Knowledge, Outcome, Source};

/// The tutorials of one subject.
pub struct Advice<'a> {
    /// The subject.
    pub tube: &'a Tube,
    /// Its tutorials, at least one.
    pub tutorials: Vec<&'a Tutorial>,
}

/// What would help in a competence, subject by subject.
pub fn advice<'a>(release: &'a Release, knowledge: &Knowledge, competence: &str) -> Vec<Advice<'a>> {
    let here = format!("{competence}-");
    let tubes = release.tubes().filter(|tube| tube.code.starts_with(&here));
    let advised = tubes.filter_map(|tube| {
        let tutorials = tutorials(release, easiest_failed(tube, knowledge)?);
        (!tutorials.is_empty()).then_some(Advice { tube, tutorials })
    });
    advised.collect()
}

fn easiest_failed(tube: &Tube, knowledge: &Knowledge) -> Option<SkillCode> {
    let failed = |code: &SkillCode| {
        let evidence = knowledge.get(code.id());
        evidence.is_some_and(|one| one.source == Source::Direct && one.outcome == Outcome::Invalidated)
    };
    tube.skills.iter().map(|skill| skill.code).filter(failed).min_by_key(|code| code.level())
}

fn tutorials(release: &Release, skill: SkillCode) -> Vec<&Tutorial> {
    let mut ids: Vec<String> = Vec::new();
    for id in release.families_of(skill.id()).flat_map(Family::tutorials) {
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    ids.iter().filter_map(|id| release.tutorial(id)).collect()
}
