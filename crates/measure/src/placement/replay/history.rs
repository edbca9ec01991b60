//! Replays histories and improvement filters.

use std::collections::BTreeSet;

use serde_json::Value;

use super::super::history::{Entry, Row, in_force};
use super::super::{Evidence, Knowledge, reopen};
use super::reading::{Malformed, Read, flag, list, nearest, number, optional, outcome, pix_of, text, texts};
use super::reading::{source, whole, wrong};
use super::{comparison::Comparison, date::instant, names::Names};

pub(super) fn history(case: &Value) -> Read<Comparison> {
    let mut names = Names::default();
    let rows = list(case, "rows")?.iter().map(|value| row(value, &mut names)).collect::<Read<Vec<Row>>>()?;
    let limit = optional(case, "limitDate").map(|_| at(case, "limitDate")).transpose()?;
    let got: BTreeSet<String> = in_force(&rows, limit).into_iter().map(|row| summary(row, &names)).collect();
    let expected = list(case, "current")?
        .iter()
        .map(|value| Ok(summary(&undated(value, &mut names)?, &names)))
        .collect::<Read<BTreeSet<String>>>()?;
    let mut comparison = Comparison::default();
    comparison.same("current", &expected, &got);
    Ok(comparison)
}

fn summary(row: &Row, names: &Names<'_>) -> String {
    let skill = names.text(row.skill.0);
    format!("#{} {skill} {:?} {:?} {}", row.id, row.entry, row.source, row.earned)
}

fn row<'a>(value: &'a Value, names: &mut Names<'a>) -> Read<Row> {
    Ok(Row { at: at(value, "createdAt")?, ..undated(value, names)? })
}

/// A row as results show it, without its date.
fn undated<'a>(value: &'a Value, names: &mut Names<'a>) -> Read<Row> {
    let entry = match text(value, "status")? {
        "reset" => Entry::Reset,
        status => Entry::Known(outcome(status)?),
    };
    let earned = optional(value, "earnedPix").ok_or_else(|| wrong("earnedPix", "present"))?;
    Ok(Row {
        id: identity(value)?,
        skill: names.skill(text(value, "skillId")?)?,
        entry,
        source: source(value)?,
        earned: pix_of(earned, "earnedPix")?,
        at: i64::MIN,
    })
}

fn identity(value: &Value) -> Read<u64> {
    u64::try_from(whole(value, "id")?).map_err(|_| wrong("id", "a row number"))
}

/// The instant that a field holds.
pub(super) fn at(value: &Value, key: &str) -> Read<i64> {
    instant(text(value, key)?).ok_or_else(|| wrong(key, "an ISO 8601 instant"))
}

pub(super) fn improvement(case: &Value) -> Read<Comparison> {
    let mut names = Names::default();
    let elements = list(case, "knowledgeElements")?;
    let knowledge = elements.iter().map(|value| aged(value, &mut names)).collect::<Read<Vec<Evidence>>>()?;
    let all: Knowledge = knowledge.into_iter().collect();
    // A campaign tried again follows the same rule: only `isImproving` decides.
    let kept = if flag(case, "isImproving")? { reopen(&all, 0).known } else { all };
    let got: BTreeSet<&str> = kept.iter().map(|evidence| names.text(evidence.skill.0)).collect();
    let expected: BTreeSet<&str> = texts(list(case, "keptSkillIds")?, "keptSkillIds")?.into_iter().collect();
    let mut comparison = Comparison::default();
    comparison.same("keptSkillIds", &expected, &got);
    Ok(comparison)
}

/// An element in force so many hours before the start, which is instant 0.
fn aged<'a>(value: &'a Value, names: &mut Names<'a>) -> Read<Evidence> {
    let age = nearest(number(value, "ageHours")? * 3_600_000.0)
        .ok_or_else(|| Malformed("`ageHours` is out of range".to_owned()))?;
    Ok(Evidence {
        skill: names.skill(text(value, "skillId")?)?,
        outcome: outcome(text(value, "status")?)?,
        source: source(value)?,
        at: -age,
    })
}
