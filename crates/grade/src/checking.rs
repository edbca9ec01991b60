//! Grading an answer to a question of our bank.

use std::collections::BTreeMap;

use crate::question::Tolerance;
use crate::{
    Answer, Circumstances, Date, Decimal, Field, FieldSolution, NumberSolution, Question, SetSolution,
    Solution, Status, Verdict, matching, mistake, treatment,
};

/// Grades the answer. Never fails: an answer of another shape than the question is wrong.
#[must_use]
pub fn check(question: &Question, answer: &Answer, circumstances: &Circumstances) -> Verdict {
    if *answer == Answer::Skipped {
        return Verdict { status: Status::Skipped, mistake: None, fields: blank(&question.solution) };
    }
    let (status, fields) = grade(&question.solution, answer);
    let mistake = if status == Status::Ok { None } else { mistake::recognise(question, answer) };
    Verdict { status: status.under(circumstances), mistake: mistake.map(str::to_owned), fields }
}

/// Compares the answer with a solution: the status whatever the circumstances, and each field.
pub fn grade(solution: &Solution, answer: &Answer) -> (Status, Vec<(String, bool)>) {
    match (solution, answer) {
        (Solution::Fields(fields), Answer::Fields(given)) => grade_fields(fields, given),
        (Solution::Set(set), Answer::Fields(given)) => grade_set(set, given),
        _ => (status_of(equals(solution, answer)), blank(solution)),
    }
}

/// Says whether the field holds what it must.
pub fn holds(solution: &FieldSolution, text: &str) -> bool {
    match solution {
        FieldSolution::Text(solution) => treatment::matches(text, solution),
        FieldSolution::Number(solution) => is_number(solution, text),
        FieldSolution::Date(date) => Date::parse(text) == Some(*date),
        FieldSolution::Select(options) => options.iter().any(|option| option == text),
    }
}

/// Says whether the text is equivalent to one of the group.
pub fn belongs(text: &str, group: &[String], tolerance: Tolerance) -> bool {
    group.iter().any(|variant| treatment::equivalent(text, variant, tolerance))
}

fn equals(solution: &Solution, answer: &Answer) -> bool {
    match (solution, answer) {
        (Solution::Choice { right }, Answer::Choice(chosen)) => right == chosen,
        (Solution::Choices { right }, Answer::Choices(ticked)) => right == ticked,
        (Solution::Order(right), Answer::Order(given)) => right == given,
        (Solution::Text(solution), Answer::Text(text)) => treatment::matches(text, solution),
        (Solution::Number(solution), Answer::Text(text)) => is_number(solution, text),
        (Solution::Date(date), Answer::Text(text)) => Date::parse(text) == Some(*date),
        _ => false,
    }
}

fn is_number(solution: &NumberSolution, text: &str) -> bool {
    Decimal::readings(text).iter().any(|value| value.is_within(solution.within, solution.value))
}

/// Every field must be there once, and right.
fn grade_fields(fields: &[Field], given: &[(String, String)]) -> (Status, Vec<(String, bool)>) {
    let texts: BTreeMap<&str, &str> = given.iter().map(|(key, text)| (key.as_str(), text.as_str())).collect();
    let graded: Vec<(String, bool)> = fields
        .iter()
        .map(|field| {
            let right = texts.get(field.key.as_str()).is_some_and(|text| holds(&field.solution, text));
            (field.key.clone(), right)
        })
        .collect();
    let complete = has_exactly(fields.iter().map(|field| field.key.as_str()), given);
    let right = complete && graded.iter().all(|(_, right)| *right);
    (status_of(right), graded)
}

/// Every field must be there once; the right ones are counted by pairing fields and groups.
fn grade_set(set: &SetSolution, given: &[(String, String)]) -> (Status, Vec<(String, bool)>) {
    let right = paired(set, given);
    let graded: Vec<(String, bool)> =
        set.keys.iter().zip(&right).map(|(key, right)| (key.clone(), *right)).collect();
    if !has_exactly(set.keys.iter().map(String::as_str), given) {
        return (Status::Ko, graded);
    }
    let good = right.iter().filter(|right| **right).count();
    let bounds = set
        .scoring
        .as_ref()
        .and_then(|scoring| Some((*scoring.first_key_value()?.0, *scoring.last_key_value()?.0)));
    let status = match bounds {
        None => status_of(good == set.keys.len()),
        Some((_, most)) if good >= most => Status::Ok,
        Some((least, _)) if good >= least => Status::Partially,
        Some(_) => Status::Ko,
    };
    (status, graded)
}

/// Says for each field of the set whether it has a group of its own.
fn paired(set: &SetSolution, given: &[(String, String)]) -> Vec<bool> {
    let texts: BTreeMap<&str, &str> = given.iter().map(|(key, text)| (key.as_str(), text.as_str())).collect();
    let candidates: Vec<Vec<usize>> = set
        .keys
        .iter()
        .map(|key| {
            let Some(text) = texts.get(key.as_str()) else { return Vec::new() };
            let groups = set.groups.iter().enumerate();
            groups.filter(|(_, group)| belongs(text, group, set.tolerance)).map(|(index, _)| index).collect()
        })
        .collect();
    matching::pair(&candidates, set.groups.len()).iter().map(Option::is_some).collect()
}

/// Says whether the answer has exactly these keys, at least one, each once.
fn has_exactly<'a>(keys: impl Iterator<Item = &'a str>, given: &'a [(String, String)]) -> bool {
    let mut keys: Vec<&str> = keys.collect();
    let mut answered: Vec<&str> = given.iter().map(|(key, _)| key.as_str()).collect();
    keys.sort_unstable();
    answered.sort_unstable();
    !keys.is_empty() && keys == answered
}

/// Returns the fields of the question, all wrong.
fn blank(solution: &Solution) -> Vec<(String, bool)> {
    match solution {
        Solution::Fields(fields) => fields.iter().map(|field| (field.key.clone(), false)).collect(),
        Solution::Set(set) => set.keys.iter().map(|key| (key.clone(), false)).collect(),
        _ => Vec::new(),
    }
}

fn status_of(right: bool) -> Status {
    if right { Status::Ok } else { Status::Ko }
}
