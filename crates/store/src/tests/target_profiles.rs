//! Target profiles, and what hangs on them.

use crate::account::Creation;
use crate::badge::{self, Badge};
use crate::stage::{self, Stage};
use crate::target_profile::{self, READY_END, TargetProfile};
use crate::training::{self, Training, Trigger};
use crate::trial::{self, NOW};
use crate::{BadgeId, Db, TargetProfileId, TrainingId};

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
    assert!(badge::remove(&mut tx, id, badge.id).await.unwrap());
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn stages_and_badges_hang_on_a_profile() {
    trial::each(check_around).await;
}

async fn check_trainings(db: Db) {
    let id = TargetProfileId::from_number(5_000);
    let course = Training {
        id: TrainingId::new(NOW, 1),
        title: "Trier".to_owned(),
        link: "/modules/trier".to_owned(),
        kind: "module".to_owned(),
        minutes: 5,
        lang: "fr".to_owned(),
        retired_at: None,
    };
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

#[tokio::test]
async fn a_profile_recommends_trainings_in_use() {
    trial::each(check_trainings).await;
}
