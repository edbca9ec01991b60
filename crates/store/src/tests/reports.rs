//! What teachers see of a campaign, and what is in none of it: the tries of others and those that were deleted.

use super::{an_attempt, someone};
use crate::account::{self, Account};
use crate::campaign::{self, Campaign, Kind};
use crate::erasure::{self, Erasure};
use crate::learner::{self, Learner};
use crate::learner_list;
use crate::learner_order::{By, ordered};
use crate::organisation::{self, Kind as School, Organisation};
use crate::participation::Participation;
use crate::report::award::{self, Awards, Badge, Stage};
use crate::report::trial::{keep, keep_badge, keep_stage};
use crate::report::{export, participant, printed, sent, tries};
use crate::target_profile::{self, TargetProfile};
use crate::trial::{self, NOW};
use crate::{
    BadgeId, CampaignId, Db, LearnerId, OrganisationId, ParticipationId, TargetProfileId, Tx, attempt,
};

fn a_profile() -> TargetProfileId {
    TargetProfileId::from_number(7)
}

fn a_campaign(number: u64, owner: &Account, school: &Organisation) -> Campaign {
    Campaign {
        organisation_id: school.id,
        id: CampaignId::new(NOW, number),
        code: format!("KWDTRM{number}"),
        kind: Kind::Assessment,
        name: "Sécurité".to_owned(),
        title: None,
        landing_text: None,
        target_profile_id: Some(a_profile()),
        tubes: "1.2-a:3".to_owned(),
        sought: String::new(),
        owner_id: owner.id,
        external_label: None,
        external_kind: None,
        several_sendings: true,
        resettable: false,
        simplified: false,
        for_novices: false,
        end_text: None,
        end_button: None,
        end_link: None,
        created_at: NOW,
        created_by: owner.id,
        archived_at: None,
        archived_by: None,
        deleted_at: None,
        deleted_by: None,
    }
}

async fn people(tx: &mut Tx) -> (Organisation, [Account; 3]) {
    let school = Organisation::new(OrganisationId::new(NOW, 1), School::Sco, "Collège Jean-Zay", NOW);
    organisation::create(tx, &school).await.unwrap();
    let accounts = [1, 2, 3].map(someone);
    for account in &accounts {
        account::create(tx, account).await.unwrap();
    }
    let profile = TargetProfile {
        id: a_profile(),
        owner_id: None,
        name: "Protection".to_owned(),
        description: String::new(),
        category: "PREDEFINED".to_owned(),
        tubes: "1.2-a:3".to_owned(),
        is_public: true,
        simplified: false,
        resettable: false,
        created_at: NOW,
        outdated_at: None,
    };
    target_profile::create(tx, &profile).await.unwrap();
    (school, accounts)
}

/// A campaign with two people, one of them in the list with two tries, and one whose try was deleted; another campaign.
async fn class(db: &Db) -> [CampaignId; 2] {
    let mut tx = db.begin().await.unwrap();
    let (school, [zoe, zed, zac]) = people(&mut tx).await;
    let [here, there] = [1, 2].map(|number| a_campaign(number, &zoe, &school));
    for campaign in [&here, &there] {
        campaign::create(&mut tx, campaign).await.unwrap();
    }
    let line = Learner {
        account_id: Some(zoe.id),
        sought: "garrigue lea".to_owned(),
        division: Some("6A".to_owned()),
        student_number: Some("12".to_owned()),
        ..Learner::new(school.id, LearnerId::new(NOW, 1), ("Léa", "Garrigue"), NOW)
    };
    learner::add(&mut tx, &line).await.unwrap();
    attempt::start(&mut tx, &an_attempt(zed.id, 9)).await.unwrap();
    let begun = |campaign: &Campaign, number, account: &Account| {
        Participation::new(campaign.id, ParticipationId::new(NOW, number), account.id, NOW)
    };
    let sent = Participation {
        learner_id: Some(line.id),
        completed_at: Some(NOW + 5),
        shared_at: Some(NOW + 6),
        superseded: true,
        skills: Some(3),
        validated: Some(2),
        snapshot: Some(vec![1, 1, 2]),
        badges: Some(" SAFE ".to_owned()),
        stage: Some(50),
        ..begun(&here, 1, &zoe)
    };
    let all = [
        sent,
        Participation { learner_id: Some(line.id), ..begun(&here, 2, &zoe) },
        Participation { attempt_id: Some(an_attempt(zed.id, 9).id), ..begun(&here, 3, &zed) },
        Participation { deleted_at: Some(NOW + 9), ..begun(&here, 4, &zac) },
        Participation { pix: Some(120), ..begun(&there, 5, &zed) },
    ];
    for one in &all {
        keep(&mut tx, one).await.unwrap();
    }
    tx.commit().await.unwrap();
    [here.id, there.id]
}

fn number(id: ParticipationId) -> u64 {
    [1, 2, 3, 4, 5].into_iter().find(|number| ParticipationId::new(NOW, *number) == id).unwrap()
}

async fn check_tries(db: Db) {
    let [here, there] = class(&db).await;
    let found = tries::of_campaign(&db, here).await.unwrap();
    let told: Vec<_> = found
        .iter()
        .map(|one| {
            (number(one.id), one.first_name.as_str(), one.division.as_deref(), one.validated, one.stage)
        })
        .collect();
    let expected = [
        (1, "Léa", Some("6A"), Some(2), Some(50)),
        (2, "Léa", Some("6A"), None, None),
        (3, "Zoé", None, None, None),
    ];
    assert_eq!(told, expected);
    assert_eq!(found[0].sought, "garrigue lea");
    assert_eq!(tries::of_campaign(&db, there).await.unwrap().len(), 1);
    let sent = sent::of_campaign(&db, here).await.unwrap();
    assert_eq!(sent.iter().map(|one| number(one.id)).collect::<Vec<_>>(), [1]);
    assert_eq!(sent[0].snapshot, [1, 1, 2]);
    assert_eq!(printed::of_campaign(&db, here).await.unwrap(), (found, sent), "both in one statement");
}

#[tokio::test]
async fn a_campaign_tells_its_tries_and_no_deleted_one() {
    trial::each(check_tries).await;
}

async fn check_person(db: Db) {
    let [here, there] = class(&db).await;
    let of = async |campaign, one| -> Vec<u64> {
        let found = participant::of_try(&db, campaign, ParticipationId::new(NOW, one)).await.unwrap();
        found.iter().map(|one| number(one.id)).collect()
    };
    for (campaign, one, expected) in [
        (here, 1, &[1, 2][..]),
        (here, 2, &[1, 2]),
        (here, 3, &[3]),
        (here, 4, &[]),
        (there, 1, &[]),
        (there, 5, &[5]),
    ] {
        assert_eq!(of(campaign, one).await, expected, "{one}");
    }
}

#[tokio::test]
async fn one_try_leads_to_all_of_its_person() {
    trial::each(check_person).await;
}

/// Léa has an account of her own, which she erases; her school keeps its list, and what she sent without a name.
async fn check_departure(db: Db) {
    let [here, _] = class(&db).await;
    let lea = someone(1);
    let erasure = Erasure {
        account: lea.id,
        email: lea.email.as_deref(),
        failed_sign_ins: lea.failed_sign_ins,
        person: -5,
        grain: 1_000,
        now: NOW,
    };
    let mut tx = db.begin().await.unwrap();
    assert!(erasure::forget(&mut tx, &erasure).await.unwrap());
    tx.commit().await.unwrap();
    let mut tries = tries::of_campaign(&db, here).await.unwrap();
    tries.sort_by_key(|one| one.id);
    let told: Vec<_> =
        tries.iter().map(|one| (number(one.id), one.first_name.as_str(), one.validated)).collect();
    assert_eq!(told, [(1, "", Some(2)), (2, "", None), (3, "Zoé", None)]);
    assert_eq!(sent::of_campaign(&db, here).await.unwrap().len(), 1);
    assert_eq!(export::page(&db, here, None, 9).await.unwrap().len(), 3);
    let one = participant::of_try(&db, here, ParticipationId::new(NOW, 1)).await.unwrap();
    let one: Vec<_> = one.iter().map(|one| (one.last_name.as_str(), one.division.as_deref())).collect();
    assert_eq!(one, [("", None)]);
    let line = learner_list::whole(&db, OrganisationId::new(NOW, 1)).await.unwrap();
    assert_eq!((line[0].first_name.as_str(), line[0].account_id), ("Léa", None), "the list is the school's");
}

#[tokio::test]
async fn what_somebody_sent_who_left_stays_without_a_name() {
    trial::each(check_departure).await;
}

async fn check_pages(db: Db) {
    let [here, _] = class(&db).await;
    let mut after = None;
    let mut seen = Vec::new();
    loop {
        let page = export::page(&db, here, after, 2).await.unwrap();
        let Some(last) = page.last() else { break };
        after = Some(last.id);
        seen.push(page.iter().map(|one| number(one.id)).collect::<Vec<_>>());
    }
    assert_eq!(seen, [vec![1, 2], vec![3]]);
}

#[tokio::test]
async fn an_export_is_read_by_pages() {
    trial::each(check_pages).await;
}

async fn check_awards(db: Db) {
    let mut tx = db.begin().await.unwrap();
    people(&mut tx).await;
    let stage = |threshold, title: &str| Stage { threshold, title: title.to_owned() };
    let badge = |key: &str, title: &str| Badge { key: key.to_owned(), title: title.to_owned() };
    for one in [stage(50, "À moitié"), stage(0, "Au début")] {
        keep_stage(&mut tx, a_profile(), &one).await.unwrap();
    }
    for (place, one) in (1..).zip([badge("Z", "Prudent"), badge("A", "Savant")]) {
        keep_badge(&mut tx, a_profile(), BadgeId::new(NOW, place), &one).await.unwrap();
    }
    tx.commit().await.unwrap();
    let expected = Awards {
        profile: "Protection".to_owned(),
        stages: vec![stage(0, "Au début"), stage(50, "À moitié")],
        badges: vec![badge("Z", "Prudent"), badge("A", "Savant")],
    };
    assert_eq!(award::of_profile(&db, Some(a_profile())).await.unwrap(), expected);
    let other = Some(TargetProfileId::from_number(8));
    assert_eq!(award::of_profile(&db, other).await.unwrap(), Awards::default());
    assert_eq!(award::of_profile(&db, None).await.unwrap(), Awards::default());
}

#[tokio::test]
async fn a_profile_tells_its_stages_and_badges() {
    trial::each(check_awards).await;
}

/// Three of a list: without a class or a try, with two tries at one campaign, with a try at each of two.
async fn check_order(db: Db) {
    let [here, there] = class(&db).await;
    let school = OrganisationId::new(NOW, 1);
    let mut tx = db.begin().await.unwrap();
    let line = |number, sought: &str, division: Option<&str>, account: Option<u64>| Learner {
        sought: sought.to_owned(),
        division: division.map(str::to_owned),
        account_id: account.map(|account| someone(account).id),
        ..Learner::new(school, LearnerId::new(NOW, number), ("Ana", "Abel"), NOW)
    };
    learner::add(&mut tx, &line(2, "abel ana", None, None)).await.unwrap();
    learner::add(&mut tx, &line(3, "zola luc", Some("6A"), Some(3))).await.unwrap();
    for (number, campaign, at) in [(6, here, NOW + 20), (7, there, NOW + 30)] {
        let id = ParticipationId::new(NOW, number);
        let begun = Participation::new(campaign, id, someone(3).id, at);
        let begun = Participation { learner_id: Some(LearnerId::new(NOW, 3)), superseded: true, ..begun };
        keep(&mut tx, &begun).await.unwrap();
    }
    tx.commit().await.unwrap();
    for (by, down, expected) in [
        (By::Name, false, "abel ana, garrigue lea, zola luc"),
        (By::Name, true, "zola luc, garrigue lea, abel ana"),
        (By::Division, false, "garrigue lea, zola luc, abel ana"),
        (By::Division, true, "abel ana, garrigue lea, zola luc"),
        (By::Last, false, "abel ana, garrigue lea, zola luc"),
        (By::Last, true, "zola luc, garrigue lea, abel ana"),
        (By::Number, false, "abel ana, garrigue lea, zola luc"),
        (By::Number, true, "zola luc, garrigue lea, abel ana"),
    ] {
        let found = ordered(&db, school, false, (by, down)).await.unwrap();
        let names: Vec<&str> = found.iter().map(|one| one.sought.as_str()).collect();
        assert_eq!(names.join(", "), expected, "{by:?} {down}");
        let other = OrganisationId::new(NOW, 2);
        assert_eq!(ordered(&db, other, false, (by, down)).await.unwrap(), [], "the lists of others");
        assert_eq!(ordered(&db, school, true, (by, down)).await.unwrap(), [], "who is gone");
    }
}

#[tokio::test]
async fn the_list_is_put_in_order_by_its_columns() {
    trial::each(check_order).await;
}

#[test]
fn a_reading_that_is_full_may_be_cut() {
    for (read, cut) in [(0, false), (19_999, false), (20_000, true), (20_001, true)] {
        assert_eq!(tries::is_cut(read), cut, "{read}");
    }
}
