//! Creating an account and signing in: what is asked, what is refused, and what a refusal must not tell.

use store::account::{FOR_EVER, Role};
use store::legal;

use super::site::{DAY, HOUR, PASSWORD, Site, Visitor};

/// The form of somebody new, where some fields may be replaced.
pub fn filled(replaced: &[(&str, &str)]) -> String {
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
    let accepted = legal::acceptances(&site.house.db, account.id).await.expect("rows");
    let accepted: Vec<_> = accepted.iter().map(|one| (one.document.as_str(), one.accepted_at)).collect();
    assert_eq!(accepted, [("privacy", site.now()), ("terms", site.now())]);
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
        ("email", "", "sign-up-refused"),
        ("email", "ada@pix", "sign-up-refused"),
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
async fn an_address_that_is_taken_looks_like_one_that_cannot_be_and_its_owner_is_told() {
    let site = Site::open().await;
    let before = site.account_with_password("ada", 3).await;
    let fields = |email| filled(&[("password", "Une autre phrase 9"), ("email", email)]);
    let taken = site.guest().post("/sign-up", &fields("ada@pix.example")).await;
    taken.leads("422").says("sign-up-refused").lacks("Une autre phrase 9");
    assert!(taken.headers.get("set-cookie").is_none() && taken.tally.statements.len() <= 5);
    let invalid = site.guest().post("/sign-up", &fields("ada@pix")).await;
    let pages = [(&taken, "ada@pix.example"), (&invalid, "ada@pix")];
    let [taken, invalid] =
        pages.map(|(page, typed)| page.body.replace(&format!("value=\"{typed}\""), "TYPED"));
    assert_eq!(taken, invalid);
    let after = site.find("ada@pix.example").await.expect("an account");
    assert_eq!((after.password_hash, after.failed_sign_ins), (before.password_hash, 4), "a guess is counted");
    let mails = site.mails().await;
    assert_eq!(mails.len(), 1);
    assert!(mails[0].1.contains("http://pix.example/sign-in"), "{}", mails[0].1);
    let (_, link) = mails[0].1.split_once("http://pix.example/password-reset/").expect("a link");
    let path = format!("/password-reset/{}", link.split_whitespace().next().expect("a token"));
    site.guest().get(&path).await.leads("200").says("new-password-title");
    site.guest().post("/sign-up", &fields("ada@pix.example")).await.leads("422");
    assert!(site.mails().await.is_empty(), "no mailbox is flooded");
}

/// Two clicks, no script: the browser keeps the answer to the second one only.
#[tokio::test]
async fn a_double_click_without_the_first_answer_still_leads_in() {
    let site = Site::open().await;
    site.guest().post("/sign-up", &filled(&[])).await.leads("303 /home");
    let second = site.guest().post("/sign-up", &filled(&[])).await;
    second.leads("303 /home");
    assert!(second.tally.statements.len() <= 5);
    let visitor = Visitor { cookie: second.session(), ..site.guest() };
    visitor.get("/profile").await.leads("200").holds("Ada");
    assert_eq!(site.mails().await.len(), 1);
}

/// Signing up is no way around the count of failed sign-ins.
#[tokio::test]
async fn guessing_at_the_sign_up_page_locks_as_well() {
    let site = Site::open().await;
    site.account_with_password("ada", 9).await;
    let wrong = filled(&[("password", "Une autre phrase 9")]);
    let tenth = site.guest().post("/sign-up", &wrong).await;
    tenth.leads("422").says("sign-up-refused");
    assert!(tenth.tally.statements.len() <= 5, "{:#?}", tenth.tally.statements);
    let account = site.find("ada@pix.example").await.expect("an account");
    assert_eq!((account.failed_sign_ins, account.blocked_until), (10, Some(site.now() + 2 * HOUR / 60)));
    site.guest().post("/sign-up", &filled(&[])).await.leads("422").says("sign-up-refused");
    site.wait(HOUR);
    site.guest().post("/sign-up", &filled(&[])).await.leads("303 /home");
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
        (43, "sign-in-refused", None),
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
async fn the_last_attempts_are_told() {
    for (failures, told) in
        [(44, "Il reste 5 essais avant"), (47, "Il reste 2 essais avant"), (48, "Il reste un essai avant")]
    {
        let site = Site::open().await;
        site.account_with_password("ada", failures).await;
        let refused = site.guest().post("/sign-in", "identifier=ada%40pix.example&password=faux").await;
        refused.leads("422").says("sign-in-refused").holds(told);
    }
}

#[tokio::test]
async fn a_pupil_is_sent_to_the_teacher() {
    for (failures, told) in [
        (0, "demandez-en un nouveau à votre enseignant"),
        (9, "demandez un nouveau mot de passe à votre enseignant"),
        (45, "Votre enseignant peut vous donner un nouveau mot de passe"),
        (
            49,
            "Ce compte est bloqué après de nombreux essais. Demandez un nouveau mot de passe à votre enseignant",
        ),
    ] {
        let site = Site::open().await;
        let pupil = site.pupil("lina").await;
        let mut tx = site.house.db.begin().await.expect("a transaction");
        for _ in 0..failures {
            store::account::count_failure(&mut tx, pupil.id).await.expect("counted");
        }
        tx.commit().await.expect("kept");
        let refused = site.guest().post("/sign-in", "identifier=Lina.Test&password=faux").await;
        refused.leads("422").holds(told).lacks("adresse ou le mot de passe");
    }
    let site = Site::open().await;
    let unknown = site.guest().post("/sign-in", "identifier=nobody.test&password=faux").await;
    unknown.leads("422").says("sign-in-refused-school");
}

#[tokio::test]
async fn coming_back_after_a_year_is_told_to_the_mailbox() {
    const YEAR: i64 = 365 * DAY;
    for (absence, confirmed, expected) in [
        (YEAR - 1, false, None),
        (YEAR, false, Some("http://pix.example/email-confirmation/")),
        (YEAR, true, Some("depuis le 2\u{a0}novembre 2026")),
    ] {
        let site = Site::open().await;
        let account = site.account_with_password("ada", 0).await;
        if confirmed {
            let mut tx = site.house.db.begin().await.expect("a transaction");
            store::account::confirm_email(&mut tx, account.id, site.now()).await.expect("confirmed");
            tx.commit().await.expect("kept");
        }
        site.wait(absence);
        let fields = format!("identifier=ada%40pix.example&password={PASSWORD}");
        let signed = site.guest().post("/sign-in", &fields).await;
        signed.leads("303 /home");
        assert!(signed.tally.statements.len() <= 5);
        let mails = site.mails().await;
        assert_eq!(mails.len(), usize::from(expected.is_some()), "after {absence}");
        if let Some(text) = expected {
            assert!(mails[0].1.contains(text), "{}", mails[0].1);
        }
        site.guest().post("/sign-in", &fields).await.leads("303 /home");
        assert!(site.mails().await.is_empty(), "once");
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
