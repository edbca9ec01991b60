//! Opening a target profile to an organisation, and closing it.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use store::organisation::{self, Found};
use store::target_profile::{self, TargetProfile};
use web::form::Form;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Staff;

use crate::frame::Sheet;
use crate::note::note;
use crate::profile::loaded;
use crate::profile_page::{self, Shown};

/// `GET /staff/profiles/{profile}/shares`: the form is on the profile's page.
pub async fn show(_staff: Staff, Path(id): Path<String>) -> Redirect {
    Redirect::to(&format!("/staff/profiles/{id}"))
}

/// `POST /staff/profiles/{profile}/shares`: opens it to the organisation with this `number`, or closes it to `remove`.
pub async fn create(
    State(house): State<House>,
    staff: Staff,
    Path(id): Path<String>,
    posted: Form,
) -> Result<Response, Refusal> {
    posted.made_for(&staff.person)?;
    let profile = loaded(&house, &id).await?;
    if posted.has("remove") {
        return close(&house, &staff, &profile, posted.text("remove")).await;
    }
    let number: String = posted.text("number").trim().chars().take(30).collect();
    let list = serde_json::json!([number]).to_string();
    let found = organisation::numbers(&house.db, &list).await?;
    let [Found { id: organisation, .. }] = found.as_slice() else {
        return refused(&house, &staff, &profile, &number).await;
    };
    let mut tx = house.db.begin().await?;
    target_profile::share(&mut tx, profile.id, *organisation).await?;
    note(&house, &mut tx, &staff, "target-profile-share", (id.clone(), organisation.to_string())).await?;
    tx.commit().await?;
    Ok(Redirect::to(&format!("/staff/profiles/{id}?done=shared")).into_response())
}

async fn close(
    house: &House,
    staff: &Staff,
    profile: &TargetProfile,
    organisation: &str,
) -> Result<Response, Refusal> {
    let parsed = organisation.parse().map_err(|_| Refusal::NotFound)?;
    let id = profile.id.to_string();
    let mut tx = house.db.begin().await?;
    target_profile::unshare(&mut tx, profile.id, parsed).await?;
    note(house, &mut tx, staff, "target-profile-unshare", (id.clone(), organisation.to_owned())).await?;
    tx.commit().await?;
    Ok(Redirect::to(&format!("/staff/profiles/{id}?done=unshared")).into_response())
}

async fn refused(
    house: &House,
    staff: &Staff,
    profile: &TargetProfile,
    number: &str,
) -> Result<Response, Refusal> {
    let sharers = target_profile::sharers(&house.db, profile.id).await?;
    let (words, csrf) = (staff.frame.words(), &staff.person.form_token);
    let release = &house.bank.present().release;
    let shown = Shown { words, release, profile, sharers: &sharers, csrf, refused: Some(number) };
    Ok(Sheet::new("profiles", &profile.name, profile_page::page(&shown)).refused(house, staff))
}
