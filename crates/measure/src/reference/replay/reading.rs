//! Reading items, banks and configurations.

use super::super::{Configuration, Engine, Estimate, Variation};
use crate::irt::{Bank, Item, Parameters};
use crate::placement::replay::comparison::Comparison;
pub(super) use crate::placement::replay::reading::{
    Malformed, Read, field, flag, list, number, optional, text, texts, whole, wrong,
};
use serde_json::Value;
use std::collections::HashMap;

/// A number of 0 or more that counts something.
pub(super) fn size(value: &Value, key: &str) -> Read<usize> {
    usize::try_from(whole(value, key)?).map_err(|_| wrong(key, "a number of things"))
}

/// The numbers of a list.
pub(super) fn numbers(value: &Value, key: &str) -> Read<Vec<f64>> {
    list(value, key)?
        .iter()
        .map(|number| number.as_f64().ok_or_else(|| wrong(key, "a list of numbers")))
        .collect()
}

/// 1 or 0, as the files write success.
pub(super) fn success(value: &Value, key: &str) -> Read<bool> {
    match value.as_i64() {
        Some(1) => Ok(true),
        Some(0) => Ok(false),
        _ => Err(wrong(key, "1 or 0")),
    }
}

/// The elements of a row such as `["id", 1.2, -0.3]`.
pub(super) fn row<'a>(value: &'a Value, key: &str) -> Read<&'a [Value]> {
    value.as_array().map(Vec::as_slice).ok_or_else(|| wrong(key, "a list of rows"))
}

/// The id, the calibration and what follows them in a row.
pub(super) fn item<'a>(value: &'a Value, key: &str) -> Read<(&'a str, Parameters, &'a [Value])> {
    let rows = || wrong(key, "rows of an id, a discrimination and a difficulty");
    let [id, discrimination, difficulty, rest @ ..] = row(value, key)? else { return Err(rows()) };
    let number = |value: &Value| value.as_f64().ok_or_else(rows);
    let parameters = Parameters { discrimination: number(discrimination)?, difficulty: number(difficulty)? };
    Ok((id.as_str().ok_or_else(rows)?, parameters, rest))
}

/// Items of a case, by their own order.
pub(super) fn items(case: &Value) -> Read<Vec<(&str, Parameters, &[Value])>> {
    list(case, "items")?.iter().map(|value| item(value, "items")).collect()
}

/// The items and the successes of a case, answer by answer.
pub(super) fn answers(case: &Value) -> Read<Vec<(Parameters, bool)>> {
    let (items, ok) = (items(case)?, list(case, "ok")?);
    if items.len() != ok.len() {
        return Err(wrong("ok", "as long as `items`"));
    }
    items.iter().zip(ok).map(|((_, parameters, _), ok)| Ok((*parameters, success(ok, "ok")?))).collect()
}

/// Numbers given to names in the order in which they come.
#[derive(Default)]
pub(super) struct Numbers<'a>(HashMap<&'a str, u32>);

impl<'a> Numbers<'a> {
    pub fn of(&mut self, name: &'a str) -> u32 {
        let next = u32::try_from(self.0.len()).unwrap_or(u32::MAX);
        *self.0.entry(name).or_insert(next)
    }

    pub fn get(&self, name: &str, key: &str) -> Read<u32> {
        self.0.get(name).copied().ok_or_else(|| wrong(key, "a name that is known"))
    }
}

/// The bank that a case names, and the place of each of its items.
pub(super) fn bank<'a>(file: &'a Value, case: &Value) -> Read<(Bank, Numbers<'a>)> {
    let rows = list(field(file, "banks")?, text(case, "bank")?)?;
    let (mut competences, mut tubes, mut skills) =
        (Numbers::default(), Numbers::default(), Numbers::default());
    let mut places = Numbers::default();
    let mut items = Vec::with_capacity(rows.len());
    for row in rows {
        let (name, parameters, rest) = item(row, "banks")?;
        let [competence, tube, skill] = *texts(rest, "banks")? else {
            return Err(wrong("banks", "rows that end with a competence, a tube and a skill"));
        };
        let (competence, tube, skill) = (competences.of(competence), tubes.of(tube), skills.of(skill));
        places.of(name);
        items.push(Item { name: name.to_owned(), parameters, competence, tube, skill });
    }
    Ok((Bank::new(items).map_err(|error| Malformed(error.to_string()))?, places))
}

/// The engine of a case.
pub(super) fn engine<'a>(bank: &'a Bank, case: &Value) -> Read<Engine<'a>> {
    let value = field(case, "configuration")?;
    let maximum_answers = size(value, "maximum_assessment_length")?;
    let configuration = Configuration {
        maximum_answers,
        minimum_answers: 0,
        start: number(value, "default_candidate_capacity")?,
        variation: variation(value)?,
        one_per_tube: flag(value, "limit_to_one_question_per_tube")?,
        all_competences: flag(value, "enable_passage_by_all_competences")?,
        spacing: size(value, "challenges_between_same_competence")?,
        ..Configuration::default()
    };
    Engine::new(bank, configuration).map_err(|error| Malformed(error.to_string()))
}

/// A variation limit; 0 and null are none.
pub(super) fn variation(value: &Value) -> Read<Option<Variation>> {
    let share =
        optional(value, "variation_percent").map_or(Ok(0.0), |_| number(value, "variation_percent"))?;
    Ok((share != 0.0).then_some(Variation { share, until: None }))
}

/// Compares two numbers that may differ by 1e-9.
pub(super) fn close(comparison: &mut Comparison, part: &str, expected: f64, got: f64) {
    // Written so that a value that is not a number differs.
    let close = (expected - got).abs() <= 1e-9;
    if !close {
        comparison.differs(part, &expected.to_string(), &got.to_string());
    }
}

/// Compares an estimate with the two numbers recorded for it.
pub(super) fn same_estimate(comparison: &mut Comparison, capacity: f64, error_rate: f64, got: Estimate) {
    close(comparison, "capacity", capacity, got.capacity);
    close(comparison, "error_rate", error_rate, got.error_rate);
}
