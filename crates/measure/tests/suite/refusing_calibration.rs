//! What can be calibrated with priors, and what cannot be calibrated at all.

use crate::population::names;
use measure::calibration::{
    Anchor, Answer, CalibrationError, Options, Prior, Priors, Responses, ResponsesError, calibrate,
};
use measure::irt::Parameters;

#[test]
fn priors_save_what_has_no_estimate() {
    // Item 0 is answered right by all, item 1 by nobody, item 2 by one person alone.
    let answer = |person, item, right| Answer { person, item, right };
    let mut all = vec![answer(3, 2, true)];
    for person in 0..50 {
        all.extend([answer(person, 0, true), answer(person, 1, false), answer(person, 3, person % 3 == 0)]);
    }
    let responses = Responses::new(names(4), &[0; 50], &all).unwrap();
    let found = calibrate(&responses, &Options::default(), 1).unwrap();
    assert!(found.converged && found.items.iter().all(|item| !item.on_bound), "{found:?}");
    let difficulties: Vec<f64> = found.items.iter().map(|item| item.parameters.difficulty).collect();
    assert!(difficulties[0] < -2.0 && difficulties[1] > 2.0, "{difficulties:?}");
    assert!(found.items[2].errors.unwrap().difficulty > 1.2, "{:?}", found.items[2]);
}

#[test]
fn what_cannot_be_calibrated_is_named() {
    let answer = |person, item, right| Answer { person, item, right };
    let all = [answer(0, 0, true), answer(1, 0, true), answer(0, 1, true), answer(1, 1, false)];
    let responses = Responses::new(names(3), &[0, 0], &all).unwrap();
    let two = Responses::new(names(2), &[0, 0], &all).unwrap();
    let check = |responses: &Responses, options: Options, expected: &str| {
        let error = calibrate(responses, &options, 1).unwrap_err();
        assert!(error.to_string().starts_with(expected), "{error}");
        error
    };
    let plain = Options::default;
    check(&responses, plain(), "item 2: 0 answers; expected at least 1");
    check(&two, Options { least_answers: 30, ..plain() }, "item 0: 2 answers; expected at least 30");
    let flat = Options { priors: Priors::flat(), ..plain() };
    let constant = check(&two, flat, "item 0: all its answers are right");
    assert_eq!(constant, CalibrationError::Constant { item: "item 0".into(), right: true });
    let parameters = Parameters { discrimination: 1.0, difficulty: 0.0 };
    let anchors = |anchors: &[Anchor]| Options { anchors: anchors.to_vec(), ..plain() };
    let anchor = Anchor { item: 0, parameters, guessing: 0.0 };
    check(&two, anchors(&[Anchor { item: 9, ..anchor }]), "anchor 9 is no item; expected a place below 2");
    check(&two, anchors(&[anchor, anchor]), "item 0: an anchor twice");
    let steepless = Parameters { discrimination: 0.0, ..parameters };
    check(&two, anchors(&[Anchor { parameters: steepless, ..anchor }]), "item 0: the anchor is not usable");
    check(&two, anchors(&[Anchor { guessing: 0.2, ..anchor }]), "item 0: the anchor is not usable");
    let prior = Some(Prior { mean: 0.0, deviation: 0.0 });
    let priors = Priors { difficulty: prior, ..Priors::default() };
    check(&two, Options { priors, ..plain() }, "the prior on difficulty has mean 0 and deviation 0");
    check(&two, Options { nodes: Some(2), ..plain() }, "2 nodes; expected between 15 and 999");
    check(&two, Options { tolerance: f64::NAN, ..plain() }, "a tolerance of NaN");
}

#[test]
fn answers_that_make_no_sense_are_named() {
    let answer = |person, item| Answer { person, item, right: true };
    let check = |names: Vec<String>, groups: &[u32], answers: &[Answer], expected: ResponsesError| {
        assert_eq!(Responses::new(names, groups, answers).unwrap_err(), expected);
    };
    check(vec![], &[0], &[], ResponsesError::NoItem);
    check(names(1), &[], &[], ResponsesError::NoPerson);
    check(vec!["a".into(), "a".into()], &[0], &[], ResponsesError::Twice("a".into()));
    let unknown = ResponsesError::UnknownItem { person: 0, item: 5, items: 2 };
    check(names(2), &[0], &[answer(0, 5)], unknown);
    check(names(2), &[0], &[answer(3, 0)], ResponsesError::UnknownPerson { person: 3, persons: 1 });
    let twice = ResponsesError::AnsweredTwice { person: 1, item: "item 0".into() };
    check(names(2), &[0, 0], &[answer(1, 0), answer(0, 0), answer(1, 0)], twice);
    check(names(2), &[0, 2, 2], &[], ResponsesError::EmptyGroup { group: 1, persons: 3 });
    check(names(2), &[0, 9], &[], ResponsesError::EmptyGroup { group: 9, persons: 2 });
}
