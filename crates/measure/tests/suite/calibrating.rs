//! Calibration against populations whose truth is known.

use crate::population::{abilities, answers, bank, names, one_group, right, uniform};
use measure::calibration::{Anchor, Calibration, Model, Options, Responses, Start, calibrate};
use measure::irt::{Parameters, Response};

fn root_mean_square(errors: impl Iterator<Item = f64>) -> f64 {
    let errors: Vec<f64> = errors.collect();
    (errors.iter().map(|error| error * error).sum::<f64>() / errors.len() as f64).sqrt()
}

/// The RMSE of α and δ.
fn distance(found: &Calibration, truth: &[Parameters]) -> (f64, f64) {
    let pairs = || found.items.iter().zip(truth);
    (
        root_mean_square(pairs().map(|(item, truth)| item.parameters.discrimination - truth.discrimination)),
        root_mean_square(pairs().map(|(item, truth)| item.parameters.difficulty - truth.difficulty)),
    )
}

/// Meets about one item in three, at random.
fn at_random(person: usize, _: f64, item: usize) -> bool {
    uniform(77, person as u64, item as u64) < 0.33
}

fn everything(_: usize, _: f64, _: usize) -> bool {
    true
}

/// An adaptive test: 15 items, each the nearest to a guess that goes up with a right answer and down with a wrong one.
/// What is asked depends on the answers only, or no calibration could make sense of it.
fn staircase(seed: u64, truth: &[Parameters], abilities: &[f64]) -> Responses {
    let walk = |(person, ability): (usize, &f64)| {
        let (mut guess, mut row): (f64, Vec<Response>) = (0.0, Vec::new());
        for step in 0..15 {
            let free = (0..truth.len()).filter(|item| !row.iter().any(|met| met.item as usize == *item));
            let gap = |item: &usize| (truth[*item].difficulty - guess).abs();
            let item = free.min_by(|one, other| gap(one).total_cmp(&gap(other))).unwrap();
            let right = right(seed, person, item, truth[item].probability(*ability));
            guess += (if right { 1.0 } else { -1.0 }) * 1.5 / (1.5 + f64::from(step));
            row.push(Response { item: u32::try_from(item).unwrap(), right });
        }
        (0, row)
    };
    Responses::by_person(names(truth.len()), abilities.iter().enumerate().map(walk)).unwrap()
}

#[test]
fn the_truth_is_found_and_the_errors_are_honest() {
    let check =
        |name: &str, meets: &dyn Fn(usize, f64, usize) -> bool, items: u64, (alpha, delta): (f64, f64)| {
            let (mut covered, mut estimates) = (0.0, 0.0);
            for seed in 0..4 {
                let truth = bank(seed, items);
                let persons = one_group(abilities(seed, 1_000, 0.0, 1.0));
                let found =
                    calibrate(&answers(seed, &truth, &persons, meets), &Options::default(), 2).unwrap();
                assert!(found.converged, "{name}: {} steps", found.steps);
                let (of_alpha, of_delta) = distance(&found, &truth);
                assert!(of_alpha < alpha && of_delta < delta, "{name}: {of_alpha} {of_delta}");
                for (item, truth) in found.items.iter().zip(&truth) {
                    let errors = item.errors.unwrap();
                    let gaps = [
                        (item.parameters.discrimination - truth.discrimination) / errors.discrimination,
                        (item.parameters.difficulty - truth.difficulty) / errors.difficulty,
                    ];
                    covered += gaps.iter().filter(|gap| gap.abs() < 1.96).count() as f64;
                    estimates += 2.0;
                }
            }
            let share = covered / estimates;
            assert!((0.91..=0.985).contains(&share), "{name}: {share} of the truths lie within 1.96 errors");
        };
    check("complete", &everything, 30, (0.16, 0.2));
    check("sparse", &at_random, 40, (0.26, 0.26));
}

#[test]
fn no_start_leads_elsewhere() {
    let truth = bank(5, 40);
    let responses = staircase(5, &truth, &abilities(5, 700, 0.0, 1.0));
    let best = calibrate(&responses, &Options::default(), 2).unwrap();
    assert!(
        distance(&best, &truth).0 < 0.35 && distance(&best, &truth).1 < 0.35,
        "{:?}",
        distance(&best, &truth)
    );
    for seed in 0..20 {
        let found =
            calibrate(&responses, &Options { start: Start::Random(seed), ..Options::default() }, 2).unwrap();
        let parameters: Vec<Parameters> = best.items.iter().map(|item| item.parameters).collect();
        let (alpha, delta) = distance(&found, &parameters);
        assert!(found.converged && alpha < 2e-3 && delta < 2e-3, "start {seed}: {alpha} {delta}");
        assert!((found.log_likelihood - best.log_likelihood).abs() < 0.05, "start {seed}");
    }
}

#[test]
fn threads_change_no_bit() {
    let truth = bank(6, 20);
    let persons = one_group(abilities(6, 333, 0.0, 1.0));
    for (meets, model) in [
        (at_random as fn(usize, f64, usize) -> bool, Model::TwoParameters),
        (everything, Model::TwoParameters),
        (at_random, Model::Rasch),
        (everything, Model::ThreeParameters),
    ] {
        let responses = answers(6, &truth, &persons, meets);
        let options = Options { model, most_steps: 12, ..Options::default() };
        let alone = calibrate(&responses, &options, 1).unwrap();
        for threads in [0, 2, 3, 7, 16, 64] {
            assert_eq!(
                alone,
                calibrate(&responses, &options, threads).unwrap(),
                "{model:?}, {threads} threads"
            );
        }
    }
}

/// ln of the posterior density, written as plainly as can be.
fn height(truth: &[(f64, f64)], responses: &Responses) -> f64 {
    let nodes: Vec<f64> = (-240..=240).map(|node| f64::from(node) / 40.0).collect();
    let weight: f64 = nodes.iter().map(|node| (-node * node / 2.0).exp()).sum();
    let person = |person| {
        let answers = responses.of(person);
        let density = |node: &f64| {
            let probability = |answer: &Response| {
                let (log_slope, difficulty) = truth[answer.item as usize];
                let right = 1.0 / (1.0 + (log_slope.exp() * (difficulty - node)).exp());
                if answer.right { right } else { 1.0 - right }
            };
            (-node * node / 2.0).exp() / weight * answers.iter().map(probability).product::<f64>()
        };
        nodes.iter().map(density).sum::<f64>().ln()
    };
    let prior = |(log_slope, difficulty): &(f64, f64)| {
        -(log_slope / 0.5).powi(2) / 2.0 - (difficulty / 2.0).powi(2) / 2.0
    };
    (0..responses.persons()).map(person).sum::<f64>() + truth.iter().map(prior).sum::<f64>()
}

#[test]
fn the_estimate_is_the_top_whether_answers_are_few_or_complete() {
    let truth = bank(7, 8);
    let persons = one_group(abilities(7, 60, 0.0, 1.0));
    for (name, meets) in [("complete", everything as fn(usize, f64, usize) -> bool), ("sparse", at_random)] {
        let responses = answers(7, &truth, &persons, meets);
        let options = Options { tolerance: 1e-6, nodes: Some(97), ..Options::default() };
        let found = calibrate(&responses, &options, 1).unwrap();
        let place = |item: &measure::calibration::ItemEstimate| {
            (item.parameters.discrimination.ln(), item.parameters.difficulty)
        };
        let top: Vec<(f64, f64)> = found.items.iter().map(place).collect();
        let highest = height(&top, &responses);
        for item in 0..top.len() {
            for (log_slope, difficulty) in [(0.01, 0.0), (-0.01, 0.0), (0.0, 0.01), (0.0, -0.01)] {
                let mut beside = top.clone();
                beside[item].0 += log_slope;
                beside[item].1 += difficulty;
                assert!(
                    height(&beside, &responses) < highest,
                    "{name}: item {item} {log_slope} {difficulty}"
                );
            }
        }
    }
}

#[test]
fn groups_have_their_means_and_deviations() {
    let truth = bank(8, 25);
    let of = |group, mean, deviation| {
        abilities(80 + u64::from(group), 800, mean, deviation)
            .into_iter()
            .map(move |ability| (group, ability))
    };
    let persons: Vec<(u32, f64)> = of(0, 0.0, 1.0).chain(of(1, 0.8, 1.4)).chain(of(2, -0.5, 0.7)).collect();
    let responses = answers(8, &truth, &persons, everything);
    let found = calibrate(&responses, &Options::default(), 2).unwrap();
    for (group, (mean, deviation)) in found.groups.iter().zip([(0.0, 1.0), (0.8, 1.4), (-0.5, 0.7)]) {
        let close = (group.mean - mean).abs() < 0.13 && (group.deviation - deviation).abs() < 0.13;
        assert!(close && group.persons == 800, "{group:?}");
    }
}

#[test]
fn anchors_stay_and_carry_the_scale() {
    let truth = bank(9, 25);
    let persons = one_group(abilities(9, 1_200, 0.7, 1.3));
    let responses = answers(9, &truth, &persons, everything);
    let anchor =
        |(item, parameters): (u32, &Parameters)| Anchor { item, parameters: *parameters, guessing: 0.0 };
    let anchors: Vec<Anchor> = (0..8).zip(&truth).map(anchor).collect();
    let found = calibrate(&responses, &Options { anchors, ..Options::default() }, 2).unwrap();
    for (item, truth) in found.items.iter().zip(&truth).take(8) {
        let moved = (item.parameters.discrimination - truth.discrimination).abs();
        assert!(item.anchor && item.errors.is_none() && moved < 1e-12, "{item:?}");
        assert_eq!(item.parameters.difficulty.to_bits(), truth.difficulty.to_bits());
    }
    let (alpha, delta) = distance(&found, &truth);
    assert!(alpha < 0.15 && delta < 0.15, "{alpha} {delta}");
    let group = found.groups[0];
    assert!((group.mean - 0.7).abs() < 0.12 && (group.deviation - 1.3).abs() < 0.12, "{group:?}");
}

#[test]
fn rasch_has_one_discrimination() {
    let truth: Vec<Parameters> =
        bank(10, 20).iter().map(|item| Parameters { discrimination: 1.3, ..*item }).collect();
    let persons = one_group(abilities(10, 1_000, 0.0, 1.0));
    let options = Options { model: Model::Rasch, ..Options::default() };
    let found = calibrate(&answers(10, &truth, &persons, everything), &options, 2).unwrap();
    let first = found.items[0];
    for item in &found.items {
        assert_eq!(item.parameters.discrimination.to_bits(), first.parameters.discrimination.to_bits());
    }
    let (alpha, delta) = distance(&found, &truth);
    assert!(
        alpha < 0.1 && alpha < 3.0 * first.errors.unwrap().discrimination && delta < 0.12,
        "{alpha} {delta}"
    );
}

#[test]
fn guesses_are_found() {
    let truth = bank(11, 20);
    let persons = abilities(11, 2_000, 0.0, 1.0);
    let rows = persons.iter().enumerate().map(|(person, ability)| {
        let row = (0_u32..).zip(&truth).map(move |(item, parameters)| Response {
            item,
            right: right(11, person, item as usize, 0.25 + 0.75 * parameters.probability(*ability)),
        });
        (0, row)
    });
    let responses = Responses::by_person(names(truth.len()), rows).unwrap();
    let three = Options { model: Model::ThreeParameters, ..Options::default() };
    let found = calibrate(&responses, &three, 2).unwrap();
    let gap = root_mean_square(found.items.iter().map(|item| item.guessing - 0.25));
    let (alpha, delta) = distance(&found, &truth);
    assert!(gap < 0.08 && alpha < 0.3 && delta < 0.3, "{gap} {alpha} {delta}");
    let without = calibrate(&responses, &Options::default(), 2).unwrap();
    assert!(
        distance(&without, &truth).1 > 2.0 * delta && without.log_likelihood < found.log_likelihood - 10.0
    );
}
