//! Campaigns: listed a page at a time, changed, archived, deleted with what was done in them.

use super::signed_in;
use crate::account::Creation;
use crate::campaign::{self, Campaign, Change, Kind, Listed, Search, Tally};
use crate::organisation::{self, Organisation};
use crate::participation::{self, Participation};
use crate::trial::{self, NOW};
use crate::{AccountId, CampaignId, Db, OrganisationId, ParticipationId};

async fn school(db: &Db, number: u64) -> OrganisationId {
    let id = OrganisationId::new(NOW, number);
    let mut tx = db.begin().await.unwrap();
    let school = Organisation::new(id, organisation::Kind::Sco, "Collège", NOW);
    assert_eq!(organisation::create(&mut tx, &school).await.unwrap(), Creation::Created);
    tx.commit().await.unwrap();
    id
}

async fn create(db: &Db, campaign: &Campaign) -> Creation {
    let mut tx = db.begin().await.unwrap();
    let creation = campaign::create(&mut tx, campaign).await.unwrap();
    tx.commit().await.unwrap();
    creation
}

fn named(school: OrganisationId, number: u64, owner: AccountId, sought: &str) -> Campaign {
    let now = NOW + i64::try_from(number).unwrap();
    let id = CampaignId::new(now, number);
    Campaign {
        code: format!("BCDFGH{}", 234 + number),
        name: sought.to_owned(),
        sought: sought.to_owned(),
        ..Campaign::new(school, id, Kind::Exam, owner, now)
    }
}

async fn listed(db: &Db, search: Search<'_>) -> Vec<(String, i64, i64)> {
    let lines = campaign::page(db, search, 0, 50).await.unwrap();
    assert!(lines.iter().all(|line| line.total == i64::try_from(lines.len()).unwrap()));
    lines.into_iter().map(|line| (line.name, line.participants, line.results)).collect()
}

async fn take_part(db: &Db, campaign: CampaignId, number: u64, account: AccountId) -> ParticipationId {
    let id = ParticipationId::new(NOW, number);
    let mut tx = db.begin().await.unwrap();
    let try_ = Participation::new(campaign, id, account, NOW);
    assert_eq!(participation::start(&mut tx, &try_).await.unwrap(), Creation::Created);
    tx.commit().await.unwrap();
    id
}

async fn check_list(db: Db) {
    let (here, elsewhere) = (school(&db, 1).await, school(&db, 2).await);
    let (zoe, zed) = (signed_in(&db, 1).await.id, signed_in(&db, 2).await.id);
    let [first, second, third] = [
        named(here, 1, zoe, "rentree 6e"),
        named(here, 2, zed, "protection"),
        named(here, 3, zoe, "rentree 3e"),
    ];
    for campaign in [&first, &second, &third, &named(elsewhere, 4, zoe, "ailleurs")] {
        assert_eq!(create(&db, campaign).await, Creation::Created);
    }
    let taken = Campaign { code: first.code.clone(), ..named(here, 5, zoe, "meme code") };
    assert_eq!(create(&db, &taken).await, Creation::Taken, "a code leads to one campaign");
    take_part(&db, first.id, 1, zoe).await;
    take_part(&db, first.id, 2, zed).await;
    let all = Search { organisation: here, owner: None, archived: false, text: "", owners: &[] };
    let line = |name: &str, participants| (name.to_owned(), participants, 0);
    let (of_first, of_second, of_third) =
        (line("rentree 6e", 2), line("protection", 0), line("rentree 3e", 0));
    assert_eq!(listed(&db, all).await, [of_third.clone(), of_second.clone(), of_first.clone()]);
    let mine = Search { owner: Some(zoe), ..all };
    assert_eq!(listed(&db, mine).await, [of_third.clone(), of_first.clone()]);
    assert_eq!(listed(&db, Search { text: "rentree", ..all }).await, [of_third, of_first.clone()]);
    let by_owner = Search { text: "nothing", owners: &[zed], ..all };
    assert_eq!(listed(&db, by_owner).await, [of_second]);
    assert_eq!(listed(&db, Search { text: "nothing", ..all }).await, []);
    let last: Vec<Listed> = campaign::page(&db, all, 2, 1).await.unwrap();
    assert_eq!(last.iter().map(|line| (line.id, line.total)).collect::<Vec<_>>(), [(first.id, 3)]);
    assert_eq!(last[0].owner_last_name.as_deref(), Some("Test 1"));
}

#[tokio::test]
async fn campaigns_are_listed_as_they_are_sought() {
    trial::each(check_list).await;
}

async fn check_life(db: Db) {
    let (here, zoe) = (school(&db, 1).await, signed_in(&db, 1).await.id);
    let made = named(here, 1, zoe, "rentree");
    create(&db, &made).await;
    let zed = signed_in(&db, 2).await.id;
    take_part(&db, made.id, 1, zed).await;
    let change = Change { name: "Été", sought: "ete", title: Some("T"), landing_text: None, owner_id: zed };
    let mut tx = db.begin().await.unwrap();
    assert!(campaign::change(&mut tx, here, made.id, &change).await.unwrap());
    assert!(!campaign::change(&mut tx, OrganisationId::new(NOW, 9), made.id, &change).await.unwrap());
    campaign::archive(&mut tx, here, made.id, zoe, NOW + 1).await.unwrap();
    campaign::archive(&mut tx, here, made.id, zed, NOW + 2).await.unwrap();
    tx.commit().await.unwrap();
    let changed = Campaign {
        name: "Été".to_owned(),
        sought: "ete".to_owned(),
        title: Some("T".to_owned()),
        owner_id: zed,
        archived_at: Some(NOW + 1),
        archived_by: Some(zoe),
        ..made.clone()
    };
    assert_eq!(campaign::by_id(&db, here, made.id).await.unwrap(), Some(changed.clone()));
    let mut tx = db.begin().await.unwrap();
    campaign::unarchive(&mut tx, here, made.id).await.unwrap();
    tx.commit().await.unwrap();
    let open = Campaign { archived_at: None, archived_by: None, ..changed };
    assert_eq!(campaign::by_code(&db, &made.code).await.unwrap(), Some(open));
    assert_eq!(campaign::tally(&db, made.id).await.unwrap(), Tally { participants: 1, results: 0 });
    let mut tx = db.begin().await.unwrap();
    campaign::delete(&mut tx, here, made.id, zoe, NOW + 3).await.unwrap();
    campaign::delete(&mut tx, here, made.id, zed, NOW + 4).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(campaign::by_id(&db, here, made.id).await.unwrap(), None);
    let gone = participation::present(&db, zed, made.id).await.unwrap().unwrap();
    assert_eq!((gone.deleted_at, gone.deleted_by), (Some(NOW + 3), Some(zoe)));
    assert_eq!(campaign::tally(&db, made.id).await.unwrap(), Tally { participants: 0, results: 0 });
}

#[tokio::test]
async fn a_campaign_is_changed_archived_and_deleted() {
    trial::each(check_life).await;
}
