//! Every route of [`super::route_table`], asked by everybody.

use std::collections::BTreeMap;

use store::campaign::{self, Campaign, Kind};
use store::combined_course::{self, Course};
use store::invitation::{self, Invitation};
use store::learner_import::{self, State, Upload};
use store::membership::Role as Post;
use store::organisation::Organisation;
use store::trial::{self, Trial};
use store::{AccountId, CampaignId, CourseId, ImportId, InvitationId};
use web::trial::routes::{Places, Table, Visit};

use super::class::Class;
use super::route_table::{TABLE, WHO};
use super::site::Site;

#[tokio::test]
async fn every_route_admits_whom_it_says() {
    let trial = Trial::sqlite().await;
    let visits = visits(&Site::over(trial.db.clone())).await;
    assert_eq!(visits.len(), TABLE.len() * WHO.len());
    for visit in &visits {
        visit.is_as_expected();
        visit.writes_nothing_by_reading();
    }
}

#[tokio::test]
async fn no_route_asks_more_than_five_statements() {
    trial::each(async |db| {
        let most = visits(&Site::over(db)).await.iter().map(Visit::is_cheap).max();
        assert!(most > Some(0), "the statements are counted");
    })
    .await;
}

#[test]
fn every_route_is_in_the_table_and_can_be_opened() {
    table().covers(include_str!("../lib.rs"), 30);
}

fn table() -> Table<{ WHO.len() }> {
    Table { who: WHO, rows: TABLE }
}

/// Asks every route as everybody.
async fn visits(site: &Site) -> Vec<Visit> {
    let school = site.school("Collège Jean-Zay").await;
    let rival = site.school("Collège Rival").await;
    let pupil = site.pupil("pupil").await.id;
    site.accept_terms(pupil).await;
    let admin = site.worker("admin", &school, Post::Admin).await;
    let accounts = [
        site.learner("learner").await.account,
        pupil,
        site.worker("rival", &rival, Post::Admin).await.account,
        site.worker("member", &school, Post::Member).await.account,
        admin.account,
        site.staff("staff").await.account,
    ];
    let mut places = places(site, school.clone()).await;
    places.extend(team(site, &school, (admin.account, accounts[3])).await);
    places.extend(previewed(site, &school, admin.account).await);
    places.extend(course(site, &school, admin.account).await);
    table().visits(site, &accounts, &places).await
}

/// What the school has, by the names that the table uses.
async fn places(site: &Site, school: Organisation) -> Places {
    let class = Class::of(site, school, Kind::Assessment).await;
    let pupil = class.pupil("Léa Garrigue", "6A").await;
    let sent = class.sent(pupil, "1.2-a:2");
    let wrong = class.begun(class.pupil("Tom Zola", "6A").await);
    class.keep(&[sent.clone(), wrong.clone()]).await;
    BTreeMap::from([
        ("organisation", class.school.id.to_string()),
        ("campaign", class.campaign.id.to_string()),
        ("participation", sent.id.to_string()),
        ("wrong", wrong.id.to_string()),
        ("learner", pupil.learner.to_string()),
        ("mistaken", class.pupil("Max Noël", "6B").await.learner.to_string()),
    ])
}

/// A combined course of an administrator.
async fn course(site: &Site, school: &Organisation, by: AccountId) -> Places {
    let course = Course {
        organisation_id: school.id,
        id: CourseId::new(site.now(), 80),
        code: "BCDFGH780".to_owned(),
        name: "Parcours".to_owned(),
        description: String::new(),
        created_by: by,
        created_at: site.now(),
        archived_at: None,
    };
    let mut tx = site.house.db.begin().await.expect("a transaction");
    combined_course::create(&mut tx, &course, &[]).await.expect("a course");
    tx.commit().await.expect("kept");
    BTreeMap::from([("course", course.id.to_string())])
}

/// A list of learners that waits to be confirmed.
async fn previewed(site: &Site, school: &Organisation, by: AccountId) -> Places {
    let (organisation, id) = (school.id, ImportId::new(site.now(), 79));
    let upload = Upload { organisation, id, by, format: "siecle", file_name: "a.xml", file: b"" };
    let mut tx = site.house.db.begin().await.expect("a transaction");
    learner_import::upload(&mut tx, &upload, site.now()).await.expect("an import");
    learner_import::read(&mut tx, id, State::Previewed, "{}", site.now()).await.expect("it is read");
    tx.commit().await.expect("kept");
    BTreeMap::from([("import", id.to_string())])
}

/// A campaign to delete, somebody to remove, an invitation that waits.
async fn team(site: &Site, school: &Organisation, (admin, member): (AccountId, AccountId)) -> Places {
    let leaver = site.worker("leaver", school, Post::Member).await.account;
    let id = CampaignId::new(site.now(), 77);
    let code = "BCDFGH777".to_owned();
    let doomed = Campaign { code, ..Campaign::new(school.id, id, Kind::Collection, admin, site.now()) };
    let invitation = Invitation {
        organisation_id: school.id,
        id: InvitationId::new(site.now(), 78),
        email: "new@pix.example".to_owned(),
        role: None,
        code: "BCDFGHJKMP".to_owned(),
        created_at: site.now(),
        sent_at: site.now(),
        accepted_at: None,
        accepted_by: None,
        cancelled_at: None,
    };
    let mut tx = site.house.db.begin().await.expect("a transaction");
    campaign::create(&mut tx, &doomed).await.expect("a campaign");
    invitation::put(&mut tx, &invitation, 0).await.expect("an invitation");
    tx.commit().await.expect("kept");
    BTreeMap::from([
        ("doomed", id.to_string()),
        ("account", member.to_string()),
        ("leaver", leaver.to_string()),
        ("invitation", invitation.id.to_string()),
        ("code", invitation.code),
    ])
}
