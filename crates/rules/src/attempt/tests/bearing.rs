//! Attempts of the placement that bears with errors, alone and between those of the reference.

use super::*;
use measure::placement::bayes::{Day, Tally};

fn ended(state: &LearnerState, pins: &Pins) -> bool {
    state.run(pins.id).is_some_and(|run| run.completed_at.is_some())
}

#[test]
fn a_level_is_found_with_a_range_around_it() {
    for level in [0, 2, 4, 7] {
        let (pins, state) = begun_by(Bayes, &LearnerState::default(), 11, 5, START);
        let (events, state) = played(state, &pins, |family| level_of(family) <= level);
        let measure = syllabus().measure(&state, 7);
        let (low, high) = measure.range().expect("a range");
        assert!(ended(&state, &pins) && events.len() <= 25, "{level}: {}", events.len());
        assert!((i64::from(measure.score.level()) - level).abs() <= 1, "{level}: {measure:?}");
        assert!(low <= measure.score.pix() && measure.score.pix() <= high, "{level}: {low} {high}");
        assert!(state.tallies.iter().all(|tally| tally.ways == Ways(16)), "{level}");
    }
}

#[test]
fn one_answer_is_not_a_level() {
    let (pins, state) = begun_by(Bayes, &LearnerState::default(), 11, 5, START);
    assert_eq!((syllabus().measure(&state, 7).range(), syllabus().score(&state, 7).pix()), (None, 0));
    let graded = Graded { status: Status::Ok, at: START + MINUTE, timed: false };
    let state = record(state, &syllabus(), &pins, graded);
    let score = syllabus().score(&state, 7);
    assert!(score.level() <= 1, "{score:?}");
}

#[test]
fn passing_says_less_than_being_wrong() {
    let pix = |status: Status| {
        let (_, mut state) = begun_by(Bayes, &LearnerState::default(), 11, 5, START);
        crate::tallying::count(&mut state, &syllabus(), i64::from(256 + 3) * 10, status, START);
        syllabus().measure(&state, 7).estimate.map(|estimate| estimate.mean)
    };
    let (right, passed, wrong) = (pix(Status::Ok), pix(Status::Skipped), pix(Status::Ko));
    assert!(wrong < passed && passed < right, "{wrong:?} {passed:?} {right:?}");
}

#[test]
fn what_the_reference_knew_is_taken_over_once() {
    let (first, state) = begun(&LearnerState::default(), 11, 5, START);
    let (_, state) = played(state, &first, |family| level_of(family) <= 3);
    assert!(state.tallies.is_empty());
    let before = syllabus().score(&state, 7);
    let direct = state.knowledge.iter().filter(|known| known.source == Direct).count();
    let at = START + 10 * DAY;
    let (second, state) = begun_by(Bayes, &state, 12, 6, at);
    assert_eq!(state.tallies.iter().count(), direct);
    let taken = syllabus().score(&state, 7);
    assert!(taken.level().abs_diff(before.level()) <= 1, "{before:?} {taken:?}");
    let (_, state) = played(state, &second, |family| level_of(family) <= 3);
    let counts = |state: &LearnerState| -> u32 { crate::tallying::counted(state, &syllabus()) };
    let (third, again) = begun_by(Bayes, &state, 13, 7, at + 10 * DAY);
    assert_eq!(counts(&again), counts(&state), "its own answers are not counted a second time");
    assert!(third.improving);
    let (_, back) = begun(&state, 14, 8, at + 10 * DAY);
    assert_eq!(back.tallies, state.tallies, "the reference leaves what was counted");
}

#[test]
fn a_reset_forgets_the_tallies_of_the_competence_only() {
    let (pins, state) = begun_by(Bayes, &LearnerState::default(), 11, 5, START);
    let (_, mut state) = played(state, &pins, |family| level_of(family) <= 3);
    let elsewhere = Tally { last_right: Day(9), ..Tally::decode([1, 0, 4, 1, 0, 0, 0, 0, 0, 0]) };
    state.tallies = state.tallies.iter().copied().chain([elsewhere]).collect();
    let left = reset(&state, 1, START + 9 * DAY).expect("it is late enough");
    assert_eq!(left.tallies.iter().collect::<Vec<_>>(), [&elsewhere]);
    assert_eq!(syllabus().score(&left, 7).pix(), 0);
}

#[test]
fn states_written_before_are_read_and_written_as_they_were() {
    let (pins, state) = begun(&LearnerState::default(), 11, 5, START);
    let (_, state) = played(state, &pins, |family| level_of(family) <= 3);
    let format = |state: &LearnerState| state.encode().first().copied();
    assert_eq!(format(&state), Some(1));
    let (_, state) = begun_by(Bayes, &state, 12, 6, START + 9 * DAY);
    assert_eq!(format(&state), Some(3));
    assert!(state.encode().len() < 1_500, "{}", state.encode().len());
}

proptest! {
    #[test]
    fn each_attempt_is_made_again_by_its_own_placement(
        seed: i64, order in prop::collection::vec(any::<bool>(), 1..4), wrong in prop::collection::vec(any::<bool>(), 21)
    ) {
        let knows = |family: i64| usize::try_from(family / 10 % 21).ok().and_then(|place| wrong.get(place)) == Some(&true);
        let (mut events, mut state) = (Vec::new(), LearnerState::default());
        for (turn, bayes) in (0..).zip(order) {
            let placement = if bayes { Bayes } else { Reference };
            let at = START + turn * 9 * DAY;
            let Ok(Start::New { pins, state: begun }) = start(&state, &syllabus(), (placement, 7), (11 + turn, seed, at)) else { break };
            let (more, played) = played(begun, &pins, knows);
            prop_assert!(ended(&played, &pins));
            events.extend(more);
            state = played;
        }
        let syllabus = syllabus();
        prop_assert_eq!(&rebuild(&events, |_| Some(&syllabus)), &state);
        let decoded = LearnerState::decode(&state.encode());
        prop_assert_eq!(decoded.as_ref(), Some(&state));
    }
}
