//! Taking a lot of places away from an organisation.

use axum::extract::{Path, State};
use axum::response::Redirect;
use store::{LotId, OrganisationId, place_lot};
use web::form::Form;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Staff;

use crate::note::note;

/// `GET` of the button: the page with it.
pub async fn show(_staff: Staff, Path((id, _)): Path<(String, String)>) -> Redirect {
    Redirect::to(&format!("/staff/organisations/{id}/places"))
}

/// `POST /staff/organisations/{organisation}/places/{lot}/removal`: the lot counts no more. Nobody loses anything: places
/// stop nobody.
pub async fn create(
    State(house): State<House>,
    staff: Staff,
    Path((id, lot)): Path<(String, String)>,
    posted: Form,
) -> Result<Redirect, Refusal> {
    posted.made_for(&staff.person)?;
    let organisation: OrganisationId = id.parse().map_err(|_| Refusal::NotFound)?;
    let which: LotId = lot.parse().map_err(|_| Refusal::NotFound)?;
    let mut tx = house.db.begin().await?;
    if !place_lot::remove(&mut tx, organisation, which, house.clock.now()).await? {
        return Err(Refusal::NotFound);
    }
    note(&house, &mut tx, &staff, "place-lot-removal", (id.clone(), lot)).await?;
    tx.commit().await?;
    Ok(Redirect::to(&format!("/staff/organisations/{id}/places?done=removed")))
}
