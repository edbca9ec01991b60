//! What happens to the question under way before its answer: decided on what is known, and again when another tab of the
//! same person was faster. Repeated, it changes nothing.

use axum::response::Redirect;
use rules::learner_state::LearnerState;
use web::form::Form;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Ticket;

use crate::attempt_loading::{Standing, TRIES};

/// Keeps the state that something makes of the question at a position of an attempt, if it makes another one, and leads
/// to the page of the question.
pub async fn keep(
    house: &House,
    ticket: Ticket,
    (attempt, position): (&str, u16),
    posted: &Form,
    happened: impl Fn(&Standing, (i64, u16)) -> Option<LearnerState>,
) -> Result<Redirect, Refusal> {
    for _ in 0..TRIES {
        let standing = Standing::load(house, ticket.clone(), attempt).await?;
        posted.made_for(&standing.learner.person)?;
        let done = match happened(&standing, (standing.pins.id, position)) {
            Some(known) => standing.save(house, &known).await?,
            None => true,
        };
        if done {
            return Ok(Redirect::to(&standing.path(&format!("/questions/{position}"))));
        }
    }
    Err(Refusal::Busy)
}
