//! Putting back what a file changed, for seven days.

use axum::extract::{Path, State};
use axum::response::Redirect;
use store::learner_import;
use web::form::Form;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Member;

use crate::import_format::check_may_manage;
use crate::import_preview::{load, path};

/// `POST /orga/learners/imports/{import}/undoing`: once; again, it does nothing more.
pub async fn create(
    State(house): State<House>,
    member: Member,
    Path(id): Path<String>,
    posted: Form,
) -> Result<Redirect, Refusal> {
    posted.made_for(&member.person)?;
    check_may_manage(&member)?;
    let id = id.parse().map_err(|_| Refusal::NotFound)?;
    let mut tx = house.db.begin().await?;
    if learner_import::undo(&mut tx, member.organisation.id, id, house.clock.now()).await? {
        tx.commit().await?;
        return Ok(Redirect::to(&path(id)));
    }
    drop(tx);
    Ok(Redirect::to(&path(load(&house, &member, &id.to_string()).await?.id)))
}
