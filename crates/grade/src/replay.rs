//! Recomputing recorded cases from their inputs alone, and saying where they differ.
//!
//! A file of cases begins with its own description, `fields`. Two formats are known here: `cases`
//! (checking an answer) and `lists` with `inputs` (the grammar of proposals). A case expects
//! `recommended` where the file fixes it, and otherwise what the reference gives.

mod cases;
mod grammar;

use std::collections::BTreeMap;

use serde_json::Value;

/// The outcome of replaying one array of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tally {
    /// Name of the array.
    pub array: String,
    /// Number of cases it holds.
    pub cases: usize,
    /// Number of cases that gave what they expect.
    pub equal: usize,
    /// The others.
    pub different: Vec<Difference>,
}

/// A case that did not give what it expects.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Name of the case, or its place in the array if it has none.
    pub id: String,
    /// What the file expects.
    pub expected: String,
    /// What was computed, or why the case could not be read.
    pub got: String,
}

/// Why a file could not be replayed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReplayError {
    /// Nothing in the file is known here.
    #[error(
        "no array of cases is known here; expected `cases`, or `lists` and `inputs`, at the top of the file"
    )]
    NothingKnown,
    /// Something with a known name is not an array.
    #[error("`{array}` is not an array; expected one object per case")]
    NotAnArray {
        /// Its name.
        array: String,
    },
}

/// Why one case could not be read; what was found instead is in the text.
pub(crate) type Unreadable = String;
/// What a case expects and what it gave; equal when the case passes.
pub(crate) type Comparison = (String, String);
type Replay = fn(&Value) -> Result<Comparison, Unreadable>;

/// Replays every array of cases known here.
///
/// # Errors
/// Refuses a file that holds no such array. A malformed case is not an error of the file: it is
/// counted as a difference that names the case.
pub fn replay(file: &Value) -> Result<Vec<Tally>, ReplayError> {
    let known: [(&str, Replay); 3] =
        [("cases", cases::compare), ("lists", grammar::compare_list), ("inputs", grammar::compare_inputs)];
    let mut tallies = Vec::new();
    for (array, compare) in known {
        let Some(value) = file.get(array) else { continue };
        let cases = value.as_array().ok_or_else(|| ReplayError::NotAnArray { array: array.to_owned() })?;
        tallies.push(tally(array, cases, compare));
    }
    if tallies.is_empty() { Err(ReplayError::NothingKnown) } else { Ok(tallies) }
}

fn tally(array: &str, cases: &[Value], compare: Replay) -> Tally {
    let different: Vec<Difference> = cases
        .iter()
        .enumerate()
        .filter_map(|(place, case)| {
            let (expected, got) = compare(case)
                .unwrap_or_else(|why| ("a well-formed case".to_owned(), format!("malformed case: {why}")));
            (expected != got).then(|| Difference { id: id(case, place), expected, got })
        })
        .collect();
    Tally { array: array.to_owned(), cases: cases.len(), equal: cases.len() - different.len(), different }
}

fn id(case: &Value, place: usize) -> String {
    let named = case.get("id").and_then(Value::as_str);
    named.map_or_else(|| format!("number {}", place + 1), str::to_owned)
}

/// Returns the text of that name, nothing if it is null or absent.
pub(crate) fn text<'a>(case: &'a Value, name: &str) -> Result<Option<&'a str>, Unreadable> {
    match case.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text)),
        Some(other) => Err(format!("`{name}` is {other}, expected a text or null")),
    }
}

/// Returns the truth value of that name, false if it is null or absent.
pub(crate) fn flag(case: &Value, name: &str) -> Result<bool, Unreadable> {
    match case.get(name) {
        None | Some(Value::Null) => Ok(false),
        Some(Value::Bool(flag)) => Ok(*flag),
        Some(other) => Err(format!("`{name}` is {other}, expected true or false")),
    }
}

/// Writes the value with its keys sorted, so that equal values give equal texts.
pub(crate) fn canonical(value: &Value) -> String {
    match value {
        Value::Array(items) => format!("[{}]", items.iter().map(canonical).collect::<Vec<_>>().join(",")),
        Value::Object(entries) => {
            let sorted: BTreeMap<&String, &Value> = entries.iter().collect();
            let written = sorted.into_iter().map(|(key, value)| format!("{key:?}:{}", canonical(value)));
            format!("{{{}}}", written.collect::<Vec<_>>().join(","))
        }
        _ => value.to_string(),
    }
}
