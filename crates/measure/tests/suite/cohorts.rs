//! Small cohorts: what the comparison of the placements must keep saying.

use measure::placement::bayes::{Course, Noise, Plan, Trust};
use measure::placement::cohort::{Competence, Learner, Report, Row, TRUE_NOISE, WAYS, bayes, reference};

const LEARNERS: u64 = 150;

fn rows(competence: Competence, noise: Noise) -> (Row, Row) {
    let targets = competence.targets();
    let course = Course::new(competence.targets(), |_| WAYS);
    let (mut old, mut new) = (Report::default(), Report::default());
    for rank in 0..LEARNERS {
        let learner = Learner::drawn(3, rank, 0.7, noise);
        old.add(&targets, &learner, &reference(&targets, &learner));
        new.add(&targets, &learner, &bayes(&course, &learner, &Trust::default(), &Plan::default()));
    }
    (old.row(), new.row())
}

#[test]
fn errors_are_borne_with_by_the_placement_made_for_it() {
    let [never, sometimes, often] = TRUE_NOISE;
    // The limits leave room for chance: the share of wrong levels moves by 0.03 in such a cohort.
    let check = |competence: Competence, noise, ratio: f64| {
        let (old, new) = rows(competence, noise);
        assert!(new.wrong <= old.wrong * ratio + 0.02, "{competence:?} {noise:?}: {new:?} {old:?}");
        assert!(new.questions <= old.questions + 0.3, "{competence:?} {noise:?}: {new:?} {old:?}");
        assert!(new.covered.unwrap() >= 0.85, "{competence:?} {noise:?}: {new:?}");
        let honest = 1.0 - new.wrong + 0.06;
        assert!(new.certainty.unwrap() <= honest, "{competence:?} {noise:?}: {new:?}");
    };
    check(Competence::OpenBank, never, 1.0);
    check(Competence::OpenBank, sometimes, 0.6);
    check(Competence::OpenBank, often, 0.7);
    check(Competence::Large, sometimes, 0.5);
}

#[test]
fn who_leaves_early_has_a_wide_range_and_the_reference_gives_too_little() {
    let [_, noise, _] = TRUE_NOISE;
    let targets = Competence::OpenBank.targets();
    let course = Course::new(Competence::OpenBank.targets(), |_| WAYS);
    let (mut old, mut new, mut whole) = (Report::default(), Report::default(), 0);
    for rank in 0..LEARNERS {
        let stays = Learner::drawn(3, rank, 0.7, noise);
        let leaves = stays.leaving(0.1);
        let sittings =
            [&leaves, &stays].map(|learner| bayes(&course, learner, &Trust::default(), &Plan::default()));
        let [left, stayed] = &sittings;
        // Until one leaves, nothing is different.
        assert!(
            left.questions >= 1 && left.left == (left.questions < stayed.questions),
            "{left:?} {stayed:?}"
        );
        assert!(left.left || left == stayed);
        whole += usize::from(!left.left);
        old.add(&targets, &leaves, &reference(&targets, &leaves));
        new.add(&targets, &leaves, left);
    }
    assert!((20..=90).contains(&whole), "{whole}");
    let (old, new) = (old.row(), new.row());
    for row in [&old, &new] {
        let left = row.left.unwrap();
        let parts: f64 = row.parts.iter().flatten().map(|part| part.share).sum();
        let questions: f64 = row.departures.iter().map(|one| one.share).sum();
        assert!((parts - left.share).abs() < 1e-12 && (questions - left.share).abs() < 1e-12, "{row:?}");
        assert!(row.departures.windows(2).all(|two| two[0].after < two[1].after), "{row:?}");
    }
    let (early, late) = (new.parts[0].unwrap(), new.parts[3].unwrap());
    assert!(early.wrong > late.wrong && early.certainty < late.certainty, "{early:?} {late:?}");
    assert!(new.left.unwrap().covered.unwrap() > 0.8, "{:?}", new.left);
    // What was not proven is not given.
    assert!(
        old.parts[0].unwrap().bias < -3.0 && new.parts[0].unwrap().bias > -2.0,
        "{:?} {:?}",
        old.parts,
        new.parts
    );
    assert!(old.left.unwrap().wrong > new.left.unwrap().wrong);
}

#[test]
fn learners_leave_as_often_as_said() {
    let [never, ..] = TRUE_NOISE;
    let learners: Vec<Learner> = (0..4_000).map(|rank| Learner::drawn(5, rank, 0.7, never)).collect();
    let gone = |leave, position| learners.iter().filter(|one| one.leaving(leave).leaves(position)).count();
    assert_eq!((gone(0.1, 0), gone(0.0, 3)), (0, 0));
    assert!((330..=470).contains(&gone(0.1, 3)), "{}", gone(0.1, 3));
}
