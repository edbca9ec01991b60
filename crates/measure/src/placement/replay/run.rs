//! Replays complete attempts, asking what the file says was asked.

use std::collections::BTreeSet;

use serde_json::Value;

use super::super::{Evidence, Knowledge, Selection, SkillId, infer, next};
use super::comparison::Comparison;
use super::inference::{Element, RIGHT, compare as compare_elements};
use super::reading::{Read, list, list_or_empty, optional, text, texts, wrong};
use super::selection::{Stage, compare, element, order};

pub(super) fn run(case: &Value) -> Read<Comparison> {
    let mut stage = Stage::read(case)?;
    let known = list_or_empty(case, "knowledgeElements")?
        .iter()
        .map(|value| element(value, &mut stage.cast.names))
        .collect::<Read<Knowledge>>()?;
    let mut play = Play { stage, knowledge: known, ..Play::default() };
    let mut comparison = Comparison::default();
    for (place, step) in list(case, "steps")?.iter().enumerate() {
        play.step(step, place, &mut comparison)?;
    }
    if optional(case, "neverAssessedSkillIds").is_some() {
        let expected = texts(list(case, "neverAssessedSkillIds")?, "neverAssessedSkillIds")?;
        comparison.same("neverAssessedSkillIds", &expected.into_iter().collect(), &play.never_assessed());
    }
    Ok(comparison)
}

#[derive(Default)]
struct Play<'a> {
    stage: Stage<'a>,
    knowledge: Knowledge,
    /// The skills with an element created in this attempt.
    assessed: BTreeSet<SkillId>,
    answered: Vec<u64>,
    last_timed: bool,
}

impl<'a> Play<'a> {
    fn step(&mut self, step: &'a Value, place: usize, comparison: &mut Comparison) -> Read<()> {
        let name = format!("step {} ", place + 1);
        let selection = Selection {
            targets: &self.stage.targets,
            knowledge: &self.knowledge,
            answered: &self.answered,
            recent: &[],
            seed: 0,
            position: 0,
            first: self.answered.is_empty(),
            last_timed: self.last_timed,
            order: order(step),
        };
        let got = next(&selection);
        compare(comparison, &name, &self.stage, step, optional(step, "recommended"), &got)?;
        if optional(step, "askedSkillId").is_none() {
            return Ok(());
        }
        self.ask(step, &self.stage.possible(&got), &name, comparison)?;
        self.answer(step, &name, comparison)
    }

    /// Checks that what the file asked could be asked.
    fn ask(
        &self,
        step: &Value,
        possible: &BTreeSet<&str>,
        name: &str,
        comparison: &mut Comparison,
    ) -> Read<()> {
        let (skill, challenge) = (text(step, "askedSkillId")?, text(step, "askedChallengeId")?);
        if !possible.contains(skill) {
            comparison.differs(&format!("{name}askedSkillId"), skill, &format!("{possible:?}"));
        }
        let free: BTreeSet<&str> = self.free(skill);
        if !free.contains(challenge) {
            comparison.differs(&format!("{name}askedChallengeId"), challenge, &format!("{free:?}"));
        }
        Ok(())
    }

    /// The challenges of a skill that the reference may ask: those in full use, or else any.
    fn free(&self, skill: &str) -> BTreeSet<&'a str> {
        let named = |id: SkillId| self.stage.cast.names.text(id.0) == skill;
        let Some(id) = self.stage.targets.skills().iter().map(|skill| skill.id).find(|id| named(*id)) else {
            return BTreeSet::new();
        };
        let challenges = self.stage.targets.get(id).map_or(&[][..], |target| &target.challenges);
        let free = challenges.iter().filter(|c| c.spoken && !self.answered.contains(&c.key));
        let preferred = free.clone().any(|challenge| challenge.preferred);
        free.filter(|challenge| challenge.preferred || !preferred)
            .filter_map(|challenge| u16::try_from(challenge.key).ok())
            .map(|key| self.stage.keys.text(key))
            .collect()
    }

    fn answer(&mut self, step: &'a Value, name: &str, comparison: &mut Comparison) -> Read<()> {
        let skill = self.stage.cast.names.skill(text(step, "askedSkillId")?)?;
        let key = u64::from(self.stage.keys.number(text(step, "askedChallengeId")?)?);
        let target =
            self.stage.targets.get(skill).ok_or_else(|| wrong("askedSkillId", "a targeted skill"))?;
        self.last_timed = target.challenges.iter().any(|challenge| challenge.key == key && challenge.timed);
        let success = text(step, "answerStatus")? == RIGHT;
        let created = infer(&self.stage.cast.skills, &self.assessed, skill, success, instant(&self.answered));
        let elements: Vec<Element> =
            created.iter().map(|evidence| Element::of(evidence, &self.stage.cast)).collect();
        compare_elements(comparison, &format!("{name}created"), list(step, "created")?, &elements)?;
        self.assessed.extend(created.iter().map(|evidence| evidence.skill));
        self.answered.push(key);
        self.force(created);
        Ok(())
    }

    /// Puts new elements in force the reference's way: the newest wins, whatever its source.
    fn force(&mut self, created: Vec<Evidence>) {
        for evidence in created {
            self.knowledge.forget(evidence.skill);
            self.knowledge.absorb([evidence]);
        }
    }

    fn never_assessed(&self) -> BTreeSet<&'a str> {
        let unknown = |id: &SkillId| self.knowledge.get(*id).is_none();
        let ids = self.stage.targets.skills().iter().map(|skill| skill.id).filter(unknown);
        ids.map(|id| self.stage.cast.names.text(id.0)).collect()
    }
}

/// One instant per answer, in order.
fn instant(answered: &[u64]) -> i64 {
    i64::try_from(answered.len()).unwrap_or(i64::MAX)
}
