//! Leaving: what it asks for, what it erases, and those who have to ask.

use store::account::Role;
use store::membership::{self, Role as Post};
use store::organisation::{self, Organisation};
use store::{AccountId, audit, session};

use super::schools::{company, write};
use super::site::{HOUR, PASSWORD, Site};
use super::taking::Taking;

#[tokio::test]
async fn a_learner_leaves_at_once_and_for_good() {
    let site = Site::open().await;
    let account = site.account_with_password("ada", 2).await;
    site.accept_terms(account.id).await;
    let (here, there) = (site.signed_in(account.id).await, site.signed_in(account.id).await);
    let taking = Taking::begin(&here).await;
    let page = here.get("/account/erasure").await;
    page.leads("200").says("erasure-lost-account").says("erasure-kept-answers").holds("type=\"password\"");
    let left = here.post("/account/erasure", &format!("proof={PASSWORD}")).await;
    left.leads("303 /farewell");
    assert_eq!(left.tally.commits, 1, "all of it or nothing");
    assert!(left.headers["set-cookie"].to_str().expect("text").starts_with("session=; Path=/; Max-Age=0;"));
    for gone in [&here, &there] {
        gone.get("/profile").await.leads("303 /sign-in?next=%2Fprofile");
    }
    here.get("/farewell").await.leads("200").says("farewell-text");
    let again = here.post("/account/erasure", &format!("proof={PASSWORD}")).await;
    again.leads("303 /sign-in?next=%2Faccount%2Ferasure");
    assert!(site.find("ada@pix.example").await.is_none());
    let mails = site.mails().await;
    assert_eq!(mails.len(), 1);
    assert!(mails[0].0 == "ada@pix.example" && mails[0].1.contains("a été supprimé le"), "{mails:?}");
    let lines = audit::of_subject(&site.house.db, &account.id.to_string(), None, 9).await.expect("the audit");
    let lines: Vec<_> =
        lines.iter().map(|line| (line.action.as_str(), line.at, line.detail.as_str())).collect();
    assert_eq!(lines, [("account-erased", site.now(), "")]);
    let fresh = site.account_with_password("ada", 0).await;
    site.accept_terms(fresh.id).await;
    let back = site.signed_in(fresh.id).await;
    back.get(&format!("/attempts/{}", taking.id)).await.leads("404");
}

#[tokio::test]
async fn a_wrong_password_erases_nothing_and_counts_as_a_failed_sign_in() {
    let site = Site::open().await;
    let account = site.account_with_password("ada", 8).await;
    let here = site.signed_in(account.id).await;
    here.post("/account/erasure", "proof=faux").await.leads("422").says("password-wrong");
    here.post("/account/erasure", "proof=faux").await.leads("422").holds("Trop d’essais.");
    here.post("/account/erasure", &format!("proof={PASSWORD}")).await.leads("422").holds("Trop d’essais.");
    assert_eq!(site.find("ada@pix.example").await.expect("still there").failed_sign_ins, 10);
    assert_eq!(session::list(&site.house.db, account.id, site.now()).await.expect("sessions").len(), 1);
    assert!(site.mails().await.is_empty());
    site.wait(HOUR);
    here.post("/account/erasure", &format!("proof={PASSWORD}")).await.leads("303 /farewell");
}

#[tokio::test]
async fn without_a_password_a_word_confirms() {
    let site = Site::open().await;
    let ada = site.learner("ada").await;
    ada.get("/account/erasure").await.leads("200").holds("SUPPRIMER");
    for typed in ["", "oui"] {
        let refused = ada.post("/account/erasure", &format!("proof={typed}")).await;
        refused.leads("422").says("erasure-word-wrong");
    }
    ada.post("/account/erasure", "proof=+supprimer+").await.leads("303 /farewell");
}

#[tokio::test]
async fn whoever_serves_others_asks_once() {
    let site = Site::open().await;
    let pupil = site.pupil("lina").await;
    let mut people = vec![site.signed_in(pupil.id).await];
    for role in [Role::Teacher, Role::Invigilator, Role::Staff] {
        people.push(site.member(role.name(), role).await);
    }
    for person in people {
        person.get("/account/erasure").await.leads("200").says("erasure-request-submit");
        let refused = person.post("/account/erasure", &format!("proof={PASSWORD}")).await;
        refused.leads("303 /account/erasure");
        for mails in [1, 0] {
            let asked = person.post("/account/erasure-request", "").await;
            asked.leads("303 /account/erasure");
            assert!(asked.tally.statements.len() <= 5);
            let sent = site.mails().await;
            assert_eq!(sent.len(), mails);
            assert!(sent.iter().all(|(to, _)| to == "aide@pix.example"));
            assert!(sent.iter().all(|(_, text)| text.contains(&person.account.to_string())), "{sent:?}");
            site.wait(HOUR);
        }
        let shown = person.get("/account/erasure").await;
        shown.leads("200").says("erasure-requested").lacks("/account/erasure-request");
    }
    let ada = site.learner("ada").await;
    ada.post("/account/erasure-request", "").await.leads("303 /account/erasure");
    assert!(site.mails().await.is_empty(), "a learner leaves alone");
}

async fn works(site: &Site, place: &Organisation, account: AccountId, post: Post) {
    write(site, async |tx| {
        membership::join(tx, place.id, account, post, site.now()).await.expect("joined");
        membership::set_role(tx, place.id, account, post).await.expect("given");
    })
    .await;
}

#[tokio::test]
async fn the_only_administrator_names_another_one_first() {
    let site = Site::open().await;
    let (ada, zoe) = (site.learner("ada").await, site.learner("zoe").await);
    let place = company(&site).await;
    works(&site, &place, ada.account, Post::Admin).await;
    works(&site, &place, zoe.account, Post::Member).await;
    let shown = ada.get("/account/erasure").await;
    shown.leads("200").holds("Atelier Nord").says("erasure-successor-do").holds("href=\"/orga/team\"");
    shown.lacks("name=\"proof\"").says("erasure-request-submit");
    assert!(shown.tally.statements.len() <= 5);
    ada.post("/account/erasure", "proof=supprimer").await.leads("303 /account/erasure");
    ada.get("/profile").await.leads("200");
    works(&site, &place, zoe.account, Post::Admin).await;
    ada.get("/account/erasure").await.leads("200").lacks("Atelier Nord").holds("name=\"proof\"");
    ada.post("/account/erasure", "proof=supprimer").await.leads("303 /farewell");
    zoe.get("/account/erasure").await.leads("200").holds("Atelier Nord");
}

#[tokio::test]
async fn who_finds_nobody_to_take_over_asks_those_in_charge() {
    let site = Site::open().await;
    let ada = site.learner("ada").await;
    works(&site, &company(&site).await, ada.account, Post::Admin).await;
    ada.post("/account/erasure-request", "").await.leads("303 /account/erasure");
    assert_eq!(site.mails().await.len(), 1);
    ada.get("/account/erasure").await.leads("200").says("erasure-requested").says("erasure-successor-do");
}

#[tokio::test]
async fn a_member_and_the_administrator_of_what_is_closed_leave_alone() {
    let site = Site::open().await;
    let (ada, zoe) = (site.learner("ada").await, site.learner("zoe").await);
    let place = company(&site).await;
    works(&site, &place, ada.account, Post::Member).await;
    works(&site, &place, zoe.account, Post::Admin).await;
    ada.post("/account/erasure", "proof=supprimer").await.leads("303 /farewell");
    zoe.post("/account/erasure", "proof=supprimer").await.leads("303 /account/erasure");
    write(&site, async |tx| {
        organisation::archive(tx, place.id, zoe.account, site.now()).await.expect("archived");
    })
    .await;
    zoe.post("/account/erasure", "proof=supprimer").await.leads("303 /farewell");
}
