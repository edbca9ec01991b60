//! Whatever the answers, a statistic of fit is finite or a typed error; and the way from sparse answers to a
//! comparison of groups.

use crate::population::{abilities, answers, bank, names, uniform};
use measure::calibration::{Group, Options, Responses, calibrate};
use measure::fit::{
    Curve, FitError, Matched, MeanSquares, Paces, Pair, Placed, Timed, comparisons, logistic,
    mantel_haenszel, score_fit, similarity,
};
use measure::irt::{Parameters, Response};
use proptest::prelude::*;

#[test]
fn sparse_answers_of_two_groups_are_compared_item_by_item() {
    let truth = bank(60, 40);
    let persons: Vec<(u32, f64)> =
        (0..).zip(abilities(60, 1_500, 0.0, 1.0)).map(|(p, ability)| (p % 2, ability)).collect();
    let responses =
        answers(60, &truth, &persons, |person, _, item| uniform(61, person as u64, item as u64) < 0.5);
    let found = calibrate(&responses, &Options::default(), 2).unwrap();
    let means: Vec<f64> = found.abilities.iter().map(|ability| ability.mean).collect();
    let items = comparisons(&responses, &means, 1, 15).unwrap();
    let unfair = |item: &measure::fit::Comparison| {
        let (odds, fit) = (mantel_haenszel(&item.matched).unwrap(), logistic(&item.placed).unwrap());
        (odds.probability < 0.05, fit.uniform_probability < 0.05)
    };
    let suspected: Vec<(bool, bool)> = items.iter().map(unfair).collect();
    assert!(suspected.iter().filter(|(odds, _)| *odds).count() <= 6, "{suspected:?}");
    assert!(suspected.iter().filter(|(_, fit)| *fit).count() <= 6, "{suspected:?}");
    let total: usize = items.iter().map(|item| item.matched.len()).sum();
    assert_eq!(total, responses.met().iter().map(|met| *met as usize).sum::<usize>());
    assert_eq!(
        comparisons(&responses, &means[1..], 1, 15),
        Err(FitError::Abilities { given: 1_499, persons: 1_500 })
    );
    assert!(matches!(comparisons(&responses, &means, 1, 0), Err(FitError::OutOfRange { .. })));
}

#[test]
fn equal_abilities_share_a_stratum() {
    let row = |right| [Response { item: 0, right }];
    let responses =
        Responses::by_person(names(1), [(0, row(true)), (1, row(false)), (0, row(true)), (1, row(true))])
            .unwrap();
    let strata = |abilities: &[f64], strata| -> Vec<u32> {
        comparisons(&responses, abilities, 1, strata).unwrap()[0]
            .matched
            .iter()
            .map(|one| one.stratum)
            .collect()
    };
    assert_eq!(strata(&[0.5, 0.5, -1.0, 2.0], 4), vec![1, 1, 0, 3]);
    assert_eq!(strata(&[1.0, 1.0, 1.0, 1.0], 4), vec![0, 0, 0, 0]);
    assert_eq!(strata(&[3.0, 1.0, 2.0, 0.0], 2), vec![1, 0, 1, 0]);
}

fn chance() -> impl Strategy<Value = f64> {
    prop_oneof![Just(0.0), Just(1.0), Just(1e-300), Just(f64::NAN), 0.0..1.0]
}

fn ability() -> impl Strategy<Value = f64> {
    prop_oneof![Just(0.0), Just(1e308), Just(-1e308), Just(f64::INFINITY), -4.0..4.0]
}

proptest! {
    #[test]
    fn groups_have_numbers_or_a_reason(
        rows in prop::collection::vec((0_u32..3, ability(), any::<bool>(), any::<bool>()), 0..14)
    ) {
        let matched: Vec<Matched> =
            rows.iter().map(|&(stratum, _, focal, right)| Matched { stratum, focal, right }).collect();
        if let Ok(found) = mantel_haenszel(&matched) {
            prop_assert!(found.delta.is_finite() && found.error.is_finite() && found.chi_square.is_finite(), "{found:?}");
        }
        let placed: Vec<Placed> =
            rows.iter().map(|&(_, ability, focal, right)| Placed { ability, focal, right }).collect();
        if let Ok(found) = logistic(&placed) {
            let numbers = [found.shift, found.uniform, found.nonuniform, found.effect];
            prop_assert!(numbers.iter().all(|number| number.is_finite()), "{found:?}");
        }
    }

    #[test]
    fn likenesses_and_residuals_have_numbers_or_a_reason(
        rows in prop::collection::vec((chance(), any::<bool>()), 0..12)
    ) {
        let pairs: Vec<Pair> = rows.iter().map(|&(probability, alike)| Pair { probability, alike }).collect();
        if let Ok(found) = similarity(&pairs) {
            prop_assert!(found.omega.is_finite() && (0.0..=1.0).contains(&found.exact_probability), "{found:?}");
        }
        if let Ok(found) = MeanSquares::new(rows.iter().copied()) {
            let numbers = [found.outfit, found.infit, found.outfit_z, found.infit_z];
            prop_assert!(numbers.iter().all(|number| number.is_finite()), "{found:?}");
        }
    }

    #[test]
    fn times_have_numbers_or_a_reason(
        rows in prop::collection::vec((0_u32..4, 0_u32..4, prop_oneof![Just(0.0), Just(1e-300), Just(1e300), 0.1..90.0]), 0..14)
    ) {
        let times: Vec<Timed> =
            rows.iter().map(|&(person, item, seconds)| Timed { person, item, seconds }).collect();
        if let Ok(paces) = Paces::new(4, 4, &times) {
            prop_assert!(times.iter().filter_map(|time| paces.residual(time)).all(f64::is_finite));
            prop_assert!((0..4).filter_map(|person| paces.pace(person)).all(f64::is_finite));
        }
    }

    #[test]
    fn scores_have_numbers_or_a_reason(
        items in prop::collection::vec((0.01_f64..200.0, -30.0_f64..30.0, 0.0_f64..0.9), 1..5),
        persons in prop::collection::vec((any::<u8>(), any::<u8>()), 1..60),
    ) {
        let curves: Vec<Curve> = items
            .iter()
            .map(|&(discrimination, difficulty, guessing)| Curve { parameters: Parameters { discrimination, difficulty }, guessing })
            .collect();
        let count = u32::try_from(items.len()).unwrap();
        let row = |&(bits, met): &(u8, u8)| {
            let met = move |item: &u32| met >> item & 1 == 1;
            (0, (0..count).filter(met).map(move |item| Response { item, right: bits >> item & 1 == 1 }))
        };
        let responses = Responses::by_person(names(items.len()), persons.iter().map(row)).unwrap();
        let group = Group { mean: 0.0, deviation: 1.0, persons: 0 };
        let found = score_fit(&curves, &responses, &[group], &vec![0.0; items.len()], 2);
        prop_assert!(matches!(found, Ok(_) | Err(FitError::NoAnswer)), "{found:?}");
        for fit in found.unwrap_or_default().into_iter().flatten() {
            prop_assert!(fit.chi_square.is_finite() && (0.0..=1.0).contains(&fit.probability), "{fit:?}");
        }
    }
}
