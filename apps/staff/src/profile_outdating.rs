//! Taking a target profile out of use, and bringing it back.

use axum::extract::{Path, State};
use axum::response::Redirect;
use store::target_profile;
use web::form::Form;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Staff;

use crate::note::note;

/// `GET /staff/profiles/{profile}/outdating`: the button is on the profile's page.
pub async fn show(_staff: Staff, Path(id): Path<String>) -> Redirect {
    Redirect::to(&format!("/staff/profiles/{id}"))
}

/// `POST /staff/profiles/{profile}/outdating`: out of use when `state` is `outdated`, else in use.
pub async fn create(
    State(house): State<House>,
    staff: Staff,
    Path(id): Path<String>,
    posted: Form,
) -> Result<Redirect, Refusal> {
    posted.made_for(&staff.person)?;
    let parsed = id.parse().map_err(|_| Refusal::NotFound)?;
    let outdated = posted.text("state") == "outdated";
    let mut tx = house.db.begin().await?;
    if !target_profile::set_outdated(&mut tx, parsed, outdated.then(|| house.clock.now())).await? {
        return Err(Refusal::NotFound);
    }
    let state = if outdated { "outdated" } else { "back" };
    note(&house, &mut tx, &staff, "target-profile-outdating", (id.clone(), state.to_owned())).await?;
    tx.commit().await?;
    Ok(Redirect::to(&format!("/staff/profiles/{id}?done={state}")))
}
