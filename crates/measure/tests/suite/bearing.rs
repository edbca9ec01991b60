//! The placement that bears with errors: what an answer does, what is asked, when it ends.

use measure::placement::bayes::{
    Answer, Change, Course, Day, End, Estimate, Plan, Reached, Reply, Situation, Step, Tallies, Tally, Trust,
    Ways, step,
};
use measure::placement::{SkillId, Target, Targets, TubeId};
use proptest::prelude::*;

use super::case::plain;
use super::properties::targets;

/// Three tubes (1 to 3) of levels 1 to 6.
fn course() -> Course {
    let skills: Vec<u16> = (1..=3).flat_map(|tube| (1..=6).map(move |level| tube * 10 + level)).collect();
    Course::new(Targets::new(plain(&skills)), |_| Ways(10))
}

fn tallies(replies: &[(u16, Reply)]) -> Tallies {
    let answer = |&(skill, reply)| Answer { skill: SkillId(skill), ways: Ways(10), reply, at: 0 };
    replies.iter().map(answer).collect()
}

fn estimate(replies: &[(u16, Reply)], now: u16) -> Estimate {
    Estimate::new(&course(), &tallies(replies), Day(now), &Trust::default(), 7)
}

fn situation<'a>(
    course: &'a Course,
    tallies: &'a Tallies,
    answered: &'a [u64],
    seed: u64,
    plan: &'a Plan,
) -> Situation<'a> {
    const TRUST: &Trust = &Trust {
        slip_chosen: 0.05,
        slip_produced: 0.07,
        pass_ratio: 0.25,
        success_half_life: 730.0,
        failure_half_life: 8.0,
    };
    Situation {
        course,
        tallies,
        answered,
        recent: &[],
        seed,
        last_timed: false,
        now: Day(0),
        trust: TRUST,
        plan,
    }
}

use Reply::{Passed, Right, Wrong};

#[test]
fn an_answer_moves_the_pix_as_much_as_it_proves() {
    let check = |less: (&[(u16, Reply)], u16), more: (&[(u16, Reply)], u16)| {
        let (less, more) = (estimate(less.0, less.1), estimate(more.0, more.1));
        assert!(less.mean + 0.01 < more.mean, "{} {}", less.mean, more.mean);
    };
    check((&[], 0), (&[(13, Right)], 0));
    check((&[(13, Wrong)], 0), (&[(13, Passed)], 0));
    check((&[(13, Passed)], 0), (&[], 0));
    check((&[(13, Right)], 0), (&[(13, Right), (23, Right)], 0));
    check((&[(13, Right)], 0), (&[(15, Right)], 0));
    // An old failure fades, and an old success fades less.
    check((&[(13, Wrong)], 0), (&[(13, Wrong)], 8));
    check((&[(13, Right)], 730), (&[(13, Right)], 0));
    check((&[(13, Wrong), (14, Right)], 0), (&[(13, Wrong), (14, Right)], 30));
    // A skill that is not asked here says nothing.
    assert_eq!(estimate(&[(99, Right)], 0), estimate(&[], 0));
}

#[test]
fn one_answer_against_many_does_not_decide() {
    let check = |replies: &[(u16, Reply)], expected: [u8; 3]| {
        let reached: Vec<u8> = estimate(replies, 0).reached.iter().map(|reached| reached.level).collect();
        assert_eq!(reached, expected, "{replies:?}");
    };
    let right = [(13, Right), (14, Right), (23, Right), (24, Right), (33, Right)];
    check(&[&right[..], &[(11, Wrong), (15, Wrong), (25, Wrong), (34, Wrong)]].concat(), [4, 4, 3]);
    let wrong = [(12, Wrong), (13, Wrong), (22, Wrong), (23, Wrong), (32, Wrong)];
    check(&[&wrong[..], &[(11, Right), (21, Right), (31, Right), (16, Right)]].concat(), [1, 1, 1]);
}

#[test]
fn a_change_names_the_tubes_that_moved() {
    let before = [(12, Right), (22, Right), (32, Right), (14, Wrong), (24, Wrong), (34, Wrong)];
    let after = [&before[..], &[(13, Right), (15, Right), (14, Right), (15, Right)]].concat();
    let change = Change::between(&estimate(&before, 0), &estimate(&after, 0));
    let reached = |level| Reached { tube: TubeId(1), level };
    assert_eq!(change.moved.first().map(|moved| moved.to), Some(reached(5)), "{change:?}");
    assert!(change.moved.first().is_some_and(|moved| moved.from < reached(5)), "{change:?}");
    assert!(change.after.0 > change.before.0, "{change:?}");
    let same = estimate(&before, 0);
    assert_eq!(Change::between(&same, &same).moved, []);
}

/// Takes a whole test; the levels asked, and why it ended.
fn take(seed: u64, plan: &Plan, reply: impl Fn(u8) -> Reply) -> (Vec<u8>, End) {
    let course = course();
    let (mut tallies, mut answered, mut levels) = (Tallies::default(), Vec::new(), Vec::new());
    loop {
        match step(&situation(&course, &tallies, &answered, seed, plan)) {
            Step::End(end) => return (levels, end),
            Step::Ask { skill, challenge, .. } => {
                let level = course.targets().get(skill).unwrap().skill.level;
                tallies.add(&Answer { skill, ways: course.ways(challenge), reply: reply(level), at: 0 });
                answered.push(challenge);
                levels.push(level);
            }
        }
    }
}

#[test]
fn a_beginner_is_not_thrown_at_what_is_hard() {
    let check = |seed, reply: fn(u8) -> Reply, hardest: u8| {
        let (levels, _) = take(seed, &Plan::default(), reply);
        assert!(levels.first().is_some_and(|level| *level <= 3), "{seed} {levels:?}");
        assert!(levels.iter().all(|level| *level <= hardest), "{seed} {levels:?}");
    };
    for seed in 0..10 {
        check(seed, |_| Wrong, 4);
        check(seed, |_| Passed, 5);
        check(seed, |level| if level <= 1 { Right } else { Wrong }, 4);
        check(seed, |_| Right, 6);
    }
}

#[test]
fn an_attempt_ends_for_a_reason() {
    let check = |plan: Plan, expected: End, count: usize| {
        let (levels, end) = take(1, &plan, |level| if level <= 3 { Right } else { Wrong });
        assert_eq!((end, levels.len()), (expected, count), "{plan:?}");
    };
    let never = Plan { sure: 2.0, least_gain: 0.0, floor: 0, cap: 99, ..Plan::default() };
    check(never, End::NothingLeft, 18);
    check(Plan { cap: 5, ..never }, End::Cap, 5);
    check(Plan { cap: 0, ..never }, End::Cap, 0);
    check(Plan { sure: 0.0, ..never }, End::Sure, 0);
    check(Plan { sure: 0.0, floor: 4, ..never }, End::Sure, 4);
    check(Plan { least_gain: 99.0, floor: 3, ..never }, End::NothingToLearn, 3);
}

fn any_tallies() -> impl Strategy<Value = Tallies> {
    let one = (0_u16..70, any::<[u8; 8]>());
    let tally = |(skill, [ways, right, wrong, passed, a, b, c, d]): (u16, [u8; 8])| {
        let [low, high] = skill.to_le_bytes();
        Tally::decode([low, high, ways, right, wrong, passed, a, b, c, d])
    };
    prop::collection::vec(one.prop_map(tally), 0..30).prop_map(|list| list.into_iter().collect())
}

fn any_rate() -> impl Strategy<Value = f64> {
    prop_oneof![0.0..1.0, Just(f64::NAN), Just(f64::INFINITY), Just(-1.0), Just(1e9)]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_is_known_the_estimate_is_a_measure(
        targets in targets(), tallies in any_tallies(), ceiling in 0_u8..9, rates in prop::array::uniform5(any_rate())
    ) {
        let [slip_chosen, slip_produced, pass_ratio, success_half_life, failure_half_life] = rates;
        let trust = Trust { slip_chosen, slip_produced, pass_ratio, success_half_life, failure_half_life };
        let course = Course::new(Targets::new(targets), |key| Ways(u8::try_from(key % 60).unwrap()));
        let got = Estimate::new(&course, &tallies, tallies.newest(), &trust, ceiling);
        let sum: f64 = got.levels.iter().sum();
        prop_assert!((sum - 1.0).abs() < 1e-5, "{:?}", got);
        prop_assert!(got.levels.iter().all(|p| (0.0..=1.0 + 1e-9).contains(p)), "{:?}", got);
        prop_assert!(got.level <= ceiling && ((got.pix / 8.0).floor() - f64::from(got.level)).abs() < 0.5, "{:?}", got);
        prop_assert!(got.range.0 <= got.mean + 1e-6 && got.mean <= got.range.1 + 1e-6 || got.error > 0.0, "{:?}", got);
        prop_assert!(got.error.is_finite() && got.range.0 >= 0.0 && got.range.0 <= got.range.1, "{:?}", got);
    }

    #[test]
    fn what_is_asked_can_be_asked_and_is_asked_again_after_a_reload(
        targets in targets(), tallies in any_tallies(), answered in prop::collection::vec(0_u64..700, 0..12), seed: u64
    ) {
        let course = Course::new(Targets::new(targets), |_| Ways(4));
        let plan = Plan { sure: 1.0, least_gain: 0.0, ..Plan::default() };
        let situation = situation(&course, &tallies, &answered, seed, &plan);
        let chosen = step(&situation);
        prop_assert_eq!(&chosen, &step(&situation));
        let open = |target: &&Target| target.challenges.iter().any(|c| c.spoken && !answered.contains(&c.key));
        let playable = course.targets().skills().iter().filter_map(|skill| course.targets().get(skill.id)).any(|t| open(&t));
        match chosen {
            Step::Ask { skill, challenge, success, gain } => {
                let target = course.targets().get(skill).unwrap();
                prop_assert!(target.challenges.iter().any(|c| c.key == challenge && c.spoken));
                prop_assert!(!answered.contains(&challenge));
                prop_assert!((0.0..=1.0).contains(&success) && gain.is_finite() && gain >= 0.0);
            }
            Step::End(End::NothingLeft) => prop_assert!(!playable),
            Step::End(_) => prop_assert!(playable || answered.len() >= 6),
        }
    }
}
