//! Every route of [`super::route_table`], asked by everybody.

use std::collections::BTreeMap;

use content::Instance;
use store::AccountId;
use store::account::Role;
use store::trial::{self, Trial};

use super::reply::Reply;
use super::route_table::{Row, SIGN_IN, TABLE, WHO};
use super::site::{Site, Visitor};
use super::taking::{COMPETENCE, SKIP, Taking, family_with};

/// No route asks more of the database.
const MOST_STATEMENTS: usize = 5;
/// The values of parameters, by their names.
type Places = BTreeMap<&'static str, String>;

#[tokio::test]
async fn every_route_admits_whom_it_says() {
    let trial = Trial::sqlite().await;
    let visits = visits(&Site::over(trial.db.clone())).await;
    for visit in &visits {
        let seen = visit.reply.outcome();
        let as_expected = match visit.expected.strip_suffix('…') {
            Some(beginning) => seen.starts_with(beginning),
            None => seen == visit.expected,
        };
        assert!(as_expected, "{visit}: {seen} instead of {}", visit.expected);
    }
    assert_eq!(visits.len(), TABLE.len() * WHO.len());
    tell(&visits);
}

#[tokio::test]
async fn no_route_asks_more_than_five_statements() {
    trial::each(async |db| {
        let mut most = 0;
        for visit in visits(&Site::over(db)).await {
            let count = visit.reply.tally.statements.len();
            assert!(count <= MOST_STATEMENTS, "{visit}: {count} {:#?}", visit.reply.tally.statements);
            most = most.max(count);
        }
        assert!(most > 0, "the statements are counted");
    })
    .await;
}

#[tokio::test]
async fn reading_writes_nothing_but_the_use_of_a_session() {
    let site = Site::open().await;
    for visit in visits(&site).await.iter().filter(|visit| visit.method == "GET") {
        let writes: Vec<_> = visit.reply.tally.statements.iter().filter(|sql| !is_read(sql)).collect();
        let only_the_session = writes.iter().all(|sql| sql.contains(" session SET seen_at"));
        assert!(only_the_session && writes.len() <= 1, "{visit}: {writes:#?}");
    }
}

/// Statements are written in the store; only their first word is looked at here.
fn is_read(sql: &str) -> bool {
    sql.split_whitespace().next() == Some("SELECT")
}

#[test]
fn every_route_is_in_the_table() {
    let known: Vec<(String, &str)> =
        TABLE.iter().map(|Row(method, path, _)| (route(path), *method)).collect();
    let mut routes = 0;
    for (path, methods) in routes_of(include_str!("../lib.rs")) {
        for method in methods {
            assert!(known.contains(&(path.clone(), method)), "{method} {path} has no row");
            routes += 1;
        }
    }
    assert!(routes > 30, "{routes} routes were read");
}

/// Whoever was led away from a form, by a session that ended or a busy database, comes back with a plain link.
#[test]
fn what_can_be_posted_to_can_be_opened() {
    for (path, methods) in routes_of(include_str!("../lib.rs")) {
        assert!(methods.contains(&"GET"), "{path} cannot be opened");
    }
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
    unread.leads("404").lacks("href=\"/mistakes\"").says("trouble-home");
    assert_eq!(unread.tally.statements.len(), 0, "nobody is looked up for it");
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

/// A route asked by somebody.
struct Visit {
    method: &'static str,
    path: String,
    who: &'static str,
    expected: String,
    reply: Reply,
}

impl std::fmt::Display for Visit {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{} {} as {}", self.method, self.path, self.who)
    }
}

/// Asks every route as everybody, each with a session of their own.
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
    let mut visits = Vec::new();
    for Row(method, pattern, outcomes) in TABLE {
        for (place, (who, outcome)) in WHO.iter().zip(outcomes).enumerate() {
            let visitor = session(site, place.checked_sub(1).map(|place| accounts[place])).await;
            let path = filled(pattern, &places);
            let expected = if *outcome == SIGN_IN { sign_in(&path) } else { filled(outcome, &places) };
            let reply =
                if *method == "GET" { visitor.get(&path).await } else { visitor.post(&path, "").await };
            visits.push(Visit { method, path, who, expected, reply });
        }
    }
    visits
}

async fn session(site: &Site, account: Option<AccountId>) -> Visitor<'_> {
    match account {
        Some(account) => site.signed_in(account).await,
        None => site.guest(),
    }
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
    let tutorial = site.house.bank.present().release.tutorials().next().expect("a tutorial");
    BTreeMap::from([
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
    ])
}

fn file_name(instance: &Instance) -> String {
    let download = &instance.paper.downloads[0];
    download.file_name(download.formats[0])
}

fn sign_in(path: &str) -> String {
    let next: String = form_urlencoded::byte_serialize(path.as_bytes()).collect();
    format!("303 /sign-in?next={next}")
}

/// A pattern with each `{name}` or `{name=value}` replaced.
fn filled(pattern: &str, places: &Places) -> String {
    pieces(pattern, |name, value| {
        let value = value.unwrap_or(name);
        places.get(value).map_or(value, String::as_str).to_owned()
    })
}

/// The route of a pattern: without the values.
fn route(pattern: &str) -> String {
    pieces(pattern, |name, _| format!("{{{name}}}"))
}

fn pieces(pattern: &str, replaced: impl Fn(&str, Option<&str>) -> String) -> String {
    let mut text = String::new();
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('{') {
        let (inside, after) = after.split_once('}').expect("a closing brace");
        let (name, value) =
            inside.split_once('=').map_or((inside, None), |(name, value)| (name, Some(value)));
        text += before;
        text += &replaced(name, value);
        rest = after;
    }
    text + rest
}

/// The paths and methods of the router, read in its source.
fn routes_of(source: &str) -> Vec<(String, Vec<&'static str>)> {
    let lines = source.lines().filter_map(|line| line.trim().strip_prefix(".route(\""));
    let methods = |handlers: &str| {
        [("get(", "GET"), ("post(", "POST")]
            .into_iter()
            .filter(|(word, _)| handlers.contains(word))
            .map(|(_, method)| method)
            .collect()
    };
    lines
        .filter_map(|line| line.split_once('"'))
        .map(|(path, handlers)| (path.to_owned(), methods(handlers)))
        .collect()
}
