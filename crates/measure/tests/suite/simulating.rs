//! Learners with true thresholds take whole tests and end at their level.

use std::collections::BTreeSet;

use measure::placement::{
    Challenge, Knowledge, Next, Order, Pix, Score, Selection, Skill, SkillId, Target, Targets, TubeId, draw,
    earned, infer, next,
};

const TUBES: u16 = 5;
const LEVELS: u16 = 7;

/// Five tubes of seven levels; each level is shared by five skills.
fn competence() -> Targets {
    let target = |n: u16| {
        let level = u8::try_from(n % LEVELS + 1).unwrap();
        let skill = Skill { id: SkillId(n), tube: TubeId(n / LEVELS), level, pix: Pix::share(5) };
        let challenges = (0..3).map(|rank| Challenge::new(u64::from(n) * 10 + rank)).collect();
        Target { skill, challenges }
    };
    Targets::new((0..TUBES * LEVELS).map(target).collect())
}

/// Takes a test to its end; returns the level reached and the number of questions.
fn take(targets: &Targets, seed: u64, masters: impl Fn(&Skill) -> bool) -> (u8, u32) {
    let (mut knowledge, mut assessed, mut answered) = (Knowledge::default(), BTreeSet::new(), Vec::new());
    loop {
        let position = u32::try_from(answered.len()).unwrap();
        let choice = next(&Selection {
            targets,
            knowledge: &knowledge,
            answered: &answered,
            recent: &[],
            seed,
            position,
            first: position == 0,
            last_timed: false,
            order: Order::LimitFirst,
        });
        let Next::Ask { skill, challenge, .. } = choice else {
            let exact = earned(targets.skills(), &knowledge);
            return (Score { exact, max_level: 7 }.level(), position);
        };
        let success = masters(&targets.get(skill).unwrap().skill);
        let created = infer(targets.skills(), &assessed, skill, success, i64::from(position));
        assessed.extend(created.iter().map(|evidence| evidence.skill));
        knowledge.absorb(created);
        answered.push(challenge);
    }
}

#[test]
fn a_learner_ends_at_the_true_level() {
    let targets = competence();
    let check = |seed: u64| {
        // A general level from 0 to 7, one more or one less in each tube.
        let level = i64::try_from(draw(seed, 0, 10, 8)).unwrap();
        let threshold =
            |tube: TubeId| level + i64::try_from(draw(seed, 1, u32::from(tube.0), 3)).unwrap() - 1;
        let masters = |skill: &Skill| i64::from(skill.level) <= threshold(skill.tube);
        let exact = targets.skills().iter().filter(|skill| masters(skill)).map(|skill| skill.pix).sum();
        let truth = Score { exact, max_level: 7 }.level();
        let (reached, questions) = take(&targets, seed, masters);
        assert!(reached.abs_diff(truth) <= 1, "seed {seed}: level {truth} measured {reached}");
        assert!((1..=25).contains(&questions), "seed {seed}: {questions} questions");
    };
    (0..200).for_each(check);
}

#[test]
fn the_extremes_are_found_exactly() {
    let targets = competence();
    let check = |threshold: u8, expected: u8| {
        for seed in 0..20 {
            let (reached, _) = take(&targets, seed, |skill| skill.level <= threshold);
            assert_eq!(reached, expected, "threshold {threshold}, seed {seed}");
        }
    };
    check(0, 0);
    check(7, 7);
}
