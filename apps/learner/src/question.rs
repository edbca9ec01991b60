//! A question of an attempt, as its learner meets it.

use axum::extract::{Path, State};
use axum::response::{Html, IntoResponse, Redirect, Response};
use content::Instance;
use rules::attempt::{Admission, admit};
use web::house::House;
use web::refusal::Refusal;
use web::visit::Ticket;

use crate::attempt_loading::Standing;
use crate::question_page::{Again, Asked};
use crate::{attempt, frame::Sheet, question_page};

/// `GET /attempts/{attempt}/questions/{position}`: the question asked; any other position leads to it.
pub async fn show(
    State(house): State<House>,
    ticket: Ticket,
    Path((attempt, position)): Path<(String, u16)>,
) -> Result<Response, Refusal> {
    let standing = Standing::load(&house, ticket, &attempt).await?;
    match admit(&standing.state, standing.pins.id, position) {
        Admission::Grade(family) => {
            let instance = standing.instance(family, position, standing.learner.frame.lang)?;
            Ok(page(&house, &standing, &instance, position, None).into_response())
        }
        Admission::Repeat(_) => {
            Ok(Redirect::to(&standing.path(&format!("/corrections/{position}"))).into_response())
        }
        Admission::Ahead(_) | Admission::Gone => {
            Ok(Redirect::to(&attempt::address(&standing)).into_response())
        }
    }
}

/// The page of a question; `again` when an answer was not taken.
pub fn page(
    house: &House,
    standing: &Standing,
    instance: &Instance,
    position: u16,
    again: Option<&Again>,
) -> Html<String> {
    let words = standing.learner.frame.words();
    let competence = standing.shelf.release.framework().competence(&standing.attempt.competence);
    let name = competence.map_or("", |competence| competence.name.get(instance.paper.lang));
    let asked = Asked {
        words,
        competence: name,
        paper: &instance.paper,
        position,
        answer: &standing.path(&format!("/answers/{position}")),
        files: &standing.path(&format!("/questions/{position}/files")),
        file_query: &format!("?lang={}", instance.paper.lang.code()),
        csrf: &standing.learner.person.form_token,
        again,
    };
    let title = format!("{} · {name}", words.with("question-title", &[("n", position.into())]));
    Sheet::new(&title, question_page::page(&asked)).within("profile").for_learner(house, &standing.learner)
}
