//! Making an organisation.

use axum::extract::State;
use axum::response::{Html, IntoResponse, Redirect, Response};
use maud::Markup;
use rules::organisation_draft::Draft;
use store::OrganisationId;
use store::account::Creation;
use store::organisation::{self, Found, Kind, Organisation};
use web::form::Form;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Staff;

use crate::carried_id::carried;
use crate::form_page::FormPage;
use crate::frame::Sheet;
use crate::note::note;
use crate::organisation_form::{self as form, Drawn, Faults};

/// `GET /staff/organisations/new`: the form, which carries the id of what it will make.
pub async fn show(State(house): State<House>, staff: Staff) -> Result<Html<String>, Refusal> {
    let sheet = sheet(&staff, fresh(&house)?, &Draft::default(), &Faults::new());
    Ok(sheet.render(&house, &staff))
}

/// `POST /staff/organisations/new`: makes it, then shows it; what the same form made before is shown as it is.
pub async fn create(State(house): State<House>, staff: Staff, posted: Form) -> Result<Response, Refusal> {
    posted.made_for(&staff.person)?;
    let id = carried(&posted, fresh(&house)?);
    if organisation::by_id(&house.db, id).await?.is_some() {
        return Ok(shown(id, "again"));
    }
    let draft = form::posted(&posted);
    let known = form::known(&house, std::slice::from_ref(&draft)).await?;
    let faults = form::faults(&draft, &known, None);
    if !faults.is_empty() {
        return Ok(sheet(&staff, id, &draft, &faults).refused(&house, &staff));
    }
    let organisation = made((id, house.clock.now()), &draft, &known);
    let done = if kept(&house, &staff, &organisation).await? { "created" } else { "again" };
    Ok(shown(id, done))
}

/// An id for what a form will make.
pub fn fresh(house: &House) -> Result<OrganisationId, Refusal> {
    Ok(OrganisationId::new(house.clock.now(), house.entropy.number()?))
}

/// A new organisation as a draft says.
pub fn made((id, now): (OrganisationId, i64), draft: &Draft, known: &[Found]) -> Organisation {
    form::filled(draft, known, &Organisation::new(id, Kind::Pro, "", now))
}

/// Keeps an organisation; false when the same form was faster.
async fn kept(house: &House, staff: &Staff, organisation: &Organisation) -> Result<bool, Refusal> {
    let mut tx = house.db.begin().await?;
    if organisation::create(&mut tx, organisation).await? == Creation::Taken {
        return Ok(false);
    }
    let subject = organisation.id.to_string();
    note(house, &mut tx, staff, "organisation-creation", (subject, String::new())).await?;
    tx.commit().await?;
    Ok(true)
}

fn shown(id: OrganisationId, done: &str) -> Response {
    Redirect::to(&format!("/staff/organisations/{id}?done={done}")).into_response()
}

fn sheet(staff: &Staff, id: OrganisationId, draft: &Draft, faults: &Faults) -> Sheet<'static> {
    let title = staff.frame.words().say("staff-organisation-new");
    Sheet::form("organisations", title, drawn(staff, id, draft, faults))
}

fn drawn(staff: &Staff, id: OrganisationId, draft: &Draft, faults: &Faults) -> Markup {
    let (words, csrf, id) = (staff.frame.words(), &staff.person.form_token, id.to_string());
    let (action, back) = ("/staff/organisations/new", "/staff/organisations");
    let title = words.say("staff-organisation-new");
    let page = FormPage { words, title, action, back, csrf, id: Some(&id) };
    Drawn { page, draft, faults }.content()
}
