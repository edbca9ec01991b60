//! Taking back an invitation to an organisation.

use axum::extract::{Path, State};
use axum::response::Redirect;
use store::{InvitationId, OrganisationId, invitation};
use web::form::Form;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Staff;

use crate::note::note;

/// `GET` of the button: the page with it.
pub async fn show(_staff: Staff, Path((id, _)): Path<(String, String)>) -> Redirect {
    Redirect::to(&format!("/staff/organisations/{id}/invitations"))
}

/// `POST /staff/organisations/{organisation}/invitations/{invitation}/cancellation`: its link leads nowhere from now on.
pub async fn create(
    State(house): State<House>,
    staff: Staff,
    Path((id, invitation)): Path<(String, String)>,
    posted: Form,
) -> Result<Redirect, Refusal> {
    posted.made_for(&staff.person)?;
    let organisation: OrganisationId = id.parse().map_err(|_| Refusal::NotFound)?;
    let which: InvitationId = invitation.parse().map_err(|_| Refusal::NotFound)?;
    let mut tx = house.db.begin().await?;
    if !invitation::cancel(&mut tx, organisation, which, house.clock.now()).await? {
        return Err(Refusal::NotFound);
    }
    note(&house, &mut tx, &staff, "invitation-cancellation", (id.clone(), invitation)).await?;
    tx.commit().await?;
    Ok(Redirect::to(&format!("/staff/organisations/{id}/invitations?done=cancelled")))
}
