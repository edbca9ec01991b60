//! What holds for every bank and everybody's answers.

use measure::ability::{Answers, Grid, Likelihood, Method, Posterior, Prior};
use measure::certification::index::{Blend, Index, Search};
use measure::certification::{Candidate, Counts, Limits, Means, Pool, Randomness, Rules, Settings};
use measure::irt::{Bank, ItemIndex, Response};
use proptest::prelude::*;

use super::certification_case::{Row, bank, settings, take, version};

fn rows(steepest: f64, furthest: f64) -> impl Strategy<Value = Vec<Row>> {
    let item = (0.001..steepest, -furthest..furthest, 0_u32..3, 0_u32..12);
    prop::collection::vec(item, 1..40).prop_map(|items| {
        let row = |(rank, (slope, difficulty, competence, tube)): (u32, (f64, f64, u32, u32))| {
            (slope, difficulty, competence, competence * 12 + tube, rank)
        };
        (0..).zip(items).map(row).collect()
    })
}

fn answered(bank: &Bank, right: &[bool]) -> Vec<Response> {
    bank.indexed()
        .zip(right.iter().cycle())
        .map(|((item, _), right)| Response { item, right: *right })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn the_index_finds_what_looking_at_everything_finds(
        rows in rows(4.0, 4.0), theta in -9.0..9.0_f64, depth in 1_usize..50, count in 1_usize..7,
        closed in prop::collection::vec(any::<bool>(), 40),
        prices in prop::collection::vec(0.0..0.8_f64, 40), (weight, span) in (0.0..1.0_f64, 0.0..0.5_f64)
    ) {
        let pool = Pool::plain(bank(&rows)).unwrap();
        let luck = |item: ItemIndex| f64::from(item.wrapping_mul(2_654_435_761)) / f64::from(u32::MAX);
        for (prices, blend) in [
            (&[][..], Blend::NONE), (&prices[..], Blend::NONE), (&prices[..], Blend { weight, span })
        ] {
            let mut expected: Vec<(f64, ItemIndex)> = pool.bank().indexed()
                .filter(|(item, _)| !closed[*item as usize])
                .map(|(item, held)| {
                    let price = prices.get(item as usize).copied().unwrap_or(0.0);
                    (blend.weight * held.parameters.information(theta) - price + blend.span * luck(item), item)
                })
                .collect();
            expected.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
            let admit = |item: ItemIndex| !closed[item as usize];
            let search = Search { pool: &pool, theta, count, admit, chance: luck, prices, blend };
            let plain = Index::new(&pool, &[], depth).search(&search);
            let priced = Index::new(&pool, prices, depth).search(&search);
            for got in [plain, priced, search.all()] {
                prop_assert_eq!(got.best().len(), expected.len().min(count));
                for (got, (key, _)) in got.best().iter().zip(&expected) {
                    prop_assert!((got.key - key).abs() <= 1e-12, "{} instead of {}", got.key, key);
                }
            }
        }
    }

    #[test]
    fn the_order_of_the_answers_is_free(
        rows in rows(4.0, 4.0), right in prop::collection::vec(any::<bool>(), 40),
        keys in prop::collection::vec(any::<u64>(), 40)
    ) {
        let (bank, grid, prior) = (bank(&rows), Grid::default(), Prior::default());
        let answers = answered(&bank, &right);
        let mut shuffled = answers.clone();
        shuffled.sort_by_key(|answer| keys[answer.item as usize]);
        let running = |answers: &[Response]| {
            let mut likelihood = Likelihood::new(&grid);
            for answer in answers {
                likelihood.add(&grid, bank.get(answer.item).unwrap().parameters, answer.right);
            }
            Posterior::new(&grid, &prior, &likelihood)
        };
        prop_assert_eq!(running(&answers), running(&shuffled));
        for method in [Method::WeightedLikelihood, Method::MaximumLikelihood, Method::MaximumPosteriori(prior)] {
            let issued = |answers| Answers::new(&bank, answers).estimate(method, &grid);
            prop_assert_eq!(issued(&answers), issued(&shuffled));
        }
    }

    #[test]
    fn an_estimate_is_the_summit(
        rows in rows(3.0, 3.0), right in prop::collection::vec(any::<bool>(), 40), elsewhere in -6.0..6.0_f64
    ) {
        let (bank, grid, prior) = (bank(&rows), Grid::default(), Prior::default());
        let answers = Answers::new(&bank, &answered(&bank, &right));
        let height = |method: Method, theta: f64| answers.log_likelihood(theta) + match method {
            Method::MaximumLikelihood => 0.0,
            Method::MaximumPosteriori(prior) => prior.log(theta),
            Method::WeightedLikelihood => 0.5 * answers.information(theta).ln(),
        };
        for method in [Method::WeightedLikelihood, Method::MaximumLikelihood, Method::MaximumPosteriori(prior)] {
            let summit = answers.estimate(method, &grid).ability;
            prop_assert!(height(method, summit) >= height(method, elsewhere) - 1e-9, "{method:?} {summit}");
        }
    }

    #[test]
    fn steep_and_contradictory_items_give_numbers(
        rows in rows(50.0, 50.0), right in prop::collection::vec(any::<bool>(), 40), seed in any::<u64>()
    ) {
        let randomness = Randomness::Progressive { acceleration: -1 };
        let version = version(bank(&rows), Settings { randomness, ..settings(40) });
        let (sitting, _) = take(&version, None, &Candidate::default(), seed, |item, _| right[item as usize]);
        let score = sitting.score().unwrap();
        let left = sitting.abandoned().unwrap();
        let numbers = [score.issued.ability, score.issued.error, score.expected.0, score.expected.1, left.lower_bound];
        prop_assert!(numbers.iter().all(|number| number.is_finite()), "{numbers:?}");
        prop_assert!(score.band.abilities.0 <= score.issued.ability && score.issued.ability <= score.band.abilities.1);
        prop_assert!(score.band.pix.0 <= score.worth.pix && score.worth.pix <= score.band.pix.1);
        prop_assert!(score.meshes.iter().all(|share| (0.0..=1.0).contains(share)));
        prop_assert!((score.meshes.iter().sum::<f64>() - 1.0).abs() < 1e-9);
        for level in sitting.levels().competences {
            prop_assert!(level.ability.0.is_finite() && level.ability.1.is_finite());
            prop_assert!(level.meshes.iter().all(|share| (0.0..=1.0).contains(share)));
        }
    }

    #[test]
    fn the_rules_hold_whatever_the_control(
        rows in rows(3.0, 3.0), right in prop::collection::vec(any::<bool>(), 40), seed in any::<u64>(),
        most in 1_u32..4, by_price in any::<bool>()
    ) {
        let rules = Rules { maximum_per_competence: Some(most), ..Rules::default() };
        let randomness = Randomness::Progressive { acceleration: -2 };
        let version = version(bank(&rows), Settings { rules, randomness, ..settings(12) });
        let means = if by_price { Means::Price } else { Means::Eligibility };
        let limits = Limits::new(0.3, means, 100.0).unwrap().conditional(0.5, &[-0.5, 0.5]).unwrap();
        let mut counts = Counts::new(limits, rows.len());
        for person in 0..12 {
            let exposure = counts.exposure();
            let seed = seed ^ person;
            let (sitting, _) =
                take(&version, Some(&exposure), &Candidate::default(), seed, |item, _| right[item as usize]);
            let mut tubes: Vec<u32> =
                sitting.steps().iter().map(|step| rows[step.choice.item as usize].3).collect();
            for competence in 0..3 {
                let served = tubes.iter().filter(|tube| **tube / 12 == competence).count();
                prop_assert!(u32::try_from(served).unwrap() <= most);
            }
            let length = tubes.len();
            tubes.sort_unstable();
            tubes.dedup();
            prop_assert_eq!(tubes.len(), length);
            counts.record(seed, &exposure, &sitting.exposed());
        }
    }
}
