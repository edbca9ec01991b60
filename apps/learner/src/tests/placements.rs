//! The placement is a setting of the instance, pinned by each test when it begins, on both engines.

use rules::attempt::Pins;
use rules::placement::Placement;
use rules::rebuild::{Event, rebuild};
use rules::verdict_number;
use store::trial;

use super::site::Site;
use super::taking::{COMPETENCE, SKIP, Taking, form};
use crate::attempt_loading::competence_index;

/// Answers the question that waits, right but every fourth time; false at the end of the test.
async fn answer_one(taking: &Taking<'_>) -> bool {
    let Some(asked) = taking.waiting().await else { return false };
    let answer = form(&asked.instance.key.right_answer(), &asked.instance.paper.input);
    let fields = if asked.position.is_multiple_of(4) { SKIP } else { &answer };
    let reply = taking.answer(asked.position, fields).await;
    assert!(reply.outcome().starts_with("303"), "{}", reply.outcome());
    true
}

#[tokio::test]
async fn a_test_keeps_the_placement_it_began_with() {
    trial::each(async |db| {
        let by = |placement| Site::placing(db.clone(), placement);
        let (reference, bayes) = (by(Placement::Reference), by(Placement::Bayes));
        for (first, second) in [(&reference, &bayes), (&bayes, &reference)] {
            let learner = first.learner(if std::ptr::eq(first, &bayes) { "zoe" } else { "ada" }).await;
            let here = Taking::begin(&learner).await;
            let there = Taking { id: here.id, visitor: second.signed_in(learner.account).await };
            while answer_one(&here).await && answer_one(&there).await {}
            assert_eq!(here.known().await, made_again(&here).await, "{:?}", first.house.site.placement);
            let page = here.visitor.get(&here.path("/result")).await;
            page.leads("200");
            let told = first.house.site.placement == Placement::Bayes;
            assert_eq!(page.body.contains("neuf chances sur dix"), told, "{}", page.body);
            let page = here.visitor.get(&format!("/competences/{COMPETENCE}")).await;
            assert_eq!(page.body.contains("neuf chances sur dix"), told, "{}", page.body);
        }
    })
    .await;
}

/// The state that the attempt and its answers make.
async fn made_again(taking: &Taking<'_>) -> rules::learner_state::LearnerState {
    let (house, account) = (&taking.visitor.site.house, taking.visitor.account);
    let attempt = store::attempt::by_id(&house.db, account, taking.id).await.expect("a row");
    let attempt = attempt.expect("an attempt");
    let shelf = house.bank.present();
    let pins = Pins {
        id: attempt.id.number(),
        competence: competence_index(shelf, COMPETENCE).expect("a competence"),
        placement: Placement::pinned(&attempt.algorithm).expect("a known algorithm"),
        seed: attempt.seed,
        improving: attempt.improving,
        afresh: attempt.afresh,
        started_at: attempt.started_at,
    };
    let answers = store::answer::range(&house.db, account, taking.id, 1, 99).await.expect("the answers");
    let answered = answers.iter().map(|answer| Event::Answered {
        pins: pins.clone(),
        status: verdict_number::read(answer.status).expect("a status"),
        at: answer.answered_at,
    });
    let events: Vec<Event> = std::iter::once(Event::Began(pins.clone())).chain(answered).collect();
    rebuild(&events, |pins| shelf.syllabus(pins.competence))
}
