//! Recorded cases give what they expect, and a wrong expectation is reported.

use grade::replay::{ReplayError, Tally, replay};
use serde_json::{Value, json};

fn file(name: &str) -> Value {
    let path = format!("{}/tests/vectors/{name}", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
}

fn check(file: &Value, expected: &[(&str, usize)]) {
    let tallies = replay(file).unwrap();
    let counted: Vec<(&str, usize)> =
        tallies.iter().map(|tally| (tally.array.as_str(), tally.cases)).collect();
    assert_eq!(counted, expected);
    for Tally { array, cases, equal, different } in &tallies {
        assert!(different.is_empty(), "{array}: {different:#?}");
        assert_eq!(cases, equal);
    }
}

#[test]
fn every_recorded_answer_is_graded_as_expected() {
    check(&file("answers.json"), &[("cases", 1180)]);
}

#[test]
fn every_recorded_text_is_cut_as_expected() {
    check(&file("proposals.json"), &[("lists", 11), ("inputs", 15)]);
}

/// Changes one value of the file, and returns the names of the cases that then differ.
fn differing(name: &str, pointer: &str, value: Value) -> Vec<String> {
    let mut file = file(name);
    *file.pointer_mut(pointer).unwrap() = value;
    replay(&file)
        .unwrap()
        .into_iter()
        .flat_map(|tally| tally.different)
        .map(|different| different.id)
        .collect()
}

#[test]
fn an_altered_case_is_reported() {
    for (name, pointer, value, id) in [
        ("answers.json", "/cases/0/result", json!("ko"), "qcu-0002"),
        ("answers.json", "/cases/0/result", json!(null), "qcu-0002"),
        ("answers.json", "/cases/0/answer", json!("3"), "qcu-0002"),
        ("answers.json", "/cases/0/answer", json!(3), "qcu-0002"),
        ("answers.json", "/cases/0/t1", json!("oui"), "qcu-0002"),
        ("answers.json", "/cases/0/type", json!(null), "qcu-0002"),
        ("answers.json", "/cases/0/id", json!(null), ""),
        ("answers.json", "/cases/1", json!([]), "number 2"),
        ("proposals.json", "/lists/0/items/1", json!("trois"), "list-01"),
        ("proposals.json", "/inputs/0/blocks/0/ariaLabel", json!("2"), "fields-01"),
        ("proposals.json", "/inputs/0/checkerInputs", json!({}), "fields-01"),
        ("proposals.json", "/inputs/0/proposals", json!("${a options=[}"), "fields-01"),
    ] {
        let expected: Vec<&str> = if id.is_empty() { Vec::new() } else { vec![id] };
        assert_eq!(differing(name, pointer, value.clone()), expected, "{name} {pointer} {value}");
    }
}

#[test]
fn altered_details_and_errors_are_reported() {
    let file = file("answers.json");
    let cases = file["cases"].as_array().unwrap();
    let place = |id: &str| cases.iter().position(|case| case["id"] == id).unwrap();
    for (id, key, value) in [
        ("qrocm-ind-0001", "resultDetails/fr", json!(false)),
        ("qrocm-ind-0001", "resultDetails", json!(null)),
        ("qrocm-ind-0182", "error", json!(null)),
        ("qrocm-ind-0113", "recommended", json!("ok")),
        ("qroc-1506", "context/timeout", json!(30)),
    ] {
        let pointer = format!("/cases/{}/{key}", place(id));
        assert_eq!(differing("answers.json", &pointer, value), [id], "{id} {key}");
    }
}

#[test]
fn a_file_without_cases_is_refused() {
    for (file, expected) in [
        (json!({ "title": "nothing" }), ReplayError::NothingKnown),
        (json!([]), ReplayError::NothingKnown),
        (json!({ "cases": {} }), ReplayError::NotAnArray { array: "cases".to_owned() }),
    ] {
        assert_eq!(replay(&file), Err(expected));
    }
}
