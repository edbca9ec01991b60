//! Places: lots, and who takes one.

use super::signed_in;
use crate::campaign::{self, Campaign};
use crate::learner::{self, Learner};
use crate::organisation::{self, Kind, Organisation};
use crate::participation::{self, Participation};
use crate::place_lot::{self, Lot};
use crate::trial::{self, NOW};
use crate::{AccountId, CampaignId, Db, LearnerId, LotId, OrganisationId, ParticipationId};

async fn school(db: &Db, number: u64) -> OrganisationId {
    let id = OrganisationId::new(NOW, number);
    let mut tx = db.begin().await.unwrap();
    organisation::create(&mut tx, &Organisation::new(id, Kind::Pro, "Atelier", NOW)).await.unwrap();
    tx.commit().await.unwrap();
    id
}

fn lot(organisation_id: OrganisationId, number: u64, places: i64) -> Lot {
    Lot {
        organisation_id,
        id: LotId::new(NOW, number),
        places,
        category: "T2bis".to_owned(),
        reference: "BC-14".to_owned(),
        active_from: NOW + i64::try_from(number).unwrap(),
        active_until: None,
    }
}

async fn check_lots(db: Db) {
    let (here, elsewhere) = (school(&db, 1).await, school(&db, 2).await);
    let ended = Lot { active_until: Some(NOW + 9), ..lot(here, 2, 30) };
    let mut tx = db.begin().await.unwrap();
    for one in [&lot(here, 1, 100), &ended, &lot(elsewhere, 3, 5)] {
        place_lot::add(&mut tx, one).await.unwrap();
    }
    tx.commit().await.unwrap();
    assert_eq!(place_lot::of_organisation(&db, here).await.unwrap(), [ended.clone(), lot(here, 1, 100)]);
    let mut tx = db.begin().await.unwrap();
    assert!(!place_lot::remove(&mut tx, elsewhere, ended.id, NOW).await.unwrap(), "another's");
    for _ in 0..2 {
        assert!(place_lot::remove(&mut tx, here, ended.id, NOW).await.unwrap());
    }
    tx.commit().await.unwrap();
    assert_eq!(place_lot::of_organisation(&db, here).await.unwrap(), [lot(here, 1, 100)]);
}

#[tokio::test]
async fn lots_are_added_and_removed() {
    trial::each(check_lots).await;
}

/// A campaign of an organisation, and tries at it: by a learner of the list, or by somebody without a name.
async fn campaign_with(
    db: &Db,
    here: OrganisationId,
    number: u64,
    tries: &[(AccountId, Option<LearnerId>)],
) -> CampaignId {
    let id = CampaignId::new(NOW, number);
    let campaign = Campaign {
        code: format!("ABCDEF23{number}"),
        ..Campaign::new(here, id, campaign::Kind::Assessment, AccountId::new(0, 1), NOW)
    };
    let mut tx = db.begin().await.unwrap();
    campaign::create(&mut tx, &campaign).await.unwrap();
    for (place, (account, learner_id)) in (0..).zip(tries) {
        let id = ParticipationId::new(NOW, number * 10 + place);
        let begun =
            Participation { learner_id: *learner_id, ..Participation::new(campaign.id, id, *account, NOW) };
        participation::start(&mut tx, &begun).await.unwrap();
    }
    tx.commit().await.unwrap();
    id
}

async fn check_occupied(db: Db) {
    let (here, elsewhere) = (school(&db, 1).await, school(&db, 2).await);
    let accounts = [signed_in(&db, 1).await.id, signed_in(&db, 2).await.id, signed_in(&db, 3).await.id];
    let lines = [1, 2].map(|number| Learner::new(here, LearnerId::new(NOW, number), ("A", "B"), NOW));
    let mut tx = db.begin().await.unwrap();
    for line in &lines {
        learner::add(&mut tx, line).await.unwrap();
    }
    tx.commit().await.unwrap();
    assert_eq!(place_lot::occupied(&db, here).await.unwrap(), 0);
    let [zoe, zed] = [(accounts[0], Some(lines[0].id)), (accounts[1], Some(lines[1].id))];
    let first = campaign_with(&db, here, 1, &[zoe, zed, (accounts[2], None)]).await;
    let second = campaign_with(&db, here, 2, &[zoe, (accounts[2], None)]).await;
    campaign_with(&db, elsewhere, 3, &[(accounts[2], None)]).await;
    assert_eq!(place_lot::occupied(&db, here).await.unwrap(), 4, "two learners, two without a name");
    let mut tx = db.begin().await.unwrap();
    let by = accounts[0];
    participation::delete(&mut tx, second, ParticipationId::new(NOW, 21), by, NOW).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(place_lot::occupied(&db, here).await.unwrap(), 3);
    let mut tx = db.begin().await.unwrap();
    campaign::delete(&mut tx, here, first, by, NOW).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(place_lot::occupied(&db, here).await.unwrap(), 1, "one learner of the campaign that is left");
    assert_eq!(place_lot::occupied(&db, elsewhere).await.unwrap(), 1);
}

#[tokio::test]
async fn a_learner_takes_one_place_and_who_has_no_name_one_each_time() {
    trial::each(check_occupied).await;
}
