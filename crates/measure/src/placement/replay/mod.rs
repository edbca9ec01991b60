//! Recorded cases of the reference platform, recomputed from their inputs alone.
//!
//! A file is a JSON object with some of the arrays `answerCases`, `historyCases`,
//! `improvementCases`, `scenarioCases`, `pixValueCases`, `competenceCases`, `profileCases`,
//! `scorecardCases`, `cases`, `levelCases` and `runs`. Other arrays are left to other rooms, and so
//! is a `cases` array in which no case has `skills` (checked answers have the same name).
//!
//! What each case is compared with:
//!
//! - `recommended` where the case or the step has it, computed with [`super::Order::LimitFirst`];
//!   otherwise the recorded result, which is the reference's own, with
//!   [`super::Order::PreferenceFirst`]. What `recommended` leaves out is taken from the recorded result.
//! - A skill of `alsoWithinRounding` may be among the possible ones, but need not be.
//! - Scores are compared with exact fractions wherever the file gives them; when a case is
//!   `floatSensitive`, the values that the reference derives from its rounded sum are not compared.
//! - Histories and scenarios follow [`super::history::in_force`], the reference's newest-row rule.
//! - In a scenario, a step without an answered skill, or whose result is `reset`, is a reset of
//!   all that is in force (or of the one competence or the skills it names).
//! - Runs replay the skill and the challenge that the file says were asked.
//!
//! A malformed case counts as different and says what is wrong with it; nothing here panics.

pub(crate) mod comparison;
mod date;
mod history;
mod inference;
mod names;
pub(crate) mod reading;
mod run;
mod scenario;
mod score;
mod selection;

use std::{error::Error, fmt};

use serde_json::Value;

use comparison::Comparison;
use reading::Read;

/// The count of one array of cases.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tally {
    /// The name of the array in the file.
    pub array: String,
    /// How many cases it holds.
    pub cases: usize,
    /// How many of them gave the expected result.
    pub equal: usize,
    /// The others.
    pub different: Vec<Difference>,
}

/// A case that did not give the expected result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The `id` of the case, or its place in the array: `levelCases[3]`.
    pub id: String,
    /// What the file expects, where it differs.
    pub expected: String,
    /// What was computed instead, or what is malformed.
    pub got: String,
}

/// Why a file cannot be replayed at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReplayError {
    /// The file is not a JSON object.
    NotAnObject,
    /// This entry, which should hold cases, is not an array.
    NotAnArray(String),
}

impl fmt::Display for ReplayError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ReplayError::NotAnObject => {
                write!(formatter, "the file must be one JSON object holding arrays of cases")
            }
            ReplayError::NotAnArray(name) => write!(formatter, "`{name}` must be an array of cases"),
        }
    }
}

impl Error for ReplayError {}

type Replayed = fn(&Value) -> Read<Comparison>;

const ARRAYS: [(&str, Replayed); 11] = [
    ("answerCases", inference::answer),
    ("historyCases", history::history),
    ("improvementCases", history::improvement),
    ("scenarioCases", scenario::scenario),
    ("pixValueCases", score::pix_value),
    ("competenceCases", score::competence),
    ("profileCases", score::profile),
    ("scorecardCases", score::scorecard),
    ("cases", selection::case),
    ("levelCases", selection::level),
    ("runs", run::run),
];

/// Recomputes every case of a parsed file, one tally per array that concerns placement, in the
/// order of the list above. A file without any such array gives no tally.
pub fn replay(file: &Value) -> Result<Vec<Tally>, ReplayError> {
    let Value::Object(entries) = file else { return Err(ReplayError::NotAnObject) };
    let mut tallies = Vec::new();
    for (name, replayed) in ARRAYS {
        let Some(entry) = entries.get(name) else { continue };
        let Value::Array(cases) = entry else { return Err(ReplayError::NotAnArray(name.to_owned())) };
        if name != "cases" || cases.iter().any(|case| case.get("skills").is_some()) {
            tallies.push(tally(name, cases, replayed));
        }
    }
    Ok(tallies)
}

fn tally(name: &str, cases: &[Value], replayed: Replayed) -> Tally {
    let different: Vec<Difference> = cases
        .iter()
        .enumerate()
        .filter_map(|(place, case)| {
            let (expected, got) = match replayed(case) {
                Ok(comparison) => comparison.difference()?,
                Err(malformed) => ("a well-formed case".to_owned(), malformed.0),
            };
            let id = case.get("id").and_then(Value::as_str);
            let id = id.map_or_else(|| format!("{name}[{place}]"), str::to_owned);
            Some(Difference { id, expected, got })
        })
        .collect();
    Tally { array: name.to_owned(), cases: cases.len(), equal: cases.len() - different.len(), different }
}
