//! Making a target profile, from nothing or from another one.

use axum::extract::{Query, State};
use axum::response::{Html, IntoResponse, Redirect, Response};
use maud::Markup;
use rules::target_profile::Fault;
use std::collections::HashMap;
use store::TargetProfileId;
use store::account::Creation;
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

/// `GET /staff/profiles/new?from=ID`: the form, filled in as another profile.
pub async fn show(
    State(house): State<House>,
    staff: Staff,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Html<String>, Refusal> {
    let profile = match query.get("from") {
        Some(id) => loaded(&house, id).await?,
        None => blank(&house)?,
    };
    let body = drawn(&house, &staff, &profile, &[]);
    Ok(Sheet::form("profiles", staff.frame.words().say("staff-profile-new"), body).render(&house, &staff))
}

/// `POST /staff/profiles/new`: makes it, then shows it.
pub async fn create(State(house): State<House>, staff: Staff, posted: Form) -> Result<Response, Refusal> {
    posted.made_for(&staff.person)?;
    let profile = form::posted(&posted, &house.bank.present().release, &blank(&house)?);
    let faults = form::wrong(&profile);
    if !faults.is_empty() {
        let body = drawn(&house, &staff, &profile, &faults);
        let sheet = Sheet::form("profiles", staff.frame.words().say("staff-profile-new"), body);
        return Ok(sheet.refused(&house, &staff));
    }
    let mut tx = house.db.begin().await?;
    if target_profile::create(&mut tx, &profile).await? == Creation::Taken {
        return Err(Refusal::Busy);
    }
    let id = profile.id.to_string();
    note(&house, &mut tx, &staff, "target-profile-creation", (id.clone(), profile.tubes)).await?;
    tx.commit().await?;
    Ok(Redirect::to(&format!("/staff/profiles/{id}?done=created")).into_response())
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

fn drawn(house: &House, staff: &Staff, profile: &TargetProfile, faults: &[Fault]) -> Markup {
    let (words, csrf) = (staff.frame.words(), &staff.person.form_token);
    let (title, release) = (words.say("staff-profile-new"), &house.bank.present().release);
    let (action, back) = ("/staff/profiles/new", "/staff/profiles");
    Drawn { page: FormPage { words, title, action, back, csrf }, release, profile, faults }.content()
}
