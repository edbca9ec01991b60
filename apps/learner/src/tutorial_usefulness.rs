//! Saying that a tutorial was useful, or taking it back.

use axum::extract::{Path, State};
use axum::response::Redirect;
use store::tutorial_mark;
use web::form::Form;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Learner;

use crate::tutorial_saving::page_of;

/// `POST /tutorials/{tutorial}/usefulness`: useful with `on`, no longer otherwise; twice is as once.
pub async fn create(
    State(house): State<House>,
    learner: Learner,
    Path(id): Path<String>,
    posted: Form,
) -> Result<Redirect, Refusal> {
    posted.made_for(&learner.person)?;
    let page = page_of(&house, &id)?;
    let at = (posted.text("useful") == "on").then(|| house.clock.now());
    let mut tx = house.db.begin().await?;
    tutorial_mark::find_useful(&mut tx, learner.person.id, &id, at).await?;
    tx.commit().await?;
    Ok(Redirect::to(&page))
}
