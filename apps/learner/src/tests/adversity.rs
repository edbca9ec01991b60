//! Bad luck and bad will: a clock that goes backwards, forged cookies, ten thousand attempts to sign in.

use std::collections::BTreeMap;
use std::time::Duration;

use axum::body::Body;
use axum::http::{Request, header};
use content::Lang;
use rules::attempt::Pins;
use rules::placement::Placement;
use rules::rebuild::{Event, rebuild};
use rules::syllabus::Syllabus;
use rules::verdict_number;
use store::trial::Trial;
use store::{Db, Options};
use tokio::task::JoinSet;
use tower::ServiceExt;

use super::site::{DAY, HOUR, PASSWORD, Site, Visitor};
use super::taking::{COMPETENCE, SKIP, Taking};
use crate::attempt_loading::{competence_index, read_state};

/// Attempts to sign in, all at once.
const ATTEMPTS: usize = 10_000;

#[tokio::test]
async fn a_clock_that_goes_backwards_loses_nothing() {
    let site = Site::open().await;
    let taking = Taking::begin(&site.learner("zoe").await).await;
    for (position, step) in (1..).zip([HOUR, -2 * HOUR, -DAY, 3 * HOUR, -40 * DAY]) {
        taking.answer(position, SKIP).await;
        assert_eq!(taking.counted().await, (position.into(), position, i64::from(position) + 1));
        site.wait(step);
        taking.visitor.get("/profile").await.leads("200");
        taking.visitor.get(&taking.path("/checkpoint")).await.leads("200");
    }
    let again = Taking::begin(&taking.visitor).await;
    assert_eq!(again.id, taking.id, "the test under way goes on");
    check_rebuilt(&taking).await;
}

/// No answer took less than no time, and the state is the one that the answers make.
async fn check_rebuilt(taking: &Taking<'_>) {
    let (house, account) = (&taking.visitor.site.house, taking.visitor.account);
    let attempt = store::attempt::by_id(&house.db, account, taking.id).await.expect("a row");
    let attempt = attempt.expect("an attempt");
    let shelf = house.bank.present();
    let competence = competence_index(shelf, COMPETENCE).expect("a competence");
    let pins = Pins {
        id: attempt.id.number(),
        competence,
        placement: Placement::pinned(&attempt.algorithm).expect("a known algorithm"),
        seed: attempt.seed,
        improving: attempt.improving,
        afresh: attempt.afresh,
        started_at: attempt.started_at,
    };
    let answers = store::answer::range(&house.db, account, taking.id, 1, 1000).await.expect("the answers");
    assert!(answers.iter().all(|answer| answer.seconds >= 0), "{answers:?}");
    let answered = answers.iter().map(|answer| Event::Answered {
        pins: pins.clone(),
        status: verdict_number::read(answer.status).expect("a status"),
        at: answer.answered_at,
    });
    let events: Vec<Event> = std::iter::once(Event::Began(pins.clone())).chain(answered).collect();
    let syllabus = Syllabus::of(&shelf.release, competence);
    let stored = store::state::find(&house.db, account, crate::attempt_loading::FRAMEWORK).await;
    let known = read_state(&stored.expect("a state").body).expect("a state of this version");
    assert_eq!(known, rebuild(&events, |_| Some(&syllabus)));
}

#[tokio::test]
async fn a_forged_cookie_opens_nothing() {
    let site = Site::open().await;
    let learner = site.learner("zoe").await;
    let token = learner.cookie.strip_prefix("session=").expect("a session");
    let turned: String = token.chars().rev().collect();
    let forged = [
        "session=".to_owned(),
        "session=0".to_owned(),
        format!("session={turned}"),
        format!("session={}", &token[..token.len() - 1]),
        format!("session={token}A"),
        format!("session={}", token.to_lowercase()),
        format!("session={}", "A".repeat(5000)),
        format!("session={}", learner.csrf),
        format!("session='{token}' OR 1=1"),
        format!("session=%00{token}"),
        format!("Session={token}"),
        format!("__Host-session={token}"),
        format!("session={turned}; session={token}"),
    ];
    for cookie in forged {
        let stranger = Visitor { cookie: cookie.clone(), ..learner.clone() };
        let page = stranger.get("/profile").await;
        page.leads("303 /sign-in?next=%2Fprofile").lacks("zoe");
        let posted = stranger.post(&format!("/competences/{COMPETENCE}/attempts"), "").await;
        assert!(posted.location.starts_with("/sign-in"), "{cookie}: {}", posted.outcome());
        assert_eq!((page.tally.commits, posted.tally.commits), (0, 0), "{cookie}");
    }
    learner.get("/profile").await.leads("200");
}

/// A session that should be noted as used is not, and the page is shown all the same.
#[tokio::test]
async fn reading_goes_on_while_nothing_can_be_written() {
    let trial =
        Trial::sqlite_with(Options { patience: Duration::from_millis(50), ..Options::default() }).await;
    let site = Site::over(trial.db.clone());
    let learner = site.learner("zoe").await;
    let elsewhere = Db::open(&trial.url).await.expect("the database opens");
    let lock = elsewhere.begin().await.expect("the write lock");
    assert_eq!(learner.get("/profile").await.leads("200").tally.commits, 0);
    learner.post("/account/names", "first-name=Zo&last-name=Roy").await.leads("503");
    drop(lock);
    assert_eq!(learner.get("/profile").await.leads("200").tally.commits, 1, "now it is noted");
}

#[tokio::test]
async fn forged_preferences_are_no_preferences() {
    let site = Site::open().await;
    for prefs in ["fr.dark.comfort.x", "<script>", "en.en.en.en", &"fr.".repeat(2000)] {
        let guest = Visitor { cookie: format!("prefs={prefs}"), ..site.guest() };
        guest.get("/").await.leads("200").lacks("<script>");
    }
}

/// Some wait for their turn, whoever comes when the waiting room is full is told at once; those who are at work go on.
#[tokio::test]
async fn ten_thousand_attempts_to_sign_in_stop_nobody_else() {
    let site = Site::open().await;
    site.account_with_password("ada", 0).await;
    let taking = Taking::begin(&site.learner("zoe").await).await;
    let mut storm = JoinSet::new();
    for number in 0..ATTEMPTS {
        let who = if number % 2 == 0 { "ada".to_owned() } else { format!("nobody-{number}") };
        let fields = format!("identifier={who}%40pix.example&password=Faux-{number}");
        storm.spawn(site.router().oneshot(attempt(fields)));
    }
    let mut answered = 0;
    while let Some(asked) = taking.waiting().await {
        let reply = taking.answer(asked.position, SKIP).await;
        assert_eq!(reply.status, 303, "{}", reply.body);
        answered += 1;
    }
    let mut replies: BTreeMap<u16, usize> = BTreeMap::new();
    while let Some(reply) = storm.join_next().await {
        let reply = reply.expect("a reply").expect("a router always replies");
        *replies.entry(reply.status().as_u16()).or_default() += 1;
    }
    println!(
        "{ATTEMPTS} attempts to sign in at once: {replies:?}; meanwhile {answered} answers were accepted"
    );
    assert!(answered > 5, "{answered} answers");
    assert_eq!(replies.keys().collect::<Vec<_>>(), [&422, &503], "refused, or asked to come back");
    assert!(replies[&503] > replies[&422], "no pile: {replies:?}");
    let failures = site.find("ada@pix.example").await.expect("an account").failed_sign_ins;
    assert!(failures > 0, "the failures are counted");
    let right = format!("identifier=ada%40pix.example&password={PASSWORD}");
    site.guest().post("/sign-in", &right).await.leads("422");
}

fn attempt(fields: String) -> Request<Body> {
    let form = "application/x-www-form-urlencoded";
    let request = Request::post("/sign-in").header(header::CONTENT_TYPE, form);
    request.header(header::ACCEPT_LANGUAGE, Lang::Fr.code()).body(Body::from(fields)).expect("a request")
}
