//! Taking an invitation back.

use axum::extract::{Path, State};
use axum::response::Redirect;
use store::invitation;
use web::form::Form;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Member;

use crate::team::{done, managed_by};

/// `POST /orga/team/invitations/{invitation}/cancellation`: its link leads nowhere from now on.
pub async fn create(
    State(house): State<House>,
    member: Member,
    Path(id): Path<String>,
    posted: Form,
) -> Result<Redirect, Refusal> {
    posted.made_for(&member.person)?;
    managed_by(&member)?;
    let id = id.parse().map_err(|_| Refusal::NotFound)?;
    let mut tx = house.db.begin().await?;
    if !invitation::cancel(&mut tx, member.organisation.id, id, house.clock.now()).await? {
        return Err(Refusal::NotFound);
    }
    tx.commit().await?;
    Ok(done("cancelled"))
}
