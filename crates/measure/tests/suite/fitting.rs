//! Fit of items: sound ones are suspected about as often as the level says, unsound ones nearly always.

use crate::population::{abilities, bank, right, uniform};
use measure::fit::{
    Class, Cusum, Drift, FitError, LogisticDif, MantelHaenszel, Matched, MeanSquares, Placed,
    chi_square_tail, logistic, mantel_haenszel, normal_tail,
};
use measure::irt::Parameters;

/// The share of the values below a level.
fn share(values: &[f64], level: f64) -> f64 {
    values.iter().filter(|value| **value < level).count() as f64 / values.len() as f64
}

#[test]
fn tails_are_those_of_the_tables() {
    let check = |got: f64, expected: f64| assert!((got / expected - 1.0).abs() < 1e-6, "{got} {expected}");
    check(chi_square_tail(3.841_458_820_694_124, 1.0), 0.05);
    check(chi_square_tail(18.307_038_053_275_14, 10.0), 0.05);
    check(chi_square_tail(2.0, 2.0), (-1.0_f64).exp());
    check(chi_square_tail(124.342_113_404_004_07, 100.0), 0.05);
    check(normal_tail(1.959_963_984_540_054), 0.025);
    check(normal_tail(-1.959_963_984_540_054), 0.975);
    check(normal_tail(6.0), 9.865_876_450_376_98e-10);
    for odd in [f64::NAN, -3.0, 0.0, f64::NEG_INFINITY] {
        assert!(
            (chi_square_tail(odd, 3.0) - 1.0).abs() < 1e-15
                && (chi_square_tail(3.0, odd) - 1.0).abs() < 1e-15
        );
    }
    assert!(chi_square_tail(f64::INFINITY, 3.0) < 1e-300 && normal_tail(f64::INFINITY) < 1e-300);
}

#[test]
fn mean_squares_are_near_one_and_their_scores_normal() {
    let (mut outfits, mut infits, mut noisy) = (Vec::new(), Vec::new(), Vec::new());
    for seed in 0..400 {
        let item = bank(900 + seed, 1)[0];
        let persons = abilities(seed, 250, 0.0, 1.0);
        let of = |noise: f64| {
            MeanSquares::new(persons.iter().enumerate().map(|(person, ability)| {
                let probability = item.probability(*ability);
                (probability, right(seed, person, 0, probability * (1.0 - noise) + 0.5 * noise))
            }))
            .unwrap()
        };
        let fit = of(0.0);
        outfits.push(-fit.outfit_z.abs());
        infits.push(-fit.infit_z.abs());
        noisy.push(-of(0.6).infit_z);
    }
    for values in [&outfits, &infits] {
        assert!((0.02..=0.085).contains(&share(values, -1.96)), "{}", share(values, -1.96));
    }
    assert!(share(&noisy, -1.645) > 0.8, "{}", share(&noisy, -1.645));
    assert_eq!(MeanSquares::new([]), Err(FitError::NoAnswer));
    for odd in [0.0, 1.0, f64::NAN] {
        assert!(matches!(MeanSquares::new([(odd, true)]), Err(FitError::OutOfRange { .. })));
    }
    assert!(MeanSquares::new([(0.5, true)]).unwrap().outfit_z.abs() < 1e-12);
}

/// One item among 20 for two groups, whose abilities differ; for the focal group its difficulty is shifted and its
/// discrimination multiplied.
fn two_groups(seed: u64, shift: f64, factor: f64) -> (Vec<Matched>, Vec<Placed>) {
    let mut truth = bank(seed, 20);
    truth[0] = Parameters { discrimination: 1.0, difficulty: 0.0 };
    let persons = 800;
    let rows = (0..persons).map(|person| {
        let focal = person % 2 == 1;
        let ability = abilities(seed * 1_000_003 + person as u64, 1, if focal { -0.3 } else { 0.0 }, 1.0)[0];
        let probability = |(item, parameters): (usize, &Parameters)| match (item, focal) {
            (0, true) => Parameters {
                discrimination: parameters.discrimination * factor,
                difficulty: parameters.difficulty + shift,
            }
            .probability(ability),
            _ => parameters.probability(ability),
        };
        let marks: Vec<bool> = truth
            .iter()
            .enumerate()
            .map(|(item, parameters)| right(seed, person, item, probability((item, parameters))))
            .collect();
        let score = u32::try_from(marks.iter().filter(|mark| **mark).count()).unwrap();
        let placed = Placed { ability: f64::from(score), focal, right: marks[0] };
        (Matched { stratum: score, focal, right: marks[0] }, placed)
    });
    rows.unzip()
}

#[test]
fn an_item_that_favours_a_group_is_found_and_a_fair_one_left() {
    let of = |seed, shift, factor| -> (MantelHaenszel, LogisticDif) {
        let (matched, placed) = two_groups(seed, shift, factor);
        (mantel_haenszel(&matched).unwrap(), logistic(&placed).unwrap())
    };
    let all = |count, shift, factor| (0..count).map(move |seed| of(seed, shift, factor)).collect::<Vec<_>>();
    let fair = all(150, 0.0, 1.0);
    let rate = |values: Vec<f64>| share(&values, 0.05);
    let nominal = 0.013..=0.095;
    assert!(nominal.contains(&rate(fair.iter().map(|(odds, _)| odds.probability).collect())));
    assert!(nominal.contains(&rate(fair.iter().map(|(_, fit)| fit.uniform_probability).collect())));
    assert!(nominal.contains(&rate(fair.iter().map(|(_, fit)| fit.nonuniform_probability).collect())));
    let inside = fair.iter().filter(|(odds, _)| odds.delta.abs() < 1.96 * odds.error).count();
    assert!((135..=149).contains(&inside), "{inside} of 150 intervals hold 0");
    assert!(fair.iter().filter(|(odds, _)| odds.class == Class::A).count() >= 140);

    // A shift of 0.9 logits is Δ = −2.1: class C, seen for what it is or as B.
    let harder = all(40, 0.9, 1.0);
    let seen = harder.iter().filter(|(odds, _)| odds.class > Class::A && odds.delta < 0.0).count();
    assert!(seen >= 38, "{seen} of 40");
    assert!(rate(harder.iter().map(|(_, fit)| fit.uniform_probability).collect()) > 0.95);
    assert!(harder.iter().all(|(_, fit)| fit.shift < 0.0));

    // A discrimination of 0.3 instead of 1 crosses; the odds of all strata together hardly see it.
    let crossing = all(40, -0.3, 0.3);
    assert!(rate(crossing.iter().map(|(_, fit)| fit.nonuniform_probability).collect()) > 0.85);
}

#[test]
fn groups_that_cannot_be_compared_are_refused() {
    let matched = |stratum, focal, right| Matched { stratum, focal, right };
    assert_eq!(mantel_haenszel(&[]), Err(FitError::OneGroup));
    assert_eq!(mantel_haenszel(&[matched(0, true, true)]), Err(FitError::OneGroup));
    let apart = [matched(0, true, true), matched(1, false, false), matched(1, false, true)];
    assert_eq!(mantel_haenszel(&apart), Err(FitError::NoContrast));
    let placed = |ability, focal, right| Placed { ability, focal, right };
    assert_eq!(logistic(&[placed(0.0, true, true)]), Err(FitError::OneGroup));
    assert_eq!(logistic(&[placed(0.0, true, true), placed(0.0, false, true)]), Err(FitError::NoAnswer));
    assert!(matches!(logistic(&[placed(f64::NAN, true, true)]), Err(FitError::OutOfRange { .. })));
    // Fully separated groups and abilities all alike have no finite coefficients; the answer is finite all the same.
    for ability in [0.0, 1e300] {
        let separate: Vec<Placed> =
            (0..40).map(|person| placed(ability, person % 2 == 0, person % 2 == 0)).collect();
        let found = logistic(&separate).unwrap();
        assert!(
            found.shift.is_finite() && found.effect.is_finite() && found.uniform_probability < 1e-6,
            "{found:?}"
        );
    }
}

#[test]
fn a_leaked_item_is_noticed_and_a_sound_one_rarely() {
    let run = |seed: u64, gain: f64, answers: u64| {
        let mut watch = Cusum::default();
        let first = (0..answers).find_map(|place| {
            let probability = 0.25 + 0.5 * uniform(seed, place, 1);
            watch.add(probability, uniform(seed, place, 2) < probability + gain).unwrap()
        });
        (first, watch.answers())
    };
    let of = |gain, answers| (0..300).map(move |seed| run(seed, gain, answers)).collect::<Vec<_>>();
    let alarms = of(0.0, 1_000).iter().filter(|(found, _)| found.is_some()).count();
    assert!((15..=75).contains(&alarms), "{alarms} of 300 sound items within 1,000 answers");
    let leaked = of(0.15, 400);
    assert!(leaked.iter().filter(|(found, _)| *found == Some(Drift::Easier)).count() >= 295);
    let mean = leaked.iter().map(|(_, answers)| f64::from(*answers)).sum::<f64>() / 300.0;
    assert!((90.0..=170.0).contains(&mean), "{mean} answers");
    assert!(of(-0.15, 400).iter().filter(|(found, _)| *found == Some(Drift::Harder)).count() >= 295);
    let mut watch = Cusum::new(0.0, 1.0).unwrap();
    assert!(watch.add(f64::NAN, true).is_err() && watch.answers() == 0);
    assert!(watch.add(1.0, false).unwrap() == Some(Drift::Harder) && watch.sums().1.is_finite());
    assert!(Cusum::new(-1.0, 1.0).is_err() && Cusum::new(0.0, f64::NAN).is_err());
}
