//! The ready-made profiles of the bank beside us, tried by simulated people.

use super::*;
use crate::target_profile::CATEGORIES;
use content::{SkillCode, folder};
use measure::placement::{Knowledge, Next, Order, Selection, SkillId, infer, mix, next};
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;

static BANK: LazyLock<Release> = LazyLock::new(|| {
    let files = folder::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content")).expect("the bank");
    Release::open(&files).expect("a sound bank")
});

/// Simulated people per profile.
const PEOPLE: u64 = 60;

#[test]
fn every_profile_asks_what_the_bank_has() {
    let profiles = ready_profiles(&BANK);
    assert_eq!(profiles.len(), 8 + 16 + 5 + 2);
    let numbers: BTreeSet<i64> = profiles.iter().map(|profile| profile.number).collect();
    assert_eq!(numbers.len(), profiles.len(), "an id is of one profile");
    for profile in &profiles {
        assert!((1..1_000).contains(&profile.number), "{profile:?}");
        assert!(CATEGORIES.contains(&profile.category), "{profile:?}");
        assert!(!profile.name.is_empty() && !profile.subjects.is_empty(), "{profile:?}");
        for (tube, level) in profile.subjects.iter() {
            let code = SkillCode::from_id(SkillId(tube.0 + 1)).expect("a tube").tube();
            assert!(top_of(&code, &BANK).is_some_and(|top| level <= top), "{}: {code}:{level}", profile.name);
        }
    }
}

#[test]
fn every_tube_of_the_lists_exists_and_stands_once() {
    let lists = BACK_TO_SCHOOL.iter().map(|parcours| parcours.tubes).chain([DISCOVERY]);
    for list in lists {
        let codes: Vec<&str> = list.split_whitespace().collect();
        assert!(codes.iter().all(|code| BANK.tube(code).is_some()), "{list}");
        assert_eq!(codes.iter().collect::<BTreeSet<_>>().len(), codes.len(), "{list}");
    }
}

#[test]
fn a_back_to_school_parcours_touches_the_five_domains() {
    for profile in ready_profiles(&BANK).iter().filter(|profile| profile.category == "BACK_TO_SCHOOL") {
        let written = profile.subjects.to_string();
        let domains: BTreeSet<_> = written.split(' ').filter_map(|code| code.chars().next()).collect();
        assert_eq!(domains.len(), 5, "{}: {written}", profile.name);
        let takes = minutes(&profile.subjects, &BANK);
        assert!((45..=53).contains(&takes), "{}: {takes} minutes", profile.name);
    }
}

/// The minutes told are those of the engine that will ask the questions, for people of every level.
#[test]
fn a_test_lasts_about_as_long_as_it_says() {
    for profile in ready_profiles(&BANK) {
        let said = minutes(&profile.subjects, &BANK);
        let lasted = (0..PEOPLE).map(|person| lasted(&profile.subjects, person)).sum::<u32>() / 60;
        let (least, most) = (said * 3 / 4, said * 5 / 4 + 1);
        assert!((least..=most).contains(&lasted), "{}: {lasted} instead of {said}", profile.name);
    }
}

/// The minutes that a test takes somebody who masters each subject up to some level.
fn lasted(subjects: &Subjects, person: u64) -> u32 {
    let syllabus = subjects.syllabus(&BANK);
    let (mut knowledge, mut answered, mut minutes) = (Knowledge::default(), Vec::new(), 0);
    for position in 0.. {
        let selection = Selection {
            targets: syllabus.targets(),
            knowledge: &knowledge,
            answered: &answered,
            recent: &[],
            seed: person,
            position,
            first: position == 0,
            last_timed: false,
            order: Order::LimitFirst,
        };
        let Next::Ask { skill, challenge, .. } = next(&selection) else { break };
        let family = BANK.family_by_key(challenge.cast_signed()).expect("a family");
        minutes += u32::from(family.front().minutes);
        answered.push(challenge);
        let success = masters(person, skill, subjects);
        knowledge.absorb(infer(syllabus.targets().skills(), &BTreeSet::new(), skill, success, 1));
    }
    minutes
}

/// Each level of a subject, none included, is reached by as many people.
fn masters(person: u64, skill: SkillId, subjects: &Subjects) -> bool {
    let tube = skill.0 & !15;
    let top = subjects.level(measure::placement::TubeId(tube)).unwrap_or(0);
    let reached = mix(person * 1_000 + u64::from(tube)) % (u64::from(top) + 1);
    u64::from(skill.0 & 15) <= reached
}
