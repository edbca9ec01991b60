//! Leaving the page of a question that asks to stay: told once by the page's script, kept with the question. In
//! practice it only warns.

use axum::extract::{Path, State};
use axum::response::Redirect;
use content::Mode;
use rules::under_way::left;
use store::AttemptId;
use web::form::Form;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Ticket;

use crate::attempt_loading::Standing;

/// How often a departure is noted again when another tab of the same person was faster.
const TRIES: usize = 5;

/// `GET /attempts/{attempt}/departures/{position}`: the page of the question.
pub async fn show(
    _ticket: Ticket,
    Path((attempt, position)): Path<(String, u16)>,
) -> Result<Redirect, Refusal> {
    let attempt: AttemptId = attempt.parse().map_err(|_| Refusal::NotFound)?;
    Ok(Redirect::to(&format!("/attempts/{attempt}/questions/{position}")))
}

/// `POST /attempts/{attempt}/departures/{position}`: notes that the page was left. Repeated, it changes nothing.
pub async fn create(
    State(house): State<House>,
    ticket: Ticket,
    Path((attempt, position)): Path<(String, u16)>,
    posted: Form,
) -> Result<Redirect, Refusal> {
    for _ in 0..TRIES {
        let standing = Standing::load(&house, ticket.clone(), &attempt).await?;
        posted.made_for(&standing.learner.person)?;
        let focused = |family| standing.mode(family) == Some(Mode::Focus);
        let done = match &left(&standing.state, (standing.pins.id, position), focused) {
            Some(known) => standing.save(&house, known).await?,
            None => true,
        };
        if done {
            return Ok(Redirect::to(&standing.path(&format!("/questions/{position}"))));
        }
    }
    Err(Refusal::Busy)
}
