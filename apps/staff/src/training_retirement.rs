//! Taking a training out of use, and bringing it back.

use axum::extract::{Path, State};
use axum::response::Redirect;
use store::training;
use web::form::Form;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Staff;

use crate::note::note;

/// `GET /staff/trainings/{training}/retirement`: the button is in the list.
pub async fn show(_staff: Staff) -> Redirect {
    Redirect::to("/staff/trainings")
}

/// `POST /staff/trainings/{training}/retirement`: out of use when `state` is `retired`, else in use.
pub async fn create(
    State(house): State<House>,
    staff: Staff,
    Path(id): Path<String>,
    posted: Form,
) -> Result<Redirect, Refusal> {
    posted.made_for(&staff.person)?;
    let parsed = id.parse().map_err(|_| Refusal::NotFound)?;
    let retired = posted.text("state") == "retired";
    let mut tx = house.db.begin().await?;
    if !training::set_retired(&mut tx, parsed, retired.then(|| house.clock.now())).await? {
        return Err(Refusal::NotFound);
    }
    let state = if retired { "retired" } else { "back" };
    note(&house, &mut tx, &staff, "training-retirement", (id, state.to_owned())).await?;
    tx.commit().await?;
    Ok(Redirect::to("/staff/trainings"))
}
