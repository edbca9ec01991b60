//! Changing what a member may do.

use axum::extract::{Path, State};
use axum::response::Redirect;
use rules::organisation_access::step_down;
use store::membership::{self, Role};
use web::form::Form;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Member;

use crate::team::{done, managed_by};

/// `POST /orga/team/{account}/role`: somebody who may do everything stays.
pub async fn create(
    State(house): State<House>,
    member: Member,
    Path(account): Path<String>,
    posted: Form,
) -> Result<Redirect, Refusal> {
    posted.made_for(&member.person)?;
    managed_by(&member)?;
    let account = account.parse().map_err(|_| Refusal::NotFound)?;
    let organisation = member.organisation.id;
    let mut tx = house.db.begin().await?;
    let standing = membership::standing(&mut tx, organisation, account).await?.ok_or(Refusal::NotFound)?;
    let wanted = Role::named(posted.text("role")).ok_or(Refusal::BrokenForm)?;
    if wanted == Role::Member && step_down(standing.role == Role::Admin, standing.admins).is_err() {
        return Ok(done("last-admin"));
    }
    membership::set_role(&mut tx, organisation, account, wanted).await?;
    tx.commit().await?;
    Ok(done("role"))
}
