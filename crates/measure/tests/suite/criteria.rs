//! What a question is chosen by: each criterion is what it says, and none is far from the others.

use measure::ability::{Grid, Likelihood, Posterior, Prior};
use measure::certification::{Candidate, Criterion, Next, Settings, Sitting};
use measure::irt::{Bank, Parameters};
use proptest::prelude::*;

use super::certification_case::{Row, bank, settings, version};

/// What a criterion says of an item, summed up term by term, in units of information.
fn reward(criterion: Criterion, item: Parameters, grid: &Grid, posterior: &Posterior) -> f64 {
    let (mean, variance) = (posterior.mean(), posterior.deviation().powi(2));
    let over = |value: &dyn Fn(f64) -> f64| -> f64 {
        grid.nodes().iter().zip(posterior.weights()).map(|(theta, weight)| weight * value(*theta)).sum()
    };
    match criterion {
        Criterion::Information => item.information(mean),
        Criterion::PosteriorInformation => over(&|theta| item.information(theta)),
        Criterion::KullbackLeibler => {
            let divergence = |theta: f64| {
                let part = |right: bool| {
                    let here = item.log_likelihood(mean, right);
                    here.exp() * (here - item.log_likelihood(theta, right))
                };
                part(true) + part(false)
            };
            over(&divergence) * 2.0 / variance
        }
        Criterion::PosteriorVariance => {
            // The variance now less its mean after a right and after a wrong answer.
            let after = |right: bool| {
                let chance = |theta: f64| item.log_likelihood(theta, right).exp();
                let all = over(&chance);
                let first = over(&|theta| theta * chance(theta)) / all;
                all * over(&|theta| (theta - first).powi(2) * chance(theta)) / all
            };
            (variance - after(true) - after(false)) / variance.powi(2)
        }
        Criterion::MutualInformation => mutual(item, grid, posterior) * 2.0 / variance,
    }
}

/// The mutual information of an answer and the ability in nats, by its definition: Σ p(x, θ)·ln(p(x, θ)/(p(x)·p(θ))).
fn mutual(item: Parameters, grid: &Grid, posterior: &Posterior) -> f64 {
    let nodes = || grid.nodes().iter().zip(posterior.weights());
    let part = |right: bool| {
        let chance = |theta: f64| item.log_likelihood(theta, right).exp();
        let all: f64 = nodes().map(|(theta, weight)| weight * chance(*theta)).sum();
        let term = |(theta, weight): (&f64, &f64)| {
            let joint = weight * chance(*theta);
            if joint > 0.0 { joint * (joint / (all * weight)).ln() } else { 0.0 }
        };
        nodes().map(term).sum::<f64>()
    };
    part(true) + part(false)
}

/// What mutual information says of the only item of a bank before any answer, and the posterior.
fn told(item: (f64, f64), grid: Grid, prior: Prior) -> (f64, Posterior, Parameters) {
    let criterion = Criterion::MutualInformation;
    let posterior = Posterior::new(&grid, &prior, &Likelihood::new(&grid));
    let version =
        version(bank(&[(item.0, item.1, 0, 0, 0)]), Settings { criterion, prior, grid, ..settings(1) });
    let mut sitting = Sitting::new(&version, None, &Candidate::default(), 1);
    let Next::Ask(choice) = sitting.ask() else { panic!("an item is left") };
    (choice.reward, posterior, Parameters { discrimination: item.0, difficulty: item.1 })
}

#[test]
fn mutual_information_is_the_sum_that_defines_it() {
    let check = |item: (f64, f64), (low, high, nodes): (f64, f64, u16), (mean, deviation): (f64, f64)| {
        let grid = Grid::new(low, high, nodes).unwrap();
        let (reward, posterior, parameters) = told(item, grid.clone(), Prior::new(mean, deviation).unwrap());
        let got = reward * posterior.deviation().powi(2) / 2.0;
        let expected = mutual(parameters, &grid, &posterior);
        assert!((got - expected).abs() <= 1e-3 * expected + 1e-7, "{item:?}: {got} instead of {expected}");
        got
    };
    let small = (-2.0, 2.0, 9);
    check((1.0, 0.0), small, (0.0, 1.0));
    check((0.4, 1.5), small, (0.5, 0.7));
    check((2.5, -1.0), small, (-1.0, 0.4));
    check((1.3, 4.0), small, (0.0, 1.0));
    // Half of the people on each side of a step: the answer tells which, one bit.
    let bit = check((50.0, 0.0), (-3.0, 3.0, 10), (0.0, 1.0));
    assert!((bit - std::f64::consts::LN_2).abs() < 1e-3, "{bit}");
}

#[test]
fn nothing_is_learnt_of_a_point_or_from_an_item_that_tells_nothing() {
    let check = |item: (f64, f64), deviation: f64| {
        let (reward, ..) = told(item, Grid::default(), Prior::new(0.0, deviation).unwrap());
        assert!((0.0..1e-6).contains(&reward), "{item:?}: {reward}");
    };
    check((1e-6, 0.0), 1.0);
    check((50.0, 50.0), 1.0);
    check((50.0, -50.0), 1.0);
    // On a grid in steps of 0.1 this law is one node.
    check((1.0, 0.0), 0.01);
    check((2.0, 0.7), 0.01);
}

fn rows() -> impl Strategy<Value = Vec<Row>> {
    let item = (0.3..2.5_f64, -2.5..2.5_f64);
    prop::collection::vec(item, 8..40).prop_map(|items| {
        (0..).zip(items).map(|(rank, (slope, difficulty))| (slope, difficulty, 0, rank, rank)).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn the_best_by_each_criterion_is_asked(rows in rows(), right in prop::collection::vec(any::<bool>(), 6)) {
        for criterion in Criterion::ALL {
            let bank: Bank = bank(&rows);
            let version = version(bank.clone(), Settings { criterion, ..settings(7) });
            let grid = version.settings().grid.clone();
            let mut sitting = Sitting::new(&version, None, &Candidate::default(), 1);
            let (mut likelihood, mut asked) = (Likelihood::new(&grid), Vec::new());
            for right in &right {
                let posterior = Posterior::new(&grid, &Prior::default(), &likelihood);
                let Next::Ask(choice) = sitting.ask() else { panic!("items are left") };
                let worth = |item: u32| reward(criterion, bank.get(item).unwrap().parameters, &grid, &posterior);
                let most = (0..u32::try_from(bank.len()).unwrap()).filter(|item| !asked.contains(item)).map(worth);
                let most = most.fold(f64::NEG_INFINITY, f64::max);
                // Single precision, and what unlikely nodes hold.
                prop_assert!(worth(choice.item) >= most * (1.0 - 4e-3), "{criterion:?}: {} of {most}", worth(choice.item));
                prop_assert!((choice.reward / worth(choice.item) - 1.0).abs() < 1e-2, "{criterion:?}: {choice:?}");
                if criterion == Criterion::MutualInformation {
                    let nats = choice.reward * posterior.deviation().powi(2) / 2.0;
                    prop_assert!((0.0..=std::f64::consts::LN_2 + 1e-6).contains(&nats), "{nats}");
                }
                likelihood.add(&grid, bank.get(choice.item).unwrap().parameters, *right);
                asked.push(choice.item);
                sitting.answer(*right, 0).unwrap();
            }
        }
    }

    #[test]
    fn steep_and_distant_items_are_chosen_among_too(
        items in prop::collection::vec((0.001..50.0_f64, -50.0..50.0_f64), 3..20), right: bool
    ) {
        let rows: Vec<Row> = (0..).zip(&items).map(|(rank, (slope, difficulty))| (*slope, *difficulty, 0, rank, rank)).collect();
        for criterion in Criterion::ALL {
            let version = version(bank(&rows), Settings { criterion, ..settings(3) });
            let mut sitting = Sitting::new(&version, None, &Candidate::default(), 1);
            for _ in 0..3 {
                let Next::Ask(choice) = sitting.ask() else { panic!("items are left") };
                prop_assert!(choice.reward.is_finite() && choice.reward >= 0.0, "{criterion:?}: {choice:?}");
                sitting.answer(right, 0).unwrap();
            }
        }
    }
}
