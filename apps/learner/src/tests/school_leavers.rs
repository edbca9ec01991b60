//! Whoever left school takes their account back: found by the national number, given by a mail, once.

use store::account::Account;
use store::learner::{self, Learner};
use store::organisation::Organisation;
use store::{audit, trial};
use web::trial::Reply;
use web::{Lang, Words};

use super::schools::{enrol, pupil, school};
use super::site::{PASSWORD, Site};

pub const BORN: &str = "2008-03-12";
pub const NUMBER: &str = "990000101BH";
pub const NEW: &str = "password=Capucine-2026&terms=on";
pub const SWORN: &str = "sworn=on&email=lea%40new.example";
/// What somebody types who is right about everything.
pub const TYPED: (&str, &str, &str, &str) = (NUMBER, "Léa", "Garrigue", "12/03/2008");

/// A school, and the line of a pupil who left it with an account.
pub struct Left {
    pub school: Organisation,
    pub line: Learner,
    pub account: Account,
}

pub async fn left(site: &Site) -> Left {
    let school = school(site, "Lycée Camus").await;
    let account = site.pupil("lea").await;
    let line = Learner {
        account_id: Some(account.id),
        disabled_at: Some(site.now()),
        ..pupil(site, &school, ("Léa", "Garrigue"), (NUMBER, BORN))
    };
    enrol(site, std::slice::from_ref(&line)).await;
    Left { school, line, account }
}

pub async fn say(site: &Site, (number, first, last, born): (&str, &str, &str, &str)) -> Reply {
    let encoded = crate::download::encoded;
    let names = format!("first-name={}&last-name={}", encoded(first), encoded(last));
    let fields = format!("number={}&{names}&birth-date={}", encoded(number), encoded(born));
    site.guest().post("/leaving-school", &fields).await
}

/// The page of the account that was found.
pub async fn confirmation(site: &Site) -> String {
    let found = say(site, ("990000101bh", "Lea", "Garrigue", "12/03/2008")).await;
    assert_eq!((found.status, found.tally.commits), (303, 1), "{}", found.body);
    assert_eq!(found.tally.statements.len(), 2, "{:#?}", found.tally.statements);
    let token = found.location.strip_prefix("/leaving-school/").expect("the page of the account");
    assert_eq!(token.len(), 43, "a token and nothing of a person: {token}");
    found.location
}

/// The path of the link in the newest mail, and to whom it went.
pub async fn mailed(site: &Site) -> (String, String) {
    let mails = site.mails().await;
    let (to, text) = mails.last().expect("a mail");
    let (_, rest) = text.split_once("http://pix.example/account-recovery/").expect("a link");
    (to.clone(), format!("/account-recovery/{}", rest.split_whitespace().next().expect("a token")))
}

pub async fn link(site: &Site) -> String {
    link_of(site, &confirmation(site).await).await
}

pub async fn link_of(site: &Site, page: &str) -> String {
    check_sent(&site.guest().post(page, SWORN).await, "lea@new.example");
    mailed(site).await.1
}

/// The page that says that a mail left for an address.
pub fn check_sent(reply: &Reply, address: &str) {
    let words = Words::of(Lang::Fr);
    reply.leads("200").holds(&words.with("leaving-sent", &[("email", address.into())]));
}

pub async fn present(site: &Site, left: &Left) -> Account {
    store::account::by_id(&site.house.db, left.account.id).await.expect("the accounts").expect("an account")
}

pub fn check_dead(reply: &Reply) {
    reply.leads("404").says("link-dead-title").holds("href=\"/leaving-school\"");
    assert!(reply.headers.get("set-cookie").is_none(), "nobody is signed in");
    assert_eq!(reply.tally.commits, 0);
}

/// The page of a link that did its work.
pub fn check_used(reply: &Reply) {
    reply.leads("410").says("link-used-title").holds("href=\"/sign-in\"");
    assert!(reply.headers.get("set-cookie").is_none(), "nobody is signed in");
    assert_eq!(reply.tally.commits, 0);
}

#[tokio::test]
async fn an_account_is_taken_back_after_school() {
    trial::each(async |db| {
        let site = Site::over(db);
        let left = left(&site).await;
        let elsewhere = site.signed_in(left.account.id).await;
        site.guest().get("/sign-in").await.holds("href=\"/leaving-school\"");
        site.guest().get("/password-reset").await.holds("href=\"/leaving-school\"");
        let page = confirmation(&site).await;
        let shown = site.guest().get(&page).await;
        shown.leads("200").holds("Léa").holds("l***.t***").holds("Lycée Camus").says("leaving-removed");
        shown.lacks("lea.test").lacks("Garrigue").lacks(NUMBER).lacks(BORN);
        assert_eq!(present(&site, &left).await, left.account, "nothing has changed yet");
        let sent = site.guest().post(&page, SWORN).await;
        check_sent(&sent, "lea@new.example");
        assert_eq!((sent.tally.statements.len(), sent.tally.commits), (9, 1), "{:#?}", sent.tally.statements);
        let (to, path) = mailed(&site).await;
        assert_eq!(to, "lea@new.example");
        site.guest().get(&path).await.leads("200").holds("lea@new.example").says("leaving-removed");
        assert_eq!(present(&site, &left).await, left.account, "opening the link changes nothing");
        let given = site.guest().post(&path, NEW).await;
        given.leads("303 /home");
        assert_eq!(
            (given.tally.statements.len(), given.tally.commits),
            (9, 1),
            "{:#?}",
            given.tally.statements
        );
        let account = present(&site, &left).await;
        assert_eq!(account.email.as_deref(), Some("lea@new.example"));
        assert_eq!((account.email_confirmed_at, account.username), (Some(site.now()), None));
        let here = super::site::Visitor { cookie: given.session(), ..site.guest() };
        here.get("/home").await.leads("200");
        elsewhere.get("/home").await.leads("303 /sign-in?next=%2Fhome");
        let noted = audit::of_subject(&site.house.db, &account.id.to_string(), None, 9).await.expect("it");
        let mut actions: Vec<_> = noted.iter().map(|line| line.action.as_str()).collect();
        actions.sort_unstable();
        assert_eq!(actions, ["account-recovered", "account-recovery-asked"]);
        let line = learner::everywhere(&site.house.db, account.id).await.expect("the lists");
        assert_eq!(line[0].id, left.line.id, "what the school knows stays");
    })
    .await;
}

#[tokio::test]
async fn the_ways_of_the_school_open_nothing_any_more() {
    let site = Site::open().await;
    left(&site).await;
    let path = link(&site).await;
    site.guest().post(&path, NEW).await.leads("303 /home");
    for (fields, status) in [
        (format!("identifier=lea.test&password={PASSWORD}"), 422),
        ("identifier=lea.test&password=Capucine-2026".to_owned(), 422),
        ("identifier=lea%40new.example&password=Capucine-2026".to_owned(), 303),
    ] {
        assert_eq!(site.guest().post("/sign-in", &fields).await.status, status, "{fields}");
    }
    check_used(&site.guest().get(&path).await);
    check_used(&site.guest().post(&path, NEW).await);
    let again = say(&site, TYPED).await;
    again.leads("422").holds("a déjà une adresse e-mail").holds("pas vous qui l’avez récupéré");
    again.holds("href=\"/password-reset\"").holds("aide@pix.example").lacks("new.example");
}

#[tokio::test]
async fn wrong_answers_look_the_same() {
    let site = Site::open().await;
    left(&site).await;
    let told = "Aucun compte à récupérer";
    for typed in [
        ("990000101BK", "Léa", "Garrigue", "12/03/2008"),
        (NUMBER, "Paul", "Garrigue", "12/03/2008"),
        (NUMBER, "Léa", "Martin", "12/03/2008"),
        (NUMBER, "Léa", "Garrigue", "13/03/2008"),
    ] {
        let refused = say(&site, typed).await;
        refused.leads("422").holds(told).lacks("Camus").lacks("l***");
        assert_eq!(refused.tally.commits, 0, "{typed:?}");
    }
    for (typed, why) in [
        (("", "Léa", "Garrigue", "12/03/2008"), "leaving-number-wrong"),
        ((NUMBER, "", "Garrigue", "12/03/2008"), "sign-up-error-first-name"),
        ((NUMBER, "Léa", "", "12/03/2008"), "sign-up-error-last-name"),
        ((NUMBER, "Léa", "Garrigue", "31/02/2008"), "participation-birth-date-wrong"),
    ] {
        let refused = say(&site, typed).await;
        refused.leads("422").says(why).holds("data-summary");
        assert_eq!(refused.tally.statements.len(), 0, "{typed:?}");
    }
}

#[tokio::test]
async fn the_statement_and_an_address_of_ones_own_are_needed() {
    let site = Site::open().await;
    left(&site).await;
    let page = confirmation(&site).await;
    for (fields, why) in [
        ("email=lea%40new.example", "leaving-sworn-missing"),
        ("sworn=on&email=lea", "leaving-email-refused"),
        ("sworn=on&email=", "leaving-email-refused"),
    ] {
        let refused = site.guest().post(&page, fields).await;
        refused.leads("422").says(why).holds("data-summary");
        assert_eq!(refused.tally.commits, 0, "{fields}");
    }
    assert_eq!(site.mails().await.len(), 0);
}

#[tokio::test]
async fn a_weak_password_leaves_the_link_alive() {
    let site = Site::open().await;
    left(&site).await;
    let path = link(&site).await;
    for (fields, why) in [
        ("password=court&terms=on", "password-error-weak"),
        ("terms=on", "password-error-empty"),
        ("password=Capucine-2026", "recovery-terms-missing"),
    ] {
        let refused = site.guest().post(&path, fields).await;
        refused.leads("422").says(why).holds("data-summary");
        assert_eq!(refused.body.contains(" checked"), fields.contains("terms"), "{fields}");
        assert_eq!(refused.tally.commits, 0, "{fields}");
    }
    site.guest().post(&path, NEW).await.leads("303 /home");
}

/// Somebody made an account with the address meanwhile.
#[tokio::test]
async fn an_address_that_was_taken_meanwhile_is_left_to_its_owner() {
    let site = Site::open().await;
    let left = left(&site).await;
    let page = confirmation(&site).await;
    let sent = site.guest().post(&page, "sworn=on&email=ada%40pix.example").await;
    check_sent(&sent, "ada@pix.example");
    let (_, path) = mailed(&site).await;
    let ada = site.account_with_password("ada", 0).await;
    let conflict = site.guest().post(&path, NEW).await;
    conflict.leads("409").says("recovery-conflict-title");
    assert!(conflict.headers.get("set-cookie").is_none(), "nobody is signed in");
    assert_eq!(present(&site, &left).await, left.account);
    assert_eq!(site.find("ada@pix.example").await, Some(ada));
}
