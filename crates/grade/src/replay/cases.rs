//! Recorded answers: was each graded as expected?

use std::collections::BTreeMap;

use serde_json::Value;

use crate::reference::{Challenge, Kind, Outcome, Refusal};
use crate::replay::{Comparison, Unreadable, flag, text};
use crate::{Circumstances, Status, Tolerance};

/// How a case on which the reference fails is written.
const REFUSED: &str = "refused";

/// Grades the case again and compares.
pub fn compare(case: &Value) -> Result<Comparison, Unreadable> {
    let challenge = challenge(case)?;
    let outcome = challenge.grade(answer(case)?, &circumstances(case.get("context"))?);
    let fails = text(case, "error")?.is_some();
    let mut expected = expected(case, fails)?;
    let mut got = name(&outcome);
    // What the reference says of each field means nothing when it fails.
    if let (false, Some(details)) = (fails, case.get("resultDetails")) {
        expected.push_str(&shown(read_details(details)?.as_ref()));
        got.push_str(&shown(details_of(&outcome)));
    }
    if let (true, Err(refusal)) = (expected != got, &outcome) {
        got = format!("{got} ({refusal})");
    }
    Ok((expected, got))
}

fn challenge(case: &Value) -> Result<Challenge, Unreadable> {
    let kind = text(case, "type")?.ok_or("`type` is missing")?;
    let owned = |name| Ok::<_, Unreadable>(text(case, name)?.map(str::to_owned));
    Ok(Challenge {
        kind: Kind::named(kind),
        numeric: text(case, "format")? == Some("nombre"),
        proposals: owned("proposals")?,
        solution: owned("solution")?,
        scoring: owned("scoring")?,
        tolerance: Tolerance {
            case: required_flag(case, "t1")?,
            punctuation: required_flag(case, "t2")?,
            typos: required_flag(case, "t3")?,
        },
    })
}

fn required_flag(case: &Value, name: &str) -> Result<bool, Unreadable> {
    if case.get(name).is_none() {
        return Err(format!("`{name}` is missing"));
    }
    flag(case, name)
}

fn answer(case: &Value) -> Result<Option<&str>, Unreadable> {
    if case.get("answer").is_none() {
        return Err("`answer` is missing".to_owned());
    }
    text(case, "answer")
}

fn circumstances(context: Option<&Value>) -> Result<Circumstances, Unreadable> {
    let Some(context) = context.filter(|context| !context.is_null()) else {
        return Ok(Circumstances::default());
    };
    if !context.is_object() {
        return Err(format!("`context` is {context}, expected an object"));
    }
    Ok(Circumstances {
        timed_out: context.get("timeout").is_some_and(is_negative_integer),
        focus_question: flag(context, "focusedChallenge")?,
        focus_lost: flag(context, "focusedOut")? || flag(context, "assessmentFocusedOut")?,
        certification: flag(context, "certification")?,
    })
}

fn is_negative_integer(timeout: &Value) -> bool {
    timeout.as_f64().is_some_and(|timeout| timeout < 0.0 && (timeout.fract() + 0.0).to_bits() == 0)
}

fn expected(case: &Value, fails: bool) -> Result<String, Unreadable> {
    if let Some(recommended) = text(case, "recommended")? {
        return Ok(recommended.to_owned());
    }
    if fails {
        return Ok(REFUSED.to_owned());
    }
    text(case, "result")?
        .map(str::to_owned)
        .ok_or_else(|| "it expects neither a result nor an error".to_owned())
}

fn name(outcome: &Result<Outcome, Refusal>) -> String {
    let name = match outcome {
        Err(_) => REFUSED,
        Ok(Outcome::Unimplemented) => "unimplemented",
        Ok(Outcome::Graded { status, .. }) => match status {
            Status::Ok => "ok",
            Status::Partially => "partially",
            Status::Ko => "ko",
            Status::Skipped => "aband",
            Status::TimedOut => "timedout",
            Status::FocusedOut => "focusedOut",
        },
    };
    name.to_owned()
}

type Details = BTreeMap<String, bool>;

fn details_of(outcome: &Result<Outcome, Refusal>) -> Option<&Details> {
    match outcome {
        Ok(Outcome::Graded { fields, .. }) => fields.as_ref(),
        _ => None,
    }
}

fn read_details(details: &Value) -> Result<Option<Details>, Unreadable> {
    let wrong = || format!("`resultDetails` is {details}, expected true or false for each key");
    match details {
        Value::Null => Ok(None),
        Value::Object(entries) => {
            let read = |(key, value): (&String, &Value)| Some((key.clone(), value.as_bool()?));
            entries.iter().map(read).collect::<Option<_>>().map(Some).ok_or_else(wrong)
        }
        _ => Err(wrong()),
    }
}

fn shown(details: Option<&Details>) -> String {
    let Some(details) = details else { return String::new() };
    let fields: Vec<String> = details.iter().map(|(key, right)| format!("{key}: {right}")).collect();
    format!(" {{{}}}", fields.join(", "))
}
