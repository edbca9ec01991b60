//! Target profiles, and what hangs on them.

use super::{a_training, signed_in};
use crate::account::Creation;
use crate::badge::{self, Badge};
use crate::stage::{self, Stage};
use crate::target_profile::{self, READY_END, TargetProfile};
use crate::training::{self, Trigger};
use crate::training_mark;
use crate::trial::{self, NOW};
use crate::{BadgeId, Db, TargetProfileId};

fn profile(number: i64, tubes: &str) -> TargetProfile {
    TargetProfile {
        id: TargetProfileId::from_number(number),
        owner_id: None,
        name: format!("Profil {number}"),
        description: String::new(),
        category: "OTHER".to_owned(),
        tubes: tubes.to_owned(),
        is_public: true,
        simplified: false,
        resettable: false,
        created_at: NOW,
        outdated_at: None,
    }
}

async fn put(db: &Db, ready: &[TargetProfile]) {
    let mut tx = db.begin().await.unwrap();
    target_profile::put_ready(&mut tx, ready).await.unwrap();
    tx.commit().await.unwrap();
}

async fn check_ready(db: Db) {
    let own = profile(READY_END, "4.1-a:1");
    let mut tx = db.begin().await.unwrap();
    target_profile::create(&mut tx, &own).await.unwrap();
    tx.commit().await.unwrap();
    let (one, two) = (profile(1, "1.1-a:1"), profile(2, "1.2-a:1"));
    put(&db, &[one.clone(), two.clone()]).await;
    let grown = TargetProfile { tubes: "1.1-a:1 1.1-b:1".to_owned(), created_at: NOW + 9, ..one };
    put(&db, &[grown.clone(), two.clone()]).await;
    let expected = [TargetProfile { created_at: NOW, ..grown }, own, two];
    let mut all = target_profile::all(&db, false).await.unwrap();
    all.sort_by_key(|profile| profile.name.clone());
    assert_eq!(all, expected);
    assert_eq!(all.iter().map(TargetProfile::is_ready_made).collect::<Vec<_>>(), [true, false, true]);
}

#[tokio::test]
async fn ready_profiles_follow_the_bank_and_leave_others_alone() {
    trial::each(check_ready).await;
}

async fn check_around(db: Db) {
    let id = TargetProfileId::from_number(5_000);
    let mut tx = db.begin().await.unwrap();
    target_profile::create(&mut tx, &profile(5_000, "1.1-a:1")).await.unwrap();
    let stage = |threshold| Stage {
        target_profile_id: id,
        threshold,
        title: "Bien".to_owned(),
        message: String::new(),
        teacher_title: String::new(),
        teacher_message: String::new(),
    };
    assert_eq!(stage::create(&mut tx, &stage(50)).await.unwrap(), Creation::Created);
    assert_eq!(stage::create(&mut tx, &stage(50)).await.unwrap(), Creation::Taken);
    assert_eq!(stage::create(&mut tx, &stage(0)).await.unwrap(), Creation::Created);
    assert!(!stage::remove(&mut tx, id, 0).await.unwrap(), "others stand on it");
    assert_eq!(stage::of_profile(&mut tx, id).await.unwrap(), [stage(0), stage(50)]);
    let badge = Badge {
        target_profile_id: id,
        id: BadgeId::new(NOW, 1),
        key: "SAFE".to_owned(),
        title: "Prudent".to_owned(),
        message: String::new(),
        always_visible: true,
        certifiable: false,
        criteria: "60".to_owned(),
    };
    assert_eq!(badge::create(&mut tx, &badge).await.unwrap(), Creation::Created);
    let twin = Badge { id: BadgeId::new(NOW, 2), ..badge.clone() };
    assert_eq!(badge::create(&mut tx, &twin).await.unwrap(), Creation::Taken);
    assert_eq!(badge::of_profile(&mut tx, id).await.unwrap(), std::slice::from_ref(&badge));
    assert!(badge::set_criteria(&mut tx, &badge, "60\n75 1.1-a:1").await.unwrap());
    assert!(!badge::set_criteria(&mut tx, &badge, "50").await.unwrap(), "somebody else changed them");
    let changed = Badge { criteria: "60\n75 1.1-a:1".to_owned(), ..badge.clone() };
    assert_eq!(badge::of_profile(&mut tx, id).await.unwrap(), [changed]);
    assert!(badge::remove(&mut tx, id, badge.id).await.unwrap());
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn stages_and_badges_hang_on_a_profile() {
    trial::each(check_around).await;
}

async fn check_trainings(db: Db) {
    let id = TargetProfileId::from_number(5_000);
    let course = a_training();
    let trigger = |kind: &str, threshold| Trigger {
        target_profile_id: id,
        training_id: course.id,
        kind: kind.to_owned(),
        threshold,
        tubes: "1.1-a:1".to_owned(),
    };
    let mut tx = db.begin().await.unwrap();
    target_profile::create(&mut tx, &profile(5_000, "1.1-a:1")).await.unwrap();
    assert_eq!(training::create(&mut tx, &course).await.unwrap(), Creation::Created);
    for set in [trigger("goal", 30), trigger("goal", 40), trigger("prerequisite", 10)] {
        training::set_trigger(&mut tx, &set).await.unwrap();
    }
    let set = [trigger("prerequisite", 10), trigger("goal", 40)];
    assert_eq!(training::triggers(&mut tx, id).await.unwrap(), set);
    assert!(training::set_retired(&mut tx, course.id, Some(NOW)).await.unwrap());
    assert_eq!(training::triggers(&mut tx, id).await.unwrap(), []);
    assert!(training::set_retired(&mut tx, course.id, None).await.unwrap());
    assert_eq!(training::by_id(&mut tx, course.id).await.unwrap(), Some(course.clone()));
    training::remove_triggers(&mut tx, id, course.id).await.unwrap();
    assert_eq!(training::triggers(&mut tx, id).await.unwrap(), []);
    tx.commit().await.unwrap();
}

async fn check_opinions(db: Db) {
    let [zoe, zed] = [signed_in(&db, 1).await.id, signed_in(&db, 2).await.id];
    let course = a_training();
    let mut tx = db.begin().await.unwrap();
    training::create(&mut tx, &course).await.unwrap();
    for (account, useful, at, own, all) in [
        (zoe, Some(true), 1, Some((true, 1)), Some((1, 1))),
        (zoe, Some(true), 2, Some((true, 1)), Some((1, 1))),
        (zed, Some(true), 3, Some((true, 3)), Some((2, 2))),
        (zed, Some(false), 4, Some((false, 4)), Some((1, 2))),
        (zoe, None, 5, None, Some((0, 1))),
        (zoe, None, 6, None, Some((0, 1))),
        (zed, None, 7, None, None),
    ] {
        training_mark::rate(&mut tx, account, course.id, useful, at).await.unwrap();
        let marks = training_mark::of_account(&mut tx, account).await.unwrap();
        let told = marks.iter().map(|mark| (mark.useful, mark.rated_at)).next();
        assert_eq!(told, own, "at {at}");
        let opinions = training_mark::opinions(&mut tx).await.unwrap();
        let told = opinions.iter().map(|opinion| (opinion.useful, opinion.said)).next();
        assert_eq!(told, all, "at {at}");
    }
}

#[tokio::test]
async fn somebody_has_one_opinion_of_a_training() {
    trial::each(check_opinions).await;
}

#[tokio::test]
async fn a_profile_recommends_trainings_in_use() {
    trial::each(check_trainings).await;
}
