//! Items compared between two calibrations.

use crate::population::{abilities, answers, bank, one_group, uniform};
use measure::calibration::{Anchor, Calibration, Errors, Options, calibrate};
use measure::fit::{
    Displacement, DisplacementError, Displacements, Drift, Linking, Measured, Remeasured, displacements,
};
use measure::irt::Parameters;
use proptest::prelude::*;

const ITEMS: usize = 40;

/// Found from the answers of 1,500 persons to half of the items each.
fn found(seed: u64, truth: &[Parameters], mean: f64, deviation: f64, anchors: Vec<Anchor>) -> Calibration {
    let persons = one_group(abilities(seed, 1_500, mean, deviation));
    let meets = |person: usize, _, item: usize| uniform(seed ^ 0xF1, person as u64, item as u64) < 0.5;
    let responses = answers(seed, truth, &persons, meets);
    calibrate(&responses, &Options { anchors, ..Options::default() }, 2).unwrap()
}

fn pairs(before: &Calibration, after: &Calibration) -> Vec<Remeasured> {
    let pair = |(place, (before, after))| {
        let (before, after) = (Measured::of(before)?, Measured::of(after)?);
        Some(Remeasured { name: format!("item {place}"), before, after })
    };
    before.items.iter().zip(&after.items).enumerate().filter_map(pair).collect()
}

/// Items 0, 8, 16… are in truth harder by so much the second time, items 4, 12, 20… steeper by a factor.
fn moved(seed: u64, harder: f64, steeper: f64) -> (Vec<Remeasured>, Vec<Parameters>) {
    let truth = bank(700 + seed, ITEMS as u64);
    let mut later = truth.clone();
    for (place, item) in later.iter_mut().enumerate() {
        match place % 8 {
            0 => item.difficulty += harder,
            4 => item.discrimination *= steeper,
            _ => {}
        }
    }
    let before = found(2 * seed, &truth, 0.0, 1.0, Vec::new());
    let after = found(2 * seed + 1, &later, 0.6, 1.3, Vec::new());
    (pairs(&before, &after), truth)
}

fn told(found: &Displacements) -> Vec<usize> {
    let told = |item: &Displacement| item.drift.is_some() || item.turned;
    found.items.iter().enumerate().filter(|(_, item)| told(item)).map(|(place, _)| place).collect()
}

#[test]
fn the_scales_are_linked_and_sound_items_left_in_peace() {
    let (mut beyond, mut any) = (0, 0);
    for seed in 0..20 {
        let (items, _) = moved(seed, 0.0, 1.0);
        let found = displacements(&items, &Linking::Stable).unwrap();
        assert!((found.link.scale - 1.3).abs() < 0.16, "{:?}", found.link);
        assert!((found.link.shift - 0.6).abs() < 0.16, "{:?}", found.link);
        any += usize::from(!told(&found).is_empty());
        for item in &found.items {
            beyond += usize::from((item.difficulty / item.difficulty_error).abs() > 1.96);
            beyond += usize::from((item.discrimination / item.discrimination_error).abs() > 1.96);
        }
    }
    // 5 % of 1,600, the test being rather cautious; and any item at all in one comparison of twenty.
    assert!((35..=110).contains(&beyond), "{beyond}");
    assert!(any <= 4, "{any}");
}

#[test]
fn what_moved_is_found_for_what_it_is() {
    let (mut harder, mut steeper, mut others) = (0, 0, 0);
    for seed in 0..10 {
        let (items, _) = moved(seed, 0.8, 2.2);
        let found = displacements(&items, &Linking::Stable).unwrap();
        for (place, item) in found.items.iter().enumerate() {
            match place % 8 {
                0 => harder += usize::from(item.drift == Some(Drift::Harder)),
                4 => steeper += usize::from(item.turned && item.discrimination > 0.0),
                _ => others += usize::from(item.drift.is_some() || item.turned),
            }
            assert_eq!(item.links, item.drift.is_none() && !item.turned, "what drifts does not link");
        }
        assert!((found.link.shift - 0.6).abs() < 0.2, "what moved drew the link: {:?}", found.link);
    }
    assert!(harder >= 38, "{harder} of 50");
    assert!(steeper >= 30, "{steeper} of 50");
    assert!(others <= 5, "{others} of 300");
}

#[test]
fn trusted_items_and_anchors_link_too() {
    let (items, truth) = moved(3, 0.9, 1.0);
    let trusted = (0..ITEMS).filter(|place| place % 8 == 1).collect();
    let found = displacements(&items, &Linking::Trusted(trusted)).unwrap();
    let links: Vec<usize> = (0..ITEMS).filter(|place| found.items[*place].links).collect();
    assert_eq!(links, [1, 9, 17, 25, 33]);
    assert!(told(&found).iter().filter(|place| *place % 8 == 0).count() >= 3, "{:?}", told(&found));

    // Both calibrations on the scale of the same ten anchors: nothing needs to be linked.
    let anchors = |_| -> Vec<Anchor> {
        let anchor = |item: u32| Anchor { item, parameters: truth[item as usize], guessing: 0.0 };
        (0..40).filter(|item| item % 4 == 3).map(anchor).collect()
    };
    // The item whose difficulty is nearest to the mean of the persons, of those that are no anchors.
    let near = |item: &usize| (truth[*item].difficulty - 0.4).abs() / truth[*item].discrimination;
    let easier = (0..ITEMS)
        .filter(|item| item % 4 != 3)
        .min_by(|one, other| near(one).total_cmp(&near(other)))
        .unwrap();
    let mut later = truth.clone();
    later[easier].difficulty -= 1.0;
    let (before, after) = (found_by(&truth, 50, anchors(0)), found_by(&later, 51, anchors(1)));
    let items = pairs(&before, &after);
    assert_eq!(items.len(), 30, "anchors are not found, they are given");
    let found = displacements(&items, &Linking::Anchored).unwrap();
    let name = format!("item {easier}");
    let place = items.iter().position(|item| item.name == name).unwrap();
    assert_eq!(found.items[place].drift, Some(Drift::Easier), "{:?}", found.items[place]);
    assert!(told(&found).len() <= 2, "{:?}", told(&found));
}

fn found_by(truth: &[Parameters], seed: u64, anchors: Vec<Anchor>) -> Calibration {
    found(seed, truth, 0.4, 1.1, anchors)
}

fn measured(discrimination: f64, difficulty: f64) -> Measured {
    let errors = Errors { discrimination: 0.1, difficulty: 0.1, guessing: 0.0 };
    Measured { parameters: Parameters { discrimination, difficulty }, guessing: 0.0, errors }
}

fn pair(before: Measured, after: Measured) -> Remeasured {
    Remeasured { name: "item A".to_owned(), before, after }
}

#[test]
fn what_cannot_be_compared_is_refused_by_name() {
    let fine = measured(1.0, 0.0);
    let check = |items: &[Remeasured], linking: &Linking, expected: &str| {
        let error = displacements(items, linking).unwrap_err();
        assert!(error.to_string().contains(expected), "{error}");
    };
    let same = vec![pair(fine, fine); 5];
    check(&same[..2], &Linking::Stable, "2 items link");
    check(&[], &Linking::Stable, "0 items link");
    check(&same, &Linking::Trusted(vec![0, 1]), "2 items link");
    check(&same, &Linking::Trusted(vec![0, 1, 2, 9]), "item 9 is to link");
    let with = |odd: Measured| [same.clone(), vec![pair(fine, odd)]].concat();
    check(&with(measured(0.0, 0.0)), &Linking::Stable, "item A: its discrimination is 0");
    check(&with(measured(1.0, f64::NAN)), &Linking::Stable, "item A: its difficulty is NaN");
    let errors = |discrimination, difficulty, guessing| Measured {
        guessing,
        errors: Errors { discrimination, difficulty, guessing },
        ..fine
    };
    check(&with(errors(f64::INFINITY, 0.1, 0.0)), &Linking::Stable, "error of the discrimination is inf");
    check(&with(errors(0.1, 0.0, 0.0)), &Linking::Anchored, "error of the difficulty is 0");
    check(&with(errors(0.1, 0.1, 0.05)), &Linking::Stable, "item A: it has a share of guesses");
    // Half of the items went one way and half the other: none is stable.
    let torn = (0..8).map(|place| pair(fine, measured(1.0, if place % 2 == 0 { 9.0 } else { -9.0 })));
    let torn: Vec<Remeasured> = torn.collect();
    assert_eq!(displacements(&torn, &Linking::Stable), Err(DisplacementError::FewLinks { given: 0 }));
}

proptest! {
    #[test]
    fn two_calibrations_have_numbers_or_a_reason(
        rows in prop::collection::vec(
            ((1e-3_f64..1e3, -1e3_f64..1e3), (1e-3_f64..1e3, -1e3_f64..1e3), 1e-6_f64..1e3), 0..12
        ),
        trusted in prop::collection::vec(0_usize..12, 0..6), kind in 0_u8..3
    ) {
        let of = |(discrimination, difficulty), error| Measured {
            parameters: Parameters { discrimination, difficulty },
            guessing: 0.0,
            errors: Errors { discrimination: error, difficulty: error * 2.0, guessing: 0.0 },
        };
        let items: Vec<Remeasured> =
            rows.iter().map(|&(before, after, error)| pair(of(before, error), of(after, error))).collect();
        let linking = match kind {
            0 => Linking::Anchored,
            1 => Linking::Trusted(trusted),
            _ => Linking::Stable,
        };
        if let Ok(found) = displacements(&items, &linking) {
            for one in &found.items {
                let numbers = [one.difficulty, one.difficulty_error, one.discrimination, one.discrimination_error, one.area];
                prop_assert!(numbers.iter().all(|number| number.is_finite()), "{one:?}");
                prop_assert!((0.0..=1.0).contains(&one.difficulty_probability), "{one:?}");
                prop_assert!(one.area >= one.difficulty.abs() * (1.0 - 1e-6) - 1e-9, "{one:?}");
            }
        }
    }

    /// Whatever the unit and the origin of the later scale, the same is found.
    #[test]
    fn the_scale_of_the_later_calibration_is_free(
        rows in prop::collection::vec((0.4_f64..2.5, -2.0_f64..2.0, -0.3_f64..0.3, -0.6_f64..0.6), 5..20),
        scale in 0.5_f64..2.0, shift in -2.0_f64..2.0
    ) {
        let items = |scale: f64, shift: f64| -> Vec<Remeasured> {
            rows.iter().map(|&(slope, place, turn, walk)| {
                let before = measured(slope, place);
                let after = Measured {
                    parameters: Parameters { discrimination: slope * turn.exp() * scale, difficulty: (place + walk - shift) / scale },
                    guessing: 0.0,
                    errors: Errors { discrimination: 0.1 * scale, difficulty: 0.1 / scale, guessing: 0.0 },
                };
                pair(before, after)
            }).collect()
        };
        let (plain, turned) = (displacements(&items(1.0, 0.0), &Linking::Stable), displacements(&items(scale, shift), &Linking::Stable));
        match (plain, turned) {
            (Ok(plain), Ok(turned)) => {
                for (one, other) in plain.items.iter().zip(&turned.items) {
                    prop_assert!((one.difficulty - other.difficulty).abs() < 1e-6, "{one:?} {other:?}");
                    prop_assert!((one.difficulty_error - other.difficulty_error).abs() < 1e-6);
                    prop_assert!((one.discrimination - other.discrimination).abs() < 1e-6);
                }
            }
            (plain, turned) => prop_assert_eq!(plain.is_err(), turned.is_err()),
        }
    }
}
