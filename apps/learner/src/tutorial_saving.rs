//! Saving a tutorial for later, or taking it off the list.

use axum::extract::{Path, State};
use axum::response::Redirect;
use store::tutorial_mark;
use web::form::Form;
use web::house::House;
use web::refusal::Refusal;
use web::visit::{Learner, Ticket, safe_next};

/// `GET /tutorials/{tutorial}/saving` and its neighbours: the page of the button.
pub async fn back(
    State(house): State<House>,
    _ticket: Ticket,
    Path(id): Path<String>,
) -> Result<Redirect, Refusal> {
    Ok(Redirect::to(&page_of(&house, &id)?))
}

/// `POST /tutorials/{tutorial}/saving`: saved with `on`, no longer otherwise; twice is as once.
pub async fn create(
    State(house): State<House>,
    learner: Learner,
    Path(id): Path<String>,
    posted: Form,
) -> Result<Redirect, Refusal> {
    posted.made_for(&learner.person)?;
    let page = page_of(&house, &id)?;
    let at = (posted.text("saved") == "on").then(|| house.clock.now());
    let mut tx = house.db.begin().await?;
    tutorial_mark::save(&mut tx, learner.person.id, &id, at).await?;
    tx.commit().await?;
    Ok(Redirect::to(&safe_next(Some(posted.text("back")), &page)))
}

/// The address of a tutorial of the bank: nothing else can be marked.
pub fn page_of(house: &House, id: &str) -> Result<String, Refusal> {
    let tutorial = house.bank.present().release.tutorial(id).ok_or(Refusal::NotFound)?;
    Ok(crate::tutorial_card::address(tutorial))
}
