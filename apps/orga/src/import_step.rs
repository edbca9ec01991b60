//! What the steps of an import have in common: confirming, giving up, undoing. Each is done once; again, it does nothing
//! more and leads to the import.

use axum::response::Redirect;
use store::{ImportId, Tx};
use web::form::Form;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Member;

use crate::import_format::check_may_manage;
use crate::import_preview::{load, path};

/// The import that an address names, for a form of somebody who may import.
pub fn admit(member: &Member, posted: &Form, id: &str) -> Result<ImportId, Refusal> {
    posted.made_for(&member.person)?;
    check_may_manage(member)?;
    id.parse().map_err(|_| Refusal::NotFound)
}

/// Keeps a step that was done; one that was not changes nothing. Leads to the import, if it is one of the organisation.
pub async fn end(
    house: &House,
    member: &Member,
    id: ImportId,
    (tx, done): (Tx, bool),
) -> Result<Redirect, Refusal> {
    if done {
        tx.commit().await?;
    } else {
        drop(tx);
        load(house, member, &id.to_string()).await?;
    }
    Ok(Redirect::to(&path(id)))
}
