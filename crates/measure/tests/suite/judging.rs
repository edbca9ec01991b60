//! Fit of persons: honest ones are suspected about as often as the level says, others nearly always.

use crate::population::{abilities, bank, normal, right, uniform, weighted};
use measure::fit::{Estimator, FitError, Marked, Paces, Pair, Timed, lz, similarity};
use measure::irt::Parameters;
use proptest::prelude::*;

/// lz* of a person whose answers to the hardest third are right whatever the ability, with some probability.
fn likeness(seed: u64, bank: &[Parameters], ability: f64, cheats: bool) -> f64 {
    let answers: Vec<(Parameters, bool)> = bank
        .iter()
        .enumerate()
        .map(|(item, parameters)| {
            let known = cheats && parameters.difficulty > 0.5;
            (*parameters, known || right(seed, 0, item, parameters.probability(ability)))
        })
        .collect();
    let marked: Vec<Marked> =
        answers.iter().map(|(parameters, right)| Marked { parameters: *parameters, right: *right }).collect();
    lz(&marked, weighted(&answers), Estimator::Weighted).unwrap()
}

#[test]
fn honest_persons_look_so_and_those_who_knew_the_hard_items_do_not() {
    let bank = bank(40, 40);
    let honest: Vec<f64> = abilities(41, 1_000, 0.0, 1.0)
        .iter()
        .zip(0..)
        .map(|(ability, person)| likeness(person, &bank, *ability, false))
        .collect();
    let below = |values: &[f64], level: f64| {
        values.iter().filter(|value| **value < level).count() as f64 / values.len() as f64
    };
    assert!((0.03..=0.075).contains(&below(&honest, -1.645)), "{}", below(&honest, -1.645));
    let mean = honest.iter().sum::<f64>() / 1_000.0;
    let spread = honest.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / 1_000.0;
    assert!(mean.abs() < 0.1 && (spread - 1.0).abs() < 0.15, "{mean} {spread}");
    let cheats: Vec<f64> = (0..200).map(|person| likeness(5_000 + person, &bank, -0.7, true)).collect();
    assert!(below(&cheats, -1.645) > 0.9, "{}", below(&cheats, -1.645));
}

#[test]
fn other_estimators_have_their_own_correction() {
    let bank = bank(42, 30);
    let marked: Vec<Marked> = bank
        .iter()
        .enumerate()
        .map(|(item, parameters)| Marked { parameters: *parameters, right: item % 3 > 0 })
        .collect();
    let of = |estimator| lz(&marked, 0.4, estimator).unwrap();
    let likelihood = of(Estimator::Likelihood);
    let far = of(Estimator::Posterior { mean: 0.4, deviation: 1.0 });
    assert!((likelihood - far).abs() < 1e-12, "a prior that pulls nowhere changes nothing");
    assert!((likelihood - of(Estimator::Posterior { mean: 3.0, deviation: 1.0 })).abs() > 0.01);
    assert!(lz(&marked, 0.4, Estimator::Posterior { mean: 0.0, deviation: 0.0 }).is_err());
    assert!(lz(&marked, f64::NAN, Estimator::Likelihood).is_err());
    assert_eq!(lz(&[], 0.0, Estimator::Likelihood), Err(FitError::NoAnswer));
    let same = vec![marked[0]; 9];
    assert_eq!(lz(&same, 0.3, Estimator::Likelihood), Err(FitError::NoAnswer), "all items alike");
}

/// Two persons of like ability; the second takes so large a share of the answers of the first.
fn pairs(seed: u64, bank: &[Parameters], copied: f64) -> Vec<Pair> {
    let one = |item: usize, parameters: &Parameters| {
        let p = [parameters.probability(0.2), parameters.probability(-0.1)];
        let source = right(seed, 0, item, p[0]);
        let own = right(seed, 1, item, p[1]);
        let copies = uniform(seed, item as u64, 9) < copied;
        Pair { probability: p[0] * p[1] + (1.0 - p[0]) * (1.0 - p[1]), alike: copies || source == own }
    };
    bank.iter().enumerate().map(|(item, parameters)| one(item, parameters)).collect()
}

#[test]
fn copied_answers_are_seen_and_like_minds_are_not() {
    let bank = bank(43, 60);
    let rate = |copied, exact: bool| {
        let low = |seed| {
            let found = similarity(&pairs(seed, &bank, copied)).unwrap();
            (if exact { found.exact_probability } else { found.omega_probability }) < 0.05
        };
        (0..600).filter(|seed| low(*seed)).count() as f64 / 600.0
    };
    // The exact test keeps its level whatever; a count of answers does not reach it quite.
    assert!((0.015..=0.06).contains(&rate(0.0, true)), "{}", rate(0.0, true));
    assert!((0.025..=0.08).contains(&rate(0.0, false)), "{}", rate(0.0, false));
    assert!(rate(0.7, true) > 0.95 && rate(0.7, false) > 0.95, "{}", rate(0.7, true));
    assert_eq!(similarity(&[]), Err(FitError::NoAnswer));
    assert_eq!(similarity(&[Pair { probability: 1.0, alike: true }]), Err(FitError::NoAnswer));
    assert!(matches!(
        similarity(&[Pair { probability: 1.5, alike: true }]),
        Err(FitError::OutOfRange { .. })
    ));
}

#[test]
fn the_exact_probability_is_that_of_all_patterns() {
    let chances = [0.2, 0.5, 0.9, 0.65];
    let of = |alike: usize| {
        let pairs: Vec<Pair> = chances
            .iter()
            .enumerate()
            .map(|(item, probability)| Pair { probability: *probability, alike: item < alike })
            .collect();
        similarity(&pairs).unwrap().exact_probability
    };
    for alike in 0..=4 {
        let patterns = (0_u32..16).filter(|pattern| pattern.count_ones() as usize >= alike);
        let chance = |pattern: u32| -> f64 {
            chances
                .iter()
                .enumerate()
                .map(|(item, chance)| if pattern >> item & 1 == 1 { *chance } else { 1.0 - chance })
                .product()
        };
        let expected: f64 = patterns.map(chance).sum();
        assert!((of(alike) - expected).abs() < 1e-12, "{alike}");
    }
}

#[test]
fn a_time_is_judged_by_item_and_person() {
    let time = |person: u32, item: u32| {
        let labour = 3.0 + normal(50, u64::from(item), 1);
        let pace = 0.4 * normal(51, u64::from(person), 2);
        let noise = (0.3 + 0.01 * f64::from(item)) * normal(52, u64::from(person), 300 + u64::from(item));
        Timed { person, item, seconds: (labour - pace + noise).exp() }
    };
    let mut times: Vec<Timed> =
        (0..200).flat_map(|person| (0..30).map(move |item| time(person, item))).collect();
    times[7].seconds = 0.4;
    let paces = Paces::new(30, 200, &times).unwrap();
    let residuals: Vec<f64> = times.iter().map(|time| paces.residual(time).unwrap()).collect();
    assert!(residuals[7] < -4.0, "{}", residuals[7]);
    let beyond =
        |level: f64| residuals.iter().filter(|residual| residual.abs() > level).count() as f64 / 6_000.0;
    assert!(
        (0.035..=0.065).contains(&beyond(1.96)) && beyond(3.0) < 0.008,
        "{} {}",
        beyond(1.96),
        beyond(3.0)
    );
    let fastest = (0..200).max_by(|a, b| paces.pace(*a).partial_cmp(&paces.pace(*b)).unwrap()).unwrap();
    assert!(0.4 * normal(51, u64::from(fastest), 2) > 0.6);
    assert_eq!(Paces::new(1, 1, &[]).unwrap_err(), FitError::NoAnswer);
    for odd in
        [Timed { item: 9, ..times[0] }, Timed { person: 999, ..times[0] }, Timed { seconds: 0.0, ..times[0] }]
    {
        assert!(matches!(Paces::new(9, 200, &[odd]), Err(FitError::Time { .. })));
    }
    assert_eq!(
        Paces::new(1, 1, &times[..1]).unwrap().residual(&times[0]),
        None,
        "one answer has no deviation"
    );
}

proptest! {
    #[test]
    fn steep_and_contradictory_answers_have_a_number_or_a_reason(
        answers in prop::collection::vec((0.001_f64..200.0, -50.0_f64..50.0, any::<bool>()), 0..12),
        ability in -40.0_f64..40.0,
    ) {
        let marked: Vec<Marked> = answers
            .iter()
            .map(|(discrimination, difficulty, right)| Marked {
                parameters: Parameters { discrimination: *discrimination, difficulty: *difficulty },
                right: *right,
            })
            .collect();
        for estimator in [Estimator::Likelihood, Estimator::Weighted, Estimator::Posterior { mean: 0.0, deviation: 1.0 }] {
            if let Ok(found) = lz(&marked, ability, estimator) {
                prop_assert!(found.is_finite());
            }
        }
    }
}
