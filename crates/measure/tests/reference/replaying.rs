//! The recorded cases of the reference platform give the recorded results.

use measure::reference::replay::{ReplayError, replay};
use serde_json::{Value, json};

fn file() -> Value {
    serde_json::from_str(include_str!("../vectors/irt.json")).unwrap()
}

#[test]
fn every_recorded_case_is_reproduced() {
    let tallies = replay(&file()).unwrap();
    for tally in &tallies {
        assert_eq!(tally.different, [], "{}", tally.array);
        assert_eq!(tally.equal, tally.cases);
    }
    let got: Vec<(&str, usize)> = tallies.iter().map(|tally| (tally.array.as_str(), tally.cases)).collect();
    assert_eq!(
        got,
        [
            ("estimate", 76),
            ("estimate.steps", 1668),
            ("selection", 60),
            ("selection.steps", 1621),
            ("double_measure", 14),
            ("double_measure.steps", 134),
            ("minimal_success_rate", 25),
            ("legacy_2022", 11),
            ("legacy_2022.steps", 110),
            ("degradation", 20),
            ("degradation.steps", 118),
            ("scoring.capacity_to_score", 235),
            ("scoring.score_to_capacity", 201),
            ("outcome", 94),
            ("v2.certified_level_rules", 114),
            ("v2.certifications", 60),
            ("v2.certifications.steps", 647),
            ("pick", 39),
            ("success_threshold", 12),
        ]
    );
}

/// A file with the first cases of one array of the recorded one, and what its cases share.
fn part(whole: &Value, pointer: &str) -> Value {
    let keys: Vec<&str> = pointer.split('/').skip(1).take(2).collect();
    let mut part = json!({ keys[0]: whole[keys[0]].clone(), "banks": whole["banks"].clone() });
    match &mut part[keys[0]] {
        Value::Array(cases) => cases.truncate(3),
        object => object[keys[1]].as_array_mut().unwrap().truncate(6),
    }
    part
}

#[test]
fn an_altered_expectation_is_reported() {
    let whole = file();
    let check = |pointer: &str, value: Value, expected: &[&str]| {
        let mut file = part(&whole, pointer);
        let field = file.pointer_mut(pointer).unwrap_or_else(|| panic!("no {pointer}"));
        assert_ne!(*field, value, "{pointer}");
        *field = value;
        let tallies = replay(&file).unwrap();
        let got: Vec<String> =
            tallies.into_iter().flat_map(|tally| tally.different).map(|case| case.id).collect();
        assert_eq!(got, expected, "{pointer}");
    };
    let first = &whole["selection"][0]["steps"][3];
    let swapped = json!([first["candidates"][1], first["candidates"][0]]);
    check("/estimate/0/capacity/0", json!(0.466_213_5), &["estimate-0", "estimate-0 step 0"]);
    check("/estimate/1/error_rate/0", json!(1), &["estimate-3", "estimate-3 step 0"]);
    check("/selection/0/steps/3/candidates", swapped, &["selection-0", "selection-0 step 3"]);
    check("/selection/0/steps/3/rewards/2", json!(0.2), &["selection-0", "selection-0 step 3"]);
    check("/selection/0/steps/3/eligible", json!(3), &["selection-0", "selection-0 step 3"]);
    check("/selection/0/final_error_rate", json!(0.3), &["selection-0"]);
    check("/double_measure/0/after/0/answers", json!(1), &["double-0", "double-0 step 0"]);
    check("/minimal_success_rate/0/meets/4", json!(0), &["minrate-0"]);
    check("/legacy_2022/0/steps/1/ended", json!(true), &["legacy-1", "legacy-1 step 1"]);
    check("/degradation/0/simulated/0/id", json!("A-i0"), &["degradation-0", "degradation-0 step 0"]);
    check("/degradation/0/capacity_before", json!(0), &["degradation-0"]);
    check("/scoring/capacity_to_score/3/pix_score", json!(1), &["scoring.capacity_to_score[3]"]);
    check("/scoring/capacity_to_score/3/competence_levels/c2", json!(9), &["scoring.capacity_to_score[3]"]);
    check("/scoring/score_to_capacity/5/mesh_index", json!(4), &["scoring.score_to_capacity[5]"]);
    check("/outcome/0/comment", json!(null), &["outcome[0]"]);
    check("/outcome/0/downgraded", json!(true), &["outcome[0]"]);
    check("/v2/certified_level_rules/0/level", json!(5), &["v2.certified_level_rules[0]"]);
    check("/v2/certifications/1/marks/0/score", json!(16), &["v2-1", "v2-1 step 0"]);
    check("/v2/certifications/1/trusted", json!(false), &["v2-1"]);
    check("/pick/0/draws_used", json!(1), &["pick[0]"]);
    check("/success_threshold/1/minimum_capability", json!(4.6), &["success_threshold[1]"]);
}

#[test]
fn a_malformed_case_is_a_difference_that_says_what_is_wrong() {
    let check = |file: Value, got: &str| {
        let tallies = replay(&file).unwrap();
        let different: Vec<&str> =
            tallies.iter().flat_map(|tally| &tally.different).map(|it| it.got.as_str()).collect();
        assert_eq!(different, [got], "{file}");
    };
    let bank = json!({"A": [["i", 1, 0, "c", "t", "s"], ["i", 1, 0, "c", "t", "s"]]});
    let flat = json!({"A": [["i", 0, 0, "c", "t", "s"]]});
    let grid = json!([[0, 1], [3, 2]]);
    let scored = json!([{"grid": "g", "capacity": 1}]);
    check(json!({"estimate": [3]}), "`initial_capacity` should be present");
    check(
        json!({"estimate": [{"initial_capacity": 12}]}),
        "starting capacity 12: expected a number between -9 and 9",
    );
    check(
        json!({"pick": [{"candidates": -1, "uniform_draws": []}]}),
        "`candidates` should be a number of things",
    );
    check(json!({"selection": [{"bank": "A"}]}), "`banks` should be present");
    check(
        json!({"banks": bank, "selection": [{"bank": "A"}]}),
        "i: two items have this name; give each its own",
    );
    check(
        json!({"banks": flat, "degradation": [{"bank": "A"}]}),
        "i: discrimination 0 and difficulty 0; expected a positive number and a number: calibrate it or leave it out",
    );
    check(
        json!({"scoring": {"grids": {"g": grid}, "capacity_to_score": scored}}),
        "interval 1, 3 to 2: expected the first bound to be the smaller",
    );
}

#[test]
fn a_file_of_another_shape_is_refused_or_left_to_others() {
    let check = |file: Value, expected: Result<usize, ReplayError>| {
        assert_eq!(replay(&file).map(|tallies| tallies.len()), expected, "{file}");
    };
    check(json!([]), Err(ReplayError::NotAnObject));
    check(json!({"pick": 1}), Err(ReplayError::NotAnArray("pick".to_owned())));
    check(json!({"cases": []}), Ok(0));
    check(json!({"scoring": 1, "v2": {"other": 1}}), Ok(0));
    check(json!({"pick": [], "estimate": []}), Ok(3));
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
    let whole = file();
    let damage = [json!(null), json!(-1), json!(1e300), json!("é"), json!([]), json!({"id": 0})];
    let check = |array: &str| {
        let pointer = format!("/{}", array.replace('.', "/"));
        let cases = whole.pointer(&pointer).and_then(Value::as_array).unwrap();
        let case = cases.iter().min_by_key(|case| case.to_string().len()).unwrap();
        let mut file = json!({"banks": {"C": whole["banks"]["C"]}, "scoring": {}, "v2": {}});
        file["scoring"]["grids"] = whole["scoring"]["grids"].clone();
        file["scoring"]["competence_intervals"] = whole["scoring"]["competence_intervals"].clone();
        let mut places = Vec::new();
        pointers(case, "", &mut places);
        for (place, junk) in
            places.iter().skip(1).flat_map(|place| damage.iter().map(move |junk| (place, junk)))
        {
            let mut damaged = case.clone();
            *damaged.pointer_mut(place).unwrap() = junk.clone();
            match array.split_once('.') {
                Some((outer, inner)) => file[outer][inner] = json!([damaged]),
                None => file[array] = json!([damaged]),
            }
            let tallies = replay(&file).unwrap();
            let tally = tallies.iter().find(|tally| tally.array == array).unwrap();
            assert_eq!((tally.cases, tally.equal + tally.different.len()), (1, 1), "{array} {place} {junk}");
        }
    };
    ["estimate", "selection", "double_measure", "minimal_success_rate", "legacy_2022"]
        .iter()
        .for_each(|it| check(it));
    ["degradation", "scoring.capacity_to_score", "scoring.score_to_capacity"].iter().for_each(|it| check(it));
    ["outcome", "v2.certified_level_rules", "v2.certifications", "pick", "success_threshold"]
        .iter()
        .for_each(|it| check(it));
}
