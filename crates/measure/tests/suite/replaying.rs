//! The recorded cases of the reference platform give the recorded results.

use measure::placement::replay::{ReplayError, Tally, replay};
use serde_json::{Value, json};

const FILES: [(&str, &str); 3] = [
    ("inference", include_str!("../vectors/inference.json")),
    ("scoring", include_str!("../vectors/scoring.json")),
    ("selection", include_str!("../vectors/selection.json")),
];

fn file(name: &str) -> Value {
    let (_, text) = FILES.iter().find(|(known, _)| *known == name).unwrap();
    serde_json::from_str(text).unwrap()
}

#[test]
fn every_recorded_case_is_reproduced() {
    let check = |name: &str, expected: &[(&str, usize)]| {
        let tallies = replay(&file(name)).unwrap();
        for tally in &tallies {
            assert_eq!(tally.different, [], "{name} {}", tally.array);
            assert_eq!(tally.equal, tally.cases);
        }
        let got: Vec<(&str, usize)> =
            tallies.iter().map(|tally| (tally.array.as_str(), tally.cases)).collect();
        assert_eq!(got, expected);
    };
    check(
        "inference",
        &[("answerCases", 51), ("historyCases", 15), ("improvementCases", 1), ("scenarioCases", 1)],
    );
    check(
        "scoring",
        &[("pixValueCases", 6), ("competenceCases", 83), ("profileCases", 9), ("scorecardCases", 18)],
    );
    check("selection", &[("cases", 114), ("levelCases", 77), ("runs", 13)]);
}

/// The ids of the cases that differ.
fn different(file: &Value) -> Vec<String> {
    replay(file).unwrap().into_iter().flat_map(|tally| tally.different).map(|case| case.id).collect()
}

#[test]
fn an_altered_expectation_is_reported() {
    let files = FILES.map(|(name, _)| (name, file(name)));
    let check = |name: &str, pointer: &str, value: Value, id: &str| {
        let (_, whole) = files.iter().find(|(known, _)| *known == name).unwrap();
        let array = pointer.split('/').nth(1).unwrap();
        let mut file = json!({ array: whole[array].clone() });
        let field = file.pointer_mut(pointer).unwrap_or_else(|| panic!("{name} has no {pointer}"));
        assert_ne!(*field, value, "{pointer}");
        *field = value;
        assert_eq!(different(&file), [id], "{pointer}");
    };
    check("inference", "/answerCases/0/created/1/status", json!("invalidated"), "answer-002");
    check("inference", "/answerCases/0/created/1/earnedPix", json!(1.5), "answer-002");
    check("inference", "/answerCases/0/created/1/competenceId", json!("c9"), "answer-002");
    check("inference", "/answerCases/0/answerStatus", json!("partially"), "answer-002");
    check("inference", "/historyCases/0/current/0/id", json!(1), "history-002");
    check("inference", "/historyCases/2/limitDate", json!(null), "history-007");
    check("inference", "/improvementCases/0/isImproving", json!(false), "improve-03");
    check("inference", "/scenarioCases/0/steps/1/exactPix", json!(5), "scenario-04");
    check("inference", "/scenarioCases/0/steps/2/current/0/source", json!("direct"), "scenario-04");
    check("scoring", "/pixValueCases/2/pixValues/s1", json!(2.6667), "pixvalue-003");
    check("scoring", "/competenceCases/0/exactPixFraction", json!("1/3"), "competence-002");
    check("scoring", "/competenceCases/4/exactArithmetic/pix", json!(7), "competence-008");
    check("scoring", "/competenceCases/0/remainingPixToNextLevel", json!(7), "competence-002");
    check("scoring", "/profileCases/8/expected/0/pix", json!(3), "profile-021");
    check("scoring", "/profileCases/8/exactArithmeticTotalPix", json!(8), "profile-021");
    check("scoring", "/scorecardCases/1/expected/status", json!("COMPLETED"), "scorecard-002");
    check("scoring", "/scorecardCases/0/expected/remainingDaysBeforeReset", json!(0), "scorecard-001");
    check("selection", "/cases/0/expected/possibleSkillIds/0", json!("a1"), "select-001");
    check("selection", "/cases/0/expected/ended", json!(true), "select-001");
    check("selection", "/cases/0/expected/predictedLevel", json!(2.5), "select-001");
    check("selection", "/levelCases/1/predictedLevel", json!(4), "levelCases[1]");
    check("selection", "/runs/0/steps/3/predictedLevel", json!(7.5), "run-03");
    check("selection", "/runs/0/steps/2/created/0/1", json!("reset"), "run-03");
    check("selection", "/runs/0/neverAssessedSkillIds", json!(["tubea1"]), "run-03");
}

#[test]
fn our_result_is_wanted_where_the_file_recommends_it() {
    let mut file = file("selection");
    let cases = file["cases"].as_array_mut().unwrap();
    let case = cases.iter_mut().find(|case| case["id"] == "select-047").unwrap();
    case["recommended"]["possibleSkillIds"] = json!(["b3"]);
    assert_eq!(different(&file), ["select-047"]);
    // Without a recommendation the reference's own result is wanted: the test ends.
    let cases = file["cases"].as_array_mut().unwrap();
    let case = cases.iter_mut().find(|case| case["id"] == "select-047").unwrap();
    case.as_object_mut().unwrap().remove("recommended");
    assert!(different(&file).is_empty());
}

#[test]
fn a_skill_within_rounding_may_be_possible_or_not() {
    let check = |expected: Value, also: Value, equal: bool| {
        let mut file = file("selection");
        let cases = file["cases"].as_array_mut().unwrap();
        let case = cases.iter_mut().find(|case| case["id"] == "select-026").unwrap();
        case["expected"]["possibleSkillIds"] = expected.clone();
        case["expected"]["alsoWithinRounding"] = also.clone();
        let wanted: &[&str] = if equal { &[] } else { &["select-026"] };
        assert_eq!(different(&file), wanted, "{expected} {also}");
    };
    check(json!(["a3", "a4", "b3", "b4"]), json!(["a5"]), true);
    check(json!(["a3", "b3"]), json!(["a4", "b4"]), true);
    check(json!(["a3", "b3"]), json!(["a4"]), false);
    check(json!(["a3", "a4", "b3", "b4", "a5"]), json!([]), false);
}

#[test]
fn a_reset_step_puts_everything_out_of_force() {
    let check = |reset: Value, equal: bool| {
        let mut file = file("inference");
        let steps = file.pointer_mut("/scenarioCases/0/steps").unwrap().as_array_mut().unwrap();
        steps.push(reset.clone());
        assert_eq!(different(&file).is_empty(), equal, "{reset}");
    };
    check(json!({"day": 8, "reset": true, "current": [], "exactPix": 0}), true);
    check(json!({"day": 8, "result": "reset", "skill": "web1", "current": [], "exactPix": 0}), true);
    check(json!({"day": 8, "reset": "c1", "created": [], "current": [], "exactPix": 0}), true);
    check(json!({"day": 8, "reset": true, "current": [], "exactPix": 6}), false);
    check(json!({"day": 8, "reset": ["web3"], "exactPix": 3}), true);
}

#[test]
fn a_malformed_case_is_a_difference_that_says_what_is_wrong() {
    let check = |array: &str, case: Value, got: &str| {
        let tallies = replay(&json!({ array: [case] })).unwrap();
        let tally = Tally { array: array.to_owned(), cases: 1, equal: 0, different: Vec::new() };
        let [found] = tallies.as_slice() else { panic!("{tallies:?}") };
        let [difference] = found.different.as_slice() else { panic!("{found:?}") };
        assert_eq!(Tally { different: Vec::new(), ..found.clone() }, tally);
        assert_eq!(difference.got, got);
    };
    check("answerCases", json!(3), "`skills` should be present");
    check("answerCases", json!({"id": "x", "skills": {}}), "`skills` should be a list");
    check("historyCases", json!({"rows": [{"id": 1}]}), "`createdAt` should be present");
    check("improvementCases", json!({"knowledgeElements": []}), "`isImproving` should be present");
    check("scenarioCases", json!({"skills": [], "steps": [{}]}), "`day` should be present");
    check(
        "pixValueCases",
        json!({"skills": [{"id": "s", "level": -1}]}),
        "`level` should be a level, 0 to 255",
    );
    check(
        "competenceCases",
        json!({"skills": [], "maxReachableLevel": 5, "validated": ["s9"]}),
        "`validated` names `s9`, which is not among the skills",
    );
    check("profileCases", json!({}), "`maxReachableLevel` should be present");
    check("scorecardCases", json!({"now": "yesterday"}), "`now` should be an ISO 8601 instant");
    check("cases", json!({"skills": [], "challenges": []}), "`isFirst` should be present");
    check(
        "levelCases",
        json!({"directAnswers": [[1]]}),
        "`directAnswers` should hold [level, success] pairs",
    );
    check("runs", json!({"skills": [], "challenges": [], "steps": 1}), "`steps` should be a list");
}

#[test]
fn a_file_of_another_shape_is_refused_or_left_to_others() {
    let check = |file: Value, expected: Result<usize, ReplayError>| {
        assert_eq!(replay(&file).map(|tallies| tallies.len()), expected, "{file}");
    };
    check(json!([]), Err(ReplayError::NotAnObject));
    check(json!({"runs": 1}), Err(ReplayError::NotAnArray("runs".to_owned())));
    check(json!({}), Ok(0));
    check(json!({"cases": [{"id": "answers", "type": "QCU"}]}), Ok(0));
    check(json!({"cases": [{"id": "a"}, {"skills": []}]}), Ok(1));
}

/// The pointers of a value and of all it holds.
fn pointers(value: &Value, here: &str, all: &mut Vec<String>) {
    all.push(here.to_owned());
    match value {
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(rank, item)| pointers(item, &format!("{here}/{rank}"), all));
        }
        Value::Object(fields) => {
            fields.iter().for_each(|(key, field)| pointers(field, &format!("{here}/{key}"), all));
        }
        _ => {}
    }
}

#[test]
fn a_case_damaged_anywhere_is_still_counted() {
    let damage = [json!(null), json!(-1), json!(1e300), json!("é"), json!([]), json!({"id": 0})];
    let check = |name: &str, array: &str| {
        let case = file(name)[array]
            .as_array()
            .and_then(|cases| cases.iter().min_by_key(|case| case.to_string().len()).cloned());
        let case = case.unwrap();
        let mut places = Vec::new();
        pointers(&case, "", &mut places);
        for (place, junk) in
            places.iter().skip(1).flat_map(|place| damage.iter().map(move |junk| (place, junk)))
        {
            let mut damaged = case.clone();
            *damaged.pointer_mut(place).unwrap() = junk.clone();
            let tallies = replay(&json!({ array: [damaged] })).unwrap();
            let counts: Vec<_> =
                tallies.iter().map(|tally| (tally.cases, tally.equal + tally.different.len())).collect();
            assert_eq!(counts, [(1, 1)], "{array} {place} {junk}");
        }
    };
    let arrays = |name: &str| {
        let entries = file(name);
        let arrays = entries.as_object().unwrap().iter().filter(|(_, entry)| entry.is_array());
        arrays.map(|(array, _)| array.clone()).collect::<Vec<String>>()
    };
    for (name, _) in FILES {
        arrays(name).iter().for_each(|array| check(name, array));
    }
}
