//! Replays successive answers and resets, with the reference's history.

use std::collections::BTreeSet;

use serde_json::Value;

use super::super::history::{Entry, Row, in_force};
use super::super::{Evidence, Outcome, Pix, Skill, SkillId, infer};
use super::comparison::Comparison;
use super::inference::{Element, RIGHT, compare, status};
use super::names::Cast;
use super::reading::{Read, list, list_or_empty, nearest, number, optional, pix_of, text, texts, wrong};

pub(super) fn scenario(case: &Value) -> Read<Comparison> {
    let mut play = Play { cast: Cast::read(list(case, "skills")?)?, rows: Vec::new(), attempts: Vec::new() };
    let mut comparison = Comparison::default();
    for (place, step) in list(case, "steps")?.iter().enumerate() {
        play.step(step, &format!("step {}", place + 1), &mut comparison)?;
    }
    Ok(comparison)
}

struct Play<'a> {
    cast: Cast<'a>,
    rows: Vec<Row>,
    /// The skills with an element created, by attempt.
    attempts: Vec<(&'a Value, BTreeSet<SkillId>)>,
}

impl<'a> Play<'a> {
    fn step(&mut self, step: &'a Value, name: &str, comparison: &mut Comparison) -> Read<()> {
        let day = nearest(number(step, "day")? * 86_400_000.0).ok_or_else(|| wrong("day", "a day"))?;
        let part = |part: &str| format!("{name} {part}");
        let reset = optional(step, "skill").is_none()
            || optional(step, "result").is_some_and(|result| result == "reset");
        let rows = if reset { self.reset(step, day)? } else { self.answer(step, day)? };
        let created = self.elements(&rows);
        self.rows.extend(rows);
        // A step that resets may list the rows of the reset, or only what answers create: nothing.
        let listed = list_or_empty(step, "created")?;
        if !(reset && listed.is_empty()) {
            compare(comparison, &part("created"), listed, &created)?;
        }
        let force: Vec<Row> = in_force(&self.rows, None).into_iter().copied().collect();
        if optional(step, "current").is_some() {
            compare(comparison, &part("current"), list(step, "current")?, &self.elements(&force))?;
        }
        if let Some(pix) = optional(step, "exactPix") {
            let got: Pix = force.iter().map(|row| row.earned).sum();
            comparison.same(&part("exactPix"), &pix_of(pix, "exactPix")?.to_string(), &got.to_string());
        }
        Ok(())
    }

    fn elements(&self, rows: &[Row]) -> Vec<Element> {
        let element = |row: &Row| {
            let status = match row.entry {
                Entry::Known(outcome) => status(outcome),
                Entry::Reset => "reset",
            };
            Element::new(&self.cast, row.skill, status, row.source, row.earned)
        };
        rows.iter().map(element).collect()
    }

    fn answer(&mut self, step: &'a Value, at: i64) -> Read<Vec<Row>> {
        let answered = self.cast.names.skill(text(step, "skill")?)?;
        let success = text(step, "result")? == RIGHT;
        let targets = self.targets(step)?;
        let attempt = optional(step, "assessment").unwrap_or(&Value::Null);
        let assessed = match self.attempts.iter_mut().position(|(known, _)| *known == attempt) {
            Some(place) => self.attempts.get_mut(place),
            None => {
                self.attempts.push((attempt, BTreeSet::new()));
                self.attempts.last_mut()
            }
        };
        let Some((_, assessed)) = assessed else { return Ok(Vec::new()) };
        let created = infer(&targets, assessed, answered, success, at);
        assessed.extend(created.iter().map(|evidence| evidence.skill));
        Ok(created.iter().map(|evidence| self.row(evidence)).collect())
    }

    /// The targeted skills: those that the step names, otherwise all.
    fn targets(&mut self, step: &'a Value) -> Read<Vec<Skill>> {
        if optional(step, "targets").is_none() {
            return Ok(self.cast.skills.clone());
        }
        let named: BTreeSet<SkillId> =
            self.cast.names.skills(texts(list(step, "targets")?, "targets")?)?.into_iter().collect();
        Ok(self.cast.skills.iter().filter(|skill| named.contains(&skill.id)).copied().collect())
    }

    fn row(&self, evidence: &Evidence) -> Row {
        let validated = evidence.outcome == Outcome::Validated;
        Row {
            id: 0,
            skill: evidence.skill,
            entry: Entry::Known(evidence.outcome),
            source: evidence.source,
            earned: if validated { self.cast.pix(evidence.skill) } else { Pix::ZERO },
            at: evidence.at,
        }
    }

    /// One row without pix for each element in force that the step resets.
    fn reset(&mut self, step: &'a Value, at: i64) -> Read<Vec<Row>> {
        let scope = ["reset", "competenceId", "skills"].into_iter().find_map(|key| optional(step, key));
        let skills = match scope.and_then(Value::as_array) {
            Some(skills) => Some(self.cast.names.skills(texts(skills, "reset")?)?),
            None => None,
        };
        let competence = scope.and_then(Value::as_str).filter(|name| self.cast.knows_competence(name));
        let concerned = |row: &&Row| match (&skills, competence) {
            (Some(skills), _) => skills.contains(&row.skill),
            (None, Some(competence)) => self.cast.competence(row.skill) == Some(competence),
            (None, None) => true,
        };
        let reset = |row: &Row| Row { entry: Entry::Reset, earned: Pix::ZERO, at, ..*row };
        Ok(in_force(&self.rows, None).into_iter().filter(concerned).map(reset).collect())
    }
}
