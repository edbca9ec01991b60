//! Intervals, scores and levels.

use measure::irt::Parameters;
use measure::reference::flash::{FlashSkill, total};
use measure::reference::{
    CompetenceLevels, CoreMesh, Interval, IntervalError, LevelInterval, Meshes, Scored, first_score,
};

fn intervals(bounds: &[(f64, f64)]) -> Vec<Interval> {
    bounds.iter().map(|&(min, max)| Interval { min, max }).collect()
}

#[test]
fn intervals_that_are_not_contiguous_are_refused_by_their_place() {
    let check = |bounds: &[(f64, f64)], expected: IntervalError, says: &str| {
        assert_eq!(Meshes::new(intervals(bounds)), Err(expected.clone()));
        assert_eq!(expected.to_string(), says);
        let levels = (0..).zip(intervals(bounds)).map(|(level, interval)| LevelInterval { level, interval });
        assert_eq!(CompetenceLevels::new(levels.collect()), Err(expected));
    };
    let interval = Interval { min: 2.0, max: 1.0 };
    let endless = Interval { min: 0.0, max: f64::INFINITY };
    check(&[], IntervalError::Empty, "no interval: expected one per mesh");
    check(
        &[(0.0, 2.0), (2.0, 1.0)],
        IntervalError::Inverted { place: 1, interval },
        "interval 1, 2 to 1: expected the first bound to be the smaller",
    );
    check(
        &[(0.0, 2.0), (1.5, 3.0)],
        IntervalError::Overlap { place: 1, min: 1.5, expected: 2.0 },
        "interval 1 begins at 1.5, inside the one before: expected 2",
    );
    check(
        &[(0.0, 1.0), (1.5, 3.0)],
        IntervalError::Gap { place: 1, min: 1.5, expected: 1.0 },
        "interval 1 begins at 1.5, after a gap: expected 1",
    );
    check(
        &[(0.0, f64::INFINITY)],
        IntervalError::NotFinite { place: 0, interval: endless },
        "interval 0, 0 to inf: expected two numbers",
    );
    let ten: Vec<(f64, f64)> = (0..10).map(|place| (f64::from(place), f64::from(place + 1))).collect();
    assert_eq!(Meshes::new(intervals(&ten)), Err(IntervalError::TooMany { count: 10, most: 9 }));
}

#[test]
fn a_score_has_a_floor_and_a_ceiling() {
    let eight: Vec<(f64, f64)> = (0..8).map(|place| (f64::from(place), f64::from(place + 1))).collect();
    let meshes = Meshes::new(intervals(&eight)).unwrap();
    let check = |capacity, pix, mesh| assert_eq!(meshes.score(capacity), Scored { pix, mesh }, "{capacity}");
    check(-0.001, 0, None);
    check(0.0, 0, Some(0));
    check(0.5, 32, Some(0));
    check(1.0, 64, Some(1));
    check(2.0, 128, Some(2));
    check(7.999_999, 895, Some(7));
    check(8.0, 895, Some(7));
    check(1e300, 895, Some(7));
    check(f64::NAN, 0, None);
    assert_eq!((meshes.capacity(895).map(|(_, mesh)| mesh), meshes.capacity(896)), (Some(7), None));
    assert_eq!(Meshes::new(intervals(&[(0.0, 1.0)])).unwrap().highest(), 0);
}

#[test]
fn the_first_formula_rounds_and_caps() {
    let check = |capacity, level, expected| assert_eq!(first_score(capacity, level), expected, "{capacity}");
    check(-9.0, 7, 0);
    check(-1.399_264, 7, 128);
    check((0.670_847 + 1.549_962) / 2.0, 7, 448);
    check(8.0, 7, 896);
    check(8.0, 8, 1024);
    check(f64::NAN, 8, 0);
}

#[test]
fn meshes_of_the_core_have_names() {
    let names = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map(CoreMesh::of);
    use CoreMesh::{Advanced, Beginner, Expert, Independent, PreBeginner};
    let pairs = [Some(PreBeginner), Some(Beginner), Some(Independent), Some(Advanced), Some(Expert)];
    let [zero, one, two, three, four] = pairs;
    assert_eq!(names, [zero, one, one, two, two, three, three, four, four, None]);
}

#[test]
fn the_total_of_2022_counts_what_was_shown_and_what_is_likely() {
    let skill = |skill, difficulty: f64| FlashSkill {
        skill,
        pix: 4.0,
        items: vec![
            Parameters { discrimination: 2.0, difficulty },
            Parameters { discrimination: 2.0, difficulty: difficulty + 1.0 },
        ],
    };
    // ln(19)/2 = 1.47: capacity 1 is enough for −0.5, not for −0.4.
    let skills = [skill(0, -0.5), skill(1, -0.4), skill(2, 5.0), skill(3, -3.0), skill(0, -0.5)];
    let check = |asked: &[(u32, bool)], expected: f64| {
        let got = total(&skills, asked, 1.0);
        assert!((got - expected).abs() < 1e-12, "{got}");
    };
    check(&[], 8.0);
    check(&[(2, true)], 12.0);
    check(&[(2, true), (3, false)], 8.0);
    check(&[(0, false), (0, true)], 8.0);
}
