//! Taking part in a campaign: what is loaded at once, one try at a time, an end that is kept once, the lines of a pupil.

use crate::account::Creation;
use crate::campaign::{self, Campaign, Kind};
use crate::joining::{load, meet, of_account, rewards};
use crate::learner::{self, Learner};
use crate::organisation::{self, Organisation};
use crate::participation::{self, End, Participation, Sent};
use crate::state::{self, State};
use crate::trial::{self, NOW};
use crate::{
    AccountId, BadgeId, CampaignId, Db, LearnerId, OrganisationId, ParticipationId, TargetProfileId,
    TokenHash, badge, stage, target_profile,
};

use super::{in_force, signed_in};

const CODE: &str = "KWDTRM234";

async fn a_campaign(db: &Db) -> Campaign {
    let (id, owner) = (OrganisationId::new(NOW, 1), AccountId::new(NOW, 99));
    let organisation = Organisation::new(id, organisation::Kind::Sco, "Collège", NOW);
    let campaign = Campaign {
        code: CODE.to_owned(),
        name: "6A".to_owned(),
        tubes: "1.2-a:3".to_owned(),
        ..Campaign::new(id, CampaignId::new(NOW, 1), Kind::Assessment, owner, NOW)
    };
    let mut tx = db.begin().await.unwrap();
    assert_eq!(organisation::create(&mut tx, &organisation).await.unwrap(), Creation::Created);
    assert_eq!(campaign::create(&mut tx, &campaign).await.unwrap(), Creation::Created);
    tx.commit().await.unwrap();
    campaign
}

fn a_try(campaign: &Campaign, account: AccountId, number: u64) -> Participation {
    Participation::new(campaign.id, ParticipationId::new(NOW, number), account, NOW)
}

async fn check_loading(db: Db) {
    let zoe = signed_in(&db, 1).await.id;
    let token = TokenHash::of("token-1");
    let loaded = load(&db, token, (CODE, "crcn"), &in_force(), NOW).await.unwrap().unwrap();
    assert_eq!((loaded.visitor.account_id, loaded.met, loaded.state), (zoe, None, State::default()));
    let campaign = a_campaign(&db).await;
    assert_eq!(load(&db, TokenHash::of("token-9"), (CODE, "crcn"), &in_force(), NOW).await.unwrap(), None);
    let met = meet(&db, CODE, None).await.unwrap().unwrap();
    assert_eq!((met.offer.organisation.as_str(), met.present, met.line), ("Collège", None, None));
    assert_eq!(meet(&db, "KWDTRM235", Some(zoe)).await.unwrap(), None);
    let line = Learner {
        account_id: Some(zoe),
        division: Some("6A".to_owned()),
        ..Learner::new(campaign.organisation_id, LearnerId::new(NOW, 1), ("Zoé", "Martin"), NOW)
    };
    let mut tx = db.begin().await.unwrap();
    assert_eq!(learner::add(&mut tx, &line).await.unwrap(), Creation::Created);
    assert_eq!(participation::start(&mut tx, &a_try(&campaign, zoe, 1)).await.unwrap(), Creation::Created);
    assert!(state::save(&mut tx, zoe, "crcn", 0, b"known", NOW).await.unwrap());
    tx.commit().await.unwrap();
    let loaded = load(&db, token, (CODE, "crcn"), &in_force(), NOW).await.unwrap().unwrap();
    assert_eq!(loaded.state, State { version: 1, body: b"known".to_vec() });
    let met = loaded.met.unwrap();
    assert_eq!(Some(&met), meet(&db, CODE, Some(zoe)).await.unwrap().as_ref());
    assert_eq!(met.present.unwrap().participation_id, ParticipationId::new(NOW, 1));
    assert_eq!(met.line.unwrap().division.as_deref(), Some("6A"));
    let other = signed_in(&db, 2).await.id;
    assert_eq!(meet(&db, CODE, Some(other)).await.unwrap().unwrap().present, None, "somebody else's");
}

#[tokio::test]
async fn a_campaign_is_loaded_with_where_one_stands() {
    trial::each(check_loading).await;
}

async fn check_tries(db: Db) {
    let campaign = a_campaign(&db).await;
    let zoe = signed_in(&db, 1).await.id;
    let (first, second) = (a_try(&campaign, zoe, 1), a_try(&campaign, zoe, 2));
    let mut tx = db.begin().await.unwrap();
    assert_eq!(participation::start(&mut tx, &first).await.unwrap(), Creation::Created);
    assert_eq!(participation::start(&mut tx, &second).await.unwrap(), Creation::Taken, "one at a time");
    assert!(!participation::supersede(&mut tx, first.id).await.unwrap(), "not sent yet");
    let sent = Sent { skills: Some(4), validated: Some(3), snapshot: b"abc".to_vec(), ..Sent::default() };
    let end = End { participation: first.id, at: NOW + 5, sent: Some(sent), lessons: None };
    assert!(participation::finish(&mut tx, &end).await.unwrap());
    let later = End { at: NOW + 9, ..end.clone() };
    assert!(!participation::finish(&mut tx, &later).await.unwrap(), "an end is kept once");
    let kept = participation::by_id(&mut tx, campaign.id, first.id).await.unwrap().unwrap();
    assert_eq!(kept, first.clone().ended(end));
    assert!(participation::supersede(&mut tx, first.id).await.unwrap());
    assert_eq!(participation::start(&mut tx, &second).await.unwrap(), Creation::Created);
    assert!(participation::delete(&mut tx, campaign.id, second.id, campaign.owner_id, NOW).await.unwrap());
    assert!(!participation::delete(&mut tx, campaign.id, second.id, campaign.owner_id, NOW).await.unwrap());
    let end = End { participation: second.id, at: NOW + 9, sent: Some(Sent::default()), lessons: None };
    assert!(participation::finish(&mut tx, &end).await.unwrap());
    let deleted = participation::present(&mut tx, zoe, campaign.id).await.unwrap().unwrap();
    assert_eq!(
        (deleted.completed_at, deleted.shared_at),
        (Some(NOW + 9), None),
        "what is deleted is not sent"
    );
    assert_eq!(of_account(&mut tx, zoe, None, 9).await.unwrap(), [], "neither the old nor the deleted one");
}

#[tokio::test]
async fn one_try_at_a_time_and_one_end() {
    trial::each(check_tries).await;
}

async fn check_rewards(db: Db) {
    let profile = TargetProfileId::new(NOW, 1);
    let made = target_profile::TargetProfile {
        id: profile,
        owner_id: None,
        name: "Rentrée".to_owned(),
        description: String::new(),
        category: "OTHER".to_owned(),
        tubes: "1.2-a:3".to_owned(),
        is_public: true,
        simplified: false,
        resettable: false,
        created_at: NOW,
        outdated_at: None,
    };
    let stages = [50, 0].map(|threshold| stage::Stage {
        target_profile_id: profile,
        threshold,
        title: format!("stage {threshold}"),
        message: String::new(),
        teacher_title: String::new(),
        teacher_message: String::new(),
    });
    let badge = badge::Badge {
        target_profile_id: profile,
        id: BadgeId::new(NOW, 1),
        key: "SAFE".to_owned(),
        title: "Safe".to_owned(),
        message: String::new(),
        always_visible: true,
        certifiable: false,
        criteria: "60".to_owned(),
    };
    let mut tx = db.begin().await.unwrap();
    target_profile::create(&mut tx, &made).await.unwrap();
    for stage in &stages {
        stage::create(&mut tx, stage).await.unwrap();
    }
    badge::create(&mut tx, &badge).await.unwrap();
    let found = rewards(&mut tx, profile).await.unwrap();
    let shown: Vec<_> = found.iter().map(|one| (one.threshold, one.key.as_str())).collect();
    assert_eq!(shown, [(Some(0), ""), (Some(50), ""), (None, "SAFE")]);
    assert_eq!(rewards(&mut tx, TargetProfileId::new(NOW, 2)).await.unwrap(), []);
}

#[tokio::test]
async fn stages_come_by_threshold_then_badges() {
    trial::each(check_rewards).await;
}

async fn check_linked(db: Db) {
    let (zoe, max) = (signed_in(&db, 1).await.id, signed_in(&db, 2).await.id);
    let line = |number: u64, account_id: Option<AccountId>, national: Option<&str>| {
        let organisation = OrganisationId::new(NOW, number);
        Learner {
            account_id,
            national_number: national.map(str::to_owned),
            birth_date: Some("2013-03-12".to_owned()),
            ..Learner::new(organisation, LearnerId::new(NOW, number), ("Zoé", "Martin"), NOW)
        }
    };
    let lines = [
        line(1, None, Some("INE1")),
        line(2, Some(max), Some("INE1")),
        line(3, Some(zoe), Some("INE2")),
        line(4, Some(max), None),
        line(5, None, None),
    ];
    let mut tx = db.begin().await.unwrap();
    for number in 1..=5 {
        let id = OrganisationId::new(NOW, number);
        let school = Organisation::new(id, organisation::Kind::Sco, "Collège", NOW);
        organisation::create(&mut tx, &school).await.unwrap();
    }
    for line in &lines {
        assert_eq!(learner::add(&mut tx, line).await.unwrap(), Creation::Created);
    }
    for (of, expected) in [(0, vec![2, 3]), (4, vec![3]), (3, vec![3, 4])] {
        let linked = learner::linked(&mut tx, Some(zoe), &lines[of]).await.unwrap();
        let ids: Vec<_> = linked.iter().map(|one| one.id).collect();
        let expected: Vec<_> = expected.into_iter().map(|number| LearnerId::new(NOW, number)).collect();
        assert_eq!(ids, expected, "{of}");
    }
    let of_stranger = learner::linked(&mut tx, None, &lines[0]).await.unwrap();
    assert_eq!(of_stranger.iter().map(|one| one.id).collect::<Vec<_>>(), [LearnerId::new(NOW, 2)]);
}

#[tokio::test]
async fn the_lines_of_a_pupil_are_found_in_every_organisation() {
    trial::each(check_linked).await;
}
