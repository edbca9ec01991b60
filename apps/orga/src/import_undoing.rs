//! Putting back what a file changed, for seven days.

use axum::extract::{Path, State};
use axum::response::Redirect;
use store::learner_import;
use web::form::Form;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Member;

use crate::import_step::{admit, end};

/// `POST /orga/learners/imports/{import}/undoing`: once; again, it does nothing more.
pub async fn create(
    State(house): State<House>,
    member: Member,
    Path(id): Path<String>,
    posted: Form,
) -> Result<Redirect, Refusal> {
    let id = admit(&member, &posted, &id)?;
    let mut tx = house.db.begin().await?;
    let done = learner_import::undo(&mut tx, member.organisation.id, id, house.clock.now()).await?;
    end(&house, &member, id, (tx, done)).await
}
