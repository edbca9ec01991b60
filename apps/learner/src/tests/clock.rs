//! Timed questions: the clock starts when the learner opens the question, once, and only the server keeps it.

use store::answer;

use super::site::{HOUR, Site, Visitor, paced};
use super::taking::{SKIP, Taking, Waiting, family_with, form};

const LIMIT_MS: i64 = 60_000;
const GRACE_MS: i64 = rules::under_way::GRACE_MS;

/// The app with a bank where every question has a limit of a minute.
async fn timed() -> Site {
    Site::with_bank(|text| paced(text, "free", Some(60))).await
}

fn right_form(asked: &Waiting) -> String {
    form(&asked.instance.key.right_answer(), &asked.instance.paper.input)
}

/// Somebody before a timed question with a file.
async fn before<'a>(site: &'a Site, visitor: &Visitor<'a>) -> (Taking<'a>, Waiting) {
    let family = family_with(site, |instance| !instance.paper.downloads.is_empty());
    let taking = Taking::at(visitor, family).await;
    let asked = taking.waiting().await.expect("a question");
    assert_eq!(asked.instance.paper.timer, Some(60));
    (taking, asked)
}

impl Taking<'_> {
    async fn open(&self) -> web::trial::Reply {
        self.visitor.post(&self.path("/clocks/1"), "").await
    }

    async fn question(&self) -> web::trial::Reply {
        self.visitor.get(&self.path("/questions/1")).await
    }

    async fn answered(&self) -> answer::Answer {
        let (db, account) = (&self.visitor.site.house.db, self.visitor.account);
        answer::by_position(db, account, self.id, 1).await.expect("a reading").expect("an answer")
    }
}

#[tokio::test]
async fn nothing_of_a_timed_question_is_shown_before_it_is_opened() {
    let site = timed().await;
    let learner = site.learner("zoe").await;
    let (taking, asked) = before(&site, &learner).await;
    let closed = taking.question().await;
    closed
        .leads("200")
        .says("clock-heading")
        .holds("Vous aurez 1 minute")
        .holds(&format!("action=\"{}\"", taking.path("/clocks/1")));
    closed.lacks(asked.instance.paper.question.as_str()).lacks(&asked.instance.paper.title);
    let download = &asked.instance.paper.downloads[0];
    let file = taking.path(&format!("/questions/1/files/0/{}", download.file_name(download.formats[0])));
    learner.get(&file).await.leads("404");
    learner.get(&taking.path("/reports/1")).await.leads("404");
    taking.answer(1, &right_form(&asked)).await.leads(&format!("303 {}", taking.path("/questions/1")));
    assert_eq!(taking.counted().await, (0, 0, 1), "an answer to what nobody has seen is none");
    taking.open().await.leads(&format!("303 {}", taking.path("/questions/1")));
    taking.question().await.leads("200").holds(asked.instance.paper.question.as_str());
    learner.get(&file).await.leads("200");
}

#[tokio::test]
async fn the_clock_starts_once_and_goes_on() {
    let site = timed().await;
    let learner = site.learner("zoe").await;
    let (taking, _) = before(&site, &learner).await;
    site.wait(HOUR);
    let opening = taking.open().await;
    assert_eq!((opening.tally.statements.len(), opening.tally.commits), (2, 1));
    taking.question().await.holds("data-countdown=\"60\"");
    site.wait(20_000);
    let again = taking.open().await;
    assert_eq!(
        (again.tally.statements.len(), again.tally.commits),
        (1, 0),
        "a repeated post changes nothing"
    );
    taking.question().await.holds("data-countdown=\"40\"").holds("40 secondes");
    let elsewhere = site.signed_in(learner.account).await;
    elsewhere.get(&taking.path("/questions/1")).await.holds("data-countdown=\"40\"");
    site.wait(-HOUR);
    taking.question().await.holds("data-countdown=\"60\"");
    site.wait(HOUR + 40_000);
    taking.question().await.says("countdown-over").lacks("data-countdown");
}

/// A right answer so long after the opening: its verdict and its seconds.
async fn check_answer(wait: i64, expected: (grade::Status, i64)) {
    let site = timed().await;
    let learner = site.learner("zoe").await;
    let (taking, asked) = before(&site, &learner).await;
    site.wait(HOUR);
    taking.open().await;
    site.wait(wait);
    let reply = taking.answer(1, &right_form(&asked)).await;
    assert_eq!((reply.status, reply.tally.statements.len(), reply.tally.commits), (303, 3, 1));
    let row = taking.answered().await;
    let status = rules::verdict_number::read(row.status).expect("a status");
    assert_eq!((status, row.seconds), expected, "{wait} ms after the opening");
    let correction = learner.get(&taking.path("/corrections/1")).await;
    if status == grade::Status::TimedOut {
        correction.says("outcome-timed-out").holds("1 minute");
    }
}

#[tokio::test]
async fn an_answer_after_the_limit_is_kept_and_marked() {
    check_answer(5_000, (grade::Status::Ok, 5)).await;
    check_answer(LIMIT_MS + GRACE_MS, (grade::Status::Ok, 65)).await;
    check_answer(LIMIT_MS + GRACE_MS + 1, (grade::Status::TimedOut, 65)).await;
    check_answer(LIMIT_MS + HOUR, (grade::Status::TimedOut, 3_660)).await;
    check_answer(-2 * HOUR, (grade::Status::Ok, 0)).await;
}

#[tokio::test]
async fn late_and_wrong_is_wrong_and_a_question_can_be_passed_unopened() {
    let site = timed().await;
    let learner = site.learner("zoe").await;
    let (taking, _) = before(&site, &learner).await;
    taking.answer(1, SKIP).await.leads(&format!("303 {}", taking.path("/questions/2")));
    assert_eq!(rules::verdict_number::read(taking.answered().await.status), Some(grade::Status::Skipped));
    let known = taking.known().await;
    let run = known.run(taking.id.number()).expect("a run");
    assert_eq!((run.opened_at, run.left), (None, false), "the next question has its own clock");
    taking.visitor.get(&taking.path("/questions/2")).await.says("clock-heading");
}

#[tokio::test]
async fn a_clock_is_only_for_its_own_question() {
    let site = timed().await;
    let learner = site.learner("zoe").await;
    let (taking, _) = before(&site, &learner).await;
    for position in [0, 2, 7] {
        let reply = learner.post(&taking.path(&format!("/clocks/{position}")), "").await;
        assert_eq!(reply.tally.commits, 0, "{position}");
    }
    assert_eq!(taking.counted().await, (0, 0, 1));
    let other = site.learner("max").await;
    other.post(&taking.path("/clocks/1"), "").await.leads("404");
    let free = Site::with_bank(|text| paced(text, "free", None)).await;
    let taking = Taking::begin(&free.learner("zoe").await).await;
    let reply = taking.open().await;
    assert_eq!((reply.status, reply.tally.commits), (303, 0), "a question without limit has no clock");
}

#[tokio::test]
async fn two_tabs_open_one_clock() {
    let site = timed().await;
    let learner = site.learner("zoe").await;
    let (taking, _) = before(&site, &learner).await;
    let (one, other) = tokio::join!(taking.open(), taking.open());
    assert_eq!(one.outcome(), other.outcome());
    assert_eq!(taking.counted().await, (0, 0, 2), "the state was saved once more");
}
