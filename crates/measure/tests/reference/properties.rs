//! What holds whatever the items, the answers and the settings.

use measure::irt::{Bank, Item, Parameters, Response};
use measure::reference::{
    Circumstances, Configuration, Engine, Estimator, Interval, Meshes, Next, Refusal, Variation, draws, rank,
};
use proptest::prelude::*;
use std::collections::HashSet;

/// Discriminations and difficulties from ordinary to absurd.
fn parameters() -> impl Strategy<Value = Parameters> {
    let discrimination = prop_oneof![0.1..4.0, 1e3..1e6, Just(1e300), Just(1e-300)];
    let difficulty = prop_oneof![-4.0..4.0, Just(-1e300), Just(1e300), Just(0.0)];
    (discrimination, difficulty)
        .prop_map(|(discrimination, difficulty)| Parameters { discrimination, difficulty })
}

fn banks() -> impl Strategy<Value = Bank> {
    prop::collection::vec((parameters(), 0_u32..5, 0_u32..4, 0_u32..3), 1..40).prop_map(|all| {
        let item =
            |(place, (parameters, competence, tube, skill)): (usize, (Parameters, u32, u32, u32))| Item {
                name: place.to_string(),
                parameters,
                competence,
                tube: competence * 10 + tube,
                skill: competence * 100 + tube * 10 + skill,
            };
        Bank::new(all.into_iter().enumerate().map(item).collect()).unwrap()
    })
}

fn configurations() -> impl Strategy<Value = Configuration> {
    let variation = prop::option::of((0.01_f64..3.0).prop_map(|share| Variation { share, until: None }));
    (1_usize..12, -9.0_f64..9.0, variation, any::<bool>(), any::<bool>(), 0_usize..4, 0_usize..6).prop_map(
        |(
            maximum_answers,
            start,
            variation,
            one_per_tube,
            all_competences,
            spacing,
            double_measures_until,
        )| {
            Configuration {
                maximum_answers,
                minimum_answers: 0,
                start,
                variation,
                one_per_tube,
                all_competences,
                spacing,
                double_measures_until,
                ..Configuration::default()
            }
        },
    )
}

proptest! {
    #[test]
    fn an_estimate_is_always_a_number_on_the_grid(
        answers in prop::collection::vec((parameters(), any::<bool>()), 0..40),
        start in -9.0_f64..9.0,
        share in prop::option::of(1e-3_f64..5.0),
        double_until in 0_usize..10,
    ) {
        let variation = share.map(|share| Variation { share, until: None });
        let mut estimator = Estimator::new(start, variation).unwrap();
        let mut latest = start;
        for step in estimator.learn_all(&answers, double_until) {
            let now = step.estimate;
            prop_assert!((-9.0..=9.0).contains(&now.capacity) && (0.0..=18.0).contains(&now.error_rate), "{now:?}");
            if let Some(share) = share {
                let gap = if latest.abs() < share { share } else { (latest * share).abs() };
                prop_assert!((now.capacity - latest).abs() <= gap * (1.0 + 1e-12) + 1e-12);
            }
            latest = now.capacity;
        }
        prop_assert_eq!(estimator.answers(), answers.len());
    }

    #[test]
    fn a_session_asks_only_what_the_rules_leave_and_can_be_replayed(
        bank in banks(), configuration in configurations(), seed in any::<u64>(), right in any::<u32>(),
    ) {
        let engine = Engine::new(&bank, configuration.clone()).unwrap();
        let mut answers: Vec<Response> = Vec::new();
        loop {
            let ask = || engine.next(&answers, &Circumstances::default(), draws(seed, answers.len()));
            let next = ask();
            prop_assert_eq!(&next, &ask());
            let choice = match next {
                Ok(Next::Ask(choice)) => choice,
                Ok(Next::End) => break,
                other => {
                    let lack = matches!(other, Err(Refusal::LackOfChallenges { .. }));
                    prop_assert!(lack && answers.len() < configuration.maximum_answers, "{:?}", other);
                    break;
                }
            };
            let item = bank.get(choice.item).unwrap();
            let held = answers.iter().filter_map(|answer| bank.get(answer.item));
            prop_assert!(held.clone().all(|it| it.skill != item.skill));
            prop_assert!(!configuration.one_per_tube || held.clone().all(|it| it.tube != item.tube));
            let rejected: HashSet<u32> = choice.rejected.iter().map(|(item, _)| *item).collect();
            prop_assert_eq!(rejected.len() + choice.candidates.len(), bank.len());
            prop_assert!(choice.candidates.iter().all(|it| it.reward.is_finite() && !rejected.contains(&it.item)));
            answers.push(Response { item: choice.item, right: (right >> answers.len()) & 1 == 1 });
        }
        prop_assert_eq!(engine.history(&answers).unwrap().last().map(|step| step.answers), answers.len().checked_sub(1).map(|n| n + 1));
    }

    #[test]
    fn the_ranking_is_that_of_a_stable_sort(
        items in prop::collection::vec((0.5_f64..2.0, 0_u8..4), 0..30), minimum in 0.0_f64..1.0,
    ) {
        // Few difficulties and discriminations, so that many rewards are equal.
        let items: Vec<Parameters> = items
            .into_iter()
            .map(|(discrimination, difficulty)| Parameters { discrimination: discrimination.round(), difficulty: difficulty.into() })
            .collect();
        let got: Vec<u32> = rank((0..).zip(&items), 0.5, minimum).iter().map(|it| it.item).collect();
        let mut all: Vec<(u32, bool, f64)> = (0..)
            .zip(&items)
            .map(|(item, it)| (item, it.probability(0.5) >= minimum, it.information(0.5)))
            .collect();
        all.sort_by(|a, b| b.1.cmp(&a.1).then(b.2.total_cmp(&a.2)));
        prop_assert_eq!(got, all.iter().take(5).map(|it| it.0).collect::<Vec<u32>>());
    }

    #[test]
    fn pix_grow_with_the_capacity_and_come_back(
        widths in prop::collection::vec(0.01_f64..3.0, 1..9), start in -6.0_f64..0.0, a in -9.0_f64..9.0, b in -9.0_f64..9.0,
    ) {
        let mut min = start;
        let mut next = |width: &f64| {
            let interval = Interval { min, max: min + width };
            min = interval.max;
            interval
        };
        let meshes = Meshes::new(widths.iter().map(&mut next).collect()).unwrap();
        let (low, high) = (meshes.score(a.min(b)), meshes.score(a.max(b)));
        prop_assert!(low.pix <= high.pix && low.mesh <= high.mesh && high.pix <= meshes.highest());
        for pix in (0..meshes.highest()).step_by(37) {
            let (capacity, mesh) = meshes.capacity(pix).unwrap();
            let back = meshes.score(capacity + 1e-9);
            prop_assert!(back.pix == pix || back.pix == pix + 1, "{} {:?}", pix, back);
            prop_assert_eq!(back.mesh, Some(mesh));
        }
    }

    #[test]
    fn intervals_are_valid_or_refused(bounds in prop::collection::vec((-3_i8..3, -3_i8..3), 0..4)) {
        let intervals: Vec<Interval> =
            bounds.iter().map(|&(min, max)| Interval { min: min.into(), max: max.into() }).collect();
        let sound = !bounds.is_empty()
            && bounds.iter().all(|(min, max)| min < max)
            && bounds.windows(2).all(|pair| pair[0].1 == pair[1].0);
        prop_assert_eq!(Meshes::new(intervals).is_ok(), sound);
    }
}
