//! Answering: what is refused keeps what was typed, what is repeated changes nothing, whoever it is not for sees nothing.

use content::{FieldKind, Input, Instance};
use grade::{Answer, Mistake, Wrong};
use maud::html;
use rules::attempt::STAGE;
use std::collections::BTreeSet;
use web::{Lang, Words};

use super::site::{DAY, Site};
use super::taking::{SKIP, Taking, family_with, form};

/// A form that is no answer: refused with a sentence, kept on the page, and not counted.
async fn check_refused(wanted: fn(&Input) -> bool, fields: &str, why: &'static str, kept: &[&str]) {
    let site = Site::open().await;
    let learner = site.learner("zoe").await;
    let taking = Taking::at(&learner, family_with(&site, |instance| wanted(&instance.paper.input))).await;
    let before = taking.counted().await;
    let reply = taking.answer(1, fields).await;
    reply.leads("422").says(why).holds("data-summary");
    for html in kept {
        reply.holds(html);
    }
    assert_eq!(taking.counted().await, before, "{fields:?} changed something");
    assert_eq!(reply.tally.commits, 0);
    taking.answer(1, SKIP).await.leads(&format!("303 {}", taking.path("/questions/2")));
}

fn is_choice(input: &Input) -> bool {
    matches!(input, Input::Choice { .. })
}

fn is_text(input: &Input) -> bool {
    matches!(input, Input::Text { .. })
}

fn is_set(input: &Input) -> bool {
    matches!(input, Input::Set { .. })
}

fn is_order(input: &Input) -> bool {
    matches!(input, Input::Order { .. })
}

fn is_choices(input: &Input) -> bool {
    matches!(input, Input::Choices { .. })
}

fn is_fields_of_text(input: &Input) -> bool {
    matches!(input, Input::Fields(fields) if fields.iter().all(|field| !matches!(field.kind, FieldKind::Select { .. })))
}

#[tokio::test]
async fn an_empty_answer_is_asked_again() {
    for wanted in [is_choice, is_choices, is_text, is_set, is_fields_of_text] {
        check_refused(wanted, "", "question-error-empty", &[]).await;
    }
    check_refused(is_text, "text=+++", "question-error-empty", &[]).await;
}

#[tokio::test]
async fn an_incomplete_answer_keeps_what_was_typed() {
    let typed = "field.1=mon+mot&field.2=";
    check_refused(is_set, typed, "question-error-fields", &["value=\"mon mot\""]).await;
    let ranks = "rank.0=2&rank.1=2";
    check_refused(is_order, ranks, "question-error-fields", &["<option value=\"2\" selected>2</option>"])
        .await;
}

#[tokio::test]
async fn an_answer_of_another_shape_is_refused() {
    for (wanted, fields) in [
        (is_choice as fn(&Input) -> bool, "choice=99"),
        (is_choice, "choice=-1"),
        (is_choice, "choice=one"),
        (is_choices, "choice=0&choice=99"),
        (is_order, "rank.0=x&rank.1=2"),
    ] {
        check_refused(wanted, fields, "question-error-shape", &[]).await;
    }
}

#[tokio::test]
async fn a_text_without_end_is_refused_and_kept_in_part() {
    let site = Site::open().await;
    let learner = site.learner("zoe").await;
    let taking = Taking::at(&learner, family_with(&site, |instance| is_text(&instance.paper.input))).await;
    let reply = taking.answer(1, &format!("text={}", "é".repeat(501))).await;
    reply.leads("422").holds(&format!("value=\"{}\"", "é".repeat(500))).holds("500");
    assert_eq!(taking.counted().await.0, 0);
}

#[tokio::test]
async fn what_is_typed_is_shown_as_text() {
    let kept = ["value=\"&lt;script&gt;alert(1)&lt;/script&gt;&quot;\""];
    let typed = "field.1=%3Cscript%3Ealert(1)%3C/script%3E%22";
    check_refused(is_set, typed, "question-error-fields", &kept).await;
}

#[tokio::test]
async fn a_repeated_answer_changes_nothing_and_leads_to_the_same_place() {
    let site = Site::open().await;
    let taking = Taking::begin(&site.learner("zoe").await).await;
    for position in 1..=STAGE {
        let Some(asked) = taking.waiting().await else { panic!("a test has more than {STAGE} questions") };
        let fields = form(&asked.instance.key.right_answer(), &asked.instance.paper.input);
        let first = taking.answer(position, &fields).await;
        let counted = taking.counted().await;
        assert_eq!((counted.0, counted.1), (usize::from(position), position));
        for again in [fields.as_str(), SKIP, ""] {
            let reply = taking.answer(position, again).await;
            assert_eq!(reply.outcome(), first.outcome(), "{again:?} at {position}");
            assert_eq!(taking.counted().await, counted, "{again:?} at {position}");
        }
    }
}

#[tokio::test]
async fn an_answer_to_another_question_is_not_taken() {
    let site = Site::open().await;
    let taking = Taking::begin(&site.learner("zoe").await).await;
    taking.answer(1, SKIP).await;
    taking.answer(2, SKIP).await;
    let (counted, here) = (taking.counted().await, format!("303 {}", taking.path("/questions/3")));
    for position in [0, 1, 2, 4, 5, 6, u16::MAX] {
        taking.answer(position, SKIP).await.leads(&here);
        assert_eq!(taking.counted().await, counted, "at {position}");
    }
}

#[tokio::test]
async fn after_the_end_nothing_is_taken() {
    let site = Site::open().await;
    let learner = site.learner("zoe").await;
    let taking = Taking::begin(&learner).await;
    let mut last = 0;
    while let Some(asked) = taking.waiting().await {
        last = asked.position;
        taking.answer(last, SKIP).await;
    }
    let counted = taking.counted().await;
    taking.answer(last, SKIP).await.leads(&format!("303 {}", taking.path("/checkpoint")));
    taking.answer(last + 1, SKIP).await.leads(&format!("303 {}", taking.path("/result")));
    assert_eq!(taking.counted().await, counted);

    site.wait(4 * DAY);
    let newer = Taking::begin(&learner).await;
    assert_ne!(newer.id, taking.id, "a result may be improved after four days");
    taking.answer(last + 1, SKIP).await.leads(&format!("303 {}", taking.path("/result")));
    assert_eq!(taking.counted().await.0, counted.0, "a test that was replaced takes no answer");
    assert_eq!(newer.counted().await.1, 0, "nor does the newer one, for it");
}

#[tokio::test]
async fn a_result_too_recent_is_not_improved() {
    let site = Site::open().await;
    let learner = site.learner("zoe").await;
    let taking = Taking::begin(&learner).await;
    while let Some(asked) = taking.waiting().await {
        taking.answer(asked.position, SKIP).await;
    }
    let counted = taking.counted().await;
    site.wait(4 * DAY - 1000);
    let refused = learner.post("/competences/1.2/attempts", "").await;
    refused.leads("303 /competences/1.2");
    assert_eq!(taking.counted().await, counted);
}

#[tokio::test]
async fn a_competence_without_questions_is_not_begun() {
    let site = Site::before("3.4", "2030-01").await;
    let learner = site.learner("zoe").await;
    learner.post("/competences/3.4/attempts", "").await.leads("303 /competences/3.4");
    learner.get("/competences/3.4").await.leads("200").holds("janvier 2030");
    learner.get("/profile").await.leads("200").holds("janvier 2030");
}

#[tokio::test]
async fn a_test_in_progress_is_begun_once() {
    let site = Site::open().await;
    let learner = site.learner("zoe").await;
    let (one, other) = (Taking::begin(&learner).await, Taking::begin(&learner).await);
    assert_eq!(one.id, other.id);
    assert_eq!(one.counted().await, (0, 0, 1));
}

#[tokio::test]
async fn the_test_of_somebody_else_does_not_exist() {
    let site = Site::open().await;
    let taking = Taking::begin(&site.learner("zoe").await).await;
    let other = Taking { visitor: site.learner("max").await, id: taking.id };
    other.answer(1, SKIP).await.leads("404").says("trouble-404-title").lacks("zoe");
    assert_eq!(taking.counted().await, (0, 0, 1));
}

#[tokio::test]
async fn two_tabs_answer_once() {
    let site = Site::open().await;
    let taking = Taking::begin(&site.learner("zoe").await).await;
    let (one, other) = tokio::join!(taking.answer(1, SKIP), taking.answer(1, SKIP));
    assert_eq!(one.outcome(), other.outcome());
    assert_eq!(taking.counted().await, (1, 1, 2));
}

/// The feedback of a mistake says "this shop", "this message": the correction names it.
#[tokio::test]
async fn a_correction_names_the_line_or_the_field_that_a_mistake_is_about() {
    let site = Site::open().await;
    let several =
        |instance: &Instance| matches!(&instance.paper.input, Input::Fields(fields) if fields.len() > 2);
    for wanted in [&several as &dyn Fn(&Instance) -> bool, &|one| is_choices(&one.paper.input)] {
        let family = family_with(&site, |instance| wanted(instance) && about_a_part(instance).is_some());
        let mut told = false;
        // Each person draws an instance of their own; not every one of them has such a mistake.
        for number in 0..20 {
            let learner = site.learner(&format!("{}-{number}", family.id())).await;
            told = check_told_part(&Taking::at(&learner, family).await).await;
            if told {
                break;
            }
        }
        assert!(told, "{} never had a mistake about a part", family.id());
    }
}

/// Makes the mistake about a part of the answer, if the instance has one; tells whether it had.
async fn check_told_part(taking: &Taking<'_>) -> bool {
    let asked = taking.waiting().await.expect("a question").instance;
    let Some(mistake) = about_a_part(&asked) else { return false };
    let name = match (&mistake.wrong, &asked.paper.input) {
        (Wrong::Option(line), Input::Choices { options }) => options[*line].clone(),
        (Wrong::Field { key, .. }, Input::Fields(fields)) => {
            fields.iter().find(|field| field.key == *key).expect("a field").label.clone()
        }
        other => panic!("{other:?}"),
    };
    taking.answer(1, &form(&asked.key.wrong_answer(mistake), &asked.paper.input)).await;
    let about = Words::of(Lang::Fr).with("correction-about", &[("what", name.into())]);
    let escaped = html! { (about) }.into_string();
    taking.visitor.get(&taking.path("/corrections/1")).await.says("correction-happened").holds(&escaped);
    true
}

/// A mistake about one line or field that a form can send: nothing ticked at all is no answer.
fn about_a_part(instance: &Instance) -> Option<&Mistake> {
    let key = &instance.key;
    key.question.mistakes.iter().find(|one| {
        matches!(one.wrong, Wrong::Option(_) | Wrong::Field { .. })
            && key.wrong_answer(one) != Answer::Choices(BTreeSet::new())
    })
}
