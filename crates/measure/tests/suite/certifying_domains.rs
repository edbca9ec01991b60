//! Quotas of domains beside those of competences: kept, refused when they cannot be, and told as reasons.

use std::collections::BTreeSet;

use measure::certification::{
    Candidate, Distinct, Domain, Pool, Recorded, Rejection, Relaxation, Rules, Settings, Sitting, Version,
    VersionError, replay,
};
use measure::irt::{Bank, Item, ItemIndex};
use proptest::prelude::*;

use super::certification_case::{bank, settings, simulated, take};

/// So many items of each competence in turn, one per tube; those of the first competences tell the most.
fn items(competences: u32, each: u32) -> Bank {
    let row = |rank: u32| {
        let competence = rank % competences;
        (2.0 - 0.25 * f64::from(competence), 0.0, competence, rank, rank)
    };
    bank(&(0..competences * each).map(row).collect::<Vec<_>>())
}

/// Right and wrong in turn, so that the ability stays near 0.
fn in_turn(item: ItemIndex, _: &Item) -> bool {
    (item / 4).is_multiple_of(2)
}

fn domain(number: u32, competences: &[u32], minimum: u32, maximum: Option<u32>) -> Domain {
    Domain { number, competences: competences.to_vec(), minimum, maximum }
}

/// Domains 1, of competences 0 and 1, and 2, of 2 and 3.
fn two(first: (u32, Option<u32>), second: (u32, Option<u32>)) -> Vec<Domain> {
    vec![domain(1, &[0, 1], first.0, first.1), domain(2, &[2, 3], second.0, second.1)]
}

fn version(rules: Rules, questions: u32) -> Result<Version, VersionError> {
    Version::new(Pool::plain(items(4, 10)).unwrap(), Settings { rules, ..settings(questions) })
}

/// How many questions of each competence a test had.
fn served(sitting: &Sitting<'_>, competences: u32) -> Vec<u32> {
    let mut served = vec![0; competences as usize];
    sitting.steps().iter().for_each(|step| served[(step.choice.item % competences) as usize] += 1);
    served
}

#[test]
fn domains_have_their_questions() {
    let check = |(least, most): (u32, Option<u32>), domains: Vec<Domain>, expected: [u32; 4]| {
        let rules = Rules {
            minimum_per_competence: least,
            maximum_per_competence: most,
            domains,
            ..Rules::default()
        };
        let version = version(rules, 12).unwrap();
        let (sitting, _) = take(&version, None, &Candidate::default(), 3, in_turn);
        assert_eq!(served(&sitting, 4), expected, "{:?}", version.settings().rules);
        assert!(sitting.steps().iter().all(|step| step.choice.relaxation == Relaxation::Nothing));
    };
    let free = (0, None);
    check(free, vec![], [10, 2, 0, 0]);
    check(free, two((0, Some(5)), free), [5, 0, 7, 0]);
    check(free, two(free, (4, None)), [8, 0, 4, 0]);
    check(free, two((3, Some(3)), (9, Some(9))), [3, 0, 9, 0]);
    // A competence of a domain is owed a question: the domain keeps room for it.
    check((1, None), two((0, Some(3)), free), [2, 1, 8, 1]);
    check((1, None), two((0, Some(2)), free), [1, 1, 9, 1]);
    check((1, None), two(free, (5, None)), [6, 1, 4, 1]);
    check((0, Some(4)), two(free, (5, None)), [4, 3, 4, 1]);
    // Competences 2 and 3 are in no domain: theirs is the rest.
    check(free, vec![domain(7, &[1], 2, Some(2))], [10, 2, 0, 0]);
    check((1, None), vec![domain(7, &[0, 1], 0, Some(4))], [3, 1, 7, 1]);
}

#[test]
fn quotas_that_cannot_be_met_together_are_refused() {
    let check = |(least, most): (u32, Option<u32>), domains: Vec<Domain>, expected: &str| {
        let rules = Rules {
            minimum_per_competence: least,
            maximum_per_competence: most,
            domains,
            ..Rules::default()
        };
        let error = version(rules, 12).unwrap_err().to_string();
        assert!(error.contains(expected), "{error}");
    };
    let free = (0, None);
    check(
        free,
        two((5, Some(3)), free),
        "domain 1 is owed 5 questions, its maxima and its items leave room for 3",
    );
    check(free, two((8, None), (8, None)), "are owed 16 questions, the test has 12");
    check((2, None), two((9, None), free), "are owed 13 questions, the test has 12");
    check(free, two((0, Some(5)), (0, Some(6))), "may have 11 questions together, the test has 12");
    check((0, Some(2)), two(free, free), "may have 8 questions together, the test has 12");
    check(
        (3, None),
        two((0, Some(5)), free),
        "domain 1 is owed 6 questions, its maxima and its items leave room for 5",
    );
    check((0, Some(2)), two((5, None), free), "domain 1 is owed 5 questions");
    check(
        free,
        two((21, None), free),
        "domain 1 is owed 21 questions, its maxima and its items leave room for 20",
    );
    check(free, vec![domain(1, &[0], 0, None), domain(1, &[1], 0, None)], "two domains have the number 1");
    check(
        free,
        vec![domain(1, &[0], 0, None), domain(2, &[0], 0, None)],
        "domain 2: competence 0 is in a domain already",
    );
    check(free, vec![domain(1, &[0, 0], 0, None)], "domain 1: competence 0 is in a domain already");
    check(free, vec![domain(1, &[9], 0, None)], "domain 1: no item counts for competence 9");
}

#[test]
fn a_replay_tells_why_a_domain_was_passed_over() {
    let check = |least: u32, domains: Vec<Domain>, expected: Rejection| {
        let rules = Rules { minimum_per_competence: least, domains, ..Rules::default() };
        let version = version(rules, 12).unwrap();
        let begun = || Sitting::new(&version, None, &Candidate::default(), 3);
        let (sitting, _) = take(&version, None, &Candidate::default(), 3, in_turn);
        let recorded: Vec<Recorded> = sitting
            .steps()
            .iter()
            .map(|step| Recorded { item: step.choice.item, right: step.right, seconds: step.seconds })
            .collect();
        let mut reasons = BTreeSet::new();
        let again = replay(begun(), &recorded, |at, _| {
            reasons.extend(at.considered().into_iter().filter_map(|one| one.rejection));
        });
        assert_eq!(again.unwrap().steps(), sitting.steps());
        assert!(reasons.contains(&expected), "{expected:?}: {reasons:?}");
    };
    check(0, two((0, Some(5)), (0, None)), Rejection::DomainFull);
    check(1, two((0, Some(3)), (0, None)), Rejection::OwedInDomain);
    check(0, two((0, None), (4, None)), Rejection::OwedElsewhere);
}

fn domains() -> impl Strategy<Value = Vec<Domain>> {
    // Each of five competences is in one of two domains, or in none.
    let of = prop::collection::vec(0_usize..3, 5);
    let bounds = prop::collection::vec((0_u32..9, prop::option::of(0_u32..14)), 2);
    (of, bounds).prop_map(|(of, bounds)| {
        let domain = |(place, (minimum, maximum)): (usize, (u32, Option<u32>))| {
            let competences: Vec<u32> =
                (0..).zip(&of).filter(|(_, of)| **of == place).map(|one| one.0).collect();
            domain(u32::try_from(place).unwrap(), &competences, minimum, maximum)
        };
        bounds.into_iter().enumerate().map(domain).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, max_global_rejects: 20_000, ..ProptestConfig::default() })]

    #[test]
    fn quotas_that_are_accepted_are_met_to_the_last_question(
        domains in domains(), least in 0_u32..3, most in prop::option::of(2_u32..9), questions in 6_u32..20,
        seed in any::<u64>()
    ) {
        let rules = Rules {
            distinct: Distinct::Tube, minimum_per_competence: least, maximum_per_competence: most,
            domains: domains.clone(),
        };
        let made = Version::new(Pool::plain(items(5, 20)).unwrap(), Settings { rules, ..settings(questions) });
        prop_assume!(made.is_ok());
        let version = made.unwrap();
        let (sitting, _) = take(&version, None, &Candidate::default(), seed, simulated(seed, 0.3));
        prop_assert!(sitting.steps().iter().all(|step| step.choice.relaxation == Relaxation::Nothing));
        let served = served(&sitting, 5);
        prop_assert_eq!(served.iter().sum::<u32>(), questions);
        prop_assert!(served.iter().all(|times| (least..=most.unwrap_or(u32::MAX)).contains(times)), "{served:?}");
        for domain in &domains {
            let asked: u32 = domain.competences.iter().map(|competence| served[*competence as usize]).sum();
            let most = domain.maximum.unwrap_or(u32::MAX);
            prop_assert!((domain.minimum..=most).contains(&asked), "{domain:?}: {asked}");
        }
    }
}
