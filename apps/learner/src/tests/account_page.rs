//! One's own account: what can be changed, what is refused, and that it is only one's own.

use store::session;

use super::site::{HOUR, Site, Visitor};

/// The marks in a page of devices, in order.
fn marks(page: &str) -> Vec<String> {
    page.split("name=\"device\" value=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .map(str::to_owned)
        .collect()
}

async fn open_sessions(site: &Site, visitor: &Visitor<'_>) -> usize {
    session::list(&site.house.db, visitor.account, site.now()).await.expect("the sessions").len()
}

#[tokio::test]
async fn names_are_corrected_or_refused() {
    let site = Site::open().await;
    let ada = site.learner("ada").await;
    let long = "x".repeat(256);
    for (fields, why) in [
        ("first-name=&last-name=Roy".to_owned(), "sign-up-error-first-name"),
        ("first-name=Ada&last-name=+++".to_owned(), "sign-up-error-last-name"),
        (format!("first-name={long}&last-name=Roy"), "sign-up-error-first-name"),
    ] {
        let reply = ada.post("/account/names", &fields).await;
        reply.leads("422").says(why).holds("data-summary");
        assert_eq!(reply.tally.commits, 0);
    }
    ada.get("/account").await.holds("ada Test").holds("href=\"/account\"");
    ada.post("/account/names", "first-name=+Ada+&last-name=Le++Roy").await.leads("303 /account?done=names");
    ada.get("/account?done=names").await.holds("Ada Le Roy").says("account-done-names");
    ada.get("/account?done=%3Cb%3E").await.leads("200").lacks("class=\"toast\"");
}

#[tokio::test]
async fn the_language_of_the_account_counts_at_once_and_in_mails() {
    let site = Site::open().await;
    let ada = site.learner("ada").await;
    ada.post("/account/language", "language=xx").await.leads("400");
    let chosen = ada.post("/account/language", "language=en").await;
    chosen.leads("303 /account?done=language");
    assert!(chosen.headers["set-cookie"].to_str().expect("text").starts_with("prefs=en."));
    ada.get("/account").await.holds("<html lang=\"en\"").holds("My account");
    ada.post("/account/email-confirmation", "").await.leads("303 /account?done=confirmation");
    assert!(site.mails().await[0].1.starts_with("Hello"));
}

#[tokio::test]
async fn the_confirmation_is_sent_again_until_the_address_is_confirmed() {
    let site = Site::open().await;
    let ada = site.learner("ada").await;
    ada.get("/account").await.says("account-email-unverified");
    for (wait, mails) in [(0, 1), (0, 0), (HOUR, 1)] {
        site.wait(wait);
        ada.post("/account/email-confirmation", "").await.leads("303 /account?done=confirmation");
        let sent = site.mails().await;
        assert_eq!(sent.len(), mails, "after {wait} ms");
        assert!(sent.iter().all(|(to, _)| to == "ada@pix.example"));
    }
    let mut tx = site.house.db.begin().await.expect("a transaction");
    store::account::confirm_email(&mut tx, ada.account, site.now()).await.expect("confirmed");
    tx.commit().await.expect("kept");
    site.wait(HOUR);
    ada.get("/account").await.says("account-email-verified").lacks("/account/email-confirmation");
    ada.post("/account/email-confirmation", "").await.leads("303 /account?done=nothing");
    assert!(site.mails().await.is_empty());
}

#[tokio::test]
async fn devices_are_signed_out_one_by_one_or_all_the_others() {
    let site = Site::open().await;
    let here = site.learner("ada").await;
    let there = site.signed_in(here.account).await;
    let third = site.signed_in(here.account).await;
    let page = here.get("/account/devices").await;
    page.leads("200").says("devices-here").says("devices-others");
    assert_eq!(marks(&page.body).len(), 2, "this device has no button");
    let first = format!("device={}", marks(&page.body)[0]);
    for _ in 0..2 {
        here.post("/account/devices", &first).await.leads("303 /account/devices");
        assert_eq!(open_sessions(&site, &here).await, 2);
    }
    here.post("/account/devices", "others=1").await.leads("303 /account/devices");
    for gone in [there, third] {
        gone.get("/account").await.leads("303 /sign-in?next=%2Faccount");
    }
    here.get("/account/devices").await.leads("200").lacks("name=\"others\"");
}

#[tokio::test]
async fn nobody_signs_somebody_else_out() {
    let site = Site::open().await;
    let (ada, zoe) = (site.learner("ada").await, site.learner("zoe").await);
    site.signed_in(ada.account).await;
    let page = ada.get("/account/devices").await;
    let mark = marks(&page.body)[0].clone();
    zoe.get("/account/devices").await.lacks(&mark);
    zoe.post("/account/devices", &format!("device={mark}")).await.leads("303 /account/devices");
    zoe.post("/account/devices", "others=1").await.leads("303 /account/devices");
    assert_eq!((open_sessions(&site, &ada).await, open_sessions(&site, &zoe).await), (2, 1));
}
