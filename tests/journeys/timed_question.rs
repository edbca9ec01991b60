//! A question with a limit of time: nothing before its clock runs, a clock that is shown and told, a late answer kept.

use crate::accessibility::{LOOKS, Look, check};
use crate::answering::fill;
use crate::backstage::{Backstage, right};
use crate::browser::Browser;
use crate::site::Site;
use crate::visitor::Visitor;
use grade::Status;

/// Its bank gives five minutes: so do the banks of real life.
const FAMILY: &str = "4.1-e-3-which-approval";
const EMAIL: &str = "minute@journey.example";
const OPEN: &str = "form[action$='/clocks/1'] [type=submit]";

/// Hears what a screen reader is told, and lets the page's own time be moved on.
const LISTEN: &str = r#"
    const said = document.querySelector("[data-said]"), now = Date.now;
    window.heard = [];
    window.ahead = 0;
    Date.now = () => now() + window.ahead * 1000;
    new MutationObserver(() => window.heard.push(said.textContent)).observe(said, { childList: true });
    const loud = "[aria-live], [role=status], [role=alert], [role=timer], [role=log]";
    return [said.getAttribute("role"), document.querySelector("[data-clock]").closest(loud) === null];
"#;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_timed_question_shows_and_tells_its_clock() {
    let site = Site::on_sqlite();
    let backstage = Backstage::of(&site).await;
    let visitor = Visitor::arrive(&site).await;
    let path = before(&visitor, &backstage).await;
    let mut faults = looked(&visitor, LOOKS[1], "timed, closed").await;
    visitor.follow(OPEN).await;
    assert_eq!(visitor.path().await, path);
    clock_is_told(&visitor).await;
    assert!(visitor.text(".countdown").await.contains("Le temps est écoulé"));
    assert_eq!(visitor.count(".question form [disabled]").await, 0, "one can still answer");

    for look in [LOOKS[0], LOOKS[1]] {
        faults.extend(looked(&visitor, look, "timed, open").await);
    }
    backstage.age(EMAIL, &path, 360).await;
    visitor.open(&path).await;
    assert_eq!(visitor.count("[data-countdown]").await, 0, "a reload gives no time back");
    fill(&visitor, &right(&backstage.asked(EMAIL, &path).await.key)).await;
    visitor.submit().await;
    late_answer_is_kept(&visitor, &backstage, &path).await;
    check(&faults);
    visitor.browser.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_timed_question_needs_no_script() {
    let site = Site::on_sqlite();
    let backstage = Backstage::of(&site).await;
    let visitor = Visitor { site: &site, browser: Browser::open_without_javascript().await };
    let path = before(&visitor, &backstage).await;
    visitor.follow(OPEN).await;
    backstage.age(EMAIL, &path, 90).await;
    visitor.open(&path).await;
    let shown = visitor.text(".countdown").await.replace('\u{a0}', " ");
    assert!(shown.contains("il vous restait 3 minutes"), "{shown}");
    fill(&visitor, &right(&backstage.asked(EMAIL, &path).await.key)).await;
    visitor.submit().await;
    assert_eq!(backstage.answered(EMAIL, &path).await, (Status::Ok, false), "in time");

    let next = path.replace("/questions/1", "/questions/2");
    backstage.ask(EMAIL, &next, FAMILY).await;
    visitor.open(&next).await;
    visitor.follow(&OPEN.replace("/1", "/2")).await;
    backstage.age(EMAIL, &next, 360).await;
    fill(&visitor, &right(&backstage.asked(EMAIL, &next).await.key)).await;
    visitor.submit().await;
    late_answer_is_kept(&visitor, &backstage, &next).await;
    visitor.browser.close().await;
}

/// Somebody new before the question: what will be measured, nothing of the question, however often it is loaded.
async fn before(visitor: &Visitor<'_>, backstage: &Backstage) -> String {
    visitor.sign_up(EMAIL).await;
    let path = visitor.begin("4.1").await;
    backstage.ask(EMAIL, &path, FAMILY).await;
    for _ in 0..2 {
        visitor.open(&path).await;
        assert_eq!(visitor.text("h1").await, "Question chronométrée");
        assert!(visitor.text("main").await.replace('\u{a0}', " ").contains("Vous aurez 5 minutes"));
        assert_eq!(visitor.count(".question").await, 0, "nothing of the question is there");
    }
    path
}

/// Everything that is wrong with the page, opened again in one look.
async fn looked(visitor: &Visitor<'_>, look: Look, page: &str) -> Vec<String> {
    let path = visitor.path().await;
    look.take(visitor).await;
    visitor.open(&path).await;
    look.faults(visitor, page).await
}

/// The clock moves for the eyes alone; a screen reader hears of it three times and at the end.
async fn clock_is_told(visitor: &Visitor<'_>) {
    assert!(visitor.text(".countdown").await.starts_with("Temps restant"));
    let listening = visitor.window().execute(LISTEN, vec![]).await.expect("a script runs");
    let (role, quiet): (String, bool) = listening.convert().expect("two values");
    assert_eq!((role.as_str(), quiet), ("status", true));
    for ahead in [60, 180, 235, 245, 255, 272, 280, 292, 296, 301] {
        let left = 300 - ahead;
        let shown = "[...document.querySelectorAll('[data-clock]')].map(one => one.textContent.split(':'))";
        let seconds = format!("{shown}.every(([m, s]) => 60 * m + +s <= {left})");
        visitor.until(&format!("(window.ahead = {ahead}, {seconds})")).await;
    }
    visitor.until("document.querySelector('.countdown--over')").await;
    let heard = visitor.window().execute("return window.heard", vec![]).await.expect("a script runs");
    let heard: Vec<String> = heard.convert().expect("texts");
    let beginnings =
        ["Il reste une minute", "Il reste 30 secondes", "Il reste 10 secondes", "Le temps est écoulé"];
    assert_eq!(heard.len(), beginnings.len(), "{heard:?}");
    let each = heard
        .iter()
        .zip(beginnings)
        .all(|(said, beginning)| said.replace('\u{a0}', " ").starts_with(beginning));
    assert!(each, "{heard:?}");
}

/// The answer is there, out of time, and its correction says so.
async fn late_answer_is_kept(visitor: &Visitor<'_>, backstage: &Backstage, path: &str) {
    assert_eq!(backstage.answered(EMAIL, path).await, (Status::TimedOut, false));
    visitor.open(&path.replace("/questions/", "/corrections/")).await;
    let told = visitor.text("main").await.replace('\u{a0}', " ");
    assert!(told.contains("Hors délai") && told.contains("après la limite (5 minutes)"), "{told}");
}
