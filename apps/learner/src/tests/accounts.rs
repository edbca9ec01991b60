//! Creating an account and signing in: what is asked, what is refused, and what a refusal must not tell.

use store::account::{FOR_EVER, Role};
use store::legal;
use web::visit::TERMS;

use super::site::{DAY, HOUR, PASSWORD, Site, Visitor};

/// The form of somebody new, where some fields may be replaced.
fn filled(replaced: &[(&str, &str)]) -> String {
    let fields = [
        ("first-name", "Ada"),
        ("last-name", "Roy"),
        ("email", "ada@pix.example"),
        ("password", PASSWORD),
        ("terms", "on"),
    ];
    let replacement = |name: &str| replaced.iter().find(|(other, _)| *other == name).map(|(_, value)| *value);
    let fields = fields.map(|(name, value)| (name, replacement(name).unwrap_or(value)));
    form_urlencoded::Serializer::new(String::new())
        .extend_pairs(fields)
        .extend_pairs(replaced.iter().filter(|(name, _)| *name == "next"))
        .finish()
}

/// A form that makes no account: the page says why and keeps all but the password.
async fn check_refused(replaced: &[(&str, &str)], why: &'static str) {
    let site = Site::open().await;
    let reply = site.guest().post("/sign-up", &filled(replaced)).await;
    reply.leads("422").says(why).says("sign-up-kept");
    for (name, value) in [("first-name", "Ada"), ("last-name", "Roy"), ("email", "ada@pix.example")] {
        if !replaced.iter().any(|(other, _)| *other == name) {
            reply.holds(&format!("value=\"{value}\""));
        }
    }
    let password =
        replaced.iter().find(|(name, _)| *name == "password").map_or(PASSWORD, |(_, typed)| *typed);
    assert!(password.is_empty() || !reply.body.contains(password), "the password is not sent back");
    assert!(reply.headers.get("set-cookie").is_none(), "nobody is signed in");
    assert!(site.find("ada@pix.example").await.is_none(), "{replaced:?} made an account");
    assert!(site.mails().await.is_empty(), "{replaced:?} sent a mail");
    assert_eq!(reply.tally.commits, 0);
}

#[tokio::test]
async fn whoever_signs_up_is_signed_in_and_gets_one_mail() {
    let site = Site::open().await;
    let reply = site.guest().post("/sign-up", &filled(&[("email", " Ada@Pix.example ")])).await;
    reply.leads("303 /home");
    assert_eq!((reply.tally.statements.len(), reply.tally.commits), (5, 1));
    let account = site.find("ada@pix.example").await.expect("an account");
    assert_eq!((account.role, account.email_confirmed_at), (Role::Learner, None));
    assert!(account.password_hash.is_some_and(|hash| hash.starts_with("$argon2id$")));
    let accepted = legal::accepted(&site.house.db, account.id, TERMS).await.expect("a row");
    assert_eq!(accepted, Some(site.now()));
    let mails = site.mails().await;
    assert_eq!(mails.len(), 1);
    assert_eq!(mails[0].0, "ada@pix.example");
    let visitor = Visitor { cookie: reply.session(), ..site.guest() };
    visitor.get("/profile").await.leads("200").holds("Ada");
}

#[tokio::test]
async fn a_sign_up_sent_again_leads_to_the_same_page_and_makes_nothing() {
    let site = Site::open().await;
    let first = site.guest().post("/sign-up", &filled(&[])).await;
    let visitor = Visitor { cookie: first.session(), ..site.guest() };
    let account = site.find("ada@pix.example").await;
    for fields in [filled(&[]), filled(&[("email", "other@pix.example")])] {
        let again = visitor.post("/sign-up", &fields).await;
        assert_eq!((again.outcome(), again.tally.commits), (first.outcome(), 0));
    }
    assert_eq!(site.find("ada@pix.example").await, account);
    assert!(site.find("other@pix.example").await.is_none(), "one is not two people at once");
    assert_eq!(site.mails().await.len(), 1);
}

#[tokio::test]
async fn a_form_that_is_not_right_makes_no_account() {
    let long = "x".repeat(256);
    for (name, typed, why) in [
        ("first-name", "  ", "sign-up-error-first-name"),
        ("first-name", long.as_str(), "sign-up-error-first-name"),
        ("last-name", "", "sign-up-error-last-name"),
        ("email", "", "sign-up-error-email"),
        ("email", "ada@pix", "sign-up-error-email"),
        ("password", "", "password-error-empty"),
        ("password", "Court1", "password-error-weak"),
        ("password", "Password1", "password-error-common"),
        ("password", "aB1".repeat(100).as_str(), "password-error-long"),
        ("terms", "", "sign-up-error-terms"),
    ] {
        check_refused(&[(name, typed)], why).await;
    }
}

#[tokio::test]
async fn an_address_that_is_taken_changes_nothing_and_tells_little() {
    let site = Site::open().await;
    let before = site.account_with_password("ada", 3).await;
    let reply = site.guest().post("/sign-up", &filled(&[("password", "Une autre phrase 9")])).await;
    reply.leads("422").says("sign-up-refused").lacks("Une autre phrase 9").lacks("existe déjà");
    assert!(reply.headers.get("set-cookie").is_none());
    assert_eq!(site.find("ada@pix.example").await, Some(before), "the account is as it was");
    assert!(site.mails().await.is_empty());
}

#[tokio::test]
async fn a_wrong_password_and_an_unknown_address_look_the_same() {
    let site = Site::open().await;
    site.account_with_password("ada", 0).await;
    site.account("pupil", Role::Learner).await;
    let mut pages = Vec::new();
    for who in ["ada", "nobody", "pupil"] {
        let reply = site
            .guest()
            .post("/sign-in", &format!("identifier={who}%40pix.example&password=Faux-2026"))
            .await;
        reply.leads("422").says("sign-in-refused").lacks("Faux-2026");
        assert!(reply.headers.get("set-cookie").is_none());
        pages.push(reply.body.replace(&format!("{who}@pix.example"), "WHO"));
    }
    assert!(pages.iter().all(|page| page == &pages[0]), "{pages:#?}");
    assert!(pages[0].contains("value=\"WHO\""), "the address is kept");
}

#[tokio::test]
async fn the_right_password_opens_a_session_and_forgets_failures() {
    let site = Site::open().await;
    let account = site.account_with_password("ada", 9).await;
    site.accept_terms(account.id).await;
    let signed =
        site.guest().post("/sign-in", &format!("identifier=ADA%40pix.example&password={PASSWORD}")).await;
    signed.leads("303 /home");
    assert_eq!(site.find("ada@pix.example").await.map(|account| account.failed_sign_ins), Some(0));
    let visitor = Visitor { cookie: signed.session(), ..site.guest() };
    visitor.get("/profile").await.leads("200");
}

#[tokio::test]
async fn ten_failures_pause_and_fifty_block() {
    for (failures, why, until) in [
        (8, "sign-in-refused", None),
        (9, "sign-in-paused", Some(2 * HOUR / 60)),
        (19, "sign-in-paused", Some(4 * HOUR / 60)),
        (49, "sign-in-blocked", Some(FOR_EVER)),
    ] {
        let site = Site::open().await;
        site.account_with_password("ada", failures).await;
        let sign_in = async |password: &str| {
            site.guest().post("/sign-in", &format!("identifier=ada%40pix.example&password={password}")).await
        };
        let refused = sign_in("faux").await;
        refused.leads("422");
        let account = site.find("ada@pix.example").await.expect("an account");
        let expected = until.map(|until| if until == FOR_EVER { FOR_EVER } else { site.now() + until });
        assert_eq!(account.blocked_until, expected, "after {failures} failures");
        let Some(_) = until else {
            refused.says(why);
            continue;
        };
        refused.holds(if why == "sign-in-paused" { "Trop d’essais." } else { "Ce compte est bloqué" });
        sign_in(PASSWORD).await.leads("422");
        site.wait(DAY);
        let later = if why == "sign-in-paused" { "303 /home" } else { "422" };
        sign_in(PASSWORD).await.leads(later);
    }
}

#[tokio::test]
async fn one_comes_back_to_our_own_pages_only() {
    let site = Site::open().await;
    let account = site.account_with_password("ada", 0).await;
    let visitor = site.signed_in(account.id).await;
    for (next, expected) in [
        ("%2Fcompetences%2F1.2%3Fx%3D1", "303 /competences/1.2?x=1"),
        ("%2F%2Fevil.example", "303 /home"),
        ("https%3A%2F%2Fevil.example", "303 /home"),
    ] {
        let fields = format!("identifier=ada%40pix.example&password={PASSWORD}&next={next}");
        site.guest().post("/sign-in", &fields).await.leads(expected);
        visitor.get(&format!("/sign-in?next={next}")).await.leads(expected);
        visitor.get(&format!("/sign-up?next={next}")).await.leads(expected);
        visitor.post("/terms-acceptance", &format!("next={next}")).await.leads(expected);
    }
}

#[tokio::test]
async fn terms_that_changed_are_accepted_first() {
    let site = Site::open().await;
    let account = site.account("ada", Role::Learner).await;
    let visitor = site.signed_in(account.id).await;
    visitor.get("/profile").await.leads("303 /terms-acceptance?next=%2Fprofile");
    visitor.get("/competences/1.2").await.leads("303 /terms-acceptance?next=%2Fcompetences%2F1.2");
    let begun = visitor.post("/competences/1.2/attempts", "").await;
    begun.leads("303 /terms-acceptance?next=%2Fcompetences%2F1.2%2Fattempts");
    let choice = visitor.get("/terms-acceptance?next=%2Fcompetences%2F1.2").await;
    choice.leads("200").holds("value=\"/competences/1.2\"").holds("action=\"/sign-out\"");
    visitor.post("/terms-acceptance", "next=%2Fcompetences%2F1.2").await.leads("303 /competences/1.2");
    visitor.get("/profile").await.leads("200");
}

#[tokio::test]
async fn signing_out_ends_this_session_only() {
    let site = Site::open().await;
    let here = site.learner("ada").await;
    let elsewhere = site.signed_in(here.account).await;
    let out = here.post("/sign-out", "").await;
    out.leads("303 /");
    assert!(out.headers["set-cookie"].to_str().expect("text").starts_with("session=; Path=/; Max-Age=0;"));
    here.get("/profile").await.leads("303 /sign-in?next=%2Fprofile");
    elsewhere.get("/profile").await.leads("200");
}
