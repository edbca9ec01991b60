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
    }
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
