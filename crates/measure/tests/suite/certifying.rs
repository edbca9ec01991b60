//! Rules, endings, scores and replay of the certification engine, one by one.

use measure::certification::{
    Candidate, Distinct, Ending, Goal, NothingAsked, Pattern, Pool, Randomness, Recorded, Rejection,
    Relaxation, ReplayError, Rules, Settings, Sitting, Stopping, Traits, Version, Why, replay,
};
use measure::irt::ItemIndex;

use super::certification_case::{plain, published, settings, simulated, take, version};

fn asked(sitting: &Sitting<'_>) -> Vec<ItemIndex> {
    sitting.steps().iter().map(|step| step.choice.item).collect()
}

#[test]
fn rules_close_items() {
    let traits = |item: usize| Traits { accessible: item != 3, focus: item == 4, ..Traits::default() };
    let pool = Pool::new(plain(12), (0..12).map(traits).collect(), &[(0, 1), (1, 7)]).unwrap();
    let version = Version::new(pool, settings(12)).unwrap();
    let check = |candidate: &Candidate, item: ItemIndex, expected: Rejection| {
        let (sitting, ending) = take(&version, None, candidate, 1, simulated(1, 0.0));
        assert!(!asked(&sitting).contains(&item), "{item}");
        let rejection = sitting.considered().into_iter().find(|one| one.item == item).unwrap().rejection;
        assert_eq!(rejection, Some(expected));
        let Ending::Exhausted(counts) = ending else { panic!("{ending:?}") };
        assert!(counts.iter().any(|(why, times)| *why == expected && *times >= 1), "{counts:?}");
    };
    let plain = Candidate::default();
    let (sitting, _) = take(&version, None, &plain, 1, simulated(1, 0.0));
    let got = asked(&sitting);
    assert!(!(got.contains(&1) && (got.contains(&0) || got.contains(&7))), "{got:?}");
    check(&Candidate { needs_accessible: true, ..plain.clone() }, 3, Rejection::NotAccessible);
    check(&Candidate { without_focus: true, ..plain.clone() }, 4, Rejection::NeedsFocus);
    check(&Candidate { skills_under_alert: vec![5], ..plain.clone() }, 5, Rejection::UnderAlert);
}

#[test]
fn quotas_are_kept_and_give_way_only_to_an_empty_bank() {
    let check = |rules: Rules, questions: u32, expected: (usize, usize), relaxed: bool| {
        let version = version(plain(20), Settings { rules: rules.clone(), ..settings(questions) });
        let (sitting, _) = take(&version, None, &Candidate::default(), 3, simulated(3, 0.5));
        let odd = asked(&sitting).iter().filter(|item| *item % 2 == 1).count();
        assert_eq!((sitting.steps().len() - odd, odd), expected, "{rules:?}");
        let relaxations = sitting.steps().iter().map(|step| step.choice.relaxation).max();
        assert_eq!(relaxations == Some(Relaxation::Minimum), relaxed);
    };
    let rules = |least, most| Rules {
        minimum_per_competence: least,
        maximum_per_competence: most,
        ..Rules::default()
    };
    check(rules(5, None), 10, (5, 5), false);
    check(rules(0, Some(3)), 6, (3, 3), false);
    check(rules(0, Some(3)), 9, (3, 3), false);
    check(rules(10, None), 20, (10, 10), false);
}

#[test]
fn exposure_and_minimum_give_way_before_the_test_ends() {
    let version = version(
        plain(12),
        Settings { rules: Rules { minimum_per_competence: 4, ..Rules::default() }, ..settings(8) },
    );
    // Five of the six items of competence 0 are under alert: its minimum cannot be kept.
    let candidate = Candidate { skills_under_alert: vec![0, 2, 4, 8, 10], ..Candidate::default() };
    let (sitting, ending) = take(&version, None, &candidate, 1, simulated(1, 0.0));
    assert_eq!(sitting.steps().len(), 7);
    assert!(sitting.steps().iter().any(|step| step.choice.relaxation == Relaxation::Minimum));
    assert_eq!(ending, Ending::Exhausted(vec![(Rejection::Asked, 7), (Rejection::UnderAlert, 5)]));
}

#[test]
fn one_question_of_a_tube_or_of_a_skill() {
    let rows: Vec<_> =
        (0..12).map(|rank| (1.0, f64::from(rank) / 4.0 - 1.5, 0, rank / 4, rank / 2)).collect();
    let check = |distinct: Distinct, expected: usize| {
        let rules = Rules { distinct, ..Rules::default() };
        let version = version(super::certification_case::bank(&rows), Settings { rules, ..settings(12) });
        let (sitting, _) = take(&version, None, &Candidate::default(), 1, simulated(1, 0.0));
        assert_eq!(sitting.steps().len(), expected, "{distinct:?}");
    };
    check(Distinct::Tube, 3);
    check(Distinct::Skill, 6);
    check(Distinct::Item, 12);
}

#[test]
fn a_test_ends_as_said() {
    let check = |stopping: Stopping,
                 candidate: &Candidate,
                 lengths: std::ops::RangeInclusive<usize>,
                 expected: Ending| {
        let version = version(published(), Settings { stopping, ..settings(32) });
        let (sitting, ending) = take(&version, None, candidate, 5, simulated(5, 0.8));
        assert_eq!(ending, expected);
        assert!(lengths.contains(&sitting.steps().len()), "{} {lengths:?}", sitting.steps().len());
        if ending == Ending::Goal
            && let Goal::Error(target) = version.settings().stopping.goal
        {
            assert!(sitting.score().unwrap().issued.error <= target * 1.05);
        }
    };
    let stopping = |floor, ceiling, goal| Stopping { floor, ceiling, goal };
    let free = Candidate::default();
    let cuts = |cut| Goal::Classification { cuts: vec![cut], half_width: 0.3, wrong: 0.05 };
    check(Stopping::after(20), &free, 20..=20, Ending::Length);
    check(stopping(5, 60, Goal::Error(0.3)), &free, 10..=30, Ending::Goal);
    check(stopping(40, 60, Goal::Error(0.3)), &free, 40..=40, Ending::Goal);
    check(stopping(5, 8, Goal::Error(0.1)), &free, 8..=8, Ending::Length);
    check(stopping(4, 60, cuts(-2.5)), &free, 4..=20, Ending::Goal);
    let hurried = Candidate { seconds: Some(300), ..Candidate::default() };
    let version = version(published(), settings(32));
    let (sitting, ending) = take(&version, None, &hurried, 5, simulated(5, 0.8));
    // Each item is said to take 60 seconds and takes 30: the last one is begun with 60 left.
    assert_eq!(sitting.steps().len(), 9);
    assert!(
        matches!(ending, Ending::Exhausted(why) if why.contains(&(Rejection::TooLong, 491 - same_tube(&sitting))))
    );
}

/// How many items not asked share a tube with one that was.
fn same_tube(sitting: &Sitting<'_>) -> u32 {
    let same = sitting.considered().into_iter().filter(|one| one.rejection == Some(Rejection::SameTube));
    u32::try_from(same.count()).unwrap()
}

#[test]
fn one_sided_answers_have_a_one_sided_band() {
    let version = version(published(), settings(32));
    let check = |right: Option<bool>, pattern: Pattern| {
        let (sitting, _) = take(&version, None, &Candidate::default(), 5, |item, held| {
            right.unwrap_or_else(|| simulated(5, 0.0)(item, held))
        });
        let score = sitting.score().unwrap();
        assert_eq!(score.pattern, pattern);
        assert!(
            score.band.abilities.0 <= score.issued.ability && score.issued.ability <= score.band.abilities.1,
            "{score:?}"
        );
        assert!((score.meshes.iter().sum::<f64>() - 1.0).abs() < 1e-12);
        let [clea] = score.certainties.as_slice() else { panic!("one threshold") };
        assert!(clea.accuracy() >= 0.5 && (0.5..=1.0).contains(&clea.consistency()), "{clea:?}");
        score
    };
    let (low, middle, high) = (
        check(Some(false), Pattern::AllWrong),
        check(None, Pattern::Mixed),
        check(Some(true), Pattern::AllRight),
    );
    assert!(low.issued.ability < middle.issued.ability && middle.issued.ability < high.issued.ability);
    assert_eq!((low.worth.pix, low.worth.mesh, high.worth.pix), (0, None, 383));
}

#[test]
fn what_is_missing_counts_against_and_both_readings_are_kept() {
    let version = version(published(), settings(32));
    let mut sitting = Sitting::new(&version, None, &Candidate::default(), 9);
    assert_eq!((sitting.score(), sitting.abandoned()), (None, None));
    assert_eq!(sitting.answer(true, 0), Err(NothingAsked));
    for rank in 0..22 {
        sitting.ask();
        sitting.answer(rank % 3 > 0, 30).unwrap();
    }
    let (score, left) = (sitting.score().unwrap(), sitting.abandoned().unwrap());
    assert_eq!(left.missing, 10);
    assert!(left.lower_bound < score.issued.ability - score.issued.error);
    assert!(left.degraded.issued.ability < score.issued.ability - 0.3);
    assert!(left.lower_worth.pix <= score.worth.pix && left.degraded.worth.pix <= score.worth.pix);
    assert_eq!(sitting.steps().len(), 22);
}

#[test]
fn a_competence_has_its_own_level_and_error() {
    let rules = Rules { minimum_per_competence: 2, ..Rules::default() };
    let version = version(published(), Settings { rules, ..settings(32) });
    // Right in competence 3 only.
    let (sitting, _) = take(&version, None, &Candidate::default(), 2, |item, held| {
        if held.competence == 3 { true } else { simulated(2, -0.5)(item, held) }
    });
    let levels = sitting.levels();
    assert_eq!(levels.competences.len(), 16);
    assert!(levels.competences.iter().all(|level| level.answers == 2));
    let best =
        levels.competences.iter().max_by(|one, other| one.ability.0.total_cmp(&other.ability.0)).unwrap();
    assert!(best.ability.1 > levels.general.1, "less sure than the general ability");
    let third = levels.competences.iter().find(|level| level.competence == 3).unwrap();
    assert!(third.ability.0 > levels.general.0);
    for level in &levels.competences {
        assert!((level.meshes.iter().sum::<f64>() - 1.0).abs() < 1e-12);
        assert!(level.band.abilities.0 < level.ability.0 && level.ability.0 < level.band.abilities.1);
    }
}

#[test]
fn a_record_gives_the_same_test_again_with_its_reasons() {
    let randomness = Randomness::Randomesque { best: 5 };
    let version = version(published(), Settings { randomness, ..settings(32) });
    let candidate = Candidate::default();
    let (sitting, _) = take(&version, None, &candidate, 77, simulated(4, 0.3));
    let mut recorded: Vec<Recorded> = sitting
        .steps()
        .iter()
        .map(|step| Recorded { item: step.choice.item, right: step.right, seconds: step.seconds })
        .collect();
    let mut explained = 0;
    let begun = |seed: u64| Sitting::new(&version, None, &candidate, seed);
    let again = replay(begun(77), &recorded, |at, choice| {
        let better = at.considered().into_iter().take_while(|one| one.item != choice.item);
        let outranked = better.filter(|one| one.rejection.is_none()).count();
        assert!(matches!(choice.why, Why::AmongBest { rank, of: 5 } if rank == outranked), "{choice:?}");
        explained += 1;
    });
    assert_eq!((again.unwrap().steps(), explained), (sitting.steps(), 32));
    let check = |recorded: &[Recorded], seed: u64, expected: &str| {
        let error = replay(begun(seed), recorded, |_, _| {}).unwrap_err();
        assert!(error.to_string().contains(expected), "{error}");
        matches!(error, ReplayError::Over { .. })
    };
    let last = *recorded.last().unwrap();
    assert!(check(&[recorded.clone(), vec![last]].concat(), 77, "question 33 is on record"));
    recorded[4].item += 1;
    assert!(!check(&recorded, 77, "question 5: item"));
}

#[test]
fn what_cannot_be_a_version_is_refused() {
    let check = |change: fn(&mut Settings), expected: &str| {
        let mut settings = settings(10);
        change(&mut settings);
        let error = Version::new(Pool::plain(plain(20)).unwrap(), settings).unwrap_err().to_string();
        assert!(error.contains(expected), "{error}");
    };
    check(|settings| settings.stopping.floor = 11, "from 11 to 10 answers");
    check(|settings| settings.rules.minimum_per_competence = 6, "are owed 12 questions, the test has 10");
    check(|settings| settings.thresholds[0].pix = 384, "CléA: 384 pix");
    check(|settings| settings.tryouts = 11, "11 items to try out among 10 questions");
}
