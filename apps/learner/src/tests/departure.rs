//! Questions that ask to stay: leaving is noted once, warns, and changes no verdict in practice.

use store::answer;

use super::site::{Site, paced};
use super::taking::{SKIP, Taking, family_with, form};

/// The app with a bank where every question asks to stay on its page.
async fn focused() -> Site {
    Site::with_bank(|text| paced(text, "focus", None)).await
}

impl Taking<'_> {
    async fn leave(&self, position: u16) -> web::trial::Reply {
        self.visitor.post(&self.path(&format!("/departures/{position}")), "").await
    }
}

#[tokio::test]
async fn what_the_mode_means_is_told_once() {
    let site = focused().await;
    let taking = Taking::begin(&site.learner("zoe").await).await;
    let first = taking.visitor.get(&taking.path("/questions/1")).await;
    first
        .says("question-mode-focus")
        .says("question-mode-focus-means")
        .holds("<details class=\"more\" open>");
    first.holds("data-focus").lacks("data-known");
    taking.answer(1, SKIP).await;
    let second = taking.visitor.get(&taking.path("/questions/2")).await;
    second.says("question-mode-focus-means").lacks("<details class=\"more\" open>");
}

#[tokio::test]
async fn leaving_is_noted_once_and_only_warns() {
    let site = focused().await;
    let learner = site.learner("zoe").await;
    let taking = Taking::at(&learner, family_with(&site, |_| true)).await;
    let asked = taking.waiting().await.expect("a question");
    let leaving = taking.leave(1).await;
    leaving.leads(&format!("303 {}", taking.path("/questions/1")));
    assert_eq!((leaving.tally.statements.len(), leaving.tally.commits), (2, 1));
    let again = taking.leave(1).await;
    assert_eq!((again.tally.statements.len(), again.tally.commits), (1, 0), "once is enough");
    learner.get(&taking.path("/questions/1")).await.says("focus-left").holds("data-known");

    let fields = form(&asked.instance.key.right_answer(), &asked.instance.paper.input);
    let reply = taking.answer(1, &fields).await;
    assert_eq!((reply.tally.statements.len(), reply.tally.commits), (3, 1));
    let row = answer::by_position(&site.house.db, learner.account, taking.id, 1).await.expect("a reading");
    let row = row.expect("an answer");
    let status = rules::verdict_number::read(row.status);
    assert_eq!((row.page_left, status), (true, Some(grade::Status::Ok)), "in practice it only warns");
    for page in ["/corrections/1", "/checkpoint"] {
        learner.get(&taking.path(page)).await.says("outcome-left").says("outcome-ok");
    }
    learner.get(&taking.path("/questions/2")).await.lacks("data-known");
    taking.answer(2, SKIP).await;
    learner.get(&taking.path("/corrections/2")).await.leads("200");
    let rows = answer::range(&site.house.db, learner.account, taking.id, 1, 9).await.expect("the answers");
    assert_eq!(rows.iter().map(|row| row.page_left).collect::<Vec<_>>(), [true, false]);
}

#[tokio::test]
async fn where_one_may_look_elsewhere_nothing_is_noted() {
    let site = Site::with_bank(|text| paced(text, "free", None)).await;
    let taking = Taking::begin(&site.learner("zoe").await).await;
    for position in [0, 1, 2] {
        let reply = taking.leave(position).await;
        assert_eq!((reply.status, reply.tally.commits), (303, 0), "{position}");
    }
    let question = taking.visitor.get(&taking.path("/questions/1")).await;
    question.says("question-mode-free-means").lacks("data-focus");
    assert_eq!(taking.counted().await, (0, 0, 1));
}
