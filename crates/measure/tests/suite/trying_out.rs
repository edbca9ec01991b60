//! Items tried out among those that count: by chance, within the rules, never in the score; then calibrated.

use measure::calibration::{Anchor, Options, Responses, calibrate};
use measure::certification::{
    Candidate, Counts, Next, Pool, Recorded, Rejection, Rules, Settings, Sitting, Step, Traits, Tryouts,
    Version, Why, replay,
};
use measure::irt::{Bank, Item, ItemIndex, Response};
use measure::simulation::{self, Behaviour, Engine, Population, design, examine_trying};
use proptest::prelude::*;

use super::certification_case::{bank, published, settings, simulated};

/// A version that tries out so many items of those told in each test.
fn version(bank: Bank, settings: Settings, on_trial: impl Fn(ItemIndex) -> bool) -> Version {
    let traits = bank.indexed().map(|(item, _)| Traits { on_trial: on_trial(item), ..Traits::default() });
    let traits = traits.collect();
    Version::new(Pool::new(bank, traits, &[(0, 490), (1, 491)]).unwrap(), settings).unwrap()
}

/// The published bank, its last twenty items on trial, three in each test.
fn trial(rules: Rules) -> Version {
    version(published(), Settings { rules, tryouts: 3, ..settings(32) }, |item| item >= 480)
}

fn none_yet(wanted: u32) -> Tryouts {
    Tryouts::new(Vec::new(), wanted)
}

fn finish(sitting: &mut Sitting<'_>, bank: &Bank, answers: impl Fn(ItemIndex, &Item) -> bool) {
    while let Next::Ask(choice) = sitting.ask() {
        sitting.answer(answers(choice.item, bank.get(choice.item).unwrap()), 30).unwrap();
    }
}

fn by_item() -> Rules {
    Rules { distinct: measure::certification::Distinct::Item, ..Rules::default() }
}

#[test]
fn what_is_tried_out_counts_for_nothing() {
    // Without enemies or tubes to close, the rest of the test is the same to the last bit.
    let rules = by_item();
    let bank = published();
    let traits = bank.indexed().map(|(item, _)| Traits { on_trial: item >= 480, ..Traits::default() });
    let pool = Pool::new(bank.clone(), traits.collect(), &[]).unwrap();
    let version = Version::new(pool, Settings { rules, tryouts: 3, ..settings(32) }).unwrap();
    let tryouts = none_yet(100);
    let mut places = std::collections::BTreeSet::new();
    for person in 0..40 {
        let begun = || Sitting::new(&version, None, &Candidate::default(), person);
        let (mut plain, mut trying) = (begun(), begun().trying(&tryouts));
        finish(&mut plain, &bank, simulated(person, 0.4));
        finish(&mut trying, &bank, |item, held| (item < 480) && simulated(person, 0.4)(item, held));
        assert_eq!(plain.steps(), trying.counted().copied().collect::<Vec<Step>>());
        assert_eq!((plain.score(), plain.levels()), (trying.score(), trying.levels()));
        assert_eq!(plain.exposed(), trying.exposed());
        assert_eq!((trying.steps().len(), trying.tried().count()), (35, 3));
        assert!(trying.tried().all(|step| step.choice.item >= 480 && step.choice.reward <= 0.0));
        let tried = trying.steps().iter().enumerate().filter(|(_, step)| !step.counts());
        places.extend(tried.map(|(place, _)| place));
    }
    assert!(places.len() > 25, "anywhere in the test: {places:?}");
}

#[test]
fn a_test_left_is_measured_by_what_counts() {
    let (version, tryouts) = (trial(Rules::default()), none_yet(100));
    let mut sitting = Sitting::new(&version, None, &Candidate::default(), 5).trying(&tryouts);
    while sitting.counted().count() < 25 {
        sitting.ask();
        sitting.answer(sitting.steps().len() % 3 > 0, 30).unwrap();
    }
    let left = sitting.abandoned().unwrap();
    assert_eq!((left.missing, sitting.answers().len()), (7, 25));
}

#[test]
fn items_are_drawn_by_the_answers_they_lack() {
    let version = trial(by_item());
    let asked = |tryouts: &Tryouts| {
        let mut times = vec![0_u32; 500];
        for seed in 0..2_000 {
            let mut sitting = Sitting::new(&version, None, &Candidate::default(), seed).trying(tryouts);
            let first = loop {
                let Next::Ask(choice) = sitting.ask() else { panic!("nothing tried out") };
                if !choice.counts() {
                    break choice;
                }
                sitting.answer(seed % 2 == 0, 30).unwrap();
            };
            times[first.item as usize] += 1;
        }
        times
    };
    let check = |known: &[(ItemIndex, u32)], expected: &[(ItemIndex, u32)]| {
        let mut answers = vec![100; 500];
        known.iter().for_each(|(item, count)| answers[*item as usize] = *count);
        let times = asked(&Tryouts::new(answers, 100));
        assert_eq!(times.iter().sum::<u32>(), 2_000);
        for (item, expected) in expected {
            let got = times[*item as usize];
            assert!(got.abs_diff(*expected) <= expected / 8 + 1, "item {item}: {got}, {expected} expected");
        }
    };
    check(&[(482, 40)], &[(482, 2_000), (483, 0)]);
    check(&[(482, 40), (499, 80)], &[(482, 1_500), (499, 500), (480, 0)]);
    check(&[(480, 0), (481, 0), (482, 0), (483, 99)], &[(480, 664), (481, 664), (482, 664), (484, 0)]);
    // Nothing lacks answers: nothing is tried out, the test has its length.
    let enough = Tryouts::new(vec![100; 500], 100);
    let mut sitting = Sitting::new(&version, None, &Candidate::default(), 1).trying(&enough);
    finish(&mut sitting, &published(), simulated(1, 0.0));
    assert_eq!((sitting.steps().len(), sitting.tried().count()), (32, 0));
}

#[test]
fn reasons_tell_what_is_on_trial() {
    let version = trial(Rules::default());
    let mut answers = vec![0; 500];
    answers[499] = 50;
    let tryouts = Tryouts::new(answers, 50);
    let mut sitting = Sitting::new(&version, None, &Candidate::default(), 8).trying(&tryouts);
    let mut seen = (0, 0);
    while let Next::Ask(choice) = sitting.ask() {
        let why = |item: ItemIndex| {
            sitting.considered().into_iter().find(|one| one.item == item).and_then(|one| one.rejection)
        };
        // Item 481 is an enemy of none and may share a tube; 499 has all its answers.
        let (counts, known, done) = (choice.counts(), why(choice.item), why(499));
        assert_eq!(known, None, "{choice:?}");
        if counts {
            assert!([Some(Rejection::OnTrial), Some(Rejection::SameTube)].contains(&done), "{done:?}");
            seen.0 += 1;
        } else {
            assert!(matches!(choice.why, Why::TriedOut { answers: 0, missing } if missing <= 19 * 50));
            assert!([Some(Rejection::TriedEnough), Some(Rejection::SameTube)].contains(&done), "{done:?}");
            let others =
                sitting.considered().into_iter().filter(|one| one.item < 480 && one.rejection.is_none());
            assert_eq!(others.count(), 0, "nothing that counts is told as outranked");
            seen.1 += 1;
        }
        sitting.answer(true, 30).unwrap();
    }
    assert_eq!(seen, (32, 3));
}

fn begun<'a>(version: &'a Version, tryouts: &'a Tryouts) -> Sitting<'a> {
    Sitting::new(version, None, &Candidate::default(), 21).trying(tryouts)
}

#[test]
fn a_record_with_items_tried_out_gives_the_same_test_again() {
    let (version, tryouts) = (trial(Rules::default()), none_yet(100));
    let mut sitting = begun(&version, &tryouts);
    finish(&mut sitting, &published(), simulated(21, -0.3));
    let record = |step: &Step| Recorded { item: step.choice.item, right: step.right, seconds: step.seconds };
    let recorded: Vec<Recorded> = sitting.steps().iter().map(record).collect();
    let again = replay(begun(&version, &tryouts), &recorded, |_, _| {}).unwrap();
    assert_eq!((again.steps(), again.score()), (sitting.steps(), sitting.score()));
    let check = |tryouts: &Tryouts| assert!(replay(begun(&version, tryouts), &recorded, |_, _| {}).is_err());
    let mut others = tryouts.clone();
    others.record((480..490).cycle().take(990));
    check(&others);
    check(&none_yet(0));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn no_rule_is_broken_by_what_is_tried_out(
        tubes in prop::collection::vec(0_u32..14, 24), trial in prop::collection::vec(any::<bool>(), 24),
        odd in prop::collection::vec(any::<bool>(), 24), enemies in prop::collection::vec((0_u32..24, 0_u32..24), 0..8),
        seed in any::<u64>(), tryouts in 0_u32..6
    ) {
        let rows: Vec<_> = (0..).zip(&tubes)
            .map(|(rank, tube)| (1.0, f64::from(rank % 5) / 2.0 - 1.0, tube % 3, *tube, *tube)).collect();
        let enemies: Vec<_> = enemies.into_iter().filter(|(one, other)| one != other).collect();
        let traits = trial.iter().zip(&odd).map(|(on_trial, odd)| Traits {
            on_trial: *on_trial, accessible: !odd, seconds: if *odd { 90 } else { 30 }, ..Traits::default()
        });
        let bank = bank(&rows);
        let pool = Pool::new(bank.clone(), traits.collect(), &enemies).unwrap();
        let version = Version::new(pool, Settings { tryouts, ..settings(6) }).unwrap();
        let candidate = Candidate { needs_accessible: seed % 2 == 0, seconds: Some(240), ..Candidate::default() };
        let counts = none_yet(10);
        let mut sitting = Sitting::new(&version, None, &candidate, seed).trying(&counts);
        let mut left = 240_u32;
        while let Next::Ask(choice) = sitting.ask() {
            prop_assert_eq!(trial[choice.item as usize], !choice.counts());
            let takes = if odd[choice.item as usize] { 90 } else { 30 };
            prop_assert!(takes <= left && (seed % 2 == 1 || takes == 30), "{takes} of {left} seconds");
            left -= takes;
            sitting.answer(seed % 3 == 0, takes).unwrap();
        }
        let asked: Vec<ItemIndex> = sitting.steps().iter().map(|step| step.choice.item).collect();
        let mut met: Vec<u32> = asked.iter().map(|item| tubes[*item as usize]).collect();
        met.sort_unstable();
        met.dedup();
        prop_assert_eq!(met.len(), asked.len(), "one question of a tube");
        prop_assert!(!enemies.iter().any(|(one, other)| asked.contains(one) && asked.contains(other)));
        prop_assert!(sitting.tried().count() <= tryouts as usize);
    }
}

fn root_mean_square(errors: impl Iterator<Item = f64>) -> f64 {
    let errors: Vec<f64> = errors.collect();
    (errors.iter().map(|error| error * error).sum::<f64>() / errors.len() as f64).sqrt()
}

/// 2,000 people, 36 new items in a bank of 320, six in each test until each has about 300 answers; the items that count
/// hold the scale.
#[test]
fn items_tried_out_come_back_as_sure_as_their_errors_say() {
    let bank = simulation::bank(320, 4).unwrap();
    let on_trial = |item: ItemIndex| item % 9 == 4;
    let settings = design::constrained(32, design::scale().unwrap()).unwrap();
    let traits = bank.indexed().map(|(item, _)| Traits { on_trial: on_trial(item), ..Traits::default() });
    let pool = Pool::new(bank.clone(), traits.collect(), &[]).unwrap();
    let version = Version::new(pool, Settings { tryouts: 6, ..settings }).unwrap();
    let people = Population::new(9, Behaviour::default()).unwrap().draw(2_000);
    let mut counts = Counts::new(design::limits().unwrap(), bank.len());
    let mut tryouts = none_yet(300);
    let cohort = examine_trying(&Engine::Best(&version), &people, Some(&mut counts), Some(&mut tryouts), 2);
    let answers: Vec<u32> = tryouts.answers().iter().copied().filter(|count| *count > 0).collect();
    // Tests of one batch begin with the same counts: an item may get a few answers more than wanted.
    assert_eq!(answers.len(), 36);
    assert!(answers.iter().all(|count| (200..=310).contains(count)), "{answers:?}");
    assert!(answers.iter().sum::<u32>() > 10_000, "{answers:?}");

    let names = bank.items().iter().map(|item| item.name.clone()).collect();
    let persons = cohort.taken.iter().map(|test| {
        let all = test.asked.iter().chain(&test.tried);
        (0, all.map(|asked| Response { item: asked.item, right: asked.right }).collect::<Vec<_>>())
    });
    let responses = Responses::by_person(names, persons).unwrap();
    let known = bank.indexed().filter(|(item, _)| !on_trial(*item));
    let anchors =
        known.map(|(item, held)| Anchor { item, parameters: held.parameters, guessing: 0.0 }).collect();
    let found = calibrate(&responses, &Options { anchors, ..Options::default() }, 2).unwrap();
    let tried = || found.items.iter().zip(bank.items()).filter(|(item, _)| !item.anchor);
    assert_eq!(tried().count(), 36);
    let pairs = || tried().filter_map(|(item, held)| Some((item.parameters, held.parameters, item.errors?)));
    let check = |name: &str, missed: f64, expected: f64, most: f64| {
        assert!((0.6..=1.4).contains(&(missed / expected)), "{name}: {missed} for errors of {expected}");
        assert!(expected < most, "{name}: errors of {expected}");
    };
    check(
        "discrimination",
        root_mean_square(pairs().map(|(got, truth, _)| got.discrimination - truth.discrimination)),
        root_mean_square(pairs().map(|(.., errors)| errors.discrimination)),
        0.2,
    );
    check(
        "difficulty",
        root_mean_square(pairs().map(|(got, truth, _)| got.difficulty - truth.difficulty)),
        root_mean_square(pairs().map(|(.., errors)| errors.difficulty)),
        0.2,
    );
    let far = pairs().flat_map(|(got, truth, errors)| {
        [
            (got.discrimination - truth.discrimination) / errors.discrimination,
            (got.difficulty - truth.difficulty) / errors.difficulty,
        ]
    });
    let far = root_mean_square(far);
    assert!((0.8..=1.2).contains(&far), "distances from the truth in errors: {far}");
    let group = found.groups[0];
    assert!(group.mean.abs() < 0.07 && (group.deviation - 1.0).abs() < 0.07, "{group:?}");
}
