//! Whole attempts on a small bank: starting, answering, repeating, ending, improving, and making the state again.

use super::*;
use crate::placement::Placement::{Bayes, Reference};
use crate::rebuild::{Event, rebuild};
use crate::reset::{ResetRefusal, days_before_reset, reset};
use crate::syllabus::Question;
use measure::placement::bayes::Ways;
use measure::placement::{Evidence, Outcome::Validated, Pix, Skill, SkillId, Source::Direct, TubeId};
use proptest::prelude::*;

const START: i64 = 1_800_000_000_000;
const DAY: i64 = 24 * 3600 * 1000;
const MINUTE: i64 = 60_000;

/// Three tubes of seven levels, two families each; family `skill × 10` and `skill × 10 + 1`.
fn syllabus() -> Syllabus {
    let skills = (0..3_u16).flat_map(|tube| (1..=7_u8).map(move |level| (tube, level)));
    let asked = skills.map(|(tube, level)| {
        let id = 256 + tube * 16 + u16::from(level);
        let skill = Skill { id: SkillId(id), tube: TubeId(256 + tube * 16), level, pix: Pix::share(3) };
        let family = |which| Question { family: i64::from(id) * 10 + which, timed: false, ways: Ways(16) };
        let families = [0, 1].map(family);
        (skill, families.to_vec())
    });
    Syllabus::new(1, asked.collect())
}

fn level_of(family: i64) -> i64 {
    family / 10 % 16
}

fn begun(state: &LearnerState, id: i64, seed: i64, now: i64) -> (Pins, LearnerState) {
    begun_by(Reference, state, id, seed, now)
}

fn begun_by(
    placement: Placement,
    state: &LearnerState,
    id: i64,
    seed: i64,
    now: i64,
) -> (Pins, LearnerState) {
    match start(state, &syllabus(), (placement, 7), (id, seed, now)) {
        Ok(Start::New { pins, state }) => (pins, state),
        other => panic!("expected a new attempt, got {other:?}"),
    }
}

/// Answers every question, right when `knows` says so, one a minute; gives the events and the state at the end.
fn played(mut state: LearnerState, pins: &Pins, knows: impl Fn(i64) -> bool) -> (Vec<Event>, LearnerState) {
    let mut events = vec![Event::Began(pins.clone())];
    for turn in 1_i64.. {
        let position = state.run(pins.id).map_or(0, |run| run.answered) + 1;
        let Admission::Grade(family) = admit(&state, pins.id, position) else { break };
        let status = if knows(family) { Status::Ok } else { Status::Ko };
        let at = pins.started_at + turn * MINUTE;
        events.push(Event::Answered { pins: pins.clone(), status, at });
        state = record(state, &syllabus(), pins, Graded { status, at, timed: false });
        assert!(turn < 60, "the test does not end");
    }
    (events, state)
}

mod bearing;

#[test]
fn a_competence_without_questions_does_not_start() {
    let refused = start(&LearnerState::default(), &Syllabus::default(), (Reference, 7), (1, 2, START));
    assert_eq!(refused, Err(StartRefusal::NoQuestions));
}

#[test]
fn a_test_in_progress_goes_on() {
    let (pins, state) = begun(&LearnerState::default(), 11, 5, START);
    assert_eq!(start(&state, &syllabus(), (Reference, 7), (12, 6, START + 1)), Ok(Start::Resume(pins.id)));
}

#[test]
fn a_post_is_graded_once() {
    let (pins, state) = begun(&LearnerState::default(), 11, 5, START);
    let check = |state: &LearnerState, attempt: i64, position: u16, expected: &str| {
        let got = match admit(state, attempt, position) {
            Admission::Grade(_) => "grade",
            Admission::Repeat(_) => "repeat",
            Admission::Ahead(_) => "ahead",
            Admission::Gone => "gone",
        };
        assert_eq!(got, expected, "{attempt} {position}");
    };
    check(&state, 11, 1, "grade");
    check(&state, 11, 0, "ahead");
    check(&state, 11, 2, "ahead");
    check(&state, 99, 1, "gone");
    let graded = Graded { status: Status::Skipped, at: START + MINUTE, timed: false };
    let state = record(state, &syllabus(), &pins, graded);
    check(&state, 11, 1, "repeat");
    check(&state, 11, 2, "grade");
    check(&state, 11, 3, "ahead");
}

#[test]
fn a_checkpoint_comes_every_five_answers_and_at_the_end() {
    let (pins, state) = begun(&LearnerState::default(), 11, 5, START);
    let check = |answered: u16, over: bool, expected: bool| {
        let run = state.run(pins.id).cloned().map(|run| Run {
            answered,
            asked_at: (!over).then_some(START),
            ..run
        });
        assert_eq!(run.as_ref().map(at_checkpoint), Some(expected), "{answered} {over}");
    };
    check(0, false, false);
    check(4, false, false);
    check(5, false, true);
    check(6, false, false);
    check(7, true, true);
    check(0, true, false);
}

#[test]
fn who_knows_everything_reaches_the_top_and_who_knows_nothing_earns_nothing() {
    for (knows, level, pix) in [(true, 7, 56), (false, 0, 0)] {
        let (pins, state) = begun(&LearnerState::default(), 11, 5, START);
        let (_, state) = played(state, &pins, |_| knows);
        let score = syllabus().score(&state, 7);
        assert_eq!((score.level(), score.pix()), (level, pix));
        let run = state.run(pins.id);
        assert_eq!(run.map(place), Some(Place::Result));
        assert!(run.is_some_and(|run| run.completed_at.is_some()));
    }
}

#[test]
fn a_result_is_improved_after_four_days_only() {
    let (pins, state) = begun(&LearnerState::default(), 11, 5, START);
    let (_, state) = played(state, &pins, |family| level_of(family) <= 3);
    let newest = state.knowledge.newest().unwrap_or_default();
    assert_eq!(
        start(&state, &syllabus(), (Reference, 7), (12, 6, newest + 3 * DAY)),
        Err(StartRefusal::TooSoon(1))
    );
    let (again, improved) = begun(&state, 12, 6, newest + 4 * DAY);
    assert!(again.improving);
    let before = syllabus().score(&state, 7);
    assert_eq!(syllabus().score(&improved, 7), before, "forgetting failures costs no pix");
    let (_, after) = played(improved, &again, |_| true);
    assert_eq!(syllabus().score(&after, 7).level(), 7);
    assert_eq!(admit(&after, pins.id, 1), Admission::Gone, "the older attempt is over");
    assert_eq!(
        start(&after, &syllabus(), (Reference, 7), (13, 6, START + 99 * DAY)),
        Err(StartRefusal::AtCeiling)
    );
}

#[test]
fn a_competence_is_reset_seven_days_after_its_last_answer() {
    let (pins, state) = begun(&LearnerState::default(), 11, 5, START);
    assert_eq!(reset(&state, 1, START + 99 * DAY), Err(ResetRefusal::Nothing), "nothing was answered");
    let (_, mut state) = played(state, &pins, |family| level_of(family) <= 3);
    let last = state.run(pins.id).and_then(|run| run.completed_at).unwrap_or_default();
    let elsewhere = Evidence { skill: SkillId(1), outcome: Validated, source: Direct, at: last + DAY };
    state.knowledge.absorb([elsewhere]);
    for (after, expected) in [(0, Some(7)), (7 * DAY - 1, Some(1)), (7 * DAY, Some(0)), (70 * DAY, Some(0))] {
        assert_eq!(days_before_reset(&state, 1, last + after), expected, "{after}");
        let refused = expected.filter(|days| *days > 0).map(ResetRefusal::TooSoon);
        assert_eq!(reset(&state, 1, last + after).err(), refused, "{after}");
    }
    let left = reset(&state, 1, last + 7 * DAY).unwrap_or_default();
    assert_eq!(left.knowledge.iter().collect::<Vec<_>>(), [&elsewhere], "other competences keep theirs");
    assert_eq!((left.runs.len(), &left.recent), (0, &state.recent), "what was seen is spared for a while");
    assert_eq!(admit(&left, pins.id, 1), Admission::Gone);
    assert_eq!(reset(&left, 1, last + 8 * DAY), Err(ResetRefusal::Nothing), "once");
    let (again, _) = begun(&left, 12, 6, last + 7 * DAY);
    assert!(!again.improving, "a first test again");
}

#[test]
fn an_answer_that_teaches_nothing_new_counts_for_the_delay() {
    let (pins, state) = begun(&LearnerState::default(), 11, 5, START);
    let Admission::Grade(family) = admit(&state, pins.id, 1) else { panic!("a question waits") };
    let later = Run { asked_at: Some(START + DAY), answered: 1, ..state.runs[0].clone() };
    let mut state = state;
    state.replace_run(later);
    let skill = syllabus().skill_of(family).expect("a skill");
    state.knowledge.absorb([Evidence { skill, outcome: Validated, source: Direct, at: START }]);
    assert_eq!(days_before_reset(&state, 1, START + DAY), Some(7));
}

#[test]
fn each_position_has_its_own_seed() {
    let seeds: std::collections::BTreeSet<u64> =
        (1..=200).map(|position| instance_seed(42, position)).collect();
    assert_eq!(seeds.len(), 200);
    assert_eq!(instance_seed(42, 7), instance_seed(42, 7));
    assert_ne!(instance_seed(42, 7), instance_seed(43, 7));
}

proptest! {
    #[test]
    fn the_state_is_made_again_from_the_answers(seed: i64, wrong in prop::collection::vec(any::<bool>(), 21)) {
        let knows = |family: i64| usize::try_from(family / 10 % 21).ok().and_then(|place| wrong.get(place)) == Some(&true);
        let (pins, state) = begun(&LearnerState::default(), 11, seed, START);
        let (events, state) = played(state, &pins, knows);
        let syllabus = syllabus();
        prop_assert_eq!(&rebuild(&events, |_| Some(&syllabus)), &state);
        let decoded = LearnerState::decode(&state.encode());
        prop_assert_eq!(decoded.as_ref(), Some(&state));
    }

    #[test]
    fn a_reset_is_made_again_too(seed: i64, level in 0_i64..=7, then in 0_i64..=7) {
        let (first, state) = begun(&LearnerState::default(), 11, seed, START);
        let (mut events, state) = played(state, &first, |family| level_of(family) <= level);
        let at = START + 8 * DAY;
        let left = reset(&state, 1, at).expect("it is late enough");
        events.push(Event::Reset { competence: 1 });
        let (second, state) = begun(&left, 12, seed, at);
        let (more, state) = played(state, &second, |family| level_of(family) <= then);
        events.extend(more);
        let syllabus = syllabus();
        prop_assert_eq!(&rebuild(&events, |_| Some(&syllabus)), &state);
    }

    #[test]
    fn no_family_is_asked_twice_and_the_level_is_near(seed: i64, level in 0_i64..=7) {
        let (pins, state) = begun(&LearnerState::default(), 11, seed, START);
        let (_, state) = played(state, &pins, |family| level_of(family) <= level);
        let families = state.run(pins.id).map(|run| run.families.clone()).unwrap_or_default();
        let distinct: std::collections::BTreeSet<i64> = families.iter().copied().collect();
        prop_assert_eq!(distinct.len(), families.len());
        let reached = i64::from(syllabus().score(&state, 7).level());
        prop_assert!((reached - level).abs() <= 1, "level {level} ended at {reached}");
    }

    #[test]
    fn damaged_bytes_are_refused_or_read(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        if let Some(state) = LearnerState::decode(&bytes) {
            prop_assert_eq!(LearnerState::decode(&state.encode()), Some(state));
        }
    }
}

#[test]
fn tests_of_campaigns_live_side_by_side_until_another_begins_after_their_end() {
    let pins = |id, now| Pins {
        id,
        competence: SEVERAL,
        placement: Placement::Reference,
        seed: 7,
        improving: false,
        afresh: false,
        started_at: now,
    };
    let knows = |family| family % 3 > 0;
    let mut events = vec![];
    let (competence, state) = begun(&LearnerState::default(), 11, 5, START);
    events.push(Event::Began(competence.clone()));
    let (one, other, third) = (pins(12, START), pins(13, START), pins(14, START + DAY));
    let state = begin(begin(state, &syllabus(), &one), &syllabus(), &other);
    events.extend([Event::Began(one.clone()), Event::Began(other.clone())]);
    assert_eq!(state.runs.iter().map(|run| run.attempt).collect::<Vec<_>>(), [11, 12, 13]);
    let (answers, state) = played(state, &one, knows);
    events.extend(answers.into_iter().skip(1));
    assert!(state.run(12).is_some_and(|run| run.completed_at.is_some()), "its end can be looked at");
    let state = begin(state, &syllabus(), &third);
    events.push(Event::Began(third));
    assert_eq!(state.runs.iter().map(|run| run.attempt).collect::<Vec<_>>(), [11, 13, 14]);
    assert_eq!(LearnerState::decode(&state.encode()), Some(state.clone()));
    assert_eq!(rebuild(&events, |_| Some(Box::leak(Box::new(syllabus())))), state);
    assert_eq!(admit(&state, 12, 1), Admission::Gone);
}
