//! The rules, one by one.

use std::collections::BTreeSet;

use measure::placement::{Challenge, Evidence, Next, Order, Outcome, Source, Target};

use super::case::{Case, choose, key, known, plain, target, timed};

fn possible(next: &Next) -> Vec<u16> {
    match next {
        Next::Ask { possible, .. } => possible.iter().map(|skill| skill.0).collect(),
        Next::End { .. } => Vec::new(),
    }
}

fn check(case: &Case, expected: &[u16]) {
    let got = choose(case, 1, 1, &[]);
    assert_eq!(possible(&got), expected, "{:?} knowing {:?}", case.targets, case.knowledge);
}

#[test]
fn the_first_question_is_easy_untimed_and_of_level_two() {
    let check = |targets: Vec<Target>, expected: &[u16]| {
        check(&Case { targets, first: true, ..Case::default() }, expected);
    };
    check(vec![], &[]);
    check(plain(&[11, 12, 13, 22, 24]), &[12]);
    check(plain(&[12, 14, 22, 25]), &[12, 22]);
    check(plain(&[11, 13, 22, 25]), &[11]);
    check(plain(&[17, 28]), &[17]);
    check(timed(&[12, 22, 14, 24], &[12]), &[22]);
    check(timed(&[12, 13, 14], &[12, 13, 14]), &[12]);
    check(timed(&[12, 13, 14], &[12]), &[13]);
}

#[test]
fn a_rung_needs_a_challenge_and_a_question_needs_the_language() {
    let foreign =
        |level| target(1, level, vec![Challenge { spoken: false, ..Challenge::new(key(1, level)) }]);
    let check = |hard: Target, expected: &[u16]| {
        let targets = plain(&[12, 22, 25]).into_iter().chain([hard]).collect();
        check(&Case { targets, first: true, ..Case::default() }, expected);
    };
    // Without a challenge the hard rung does not count and tube 1 is easy; a challenge in another
    // language makes it count, though it cannot be asked.
    check(target(1, 6, vec![]), &[12]);
    check(foreign(6), &[12, 22]);
}

#[test]
fn later_questions_teach_the_most() {
    let check = |targets: &[u16], knowledge: &[Evidence], expected: &[u16]| {
        let (targets, knowledge) = (plain(targets), knowledge.to_vec());
        check(&Case { targets, knowledge, ..Case::default() }, expected);
    };
    let (yes, no) = (Outcome::Validated, Outcome::Invalidated);
    let (direct, inferred) = (Source::Direct, Source::Inferred);
    check(&[11, 12, 13, 14, 15, 16], &[], &[13, 14]);
    check(&[11, 12, 13, 14, 15, 16], &[known(12, yes, direct), known(11, yes, inferred)], &[14, 15]);
    check(&[11, 12, 13, 14, 15, 16], &[known(11, no, direct)], &[12]);
    // An element on a skill that is not targeted does not move the level.
    check(&[13, 14, 15], &[known(99, no, direct)], &[14]);
    check(&[11, 13, 14], &[known(11, no, direct)], &[]);
    check(&[14, 21, 22, 23], &[], &[23]);
}

#[test]
fn a_timed_answer_is_followed_by_an_untimed_question_if_possible() {
    let check = |timed_skills: &[u16], last_timed, expected: &[u16]| {
        let targets = timed(&[14, 15, 24, 25], timed_skills);
        check(&Case { targets, last_timed, ..Case::default() }, expected);
    };
    check(&[14], false, &[14, 24]);
    check(&[14], true, &[24]);
    check(&[14, 15, 24, 25], true, &[14, 24]);
}

#[test]
fn the_limit_comes_before_the_preferences_except_for_the_reference() {
    let failed = vec![known(31, Outcome::Invalidated, Source::Direct)];
    let check = |targets: Vec<Target>, last_timed, order, expected: &[u16]| {
        let knowledge = failed.clone();
        check(&Case { targets, knowledge, last_timed, order, ..Case::default() }, expected);
    };
    // Predicted level 0.5: level 3 is too hard. Tube 2 is easy but too hard.
    let weak = || plain(&[31, 23, 11, 12, 15]);
    check(weak(), false, Order::LimitFirst, &[11]);
    check(weak(), false, Order::PreferenceFirst, &[]);
    let hurried = || timed(&[31, 34, 12, 15], &[12]);
    check(hurried(), true, Order::LimitFirst, &[12]);
    check(hurried(), true, Order::PreferenceFirst, &[]);
}

#[test]
fn the_challenge_is_fresh_then_in_full_use_then_seen_longest_ago() {
    let archived = |key| Challenge { preferred: false, ..Challenge::new(key) };
    let check = |challenges: &[Challenge], answered: &[u64], recent: &[u64], expected: &[u64]| {
        let targets = vec![target(1, 3, challenges.to_vec())];
        let case = Case { targets, answered: answered.to_vec(), ..Case::default() };
        let asked = |seed| match choose(&case, seed, 0, recent) {
            Next::Ask { challenge, .. } => Some(challenge),
            Next::End { .. } => None,
        };
        let got: BTreeSet<u64> = (0..60).filter_map(asked).collect();
        assert_eq!(got.into_iter().collect::<Vec<u64>>(), expected, "{answered:?} {recent:?}");
    };
    let three = [Challenge::new(1), Challenge::new(2), archived(3)];
    check(&three, &[], &[], &[1, 2]);
    check(&three, &[1], &[], &[2]);
    check(&three, &[1, 2], &[], &[3]);
    check(&three, &[1, 2, 3], &[], &[]);
    check(&three, &[], &[2], &[1]);
    check(&three, &[], &[1, 2], &[3]);
    check(&three, &[], &[3, 1, 2, 3], &[1]);
    check(&three, &[], &[3, 2, 1], &[3]);
    check(&three, &[3], &[1, 2, 1], &[2]);
}

#[test]
fn the_choice_varies_with_the_seed_and_the_answers_given() {
    let case = Case { targets: plain(&[13, 23, 33, 43]), ..Case::default() };
    let check = |choices: Vec<Next>| {
        let mut skills: Vec<u16> = choices
            .iter()
            .filter_map(|next| if let Next::Ask { skill, .. } = next { Some(skill.0) } else { None })
            .collect();
        skills.sort_unstable();
        skills.dedup();
        assert_eq!(skills, [13, 23, 33, 43]);
    };
    check((0..60).map(|seed| choose(&case, seed, 0, &[])).collect());
    check((0..60).map(|position| choose(&case, 7, position, &[])).collect());
}
