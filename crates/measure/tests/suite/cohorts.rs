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
