//! Legal documents have versions: the terms in force are accepted first, the page on personal data only makes news.

use store::legal::InForce;
use store::trial::Trial;

use super::schools::write;
use super::site::{BANK, Site, Visitor};
use store::account::Role;
use store::legal;
use web::{Lang, Words};

/// A sentence as pages say it.
fn said(key: &'static str) -> &'static str {
    Words::of(Lang::Fr).say(key)
}

/// The site of `before` under documents of these versions.
fn under(site: &Site, terms: &str, privacy: &str) -> Site {
    let legal = InForce { terms: terms.to_owned(), privacy: privacy.to_owned() };
    Site::under(site.house.db.clone(), true, &BANK, legal)
}

#[tokio::test]
async fn terms_never_accepted_are_accepted_first() {
    let site = Site::open().await;
    let account = site.account("ada", Role::Learner).await;
    let visitor = site.signed_in(account.id).await;
    visitor.get("/profile").await.leads("303 /terms-acceptance?next=%2Fprofile");
    visitor.get("/competences/1.2").await.leads("303 /terms-acceptance?next=%2Fcompetences%2F1.2");
    let begun = visitor.post("/competences/1.2/attempts", "").await;
    begun.leads("303 /terms-acceptance?next=%2Fcompetences%2F1.2%2Fattempts");
    let choice = visitor.get("/terms-acceptance?next=%2Fcompetences%2F1.2").await;
    choice.leads("200").says("acceptance-first-title");
    choice.holds("value=\"/competences/1.2\"").holds("action=\"/sign-out\"");
    // One button for both, and nothing that says a page has changed which nobody had seen.
    choice.says("privacy-notice-first").lacks("/privacy-notice").lacks(said("privacy-notice"));
    visitor.post("/terms-acceptance", "next=%2Fcompetences%2F1.2").await.leads("303 /competences/1.2");
    visitor.get("/profile").await.leads("200").lacks("/privacy-notice").lacks(said("privacy-notice-first"));
    visitor.get("/terms-acceptance").await.leads("200").says("acceptance-done-title");
}

#[tokio::test]
async fn terms_that_changed_are_accepted_again_or_one_leaves() {
    let trial = Trial::sqlite().await;
    let before = Site::over(trial.db.clone());
    let ada = before.learner("ada").await;
    ada.get("/profile").await.leads("200");
    let after = under(&before, "2", &before.house.site.legal.privacy);
    after.wait(1);
    let ada = Visitor { site: &after, ..ada };
    ada.get("/profile").await.leads("303 /terms-acceptance?next=%2Fprofile");
    let choice = ada.get("/terms-acceptance?next=%2Fprofile").await;
    choice.leads("200").says("acceptance-title").says("acceptance-lead").holds("href=\"/terms\"");
    ada.post("/terms-acceptance", "next=%2Fprofile").await.leads("303 /profile");
    ada.get("/profile").await.leads("200");
    ada.get("/account").await.holds("Version 2, vue le");
    let zoe = before.learner("zoe").await;
    let zoe = Visitor { site: &after, ..zoe };
    zoe.post("/sign-out", "").await.leads("303 /");
    let back = after.signed_in(zoe.account).await;
    back.get("/profile").await.leads("303 /terms-acceptance?next=%2Fprofile");
    back.get("/account").await.leads("200");
}

#[tokio::test]
async fn a_new_page_on_personal_data_is_a_banner_until_it_is_put_away() {
    let trial = Trial::sqlite().await;
    let before = Site::over(trial.db.clone());
    let ada = before.learner("ada").await;
    ada.get("/profile").await.leads("200").lacks("/privacy-notice");
    let after = under(&before, &before.house.site.legal.terms, "2");
    let ada = Visitor { site: &after, ..ada };
    for page in ["/home", "/profile", "/account", "/competences/1.2"] {
        ada.get(page).await.leads("200").says("privacy-notice").holds(&format!("value=\"{page}\""));
    }
    after.guest().get("/").await.lacks("/privacy-notice");
    for _ in 0..2 {
        ada.post("/privacy-notice", "next=%2Faccount").await.leads("303 /account");
    }
    ada.post("/privacy-notice", "next=%2F%2Fevil.example").await.leads("303 /home");
    ada.get("/profile").await.leads("200").lacks("/privacy-notice");
}

#[tokio::test]
async fn whoever_saw_no_page_on_personal_data_is_not_told_that_it_changed() {
    let site = Site::open().await;
    let account = site.account("ada", Role::Learner).await;
    let terms = site.house.site.legal.terms();
    write(&site, async |tx| legal::accept(tx, account.id, terms, site.now()).await.expect("accepted")).await;
    let ada = site.signed_in(account.id).await;
    let profile = ada.get("/profile").await;
    profile.leads("200").says("privacy-notice-first").lacks(said("privacy-notice")).holds("/privacy-notice");
    ada.post("/privacy-notice", "next=%2Fprofile").await.leads("303 /profile");
    ada.get("/profile").await.leads("200").lacks("/privacy-notice");
}

#[tokio::test]
async fn both_documents_that_changed_are_one_page_and_one_button() {
    let trial = Trial::sqlite().await;
    let before = Site::over(trial.db.clone());
    let ada = before.learner("ada").await;
    let after = under(&before, "2", "2");
    let ada = Visitor { site: &after, ..ada };
    let choice = ada.get("/terms-acceptance").await;
    choice.leads("200").says("acceptance-title").says("privacy-notice").lacks("/privacy-notice");
    ada.post("/terms-acceptance", "").await.leads("303 /home");
    ada.get("/profile").await.leads("200").lacks("/privacy-notice");
}
