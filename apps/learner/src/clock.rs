//! The clock of a timed question: it starts when the learner opens the question, once, and is kept by the server.

use axum::extract::{Path, State};
use axum::response::{Html, Redirect};
use content::Instance;
use rules::under_way::opened;
use web::components::banner::Tone;
use web::form::Form;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Ticket;

use crate::attempt_loading::Standing;
use crate::clock_page::{self, Closed};
use crate::frame::Sheet;
use crate::under_way;

/// `POST /attempts/{attempt}/clocks/{position}`: opens the question. Repeated, the first instant stays.
pub async fn create(
    State(house): State<House>,
    ticket: Ticket,
    Path((attempt, position)): Path<(String, u16)>,
    posted: Form,
) -> Result<Redirect, Refusal> {
    under_way::keep(&house, ticket, (&attempt, position), &posted, |standing, place| {
        let timed = |family| standing.limit(family).is_some();
        opened(&standing.state, place, house.clock.now(), timed)
    })
    .await
}

/// The page before a timed question: what will be measured, and the button that starts it.
pub fn page(
    house: &House,
    standing: &Standing,
    instance: &Instance,
    (position, said): (u16, Option<&str>),
) -> Html<String> {
    let words = standing.learner.frame.words();
    let name = standing.name(instance.paper.lang);
    let closed = Closed {
        words,
        competence: &name,
        position,
        limit: instance.paper.timer.unwrap_or_default(),
        open: &standing.path(&format!("/clocks/{position}")),
        answer: &standing.path(&format!("/answers/{position}")),
        csrf: &standing.learner.person.form_token,
    };
    let title =
        format!("{} · {}", words.with("question-title", &[("n", position.into())]), closed.competence);
    let sheet = Sheet::new(&title, clock_page::page(&closed)).within("profile");
    Sheet { toast: said.map(|text| (Tone::Ok, text)), ..sheet }.for_learner(house, &standing.learner)
}
