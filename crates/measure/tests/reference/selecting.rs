//! The rules, with the reason of every item, and what ends or refuses a test.

use measure::irt::{Bank, Item, Parameters, Response};
use measure::reference::{
    Accessibility, Choice, Circumstances, Compatibility, Configuration, ConfigurationError, Engine, Forced,
    Next, Reason, Refusal, SuccessRange, Variation, draws, pick,
};

/// An item of discrimination 1 named after its place: competence, tube, skill and difficulty.
fn bank(items: &[(u32, u32, u32, f64)]) -> Bank {
    let item = |(place, &(competence, tube, skill, difficulty)): (usize, &(u32, u32, u32, f64))| Item {
        name: format!("i{place}"),
        parameters: Parameters { discrimination: 1.0, difficulty },
        competence,
        tube,
        skill,
    };
    Bank::new(items.iter().enumerate().map(item).collect()).unwrap()
}

/// Two competences of two tubes of two skills, the easiest items first.
fn small() -> Bank {
    let item = |n: u32| (n / 4, n / 2, n, f64::from(n) / 4.0);
    bank(&(0..8).map(item).collect::<Vec<_>>())
}

fn free() -> Configuration {
    Configuration {
        one_per_tube: false,
        all_competences: false,
        minimum_answers: 0,
        ..Configuration::default()
    }
}

fn given(items: &[u32]) -> Vec<Response> {
    items.iter().map(|&item| Response { item, right: true }).collect()
}

fn choice(bank: &Bank, configuration: Configuration, items: &[u32], around: &Circumstances<'_>) -> Choice {
    let engine = Engine::new(bank, configuration).unwrap();
    match engine.next(&given(items), around, || 0.0).unwrap() {
        Next::Ask(choice) => choice,
        other => panic!("{other:?}"),
    }
}

#[test]
fn every_item_that_is_not_a_candidate_has_its_reason() {
    let bank = small();
    let check = |configuration: Configuration,
                 items: &[u32],
                 around: Circumstances<'_>,
                 expected: &[(u32, Reason)]| {
        let choice = choice(&bank, configuration, items, &around);
        assert_eq!(choice.rejected, expected);
        let ruled_out = expected.iter().filter(|(_, reason)| *reason != Reason::Outranked).count();
        assert_eq!(choice.eligible, bank.len() - ruled_out);
        assert_eq!(choice.candidates.len() + expected.len(), bank.len());
    };
    let (alone, first) = (Circumstances::default(), [Reason::CompetenceAsked; 4]);
    let outranked = [(5, Reason::Outranked), (6, Reason::Outranked), (7, Reason::Outranked)];
    check(free(), &[], alone, &outranked);
    check(
        free(),
        &[0, 4, 1],
        alone,
        &[(0, Reason::SkillAnswered), (1, Reason::SkillAnswered), (4, Reason::SkillAnswered)],
    );
    let tubes = Configuration { one_per_tube: true, ..free() };
    check(tubes, &[0, 5], alone, &[0, 1, 4, 5].map(|item| (item, Reason::TubeAnswered)));
    let all = Configuration { all_competences: true, ..free() };
    let asked: Vec<(u32, Reason)> = (0..4).zip(first).collect();
    check(all.clone(), &[0], alone, &asked);
    // Both competences were asked: the rule is over.
    check(
        all,
        &[0, 4],
        alone,
        &[(0, Reason::SkillAnswered), (4, Reason::SkillAnswered), (1, Reason::Outranked)]
            .into_iter()
            .collect::<std::collections::BTreeMap<_, _>>()
            .into_iter()
            .collect::<Vec<_>>(),
    );
    let apart = Configuration { spacing: 1, ..free() };
    let recent: Vec<(u32, Reason)> =
        std::iter::once((0, Reason::SkillAnswered))
            .chain((4..8).map(|item| {
                (item, if item == 4 { Reason::SkillAnswered } else { Reason::CompetenceTooRecent })
            }))
            .collect();
    check(apart, &[0, 4], alone, &recent);
    let forced = Configuration { forced: Some(Forced { warm_up: 1, competences: vec![1] }), ..free() };
    let not_forced: Vec<(u32, Reason)> = (0..4)
        .map(|item| (item, if item == 0 { Reason::SkillAnswered } else { Reason::NotForced }))
        .collect();
    check(forced.clone(), &[0], alone, &not_forced);
    check(forced, &[], alone, &outranked);
    let alerted = Circumstances { alerted: &[7], ..alone };
    check(
        free(),
        &[],
        alerted,
        &[(5, Reason::Outranked), (6, Reason::Outranked), (7, Reason::SkillUnderAlert)],
    );
    let suits =
        Accessibility { blindness: Compatibility::Compatible, colour_blindness: Compatibility::NotConcerned };
    let blind = Circumstances { accessibility: Some(&[suits; 3]), ..alone };
    check(free(), &[], blind, &[3, 4, 5, 6, 7].map(|item| (item, Reason::NotAccessible)));
}

#[test]
fn an_item_is_accessible_when_both_perceptions_are_served_or_not_concerned() {
    use Compatibility::{Compatible, NotConcerned, Unsuitable};
    let check = |blindness, colour_blindness, expected| {
        assert_eq!(Accessibility { blindness, colour_blindness }.suits(), expected);
    };
    check(Compatible, NotConcerned, true);
    check(NotConcerned, Compatible, true);
    check(Unsuitable, Compatible, false);
    check(Compatible, Unsuitable, false);
}

#[test]
fn spacing_is_ignored_when_nothing_would_remain() {
    let one = bank(&[(0, 0, 0, 0.0), (0, 1, 1, 0.0)]);
    let choice = choice(&one, Configuration { spacing: 3, ..free() }, &[0], &Circumstances::default());
    assert_eq!((choice.item, choice.rejected), (1, vec![(0, Reason::SkillAnswered)]));
}

#[test]
fn equal_rewards_keep_the_order_of_the_bank() {
    let same = bank(&[(0, 0, 0, 1.0), (0, 1, 1, 0.5), (0, 2, 2, 0.5), (0, 3, 3, 0.5), (0, 4, 4, 0.0)]);
    let choice = choice(&same, free(), &[], &Circumstances::default());
    let order: Vec<u32> = choice.candidates.iter().map(|candidate| candidate.item).collect();
    assert_eq!(order, [4, 1, 2, 3, 0]);
}

#[test]
fn a_shown_item_is_served_again_until_it_is_answered() {
    let bank = small();
    let engine = Engine::new(&bank, free()).unwrap();
    let check = |items: &[u32], shown: u32, again: bool| {
        let around = Circumstances { shown: Some(shown), ..Circumstances::default() };
        let next = engine.next(&given(items), &around, || 0.0).unwrap();
        assert_eq!(next == Next::Again(shown), again, "{next:?}");
    };
    check(&[], 6, true);
    check(&[1], 6, true);
    check(&[6], 6, false);
}

#[test]
fn a_test_ends_or_says_why_it_cannot_go_on() {
    let bank = small();
    let configuration =
        Configuration { maximum_answers: 4, minimum_answers: 2, one_per_tube: true, ..free() };
    let engine = Engine::new(&bank, configuration).unwrap();
    let check = |items: &[u32], expected: Result<Next, Refusal>| {
        assert_eq!(engine.next(&given(items), &Circumstances::default(), || 0.0), expected);
    };
    check(&[0, 2, 4, 6], Ok(Next::End));
    check(&[0, 2, 4, 6, 7], Err(Refusal::TooManyAnswers { answers: 5, maximum: 4 }));
    check(&[9], Err(Refusal::UnknownItem(9)));
    let longer = Configuration { maximum_answers: 5, ..engine.configuration().clone() };
    let engine = Engine::new(&bank, longer).unwrap();
    let lack = Refusal::LackOfChallenges { answers: 4, maximum: 5, minimum: 2 };
    let four = given(&[0, 2, 4, 6]);
    assert_eq!(engine.next(&four, &Circumstances::default(), || 0.0), Err(lack.clone()));
    assert_eq!(engine.degradation(&four, &Circumstances::default()), Err(lack.clone()));
    assert_eq!(
        lack.to_string(),
        "no item is left after 4 answers: expected enough for 5 (scored from 2); add items or loosen the rules"
    );
    let around = Circumstances { shown: Some(9), ..Circumstances::default() };
    assert_eq!(engine.next(&[], &around, || 0.0), Err(Refusal::UnknownItem(9)));
}

#[test]
fn the_degradation_counts_the_missing_answers_wrong() {
    let bank = small();
    let engine = Engine::new(&bank, Configuration { maximum_answers: 5, ..free() }).unwrap();
    let answers = given(&[0, 4, 1]);
    let start = engine.estimate(&answers).unwrap().capacity;
    let simulated = engine.degradation(&answers, &Circumstances::default()).unwrap();
    let wrong = simulated.iter().map(|one| Response { item: one.item, right: false });
    let all: Vec<Response> = answers.iter().copied().chain(wrong).collect();
    // The same answers, from the capacity of before.
    let again = Engine::new(&bank, Configuration { start, maximum_answers: 5, ..free() }).unwrap();
    let steps = again.history(&all).unwrap();
    let expected: Vec<_> = steps.iter().skip(3).map(|step| step.estimate).collect();
    assert_eq!(simulated.iter().map(|one| one.estimate).collect::<Vec<_>>(), expected);
    assert_eq!(simulated.len(), 2);
    assert!(simulated.iter().all(|one| !answers.iter().any(|answer| answer.item == one.item)));
    assert_eq!(engine.degradation(&given(&[0, 4, 1, 2, 3]), &Circumstances::default()), Ok(Vec::new()));
}

#[test]
fn the_minimum_success_rate_follows_its_ranges() {
    let range = |first, last, from, to| SuccessRange { first, last, from, to };
    let ranges = [range(0, 2, 0.8, 0.8), range(2, 6, 0.6, 0.4)];
    let check = |question, expected: f64| {
        let got = SuccessRange::minimum(&ranges, question);
        assert!((got - expected).abs() < 1e-12, "{question}: {got}");
    };
    check(0, 0.8);
    check(2, 0.8);
    check(3, 0.55);
    check(6, 0.4);
    check(7, 0.0);
    assert_eq!(range(3, 3, 0.5, 0.9).at(3), Some(0.5));
}

#[test]
fn a_configuration_that_cannot_be_is_refused() {
    let check = |configuration: Configuration, expected: ConfigurationError| {
        assert_eq!(configuration.check(), Err(expected.clone()));
        assert!(
            Engine::new(&small(), configuration)
                .is_err_and(|error| error.to_string() == expected.to_string())
        );
    };
    assert_eq!((Configuration::default().check(), Configuration::historical().check()), (Ok(()), Ok(())));
    let share = |share| Some(Variation { share, until: None });
    let odd = SuccessRange { first: 3, last: 2, from: 0.5, to: 0.5 };
    let steep = SuccessRange { first: 0, last: 2, from: 0.5, to: 1.5 };
    check(Configuration { start: 9.5, ..free() }, ConfigurationError::Start(9.5));
    check(Configuration { variation: share(0.0), ..free() }, ConfigurationError::Variation(0.0));
    check(Configuration { variation: share(-1.0), ..free() }, ConfigurationError::Variation(-1.0));
    check(Configuration { pick_percent: 101.0, ..free() }, ConfigurationError::PickPercent(101.0));
    check(
        Configuration { maximum_answers: 3, minimum_answers: 4, ..free() },
        ConfigurationError::Lengths { minimum: 4, maximum: 3 },
    );
    check(Configuration { minimum_success: vec![odd], ..free() }, ConfigurationError::Success(odd));
    check(Configuration { minimum_success: vec![steep], ..free() }, ConfigurationError::Success(steep));
    assert!(Configuration { start: f64::NAN, ..free() }.check().is_err());
}

#[test]
fn the_pick_has_the_chances_of_its_walk() {
    let mut counts = [0_u32; 5];
    for seed in 0..20_000 {
        counts[pick(5, 51.0, draws(seed, 7)).rank] += 1;
    }
    let shares = counts.map(|count| f64::from(count) / 20_000.0);
    for (share, expected) in shares.into_iter().zip([0.51, 0.25, 0.122, 0.06, 0.058]) {
        assert!((share - expected).abs() < 0.012, "{shares:?}");
    }
    assert_eq!(pick(0, 51.0, || 0.9).rank, 0);
}
