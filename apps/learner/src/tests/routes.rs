//! Every route of [`super::route_table`], asked by everybody.

use content::Instance;
use store::account::Role;
use store::campaign::Kind;
use store::trial::{self, Trial};
use web::trial::routes::{Places, Row, Table, Visit};

use super::route_table::{TABLE, WHO};
use super::schools;
use super::site::{Site, Visitor};
use super::taking::{COMPETENCE, SKIP, Taking, family_with};

#[tokio::test]
async fn every_route_admits_whom_it_says() {
    let trial = Trial::sqlite().await;
    let visits = visits(&Site::over(trial.db.clone())).await;
    for visit in &visits {
        visit.is_as_expected();
    }
    assert_eq!(visits.len(), TABLE.len() * WHO.len());
    tell(&visits);
}

#[tokio::test]
async fn no_route_asks_more_than_five_statements() {
    trial::each(async |db| {
        let mut most = 0;
        for visit in visits(&Site::over(db)).await {
            most = most.max(visit.is_cheap());
        }
        assert!(most > 0, "the statements are counted");
    })
    .await;
}

#[tokio::test]
async fn reading_writes_nothing_but_the_use_of_a_session() {
    let site = Site::open().await;
    for visit in visits(&site).await {
        visit.writes_nothing_by_reading();
    }
}

#[test]
fn every_route_is_in_the_table_and_can_be_opened() {
    table().covers(include_str!("../lib.rs"), 60);
}

#[tokio::test]
async fn the_demonstration_does_not_exist_for_real_people() {
    let trial = Trial::sqlite().await;
    let site = Site::with(trial.db.clone(), false);
    for path in ["/dev/outbox", "/dev/components"] {
        site.guest().get(path).await.leads("404");
    }
}

#[tokio::test]
async fn an_unknown_address_has_a_page() {
    let site = Site::open().await;
    for path in ["/nowhere", "/attempts", "/preview", "/attempts/1/2/3"] {
        site.guest().get(path).await.leads("404").says("trouble-404-title");
    }
    site.guest().get("/nowhere?lang=en").await.holds("<html lang=\"en\"");
}

/// Somebody signed in keeps the navigation where the handler knew them; otherwise a plain way home is there.
#[tokio::test]
async fn a_refusal_keeps_the_navigation_of_whoever_is_known() {
    let site = Site::open().await;
    let learner = site.learner("zoe").await;
    for (path, statements) in [("/attempts/none", 1), ("/reports", 2), ("/tutorials/none", 1)] {
        let reply = learner.get(path).await;
        reply
            .leads("404")
            .says("trouble-404-title")
            .says("nav-mistakes")
            .holds("zoe Test")
            .holds(&learner.csrf);
        assert!(reply.tally.statements.len() <= statements, "{path}: {:#?}", reply.tally.statements);
    }
    let unread = learner.get("/nowhere").await;
    unread.leads("404").holds("href=\"/mistakes\"").lacks("zoe Test").says("trouble-home");
    assert_eq!(unread.tally.statements.len(), 0, "nobody is looked up for it");
    site.guest().get("/nowhere").await.leads("404").lacks("href=\"/mistakes\"");
    site.guest().get("/reports").await.leads("303 /sign-in?next=%2Freports");
}

/// Prints what each of everybody saw: `cargo nextest run --no-capture every_route_admits`.
fn tell(visits: &[Visit]) {
    println!("| route | {} |", WHO.join(" | "));
    for (Row(method, pattern, _), seen) in TABLE.iter().zip(visits.chunks(WHO.len())) {
        let seen: Vec<_> = seen.iter().map(|visit| visit.reply.outcome()).collect();
        let short: Vec<_> =
            seen.iter().map(|outcome| outcome.split('?').next().unwrap_or_default()).collect();
        println!("| {method} {pattern} | {} |", short.join(" | "));
    }
}

fn table() -> Table<{ WHO.len() }> {
    Table { who: WHO, rows: TABLE }
}

/// Asks every route as everybody.
async fn visits(site: &Site) -> Vec<Visit> {
    let owner = site.learner("owner").await;
    let places = places(site, &owner).await;
    let pupil = site.pupil("pupil").await.id;
    site.accept_terms(pupil).await;
    let accounts = [
        owner.account,
        site.learner("other").await.account,
        pupil,
        site.member("teacher", Role::Teacher).await.account,
        site.member("invigilator", Role::Invigilator).await.account,
        site.staff("staff").await.account,
    ];
    table().visits(site, &accounts, &places).await
}

/// A test that a newer one replaced, with a web to explore, then one with a file at its first question, which is answered.
async fn places<'a>(site: &'a Site, owner: &Visitor<'a>) -> Places {
    let explored = family_with(site, |instance| instance.paper.web.is_some());
    let replaced = Taking::at(owner, explored).await;
    let begin = replaced.waiting().await.expect("a question").instance.paper.web.clone().expect("a mini-web");
    replaced.answer(1, SKIP).await.leads(&format!("303 {}", replaced.path("/questions/2")));
    let family = family_with(site, |instance| !instance.paper.downloads.is_empty());
    let attempt = Taking::at(owner, family).await;
    let asked = attempt.waiting().await.expect("a question").instance;
    attempt.answer(1, SKIP).await.leads(&format!("303 {}", attempt.path("/questions/2")));
    let preview =
        site.house.bank.present().instance(family.key(), 1, content::Lang::Fr).expect("an instance");
    site.guest().post("/password-reset", "email=owner%40pix.example").await.leads("200");
    let mails = site.mails().await;
    let (_, link) = mails[0].1.split_once("/password-reset/").expect("a link");
    let choice = site.choice_token(owner.account).await;
    let codes = codes(site, owner).await;
    let tutorial = site.house.bank.present().release.tutorials().next().expect("a tutorial");
    let places = [
        ("competence", COMPETENCE.to_owned()),
        ("attempt", attempt.id.to_string()),
        ("replaced", replaced.id.to_string()),
        ("name", file_name(&asked)),
        ("preview", file_name(&preview)),
        ("family", family.id().to_owned()),
        ("explored", explored.id().to_owned()),
        ("begin", begin.to_string()),
        ("tutorial", tutorial.id.clone()),
        ("choice", choice),
        ("token", link.split_whitespace().next().expect("a token").to_owned()),
    ];
    let course = super::combined_courses::course(site).await;
    places.into_iter().chain(codes).chain([("course", course)]).collect()
}

/// The codes of a campaign that the owner finished, of a collection that they began, and of a school's campaign.
async fn codes(site: &Site, owner: &Visitor<'_>) -> [(&'static str, String); 3] {
    let company = schools::company(site).await;
    let school = schools::school(site, "Collège Jean-Moulin").await;
    let finished = schools::open(site, schools::draft(site, &company, Kind::Assessment)).await;
    let collection = schools::open(site, schools::draft(site, &company, Kind::Collection)).await;
    let closed = schools::open(site, schools::draft(site, &school, Kind::Assessment)).await;
    schools::take(owner, &finished).await.pass_all().await;
    schools::begin(owner, &collection, "")
        .await
        .leads(&format!("303 /campaigns/{}/sending", collection.code));
    [("code", finished.code), ("collection", collection.code), ("school", closed.code)]
}

fn file_name(instance: &Instance) -> String {
    let download = &instance.paper.downloads[0];
    download.file_name(download.formats[0])
}
