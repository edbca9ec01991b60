use super::*;
use crate::doctor::learners::examine;
use store::trial;
use store::{learner_list, report};

async fn opened(db: store::Db) -> House {
    let source = crate::bank::source(&crate::settings::Settings::default()).expect("a bank");
    let house = crate::trial::house(db, "https://pix.example");
    let bank = &house.bank.present().release;
    crate::serve::prepare(&house.db, bank, &source, house.clock.now()).await.expect("prepared");
    crate::demo::make(&house).await.expect("the people");
    make(&house).await.expect("the school");
    house
}

/// The lines of the list, and the tries at each campaign.
async fn counts(house: &House) -> (usize, [usize; 3]) {
    let first = campaign::by_code(&house.db, CODE).await.expect("the campaigns").expect("the first");
    let list = learner_list::whole(&house.db, first.organisation_id).await.expect("the list");
    let mut tries = [0; 3];
    for (count, code) in tries.iter_mut().zip([CODE, PROTECTION_CODE, PROFILES_CODE]) {
        let found = campaign::by_code(&house.db, code).await.expect("the campaigns").expect("a campaign");
        *count = report::tries::of_campaign(&house.db, found.id).await.expect("the tries").len();
    }
    (list.len(), tries)
}

/// Two of the classes, whose pupils take no test by themselves: on both engines the same is written, only less of it.
static SMALL: [Class; 2] = {
    let [one, other, ..] = CLASSES;
    [Class { competences: 0, ..one }, Class { competences: 1, ..other }]
};

#[tokio::test]
async fn what_was_left_in_the_middle_is_completed_and_two_make_it_once() {
    trial::each(async |db| {
        let house = opened(db).await;
        let rentree = campaign::by_code(&house.db, CODE).await.expect("the campaigns").expect("the first");
        let term = term::open(&house, rentree).await.expect("the campaigns").expect("both");
        let class = &SMALL[0];
        let done = pupils(house.bank.present(), scale(&house), (&term, class)).expect("a class");
        let kept = keeping::keep(&house, (&term, class), (&done, "hash")).await.expect("kept");
        let again = keeping::keep(&house, (&term, class), (&done, "hash")).await.expect("not kept");
        assert_eq!((kept, again, counts(&house).await.0), (true, false, 25));
        let (one, other) = tokio::join!(fill_with(&house, &SMALL), fill_with(&house, &SMALL));
        one.and(other).expect("the classes");
        let made = counts(&house).await;
        assert_eq!(made.0, 50);
        make(&house).await.expect("nothing to do");
        fill_with(&house, &SMALL).await.expect("nothing to do");
        assert_eq!(counts(&house).await, made, "a second start adds nothing");
        let found = examine(&house.db, &house.bank, None).await.expect("examined");
        assert_eq!((found.accounts, found.differing), (50, 0), "answers make the states: {found:?}");
    })
    .await;
}

#[tokio::test]
async fn four_classes_give_their_teachers_something_to_look_at() {
    let trial = trial::Trial::sqlite().await;
    let house = opened(trial.db.clone()).await;
    fill(&house).await.expect("the classes");
    let (lines, made) = counts(&house).await;
    assert_eq!(lines, 100);
    let tries = async |code: &str| {
        let found = campaign::by_code(&house.db, code).await.expect("the campaigns").expect("a campaign");
        let tries = report::tries::of_campaign(&house.db, found.id).await.expect("the tries");
        (found, tries)
    };
    let (rentree, at_work) = tries(CODE).await;
    let sent = at_work.iter().filter(|one| one.shared_at.is_some()).count();
    assert!(sent >= 8 && at_work.len() - sent >= 4, "{sent} of {} have ended", at_work.len());
    assert!(rentree.archived_at.is_none());
    let (protection, ended) = tries(PROTECTION_CODE).await;
    assert!(protection.archived_at.is_some() && ended.len() > 70, "{made:?}");
    let (_, profiles) = tries(PROFILES_CODE).await;
    let certifiable = profiles.iter().filter(|one| one.certifiable == Some(true)).count();
    let not_yet = profiles.iter().filter(|one| one.certifiable == Some(false)).count();
    assert!(certifiable >= 5 && not_yet >= 20, "{certifiable} certifiable, {not_yet} not yet");
    let lina = account::by_email_or_username(&house.db, LINA).await.expect("accounts").expect("Lina");
    let line = store::learner::of_account(&house.db, rentree.organisation_id, lina.id).await;
    assert_eq!(line.expect("the list").and_then(|line| line.division).as_deref(), Some("6e B"));
}

#[tokio::test]
async fn anybody_may_try_and_results_bring_lessons() {
    let trial = trial::Trial::sqlite().await;
    let house = opened(trial.db.clone()).await;
    let found = async |code: &str| {
        assert_eq!(rules::campaign_code::read(code).as_deref(), Some(code), "a code that can be typed");
        campaign::by_code(&house.db, code).await.expect("the campaigns").expect("a campaign")
    };
    let (rentree, discovery) = (found(CODE).await, found(DISCOVERY_CODE).await);
    assert!(discovery.simplified && !rentree.simplified && !discovery.tubes.is_empty());
    for campaign in [rentree, discovery] {
        let profile = campaign.target_profile_id.expect("a profile");
        let nobody = AccountId::new(0, 0);
        let offers = store::training::offers(&house.db, nobody, [profile]).await.expect("trainings");
        for lang in ["fr", "en"] {
            let lessons: Vec<_> = offers.iter().filter(|offer| offer.lang == lang).collect();
            assert_eq!(lessons.len(), 3, "{lang} {}: {offers:?}", campaign.name);
            for lesson in lessons {
                let id = lesson.link.strip_prefix("/tutorials/").expect("a lesson of ours");
                let known = house.bank.present().release.tutorial(id).expect("in the bank");
                assert!(!lesson.title.is_empty() && known.front.minutes > 0);
            }
        }
    }
}

#[test]
fn the_lists_hold_a_hundred_people() {
    let pupils: Vec<_> = CLASSES.iter().flat_map(Class::pupils).collect();
    let numbers: Vec<u16> = pupils.iter().map(|pupil| pupil.number).collect();
    assert_eq!(numbers, (0..100).collect::<Vec<u16>>());
    let names: std::collections::BTreeSet<_> = pupils.iter().filter_map(|one| one.username.clone()).collect();
    assert_eq!(names.len(), 92, "two of each class have no account");
    assert!(names.contains(LINA));
}

#[test]
fn no_lesson_is_on_a_sunday_or_to_come() {
    for hour in 0..24 * 9 {
        let now = store::trial::NOW + hour * 3_600_000;
        for (days, number) in [(1, 7), (2, 0), (24, 3)] {
            let at = term::lesson(now, days, number);
            let weekday = (at.div_euclid(DAY_MS) + 3).rem_euclid(7);
            assert!(at < now && weekday < 5, "{days} days before {now}");
        }
    }
}
