//! What holds for every choice.

use measure::placement::{
    Challenge, Knowledge, Level, Next, Order, Outcome, Skill, Source, Target, Targets, predicted, probability,
};
use proptest::prelude::*;

use super::case::{Case, choose, key, known, target};

pub(crate) fn targets() -> impl Strategy<Value = Vec<Target>> {
    let challenge = (any::<bool>(), prop::bool::weighted(0.2), any::<bool>());
    let one = (0_u16..6, 1_u8..=8, prop::collection::vec(challenge, 0..4));
    prop::collection::vec(one, 0..36).prop_map(|all| {
        let build = |(tube, level, kinds): (u16, u8, Vec<(bool, bool, bool)>)| {
            let challenge = |(rank, (spoken, timed, preferred)): (u64, (bool, bool, bool))| Challenge {
                key: key(tube, level) * 10 + rank,
                spoken,
                timed,
                preferred,
            };
            target(tube, level, (0..).zip(kinds).map(challenge).collect())
        };
        all.into_iter().map(build).collect()
    })
}

fn cases() -> impl Strategy<Value = Case> {
    let element = (0_u16..70, any::<bool>(), any::<bool>()).prop_map(|(skill, validated, direct)| {
        let outcome = if validated { Outcome::Validated } else { Outcome::Invalidated };
        known(skill, outcome, if direct { Source::Direct } else { Source::Inferred })
    });
    let knowledge = prop::collection::vec(element, 0..40);
    let answered = prop::collection::vec(0_u64..700, 0..60);
    (targets(), knowledge, answered, any::<bool>(), any::<bool>()).prop_map(
        |(targets, knowledge, answered, first, last_timed)| Case {
            targets,
            knowledge,
            answered,
            first,
            last_timed,
            order: Order::LimitFirst,
        },
    )
}

/// The playable unknown skills within the limit, found the long way.
fn askable(case: &Case) -> (Vec<Skill>, Level) {
    let targets = Targets::new(case.targets.clone());
    let knowledge: Knowledge = case.knowledge.iter().copied().collect();
    let direct = targets.skills().iter().filter_map(|skill| {
        let evidence = knowledge.get(skill.id).filter(|evidence| evidence.source == Source::Direct)?;
        Some((skill.level, evidence.outcome == Outcome::Validated))
    });
    let level = if case.first { Level::OPENING } else { predicted(direct) };
    let free = |c: &Challenge| c.spoken && !case.answered.contains(&c.key);
    let within = |skill: &&Skill| {
        (case.first || f64::from(skill.level) - level.value() <= 2.0)
            && knowledge.get(skill.id).is_none()
            && targets.get(skill.id).unwrap().challenges.iter().any(free)
    };
    (targets.skills().iter().filter(within).copied().collect(), level)
}

proptest! {
    #[test]
    fn a_question_is_unknown_unanswered_and_within_the_limit_until_none_is_left(
        case in cases(), seed in any::<u64>(), position in 0_u32..40
    ) {
        let (askable, level) = askable(&case);
        let got = choose(&case, seed, position, &[]);
        prop_assert_eq!(&got, &choose(&case, seed, position, &[]));
        let Next::Ask { skill, challenge, predicted, possible } = got else {
            prop_assert!(askable.is_empty(), "ended although {:?} can be asked", askable);
            return Ok(());
        };
        prop_assert_eq!(predicted, level);
        prop_assert!(possible.contains(&skill));
        prop_assert!(possible.iter().all(|id| askable.iter().any(|skill| skill.id == *id)));
        let targets = Targets::new(case.targets.clone());
        let asked = targets.get(skill).unwrap().challenges.iter().find(|c| c.key == challenge).unwrap();
        prop_assert!(asked.spoken && !case.answered.contains(&challenge));
    }

    #[test]
    fn a_challenge_seen_lately_is_asked_only_when_no_other_is_left(
        case in cases(), recent in prop::collection::vec(0_u64..700, 0..200), seed in any::<u64>()
    ) {
        let Next::Ask { skill, challenge, .. } = choose(&case, seed, 0, &recent) else { return Ok(()) };
        let targets = Targets::new(case.targets.clone());
        let fresh = |c: &Challenge| c.spoken && !case.answered.contains(&c.key) && !recent.contains(&c.key);
        let another = targets.get(skill).unwrap().challenges.iter().any(fresh);
        prop_assert_eq!(recent.contains(&challenge), !another);
    }

    #[test]
    fn our_order_differs_from_the_reference_only_where_it_ends(case in cases()) {
        let ours = choose(&case, 0, 0, &[]);
        let theirs = choose(&Case { order: Order::PreferenceFirst, ..case }, 0, 0, &[]);
        prop_assert!(ours == theirs || matches!(theirs, Next::End { .. }), "{ours:?} {theirs:?}");
    }

    #[test]
    fn the_order_of_the_targets_is_free(
        (case, shuffled) in cases().prop_flat_map(|case| {
            let targets = distinct(case.targets.clone());
            let case = Case { targets: targets.clone(), ..case };
            (Just(case), Just(targets).prop_shuffle())
        })
    ) {
        let got = choose(&case, 5, 5, &[]);
        prop_assert_eq!(got, choose(&Case { targets: shuffled, ..case }, 5, 5, &[]));
    }

    #[test]
    fn a_success_is_likelier_on_an_easier_skill(difficulty in 1_u8..8, answers in prop::collection::vec((1_u8..=8, any::<bool>()), 0..20)) {
        let level = predicted(answers);
        let (easy, hard) = (probability(level, difficulty), probability(level, difficulty + 1));
        prop_assert!(0.0 < hard && hard < easy && easy < 1.0);
    }
}

/// One target per skill: of two, the first would stay, which depends on the order.
fn distinct(mut targets: Vec<Target>) -> Vec<Target> {
    targets.sort_by_key(|target| target.skill.id);
    targets.dedup_by_key(|target| target.skill.id);
    targets
}
