//! Forms that are not ours, not of this session, too large, or too late: refused on a page that says so, nothing written.

use super::site::{Site, Visitor};
use super::taking::{SKIP, Taking, family_with};
use web::trial::Reply;

/// What a learner may post, each time to the same test.
async fn posts(taking: &Taking<'_>) -> Vec<String> {
    let family = taking.waiting().await.expect("a question").instance.paper.family.clone();
    vec![
        "/sign-out".to_owned(),
        "/terms-acceptance".to_owned(),
        "/account/names".to_owned(),
        "/account/language".to_owned(),
        "/account/email-confirmation".to_owned(),
        "/account/devices".to_owned(),
        "/account/email".to_owned(),
        "/account/password".to_owned(),
        "/account/email/code".to_owned(),
        "/account/data".to_owned(),
        "/account/erasure".to_owned(),
        "/account/erasure-request".to_owned(),
        "/privacy-notice".to_owned(),
        "/competences/1.2/attempts".to_owned(),
        taking.path("/answers/1"),
        taking.path("/clocks/1"),
        taking.path("/departures/1"),
        taking.path("/reports/1"),
        format!("/preview/{family}"),
    ]
}

/// Somebody who may post everything, in the middle of a test.
async fn member(site: &Site) -> Taking<'_> {
    let staff = site.staff("zoe").await;
    Taking::at(&staff, family_with(site, |_| true)).await
}

async fn check_refused(taking: &Taking<'_>, reply: &Reply, page: &'static str) {
    reply.leads("403").says(page);
    assert_eq!(reply.tally.commits, 0);
    assert_eq!(taking.counted().await, (0, 0, 1), "nothing is counted");
    taking.visitor.get("/profile").await.leads("200");
}

#[tokio::test]
async fn a_form_without_the_token_of_its_session_is_refused() {
    let site = Site::open().await;
    let taking = member(&site).await;
    let other_session = site.signed_in(taking.visitor.account).await.csrf;
    let cut = &taking.visitor.csrf[1..];
    for path in posts(&taking).await {
        for body in [
            String::new(),
            SKIP.to_owned(),
            format!("csrf=&{SKIP}"),
            format!("csrf={other_session}&{SKIP}"),
            format!("csrf={cut}&{SKIP}"),
        ] {
            let reply = taking.visitor.post_raw(&path, &[], &body).await;
            check_refused(&taking, &reply, "form-expired-title").await;
        }
    }
}

#[tokio::test]
async fn a_form_of_another_site_is_refused() {
    let site = Site::open().await;
    let taking = member(&site).await;
    let body = format!("csrf={}&{SKIP}", taking.visitor.csrf);
    for path in posts(&taking).await {
        for headers in [
            [("host", "pix.example"), ("sec-fetch-site", "cross-site")],
            [("host", "pix.example"), ("sec-fetch-site", "same-site")],
            [("host", "pix.example"), ("origin", "https://evil.example")],
            [("host", "pix.example"), ("origin", "null")],
        ] {
            let reply = taking.visitor.post_raw(&path, &headers, &body).await;
            check_refused(&taking, &reply, "form-expired-title").await;
        }
    }
    let ours = [("host", "pix.example"), ("origin", "http://pix.example"), ("sec-fetch-site", "same-origin")];
    let reply = taking.visitor.post_raw(&taking.path("/answers/1"), &ours, &body).await;
    reply.leads(&format!("303 {}", taking.path("/questions/2")));
}

#[tokio::test]
async fn strangers_forms_of_another_site_are_refused_too() {
    let site = Site::open().await;
    for path in [
        "/sign-up",
        "/sign-in",
        "/password-reset",
        "/password-reset/x",
        "/password-choice/x",
        "/email-confirmation/x",
        "/leaving-school",
        "/leaving-school/x",
        "/account-recovery/x",
        "/campaigns/BBBBBB222/registration",
    ] {
        let reply = site.guest().post_raw(path, &[("sec-fetch-site", "cross-site")], "").await;
        reply.leads("403");
        assert_eq!(reply.tally.statements.len(), 0, "{path}");
    }
}

#[tokio::test]
async fn a_form_of_an_earlier_session_has_expired() {
    let site = Site::open().await;
    let taking = member(&site).await;
    let again = site.signed_in(taking.visitor.account).await;
    let stale = Visitor { csrf: taking.visitor.csrf.clone(), ..again };
    let reply = stale.post(&taking.path("/answers/1"), SKIP).await;
    check_refused(&taking, &reply, "form-expired-title").await;
    reply.says("form-expired").says("trouble-kept");
}

#[tokio::test]
async fn a_session_that_ended_leads_to_sign_in_and_back_to_the_question() {
    let site = Site::open().await;
    let taking = member(&site).await;
    site.wait(web::visit::SESSION_MS);
    let counted = taking.counted().await;
    let next = |path: &str| {
        let path: String = form_urlencoded::byte_serialize(path.as_bytes()).collect();
        format!("303 /sign-in?next={path}")
    };
    for path in posts(&taking).await {
        let reply = taking.visitor.post(&path, SKIP).await;
        reply.leads(&next(&path));
        assert_eq!(reply.tally.commits, 0, "{path}");
    }
    taking.visitor.get("/profile").await.leads(&next("/profile"));
    assert_eq!(taking.counted().await, counted);
    let back = site.signed_in(taking.visitor.account).await;
    back.get(&taking.path("/answers/1")).await.leads(&format!("303 {}", taking.path("/questions/1")));
    back.get(&taking.path("/questions/1")).await.leads("200");
}

#[tokio::test]
async fn a_body_too_large_is_refused() {
    let site = Site::open().await;
    let taking = member(&site).await;
    let large = format!("text={}", "x".repeat(64 * 1024));
    for path in posts(&taking).await {
        taking.visitor.post(&path, &large).await.leads("413").says("trouble-413-title");
    }
    for path in ["/sign-up", "/sign-in", "/password-reset", "/password-reset/x", "/leaving-school"] {
        site.guest().post(path, &large).await.leads("413").says("trouble-413-title");
    }
    assert_eq!(taking.counted().await, (0, 0, 1));
    taking.visitor.get("/profile").await.leads("200");
}

#[tokio::test]
async fn bytes_that_are_no_text_are_an_answer_like_another() {
    let site = Site::open().await;
    let taking = member(&site).await;
    let reply = taking.visitor.post(&taking.path("/answers/1"), "choice=%FF%FE&text=%00").await;
    assert!([303, 422].contains(&reply.status), "{}", reply.body);
    let (rows, counted, _) = taking.counted().await;
    assert_eq!(rows, usize::from(counted));
}
