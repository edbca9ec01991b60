//! The links in mails: for one person, one purpose, one use, and for a time.

use store::trial;

use super::site::{DAY, HOUR, PASSWORD, Site, Visitor};
use web::trial::Reply;

const NEW: &str = "password=Capucine-2026";

/// Asks for a new password and gives the path of the link in the mail.
async fn reset_link(site: &Site, name: &str) -> String {
    site.guest().post("/password-reset", &format!("email={name}%40pix.example")).await.leads("200");
    link(site, "/password-reset/").await
}

/// Signs up and gives the path of the link in the mail.
async fn confirmation_link(site: &Site) -> String {
    let fields = format!("first-name=Ada&last-name=Roy&email=ada%40pix.example&password={PASSWORD}&terms=on");
    site.guest().post("/sign-up", &fields).await.leads("303 /home");
    link(site, "/email-confirmation/").await
}

/// The path of the link in the newest mail; its address is the site's.
async fn link(site: &Site, path: &str) -> String {
    let mails = site.mails().await;
    let (_, text) = mails.last().expect("a mail");
    let (_, rest) = text.split_once(&format!("http://pix.example{path}")).unwrap_or_else(|| panic!("{text}"));
    format!("{path}{}", rest.split_whitespace().next().expect("a token"))
}

/// The page of a link that does not work, the same for every reason.
fn check_dead(reply: &Reply) {
    reply.leads("404").says("link-dead-title").says("link-dead");
    assert!(reply.headers.get("set-cookie").is_none(), "nobody is signed in");
    assert_eq!(reply.tally.commits, 0);
}

/// The page of a link that was used to choose a password.
fn check_used(reply: &Reply) {
    reply.leads("410").says("link-used-title").says("link-used").holds("href=\"/sign-in\"");
    reply.holds("href=\"/password-reset\"");
    assert!(reply.headers.get("set-cookie").is_none(), "nobody is signed in");
    assert_eq!(reply.tally.commits, 0);
}

async fn signs_in(site: &Site, password: &str) -> u16 {
    site.guest().post("/sign-in", &format!("identifier=ada%40pix.example&{password}")).await.status
}

#[tokio::test]
async fn whoever_signs_up_on_the_way_somewhere_gets_there() {
    let site = Site::open().await;
    let shown = site.guest().get("/sign-in?next=%2Fcampaigns%2FABCDEF234").await;
    shown.holds("href=\"/sign-up?next=%2Fcampaigns%2FABCDEF234\"");
    let form = site.guest().get("/sign-up?next=%2Fcampaigns%2FABCDEF234").await;
    form.holds("value=\"/campaigns/ABCDEF234\"").holds("href=\"/sign-in?next=%2Fcampaigns%2FABCDEF234\"");
    let fields = format!(
        "first-name=Ada&last-name=Roy&email=ada%40pix.example&password={PASSWORD}&terms=on&next=%2Fcampaigns%2FABCDEF234"
    );
    site.guest().post("/sign-up", &fields).await.leads("303 /campaigns/ABCDEF234");
    let path = link(&site, "/email-confirmation/").await;
    assert!(path.ends_with("?next=%2Fcampaigns%2FABCDEF234"), "{path}");
    site.guest().get(&path).await.leads("200").holds(&format!("action=\"{path}\""));
    for _ in 0..2 {
        let confirmed = site.guest().post(&path, "").await;
        confirmed.leads("200").says("email-confirmed-title").holds("href=\"/campaigns/ABCDEF234\"");
    }
}

#[tokio::test]
async fn nobody_is_led_away_from_the_site() {
    let site = Site::open().await;
    for (number, next) in
        ["%2F%2Fevil.example", "https%3A%2F%2Fevil.example", "%2F%5Cevil.example"].iter().enumerate()
    {
        for page in ["/sign-in", "/sign-up"] {
            let shown = site.guest().get(&format!("{page}?next={next}")).await;
            shown.leads("200").lacks("href=\"/sign-up?next").lacks("href=\"/sign-in?next");
        }
        let fields = format!(
            "first-name=Ada&last-name=Roy&email=ada{number}%40pix.example&password={PASSWORD}&terms=on&next={next}"
        );
        site.guest().post("/sign-up", &fields).await.leads("303 /home");
        let path = link(&site, "/email-confirmation/").await;
        assert!(!path.contains('?'), "{path}");
        let forged = format!("{path}?next={next}");
        site.guest().get(&forged).await.leads("200").holds(&format!("action=\"{path}\""));
        let confirmed = site.guest().post(&forged, "").await;
        confirmed.leads("200").says("email-confirmed-title").holds("href=\"/home\"");
        confirmed.lacks("href=\"//").lacks("href=\"https://evil").lacks("href=\"/\\");
    }
}

#[tokio::test]
async fn a_reset_link_changes_the_password_once_and_closes_other_sessions() {
    let site = Site::open().await;
    let account = site.account_with_password("ada", 9).await;
    site.accept_terms(account.id).await;
    let elsewhere = site.signed_in(account.id).await;
    let path = reset_link(&site, "ada").await;
    site.guest().get(&path).await.leads("200").says("new-password-title");
    let reset = site.guest().post(&path, NEW).await;
    reset.leads("303 /home");
    assert_eq!((reset.tally.statements.len(), reset.tally.commits), (5, 1));
    let here = Visitor { cookie: reset.session(), ..site.guest() };
    here.get("/profile").await.leads("200");
    elsewhere.get("/profile").await.leads("303 /sign-in?next=%2Fprofile");
    assert_eq!(signs_in(&site, &format!("password={PASSWORD}")).await, 422);
    assert_eq!(signs_in(&site, NEW).await, 303);
    check_used(&site.guest().get(&path).await);
    check_used(&site.guest().post(&path, "password=Jonquille-2026").await);
    assert_eq!(signs_in(&site, NEW).await, 303, "a used link changes nothing");
}

#[tokio::test]
async fn a_reset_sent_twice_at_once_says_that_it_is_done() {
    trial::each(async |db| {
        let site = Site::over(db);
        let account = site.account_with_password("ada", 0).await;
        site.accept_terms(account.id).await;
        let (path, one, other) = (reset_link(&site, "ada").await, site.guest(), site.guest());
        let (one, other) = tokio::join!(one.post(&path, NEW), other.post(&path, NEW));
        let (given, late) = if one.status == 303 { (&one, &other) } else { (&other, &one) };
        given.leads("303 /home");
        check_used(late);
        assert_eq!(signs_in(&site, NEW).await, 303);
    })
    .await;
}

#[tokio::test]
async fn a_password_that_was_reset_ends_the_older_links() {
    let site = Site::open().await;
    site.account_with_password("ada", 0).await;
    let older = reset_link(&site, "ada").await;
    site.wait(HOUR);
    let newer = reset_link(&site, "ada").await;
    site.guest().post(&newer, NEW).await.leads("303 /home");
    site.guest().get(&older).await.holds("href=\"/password-reset\"");
    check_dead(&site.guest().get(&older).await);
    check_dead(&site.guest().post(&older, "password=Jonquille-2026").await);
    assert_eq!(signs_in(&site, NEW).await, 303);
}

#[tokio::test]
async fn a_link_that_is_wrong_or_too_old_or_for_something_else_does_not_work() {
    let site = Site::open().await;
    site.account_with_password("ada", 0).await;
    let path = reset_link(&site, "ada").await;
    let token = path.strip_prefix("/password-reset/").expect("a token");
    check_dead(&site.guest().post(&format!("/email-confirmation/{token}"), "").await);
    check_dead(&site.guest().get("/password-reset/wrong").await);
    check_dead(&site.guest().post("/password-reset/wrong", NEW).await);
    site.wait(DAY - 1);
    site.guest().get(&path).await.leads("200");
    site.wait(1);
    check_dead(&site.guest().get(&path).await);
    check_dead(&site.guest().post(&path, NEW).await);
    assert_eq!(signs_in(&site, &format!("password={PASSWORD}")).await, 303, "the password is as it was");
}

#[tokio::test]
async fn a_weak_new_password_leaves_the_link_alive() {
    let site = Site::open().await;
    site.account_with_password("ada", 0).await;
    let path = reset_link(&site, "ada").await;
    for (typed, why) in [
        ("", "password-error-empty"),
        ("password=court", "password-error-weak"),
        ("password=Azerty123", "password-error-common"),
    ] {
        let reply = site.guest().post(&path, typed).await;
        reply.leads("422").says(why).holds("data-summary");
        assert_eq!(reply.tally.statements.len(), 0);
    }
    site.guest().post(&path, NEW).await.leads("303 /home");
}

#[tokio::test]
async fn asking_for_a_link_says_the_same_for_anybody() {
    let site = Site::open().await;
    site.account_with_password("ada", 0).await;
    let known = site.guest().post("/password-reset", "email=ada%40pix.example").await;
    assert_eq!(site.mails().await.len(), 1);
    let unknown = site.guest().post("/password-reset", "email=nobody%40pix.example").await;
    assert_eq!(site.mails().await.len(), 0, "nobody gets a mail who has no account");
    known.leads("200").says("reset-sent");
    assert_eq!(known.body, unknown.body);
    let reply = site.guest().post("/password-reset", "email=ada").await;
    reply.leads("422").says("sign-up-error-email").holds("value=\"ada\"");
}

#[tokio::test]
async fn a_mailbox_is_not_flooded() {
    let site = Site::open().await;
    site.account_with_password("ada", 0).await;
    let first = reset_link(&site, "ada").await;
    for (wait, mails) in [(0, 0), (59_999, 0), (1, 1)] {
        site.wait(wait);
        site.guest().post("/password-reset", "email=ada%40pix.example").await.leads("200").says("reset-sent");
        assert_eq!(site.mails().await.len(), mails, "after {wait} ms more");
    }
    check_dead(&site.guest().get(&first).await);
}

#[tokio::test]
async fn an_address_is_confirmed_by_a_button_once() {
    let site = Site::open().await;
    let path = confirmation_link(&site).await;
    let confirmed = async || site.find("ada@pix.example").await.expect("an account").email_confirmed_at;
    let shown = site.guest().get(&path).await;
    shown.leads("200").says("email-confirmation-submit");
    assert_eq!(
        (confirmed().await, shown.tally.commits),
        (None, 0),
        "mail programs that open links confirm nothing"
    );
    site.guest().post(&path, "").await.leads("200").says("email-confirmed-text");
    let first = confirmed().await;
    assert_eq!(first, Some(site.now()));
    site.wait(HOUR);
    site.guest().post(&path, "").await.leads("200").says("email-confirmed-text");
    assert_eq!(confirmed().await, first, "a second time changes nothing");
}

#[tokio::test]
async fn a_confirmation_waits_three_days() {
    let site = Site::open().await;
    let path = confirmation_link(&site).await;
    site.wait(3 * DAY);
    check_dead(&site.guest().post(&path, "").await);
    assert_eq!(site.find("ada@pix.example").await.expect("an account").email_confirmed_at, None);
}
