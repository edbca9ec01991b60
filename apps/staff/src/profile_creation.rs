//! Making a target profile, from nothing or from another one.

use axum::extract::{Query, State};
use axum::response::{Html, IntoResponse, Redirect, Response};
use maud::Markup;
use rules::target_profile::Fault;
use std::collections::HashMap;
use store::TargetProfileId;
use store::account::Creation;
use store::target_profile::{self, READY_END, TargetProfile};
use web::form::Form;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Staff;

use crate::carried_id::carried;
use crate::form_page::FormPage;
use crate::frame::Sheet;
use crate::note::note;
use crate::profile::loaded;
use crate::profile_form::{self as form, Drawn};

/// `GET /staff/profiles/new?from=ID`: the form, filled in as another profile; it carries the id of what it will make.
pub async fn show(
    State(house): State<House>,
    staff: Staff,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Html<String>, Refusal> {
    let blank = blank(&house)?;
    let profile = match query.get("from") {
        Some(id) => TargetProfile { id: blank.id, ..loaded(&house, id).await? },
        None => blank,
    };
    Ok(sheet(&house, &staff, &profile, &[]).render(&house, &staff))
}

/// `POST /staff/profiles/new`: makes it, then shows it; what the same form made before is shown as it is.
pub async fn create(State(house): State<House>, staff: Staff, posted: Form) -> Result<Response, Refusal> {
    posted.made_for(&staff.person)?;
    let blank = blank(&house)?;
    let id = Some(carried(&posted, blank.id)).filter(|id| id.number() >= READY_END).unwrap_or(blank.id);
    let profile = form::posted(&posted, &house.bank.present().release, &TargetProfile { id, ..blank });
    let faults = form::wrong(&profile);
    if !faults.is_empty() {
        return Ok(sheet(&house, &staff, &profile, &faults).refused(&house, &staff));
    }
    let done = if kept(&house, &staff, &profile).await? { "created" } else { "again" };
    Ok(Redirect::to(&format!("/staff/profiles/{id}?done={done}")).into_response())
}

/// Keeps a profile; false when the same form made it before.
async fn kept(house: &House, staff: &Staff, profile: &TargetProfile) -> Result<bool, Refusal> {
    let mut tx = house.db.begin().await?;
    if target_profile::create(&mut tx, profile).await? == Creation::Taken {
        return Ok(false);
    }
    let about = (profile.id.to_string(), profile.tubes.clone());
    note(house, &mut tx, staff, "target-profile-creation", about).await?;
    tx.commit().await?;
    Ok(true)
}

fn blank(house: &House) -> Result<TargetProfile, Refusal> {
    let now = house.clock.now();
    Ok(TargetProfile {
        id: TargetProfileId::new(now, house.entropy.number()?),
        owner_id: None,
        name: String::new(),
        description: String::new(),
        category: String::new(),
        tubes: String::new(),
        is_public: false,
        simplified: false,
        resettable: false,
        created_at: now,
        outdated_at: None,
    })
}

fn sheet(house: &House, staff: &Staff, profile: &TargetProfile, faults: &[Fault]) -> Sheet<'static> {
    let title = staff.frame.words().say("staff-profile-new");
    Sheet::form("profiles", title, drawn(house, staff, profile, faults))
}

fn drawn(house: &House, staff: &Staff, profile: &TargetProfile, faults: &[Fault]) -> Markup {
    let (words, csrf, id) = (staff.frame.words(), &staff.person.form_token, profile.id.to_string());
    let (title, release) = (words.say("staff-profile-new"), &house.bank.present().release);
    let (action, back) = ("/staff/profiles/new", "/staff/profiles");
    let page = FormPage { words, title, action, back, csrf, id: Some(&id) };
    Drawn { page, release, profile, faults }.content()
}
