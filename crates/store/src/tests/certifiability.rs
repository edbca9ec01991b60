//! What is known of who may be certified, and whom a night looks at.

use super::someone;
use crate::campaign::{self, Campaign, Kind};
use crate::certifiability::{self, Known, Linked};
use crate::learner::{self, Learner};
use crate::organisation::{self, Kind as School, Organisation};
use crate::participation::Participation;
use crate::report::trial::keep;
use crate::trial::{self, NOW};
use crate::{CampaignId, Db, LearnerId, OrganisationId, ParticipationId, Tx, account, state};

const FEATURE: &str = "NIGHTLY";

async fn school(tx: &mut Tx, number: u64, features: &str) -> OrganisationId {
    let id = OrganisationId::new(NOW, number);
    let school = Organisation::new(id, School::Sco, "Collège", NOW);
    organisation::create(tx, &Organisation { features: features.to_owned(), ..school }).await.unwrap();
    id
}

/// Somebody on a list, linked to an account of the same number.
async fn pupil(tx: &mut Tx, school: OrganisationId, number: u64) -> Learner {
    let person = someone(number);
    account::create(tx, &person).await.unwrap();
    let line = Learner {
        account_id: Some(person.id),
        key: format!("ine:{number}"),
        ..Learner::new(school, LearnerId::new(NOW, number), ("Zoé", "Test"), NOW)
    };
    learner::add(tx, &line).await.unwrap();
    line
}

async fn campaign(tx: &mut Tx, school: OrganisationId, number: u64, kind: Kind) -> CampaignId {
    let id = CampaignId::new(NOW, number);
    let code = format!("KWDTRM{number}");
    let draft = Campaign::new(school, id, kind, someone(1).id, NOW);
    campaign::create(tx, &Campaign { code, ..draft }).await.unwrap();
    id
}

/// A profile sent so long after NOW.
fn sent(
    campaign: CampaignId,
    number: u64,
    pupil: &Learner,
    (certifiable, after): (bool, i64),
) -> Participation {
    let id = ParticipationId::new(NOW, number);
    Participation {
        learner_id: Some(pupil.id),
        shared_at: Some(NOW + after),
        superseded: true,
        certifiable: Some(certifiable),
        ..Participation::new(campaign, id, pupil.account_id.unwrap(), NOW)
    }
}

async fn check_sent(db: Db) {
    let mut tx = db.begin().await.unwrap();
    let (here, there) = (school(&mut tx, 1, " ").await, school(&mut tx, 2, " ").await);
    let [zoe, zed, zac, other] = [
        pupil(&mut tx, here, 1).await,
        pupil(&mut tx, here, 2).await,
        pupil(&mut tx, here, 3).await,
        pupil(&mut tx, there, 4).await,
    ];
    let [first, second, test, gone] = [
        campaign(&mut tx, here, 1, Kind::Collection).await,
        campaign(&mut tx, here, 2, Kind::Collection).await,
        campaign(&mut tx, here, 3, Kind::Assessment).await,
        campaign(&mut tx, here, 4, Kind::Collection).await,
    ];
    let elsewhere = campaign(&mut tx, there, 5, Kind::Collection).await;
    for one in [
        sent(first, 1, &zoe, (true, 9)),
        sent(second, 2, &zoe, (false, 5)),
        Participation { deleted_at: Some(NOW), ..sent(second, 3, &zoe, (false, 20)) },
        sent(test, 4, &zoe, (false, 30)),
        sent(gone, 5, &zoe, (false, 40)),
        Participation { shared_at: None, ..sent(first, 6, &zed, (true, 0)) },
        sent(elsewhere, 7, &other, (true, 1)),
        // Sent by another account that was linked to the line before.
        Participation { learner_id: Some(zoe.id), ..sent(first, 8, &zed, (false, 50)) },
    ] {
        keep(&mut tx, &one).await.unwrap();
    }
    campaign::delete(&mut tx, here, gone, someone(1).id, NOW).await.unwrap();
    let found = certifiability::Found {
        learner: zac.id,
        account: zac.account_id.unwrap(),
        certifiable: true,
        at: NOW,
    };
    certifiability::keep(&mut tx, here, &[found]).await.unwrap();
    tx.commit().await.unwrap();
    let nothing = |learner_id| Known { learner_id, found: None, found_at: None, sent: None, sent_at: None };
    let of_zoe = Known { sent: Some(true), sent_at: Some(NOW + 9), ..nothing(zoe.id) };
    let of_zac = Known { found: Some(true), found_at: Some(NOW), ..nothing(zac.id) };
    assert_eq!(certifiability::of_organisation(&db, here).await.unwrap(), [of_zoe, of_zac]);
    let known = certifiability::of_organisation(&db, there).await.unwrap();
    assert_eq!(known, [Known { sent: Some(true), sent_at: Some(NOW + 1), ..nothing(other.id) }]);
}

#[tokio::test]
async fn the_last_profile_and_the_last_night_are_told() {
    trial::each(check_sent).await;
}

async fn check_walk(db: Db) {
    let mut tx = db.begin().await.unwrap();
    let mut schools = Vec::new();
    for (number, features) in
        [(1, " NIGHTLY "), (2, " "), (3, " A NIGHTLY B "), (4, " NIGHTLY_TOO "), (5, " NIGHTLY ")]
    {
        schools.push(school(&mut tx, number, features).await);
    }
    organisation::archive(&mut tx, schools[4], someone(1).id, NOW).await.unwrap();
    let lines = [
        pupil(&mut tx, schools[0], 1).await,
        pupil(&mut tx, schools[0], 2).await,
        pupil(&mut tx, schools[0], 3).await,
    ];
    let unlinked =
        Learner { account_id: None, key: "ine:9".to_owned(), id: LearnerId::new(NOW, 9), ..lines[0].clone() };
    learner::add(&mut tx, &unlinked).await.unwrap();
    let account = |place: usize| lines[place].account_id.unwrap();
    for place in [0, 2] {
        assert!(state::save(&mut tx, account(place), "crcn", 0, b"state", NOW + 5).await.unwrap());
    }
    let seen =
        certifiability::Found { learner: lines[2].id, account: account(2), certifiable: false, at: NOW + 5 };
    certifiability::keep(&mut tx, schools[0], &[seen]).await.unwrap();
    tx.commit().await.unwrap();
    let mut walked = Vec::new();
    while let Some(next) =
        certifiability::organisation_after(&db, walked.last().copied(), FEATURE).await.unwrap()
    {
        walked.push(next);
    }
    assert_eq!(walked, [schools[0], schools[2]], "with the feature, and in use");
    let quiet = |place: usize| Linked {
        learner_id: lines[place].id,
        account_id: account(place),
        at: None,
        body: None,
    };
    let new = Linked { at: Some(NOW + 5), body: Some(b"state".to_vec()), ..quiet(0) };
    let page =
        async |after, limit| certifiability::page(&db, schools[0], "crcn", (after, limit)).await.unwrap();
    assert_eq!(page(None, 9).await, [new.clone(), quiet(1), quiet(2)]);
    assert_eq!(page(None, 1).await, [new]);
    assert_eq!(page(Some(lines[0].id), 1).await, [quiet(1)]);
    assert_eq!(page(Some(lines[2].id), 1).await, []);
}

#[tokio::test]
async fn nights_walk_through_the_lists_of_those_who_want_it() {
    trial::each(check_walk).await;
}

/// A line that is linked to somebody else tells nothing of the person before.
async fn check_link(db: Db) {
    let mut tx = db.begin().await.unwrap();
    let here = school(&mut tx, 1, " NIGHTLY ").await;
    let zed = someone(2);
    account::create(&mut tx, &zed).await.unwrap();
    let line = Learner {
        key: "ine:1".to_owned(),
        ..Learner::new(here, LearnerId::new(NOW, 1), ("Zed", "Test"), NOW)
    };
    learner::add(&mut tx, &line).await.unwrap();
    assert!(learner::link(&mut tx, here, line.id, zed.id, NOW).await.unwrap());
    let found = certifiability::Found { learner: line.id, account: zed.id, certifiable: true, at: NOW };
    assert_eq!(certifiability::keep(&mut tx, here, &[found]).await.unwrap(), 1);
    assert_eq!(certifiability::of_organisation(&mut tx, here).await.unwrap().len(), 1);
    let other = certifiability::Found { account: someone(3).id, at: NOW + 1, ..found };
    assert_eq!(certifiability::keep(&mut tx, here, &[other]).await.unwrap(), 0);
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn what_was_found_belongs_to_one_account() {
    trial::each(check_link).await;
}
