//! Fit of items by scores, whole forms and sparse answers alike.

use crate::population::{abilities, answers, bank, names, one_group, right, uniform};
use measure::calibration::{Calibration, Group, Options, Responses, calibrate};
use measure::fit::{Curve, FitError, ScoreFit, holm, score_fit};
use measure::irt::{Parameters, Response};

const STANDARD: Group = Group { mean: 0.0, deviation: 1.0, persons: 0 };

/// The share of the values below a level.
fn share(values: &[f64], level: f64) -> f64 {
    values.iter().filter(|value| **value < level).count() as f64 / values.len() as f64
}

fn curves(truth: &[Parameters]) -> Vec<Curve> {
    truth.iter().map(|item| Curve::from(*item)).collect()
}

fn probabilities(found: &[Option<ScoreFit>]) -> impl Iterator<Item = f64> {
    found.iter().flatten().map(|fit| fit.probability)
}

/// The fit of items that were found from the same answers.
fn own_fit(calibration: &Calibration, responses: &Responses) -> Vec<Option<ScoreFit>> {
    let own: Vec<Curve> = calibration.items.iter().map(Curve::from).collect();
    score_fit(&own, responses, &calibration.groups, &vec![2.0; own.len()], 2).unwrap()
}

#[test]
fn whole_forms_tell_a_wrong_curve_from_a_right_one() {
    let (mut known, mut estimated, mut wrong) = (Vec::new(), Vec::new(), Vec::new());
    for seed in 0..12 {
        let truth = bank(300 + seed, 12);
        let persons = one_group(abilities(seed, 700, 0.0, 1.0));
        let responses = answers(seed, &truth, &persons, |_, _, _| true);
        let mut curves = curves(&truth);
        let of = |curves: &[Curve]| score_fit(curves, &responses, &[STANDARD], &[0.0; 12], 1).unwrap();
        known.extend(probabilities(&of(&curves)));
        let found = calibrate(&responses, &Options::default(), 1).unwrap();
        estimated.extend(probabilities(&own_fit(&found, &responses)));
        // The first item is in truth much flatter, or steeper, than its curve says.
        curves[0].parameters.discrimination *= if seed % 2 == 0 { 3.0 } else { 0.3 };
        wrong.extend(of(&curves).first().copied().flatten().map(|fit| fit.probability));
    }
    assert!((0.01..=0.09).contains(&share(&known, 0.05)), "{}", share(&known, 0.05));
    assert!((0.01..=0.10).contains(&share(&estimated, 0.05)), "{}", share(&estimated, 0.05));
    assert!(share(&wrong, 0.05) >= 0.9, "{wrong:?}");
}

/// Two groups of different ability, each person on 24 of 60 items or so; a sixth of the items is misread by this share
/// of the able, if any.
fn sparse(seed: u64, misread: f64) -> Responses {
    let truth = bank(seed, 60);
    let rows = (0..1_600_u64).map(|person| {
        let group = u32::from(person % 2 == 1);
        let ability = abilities(seed * 1_000_003 + person, 1, 0.8 * f64::from(group), 1.0)[0];
        let met = (0..60).filter(move |item| uniform(seed ^ 0xF0, person, *item as u64) < 0.4);
        let truth = &truth;
        let answer = move |item: usize| {
            let kept = if item.is_multiple_of(6) && ability > 0.5 { 1.0 - misread } else { 1.0 };
            let probability = kept * truth[item].probability(ability);
            let right = right(seed, usize::try_from(person).unwrap(), item, probability);
            Response { item: u32::try_from(item).unwrap(), right }
        };
        (group, met.map(answer).collect::<Vec<_>>())
    });
    Responses::by_person(names(60), rows).unwrap()
}

#[test]
fn sparse_answers_of_two_groups_keep_the_level_and_find_what_does_not_fit() {
    let (mut known, mut estimated, mut sound, mut odd) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for seed in 0..8 {
        let responses = sparse(seed, 0.0);
        let groups = [STANDARD, Group { mean: 0.8, ..STANDARD }];
        let truth = curves(&bank(seed, 60));
        known.extend(probabilities(&score_fit(&truth, &responses, &groups, &[0.0; 60], 2).unwrap()));
        let found = calibrate(&responses, &Options::default(), 2).unwrap();
        estimated.extend(probabilities(&own_fit(&found, &responses)));
        let responses = sparse(seed, 0.7);
        let found = calibrate(&responses, &Options::default(), 2).unwrap();
        for (item, fit) in own_fit(&found, &responses).iter().enumerate() {
            if let Some(fit) = fit {
                if item % 6 == 0 { &mut odd } else { &mut sound }.push(fit.probability);
            }
        }
    }
    let defined = known.len() + estimated.len();
    assert!(defined >= 950, "defined for {defined} of 960: a very easy or hard item has too few cells");
    // The sampling error of a share of 480 is 0.01.
    assert!((0.025..=0.08).contains(&share(&known, 0.05)), "{}", share(&known, 0.05));
    assert!((0.025..=0.08).contains(&share(&estimated, 0.05)), "{}", share(&estimated, 0.05));
    // Sound items beside ten that do not fit at all: these are in everybody's score.
    assert!((0.025..=0.15).contains(&share(&sound, 0.05)), "{}", share(&sound, 0.05));
    assert!(share(&odd, 0.05) > 0.5, "{}", share(&odd, 0.05));
    let adjusted = holm(&sound.iter().copied().map(Some).collect::<Vec<_>>());
    assert!(adjusted.iter().flatten().filter(|one| **one < 0.05).count() <= 2);
}

#[test]
fn neither_threads_nor_the_order_of_persons_change_anything() {
    let truth = curves(&bank(3, 60));
    let responses = sparse(3, 0.0);
    let groups = [STANDARD, Group { mean: 0.8, ..STANDARD }];
    let of =
        |responses: &Responses, threads| score_fit(&truth, responses, &groups, &[2.0; 60], threads).unwrap();
    assert_eq!(of(&responses, 1), of(&responses, 3));
    let rows =
        (0..responses.persons()).rev().map(|person| (responses.groups()[person], responses.of(person)));
    let turned = Responses::by_person(names(60), rows).unwrap();
    assert_eq!(of(&turned, 1), of(&responses, 1));
}

#[test]
fn what_cannot_be_judged_is_refused_or_left_open() {
    let truth = bank(1, 5);
    let curves = curves(&truth);
    let responses = answers(1, &truth, &one_group(vec![0.0; 9]), |_, _, item| item != 2);
    let of = |curves: &[Curve], groups: &[Group], estimated: &[f64]| {
        score_fit(curves, &responses, groups, estimated, 1)
    };
    assert_eq!(of(&curves, &[STANDARD], &[2.0; 5]), Ok(vec![None; 5]), "too few persons for a cell");
    let check = |found: Result<Vec<Option<ScoreFit>>, FitError>, expected: &str| {
        let error = found.unwrap_err().to_string();
        assert!(error.contains(expected), "{error}");
    };
    check(of(&curves[1..], &[STANDARD], &[2.0; 5]), "4 curves for 5 items");
    check(of(&curves, &[STANDARD], &[2.0; 3]), "3 curves for 5 items");
    check(of(&curves, &[], &[2.0; 5]), "0 laws of ability for 1 groups");
    check(of(&curves, &[Group { mean: f64::NAN, ..STANDARD }], &[2.0; 5]), "the mean of a group is NaN");
    check(of(&curves, &[Group { deviation: 0.0, ..STANDARD }], &[2.0; 5]), "the deviation of a group is 0");
    check(of(&curves, &[STANDARD], &[-1.0; 5]), "the number of parameters estimated is -1");
    let single = answers(1, &truth, &one_group(vec![0.0; 9]), |person, _, item| item == person % 5);
    assert_eq!(score_fit(&curves, &single, &[STANDARD], &[2.0; 5], 1), Err(FitError::NoAnswer));
}
