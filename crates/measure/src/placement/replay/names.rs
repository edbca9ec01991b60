//! The numbers given to the names of one case.

use std::collections::HashMap;

use serde_json::Value;

use super::super::{Pix, Skill, SkillId, TubeId};
use super::reading::{Malformed, Read, level, optional, pix_of, text, wrong};

/// Numbers texts by first appearance, from 0.
#[derive(Debug, Default)]
pub(super) struct Names<'a> {
    numbers: HashMap<&'a str, u16>,
    texts: Vec<&'a str>,
}

impl<'a> Names<'a> {
    pub fn number(&mut self, text: &'a str) -> Read<u16> {
        if let Some(number) = self.numbers.get(text) {
            return Ok(*number);
        }
        let number = u16::try_from(self.texts.len()).map_err(|_| Malformed("too many names".to_owned()))?;
        self.numbers.insert(text, number);
        self.texts.push(text);
        Ok(number)
    }

    pub fn text(&self, number: u16) -> &'a str {
        self.texts.get(usize::from(number)).copied().unwrap_or("?")
    }

    pub fn skill(&mut self, text: &'a str) -> Read<SkillId> {
        self.number(text).map(SkillId)
    }

    pub fn skills(&mut self, texts: impl IntoIterator<Item = &'a str>) -> Read<Vec<SkillId>> {
        texts.into_iter().map(|text| self.skill(text)).collect()
    }
}

/// The skills of a case with their names and, where the file gives them, their competences.
#[derive(Debug, Default)]
pub(super) struct Cast<'a> {
    pub names: Names<'a>,
    tubes: Names<'a>,
    pub skills: Vec<Skill>,
    competences: HashMap<SkillId, &'a str>,
}

impl<'a> Cast<'a> {
    /// Reads skills with id, tube and level; a value in pix and a competence when given.
    pub fn read(skills: &'a [Value]) -> Read<Cast<'a>> {
        let mut cast = Cast::default();
        for skill in skills {
            cast.add(skill)?;
        }
        Ok(cast)
    }

    fn add(&mut self, skill: &'a Value) -> Read<()> {
        let id = self.names.skill(text(skill, "id")?)?;
        let tube = TubeId(self.tubes.number(text(skill, "tube")?)?);
        let pix = optional(skill, "pixValue").map(|pix| pix_of(pix, "pixValue")).transpose()?;
        let pix = pix.unwrap_or(Pix::ZERO);
        if let Some(competence) = optional(skill, "competenceId") {
            let competence = competence.as_str().ok_or_else(|| wrong("competenceId", "a text"))?;
            self.competences.insert(id, competence);
        }
        self.skills.push(Skill { id, tube, level: level(skill, "level")?, pix });
        Ok(())
    }

    pub fn pix(&self, id: SkillId) -> Pix {
        self.skills.iter().find(|skill| skill.id == id).map_or(Pix::ZERO, |skill| skill.pix)
    }

    pub fn competence(&self, id: SkillId) -> Option<&'a str> {
        self.competences.get(&id).copied()
    }

    pub fn knows_competence(&self, name: &str) -> bool {
        self.competences.values().any(|competence| *competence == name)
    }
}
