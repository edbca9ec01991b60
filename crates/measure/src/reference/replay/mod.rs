//! Recorded cases of the reference's certification engines, recomputed from their inputs alone.
//!
//! A file is a JSON object with a `banks` object and some of the arrays `estimate`, `selection`, `double_measure`,
//! `minimal_success_rate`, `legacy_2022`, `degradation`, `outcome`, `pick` and `success_threshold`, and some of the
//! objects `scoring` (with `capacity_to_score` and `score_to_capacity`) and `v2` (with `certified_level_rules` and
//! `certifications`). Everything else is left to other rooms.
//!
//! Numbers are the same within 1e-9, rankings are the same in the same order. A case whose steps are
//! recorded (questions of a session, answers of an estimation) is equal when all are; a second tally, `selection.steps`
//! for instance, counts the steps themselves. A malformed case counts as different and says what is wrong with it;
//! nothing here panics.

mod estimation;
mod reading;
mod scoring;
mod selection;
mod v2;

use crate::placement::replay::comparison::Comparison;
use crate::placement::replay::reading::Read;
pub use crate::placement::replay::{Difference, ReplayError, Tally};
use serde_json::Value;

/// What was found in one case: in itself, and in each of its steps.
#[derive(Debug, Default)]
struct Case {
    whole: Comparison,
    steps: Vec<Comparison>,
}

impl Case {
    fn step(&mut self) -> &mut Comparison {
        self.steps.push(Comparison::default());
        // The one just pushed.
        self.steps.last_mut().unwrap_or(&mut self.whole)
    }
}

/// Recomputes a case; the whole file is given for what its cases share.
type Replayed = fn(&Value, &Value) -> Read<Case>;

/// The arrays by their path in the file, and whether their cases have steps.
const ARRAYS: [(&str, bool, Replayed); 13] = [
    ("estimate", true, estimation::estimate),
    ("selection", true, selection::session),
    ("double_measure", true, estimation::double_measure),
    ("minimal_success_rate", false, selection::minimal_success_rate),
    ("legacy_2022", true, selection::legacy),
    ("degradation", true, selection::degradation),
    ("scoring.capacity_to_score", false, scoring::capacity_to_score),
    ("scoring.score_to_capacity", false, scoring::score_to_capacity),
    ("outcome", false, scoring::outcome),
    ("v2.certified_level_rules", false, v2::rule),
    ("v2.certifications", true, v2::certification),
    ("pick", false, selection::pick),
    ("success_threshold", false, estimation::success_threshold),
];

/// Recomputes every case of a parsed file, in the order of the list above. A file without any of the arrays gives no
/// tally.
///
/// # Errors
/// [`ReplayError`], naming the entry that is not an array.
pub fn replay(file: &Value) -> Result<Vec<Tally>, ReplayError> {
    if !file.is_object() {
        return Err(ReplayError::NotAnObject);
    }
    let mut tallies = Vec::new();
    for (path, stepped, replayed) in ARRAYS {
        let Some(entry) = path.split('.').try_fold(file, |value, key| value.get(key)) else { continue };
        let Value::Array(cases) = entry else { return Err(ReplayError::NotAnArray(path.to_owned())) };
        tallies.extend(tally(path, stepped, file, cases, replayed));
    }
    Ok(tallies)
}

fn tally(name: &str, stepped: bool, file: &Value, cases: &[Value], replayed: Replayed) -> Vec<Tally> {
    let empty = |array: String| Tally { array, cases: 0, equal: 0, different: Vec::new() };
    let (mut whole, mut steps) = (empty(name.to_owned()), empty(format!("{name}.steps")));
    for (place, case) in cases.iter().enumerate() {
        let id = case.get("id").and_then(Value::as_str);
        let id = id.map_or_else(|| format!("{name}[{place}]"), str::to_owned);
        match replayed(file, case) {
            Ok(case) => {
                let before = steps.different.len();
                for (rank, step) in case.steps.into_iter().enumerate() {
                    count(&mut steps, &format!("{id} step {rank}"), step.difference());
                }
                let odd = || ("every step".to_owned(), format!("steps: {}", steps.different.len() - before));
                let differs = steps.different.len() > before;
                count(&mut whole, &id, case.whole.difference().or_else(|| differs.then(odd)));
            }
            Err(malformed) => count(&mut whole, &id, Some(("a well-formed case".to_owned(), malformed.0))),
        }
    }
    if stepped { vec![whole, steps] } else { vec![whole] }
}

fn count(tally: &mut Tally, id: &str, difference: Option<(String, String)>) {
    tally.cases += 1;
    match difference {
        None => tally.equal += 1,
        Some((expected, got)) => tally.different.push(Difference { id: id.to_owned(), expected, got }),
    }
}
