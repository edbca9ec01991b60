//! Whatever the answers, a calibration is finite or a typed error.

use crate::population::names;
use measure::calibration::{Anchor, Model, Options, Priors, Responses, Start, calibrate};
use measure::irt::{Parameters, Response};
use proptest::prelude::*;

fn options() -> impl Strategy<Value = Options> {
    let model = prop_oneof![Just(Model::Rasch), Just(Model::TwoParameters), Just(Model::ThreeParameters)];
    let anchor = prop::option::of((0.01_f64..30.0, -20.0_f64..20.0));
    (model, any::<bool>(), anchor, prop::option::of(any::<u64>())).prop_map(|(model, flat, anchor, seed)| {
        Options {
            model,
            priors: if flat { Priors::flat() } else { Priors::default() },
            anchors: anchor
                .map(|(discrimination, difficulty)| Anchor {
                    item: 0,
                    parameters: Parameters { discrimination, difficulty },
                    guessing: 0.0,
                })
                .into_iter()
                .collect(),
            most_steps: 40,
            start: seed.map_or(Start::Shares, Start::Random),
            ..Options::default()
        }
    })
}

/// Rows of a few persons: not met, right or wrong; contradictory, constant and empty ones come up all the time.
fn rows() -> impl Strategy<Value = Vec<Vec<Option<bool>>>> {
    (1_usize..5).prop_flat_map(|items| {
        let cell = prop_oneof![Just(None), Just(Some(true)), Just(Some(false))];
        prop::collection::vec(prop::collection::vec(cell, items), 1..12)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn nothing_is_ever_not_a_number(rows in rows(), options in options(), groups in 1_u32..3) {
        let groups = groups.min(u32::try_from(rows.len()).unwrap());
        let persons = (0_u32..).zip(&rows).map(|(person, row)| {
            let answers = (0_u32..).zip(row).filter_map(|(item, right)| Some(Response { item, right: (*right)? }));
            (person % groups, answers)
        });
        let responses = Responses::by_person(names(rows[0].len()), persons).unwrap();
        for (person, row) in rows.iter().enumerate() {
            let mut back = vec![None; row.len()];
            responses.of(person).iter().for_each(|answer| back[answer.item as usize] = Some(answer.right));
            prop_assert_eq!(&back, row);
            prop_assert_eq!(responses.length(person), row.iter().flatten().count());
        }
        let Ok(found) = calibrate(&responses, &options, 2) else { return Ok(()) };
        prop_assert!(found.log_likelihood.is_finite() && found.log_likelihood <= 1e-9);
        for item in &found.items {
            let Parameters { discrimination, difficulty } = item.parameters;
            prop_assert!(discrimination.is_finite() && discrimination > 0.0 && difficulty.is_finite(), "{item:?}");
            prop_assert!((0.0..1.0).contains(&item.guessing), "{item:?}");
            if let Some(errors) = item.errors {
                for error in [errors.discrimination, errors.difficulty, errors.guessing] {
                    prop_assert!(error.is_finite() && error >= 0.0, "{item:?}");
                }
            }
        }
        for group in &found.groups {
            prop_assert!(group.mean.is_finite() && group.deviation.is_finite() && group.deviation > 0.0);
        }
        for ability in &found.abilities {
            prop_assert!(ability.mean.is_finite() && ability.deviation.is_finite());
        }
    }
}
