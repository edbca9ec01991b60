//! Changing a target profile; a ready-made one is copied instead.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use maud::Markup;
use rules::target_profile::Fault;
use store::target_profile::{self, TargetProfile};
use web::form::Form;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Staff;

use crate::form_page::FormPage;
use crate::frame::Sheet;
use crate::note::note;
use crate::profile::loaded;
use crate::profile_form::{self as form, Drawn};

/// `GET /staff/profiles/{profile}/change`: the form.
pub async fn show(
    State(house): State<House>,
    staff: Staff,
    Path(id): Path<String>,
) -> Result<Response, Refusal> {
    let profile = loaded(&house, &id).await?;
    if profile.is_ready_made() {
        return Ok(copied(&id));
    }
    let body = drawn(&house, &staff, &profile, &[]);
    Ok(Sheet::form("profiles", &profile.name, body).render(&house, &staff).into_response())
}

/// `POST /staff/profiles/{profile}/change`: keeps it; campaigns that were made from it stay as they are.
pub async fn create(
    State(house): State<House>,
    staff: Staff,
    Path(id): Path<String>,
    posted: Form,
) -> Result<Response, Refusal> {
    posted.made_for(&staff.person)?;
    let before = loaded(&house, &id).await?;
    if before.is_ready_made() {
        return Ok(copied(&id));
    }
    let profile = form::posted(&posted, &house.bank.present().release, &before);
    let faults = form::wrong(&profile);
    if !faults.is_empty() {
        let body = drawn(&house, &staff, &profile, &faults);
        return Ok(Sheet::form("profiles", &profile.name, body).refused(&house, &staff));
    }
    let mut tx = house.db.begin().await?;
    target_profile::change(&mut tx, &profile).await?;
    note(&house, &mut tx, &staff, "target-profile-change", (id.clone(), profile.tubes)).await?;
    tx.commit().await?;
    Ok(Redirect::to(&format!("/staff/profiles/{id}?done=changed")).into_response())
}

/// The form of a copy.
fn copied(id: &str) -> Response {
    Redirect::to(&format!("/staff/profiles/new?from={id}")).into_response()
}

fn drawn(house: &House, staff: &Staff, profile: &TargetProfile, faults: &[Fault]) -> Markup {
    let (words, csrf) = (staff.frame.words(), &staff.person.form_token);
    let release = &house.bank.present().release;
    let back = format!("/staff/profiles/{}", profile.id);
    let action = format!("{back}/change");
    let title = words.say("staff-profile-change");
    let page = FormPage { words, title, action: &action, back: &back, csrf, id: None };
    Drawn { page, release, profile, faults }.content()
}
