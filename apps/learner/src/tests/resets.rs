//! Starting a competence again: when it may be done, what is lost, what stays; improving waits too.

use rules::attempt::Pins;
use rules::placement::Placement;
use rules::rebuild::{Event, rebuild};
use rules::verdict_number;
use store::{AttemptId, reset, state, trial};

use super::site::{DAY, HOUR, Site, Visitor};
use super::taking::{COMPETENCE, Taking, form};
use crate::attempt_loading::{FRAMEWORK, competence_index, read_state};

const PAGE: &str = "/competences/1.2/reset";
const DONE: &str = "303 /competences/1.2?done=reset";

#[tokio::test]
async fn a_reset_waits_seven_days_and_is_done_once() {
    trial::each(async |db| {
        let site = Site::over(db);
        let learner = site.learner("zoe").await;
        learner.get(PAGE).await.leads("303 /competences/1.2");
        learner.post(PAGE, "").await.leads("303 /competences/1.2");
        let taking = Taking::begin(&learner).await;
        answer_right(&taking, 6).await;
        site.wait(7 * DAY - HOUR);
        learner.get(PAGE).await.leads("200").holds("dans un jour").lacks("<form class=\"actions\"");
        learner.post(PAGE, "").await.leads("303 /competences/1.2/reset");
        learner.get("/competences/1.2").await.holds("dans un jour").lacks(&format!("href=\"{PAGE}\""));
        site.wait(HOUR);
        learner.get("/competences/1.2").await.holds(&format!("href=\"{PAGE}\""));
        learner
            .get(PAGE)
            .await
            .leads("200")
            .says("zero-stopped")
            .says("zero-kept")
            .holds(" pix et votre niveau ");
        learner.post_raw(PAGE, &[], "csrf=wrong").await.leads("403");
        let reply = learner.post(PAGE, "").await;
        reply.leads(DONE);
        assert_eq!((reply.tally.statements.len(), reply.tally.commits), (3, 1), "{:#?}", reply.tally);
        learner.get("/competences/1.2?done=reset").await.says("zero-done").says("competence-no-level");
        learner.post(PAGE, "").await.leads("303 /competences/1.2");
        let resets = reset::of_account(&site.house.db, learner.account, FRAMEWORK, None, 9).await;
        assert_eq!(resets.expect("the resets").len(), 1);
        check_after(&site, &learner, &taking).await;
    })
    .await;
}

/// The old attempt is over, its corrections stay, a new one begins, and the state is the one that events make.
async fn check_after(site: &Site, learner: &Visitor<'_>, old: &Taking<'_>) {
    learner.get(&old.path("/corrections/1")).await.leads("200").says("correction-how");
    learner.get(&old.path("/result")).await.leads("303 /competences/1.2");
    old.answer(7, "skip=1").await.leads(&format!("303 {}", old.path("/result")));
    site.wait(HOUR);
    let again = Taking::begin(learner).await;
    answer_right(&again, 2).await;
    let stored = state::find(&site.house.db, learner.account, FRAMEWORK).await.expect("a state");
    let kept = read_state(&stored.body).expect("a state of this version");
    assert_eq!(made_again(site, learner, [old.id, again.id]).await, kept);
    assert!(!kept.run(again.id.number()).expect("a run").families.is_empty());
}

async fn made_again(
    site: &Site,
    learner: &Visitor<'_>,
    ids: [AttemptId; 2],
) -> rules::learner_state::LearnerState {
    let (db, shelf) = (&site.house.db, site.house.bank.present());
    let competence = competence_index(shelf, COMPETENCE).expect("a competence");
    let mut events = Vec::new();
    for id in ids {
        let attempt =
            store::attempt::by_id(db, learner.account, id).await.expect("a row").expect("an attempt");
        let (seed, improving, started_at) = (attempt.seed, attempt.improving, attempt.started_at);
        assert!(!improving, "after a reset, a first test again");
        let placement = Placement::pinned(&attempt.algorithm).expect("a known algorithm");
        let pins =
            Pins { id: id.number(), competence, placement, seed, improving, afresh: false, started_at };
        events.push(Event::Began(pins.clone()));
        for answer in store::answer::range(db, learner.account, id, 1, 99).await.expect("the answers") {
            let status = verdict_number::read(answer.status).expect("a status");
            events.push(Event::Answered { pins: pins.clone(), status, at: answer.answered_at });
        }
        if id == ids[0] {
            events.push(Event::Reset { competence });
        }
    }
    rebuild(&events, |_| shelf.syllabus(competence))
}

#[tokio::test]
async fn two_tabs_reset_once() {
    let site = Site::open().await;
    let learner = site.learner("zoe").await;
    answer_right(&Taking::begin(&learner).await, 3).await;
    site.wait(7 * DAY);
    let learner = site.signed_in(learner.account).await;
    let (one, two) = tokio::join!(learner.post(PAGE, ""), learner.post(PAGE, ""));
    let mut outcomes = [one.outcome(), two.outcome()];
    outcomes.sort();
    assert_eq!(outcomes, ["303 /competences/1.2", DONE]);
    let resets = reset::of_account(&site.house.db, learner.account, FRAMEWORK, None, 9).await;
    assert_eq!(resets.expect("the resets").len(), 1);
}

#[tokio::test]
async fn a_result_is_improved_after_four_days_only() {
    let site = Site::open().await;
    let learner = site.learner("zoe").await;
    let first = Taking::begin(&learner).await;
    first.pass_all().await;
    let start = "/competences/1.2/attempts";
    site.wait(4 * DAY - HOUR);
    learner.post(start, "").await.leads("303 /competences/1.2");
    learner.get("/competences/1.2").await.holds("dans un jour").lacks(&format!("action=\"{start}\""));
    site.wait(HOUR);
    learner.get("/competences/1.2").await.holds(&format!("action=\"{start}\""));
    let again = Taking::begin(&learner).await;
    assert_ne!(again.id, first.id);
    let attempt = store::attempt::by_id(&site.house.db, learner.account, again.id).await.expect("a row");
    assert!(attempt.expect("an attempt").improving);
}

async fn answer_right(taking: &Taking<'_>, times: u16) {
    for _ in 0..times {
        let asked = taking.waiting().await.expect("a question");
        let answer = form(&asked.instance.key.right_answer(), &asked.instance.paper.input);
        taking.answer(asked.position, &answer).await;
    }
}
