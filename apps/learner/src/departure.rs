//! Leaving the page of a question that asks to stay: told once by the page's script, kept with the question. In
//! practice it only warns.

use axum::extract::{Path, State};
use axum::response::Redirect;
use content::Mode;
use rules::under_way::left;
use web::form::Form;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Ticket;

use crate::under_way;

/// `POST /attempts/{attempt}/departures/{position}`: notes that the page was left. Repeated, it changes nothing.
pub async fn create(
    State(house): State<House>,
    ticket: Ticket,
    Path((attempt, position)): Path<(String, u16)>,
    posted: Form,
) -> Result<Redirect, Refusal> {
    under_way::keep(&house, ticket, (&attempt, position), &posted, |standing, place| {
        left(&standing.state, place, |family| standing.mode(family) == Some(Mode::Focus))
    })
    .await
}
