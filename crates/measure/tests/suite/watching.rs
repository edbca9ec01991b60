//! Persons and items judged by a bank that is calibrated: honest persons and sound items are left in peace.

use crate::population::{abilities, answers, bank as parameters, names, normal, one_group, uniform};
use measure::calibration::{Answer, Responses};
use measure::certification::{Candidate, Next, Pool, Sitting, Version};
use measure::fit::{Drift, FitError, Pairing, Timed, normal_tail};
use measure::irt::Parameters;
use measure::simulation::{Behaviour, Population, bank, design};
use measure::study::{Alarm, Watch, compared, judged, tempos, watched};

fn share(values: impl Iterator<Item = f64>, level: f64) -> f64 {
    let below: Vec<bool> = values.map(|value| value < level).collect();
    below.iter().filter(|below| **below).count() as f64 / below.len() as f64
}

#[test]
fn the_tail_of_honest_persons_is_as_long_as_said() {
    let items = parameters(70, 32);
    let honest = answers(70, &items, &one_group(abilities(71, 10_000, 0.0, 1.0)), |_, _, _| true);
    let all = judged(&items, &honest, 2).unwrap();
    let fits: Vec<_> = all.iter().filter_map(|one| one.fit).collect();
    assert!(fits.len() > 9_900);
    let at = |level| share(fits.iter().map(|fit| fit.probability), level);
    let normal = |level| share(fits.iter().map(|fit| normal_tail(-fit.lz)), level);
    // Rather too cautious; the normal law is the less so the farther out.
    for (level, most) in [(0.05, 0.052), (0.01, 0.0105), (0.001, 0.001)] {
        assert!((0.2 * level..=most).contains(&at(level)), "{level}: {}", at(level));
        assert!(normal(level) > level, "{level}: {}", normal(level));
    }
    assert!(all.iter().filter_map(|one| one.adjusted).all(|adjusted| adjusted > 0.01));
    let few = Err(FitError::Curves { given: 31, items: 32 });
    assert_eq!(judged(&items[1..], &honest, 1).map(|all| all.len()), few);
}

#[test]
fn persons_are_compared_by_their_own_abilities() {
    let items = parameters(72, 60);
    let honest = answers(72, &items, &one_group(abilities(73, 200, 0.0, 1.0)), |_, _, _| true);
    let abilities: Vec<f64> = judged(&items, &honest, 2).unwrap().iter().map(|one| one.ability).collect();
    let rooms = vec![0; 200];
    let run =
        |abilities: &[f64], rooms: &[u32]| compared(&items, &honest, abilities, rooms, Pairing::default(), 2);
    let found = run(&abilities, &rooms).unwrap();
    assert_eq!(found.compared, 19_900);
    let below = found.pairs.len() as f64 / 19_900.0;
    assert!((0.02..=0.055).contains(&below), "{below}");
    assert!(found.pairs.iter().all(|pair| pair.adjusted > 0.05), "{:?}", found.pairs.first());
    let refused = Err(FitError::Abilities { given: 199, persons: 200 });
    assert_eq!(run(&abilities[1..], &rooms).map(|found| found.compared), refused);
    assert_eq!(run(&abilities, &rooms[1..]).map(|found| found.compared), refused);
}

#[test]
fn a_time_and_a_pace_are_told_apart() {
    let time = |person: u32, item: u32| {
        let pace = if person == 9 { 2.5 } else { 0.2 * normal(74, person.into(), 2) };
        let noise = 0.3 * normal(75, person.into(), 300 + u64::from(item));
        Timed { person, item, seconds: (3.0 + normal(76, item.into(), 1) - pace + noise).exp() }
    };
    let mut times: Vec<Timed> =
        (0..100).flat_map(|person| (0..30).map(move |item| time(person, item))).collect();
    times[40].seconds = 0.3;
    let found = tempos(30, 101, &times).unwrap();
    let first = found.odd.first().unwrap();
    assert_eq!((first.timed, found.times, found.judged), (times[40], 3_000, 3_000));
    assert!(first.residual < -4.0 && first.adjusted < 0.05 && first.expected > 5.0, "{first:?}");
    assert!(found.odd.len() < 30, "{}", found.odd.len());
    let racer = found.persons[9].unwrap();
    assert!(racer.adjusted.unwrap() < 0.001 && racer.fast < 3 && racer.pace > 2.0, "{racer:?}");
    let odd = found.persons.iter().flatten().filter(|tempo| tempo.adjusted.unwrap() < 0.05).count();
    assert_eq!((odd, found.persons[100]), (1, None), "who has no time has no pace");
    assert_eq!(tempos(30, 1, &[]), Err(FitError::NoAnswer));
}

/// The answers of an adaptive test to items of a bank, in order; from the 600th person on, one item is easier than the
/// bank says.
fn adaptive(leaked: Option<u32>) -> (Vec<Parameters>, Responses, Vec<Answer>) {
    let known = bank(300, 3).unwrap();
    let settings = design::constrained(32, design::scale().unwrap()).unwrap();
    let version = Version::new(Pool::plain(known.clone()).unwrap(), settings).unwrap();
    let people = Population::new(4, Behaviour::default()).unwrap().draw(1_500);
    let mut in_order = Vec::new();
    for (person, one) in (0..).zip(&people) {
        let mut sitting = Sitting::new(&version, None, &Candidate::default(), one.seed());
        while let Next::Ask(choice) = sitting.ask() {
            let mut item = known.get(choice.item).unwrap().clone();
            if leaked == Some(choice.item) && person >= 600 {
                item.parameters.difficulty -= 1.0;
            }
            let right = one.answers(choice.item, &item);
            sitting.answer(right, 30).unwrap();
            in_order.push(Answer { person, item: choice.item, right });
        }
    }
    let items = known.items().iter().map(|item| item.parameters).collect();
    (items, Responses::new(names(300), &[0; 1_500], &in_order).unwrap(), in_order)
}

#[test]
fn items_of_an_adaptive_test_are_watched() {
    let (items, responses, answers) = adaptive(None);
    let sound = watched(&items, &responses, &answers, Watch::default(), 2).unwrap();
    assert!(sound.items.iter().all(|item| item.alarm.is_none()), "{sound:?}");
    let group = sound.groups[0];
    assert!(group.mean.abs() < 0.08 && (group.deviation - 1.0).abs() < 0.08, "{group:?}");
    // What is expected of each item is what comes, though the questions depend on the answers.
    for item in sound.items.iter().filter(|item| item.answers > 200) {
        let miss = (f64::from(item.right) - item.expected) / (0.25 * f64::from(item.answers)).sqrt();
        assert!(miss.abs() < 4.0, "{item:?}");
    }
    let most = (0..).zip(&sound.items).max_by_key(|(_, item)| item.answers).unwrap().0;
    let (items, responses, answers) = adaptive(Some(most));
    let run = |threads| watched(&items, &responses, &answers, Watch::default(), threads).unwrap();
    let found = run(2);
    assert_eq!(found, run(1));
    let alarms = (0..).zip(&found.items).filter_map(|(item, watched)| Some((item, watched.alarm?)));
    let alarms: Vec<(u32, Alarm)> = alarms.collect();
    let [(item, alarm)] = alarms.as_slice() else { panic!("one item: {alarms:?}") };
    assert_eq!((*item, alarm.drift), (most, Drift::Easier));
    let (since, told) = (answers[alarm.since].person, answers[alarm.told].person);
    assert!((450..750).contains(&since) && (600..1_300).contains(&told), "{since} {told}");
    assert!(alarm.right > alarm.expected + 0.08, "{alarm:?}");
}

#[test]
fn a_watch_that_makes_no_sense_is_refused() {
    let items = parameters(77, 5);
    let few = answers(77, &items, &one_group(abilities(78, 10, 0.0, 1.0)), |_, _, _| true);
    let all: Vec<Answer> = (0..10)
        .flat_map(|person| {
            (0..5).map(move |item| Answer {
                person,
                item,
                right: uniform(79, person.into(), item.into()) < 0.5,
            })
        })
        .collect();
    let check = |items: &[Parameters], watch: Watch, expected: &str| {
        let error = watched(items, &few, &all, watch, 1).unwrap_err().to_string();
        assert!(error.contains(expected), "{error}");
    };
    check(&items[1..], Watch::default(), "4 curves for 5 items");
    check(&items, Watch { allowance: f64::NAN, limit: None }, "the allowance k is NaN");
    check(&items, Watch { allowance: 0.1, limit: Some(0.0) }, "the limit h is 0");
    let flat = Parameters { discrimination: 0.0, difficulty: 0.0 };
    check(&[flat; 5], Watch::default(), "a positive discrimination");
}
