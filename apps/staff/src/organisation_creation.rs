//! Making an organisation.

use axum::extract::State;
use axum::response::{Html, IntoResponse, Redirect, Response};
use maud::Markup;
use rules::organisation_draft::Draft;
use store::account::Creation;
use store::organisation::{self, Kind, Organisation};
use store::{OrganisationId, organisation::Found};
use web::form::Form;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Staff;

use crate::form_page::FormPage;
use crate::frame::Sheet;
use crate::note::note;
use crate::organisation_form::{self as form, Drawn, Faults};

/// `GET /staff/organisations/new`: the form.
pub async fn show(State(house): State<House>, staff: Staff) -> Html<String> {
    let body = drawn(&staff, &Draft::default(), &Faults::new());
    Sheet::form("organisations", staff.frame.words().say("staff-organisation-new"), body)
        .render(&house, &staff)
}

/// `POST /staff/organisations/new`: makes it, then shows it.
pub async fn create(State(house): State<House>, staff: Staff, posted: Form) -> Result<Response, Refusal> {
    posted.made_for(&staff.person)?;
    let draft = form::posted(&posted);
    let known = form::known(&house, std::slice::from_ref(&draft)).await?;
    let faults = form::faults(&draft, &known, None);
    if !faults.is_empty() {
        let title = staff.frame.words().say("staff-organisation-new");
        return Ok(
            Sheet::form("organisations", title, drawn(&staff, &draft, &faults)).refused(&house, &staff)
        );
    }
    let organisation = made(&house, &draft, &known)?;
    let mut tx = house.db.begin().await?;
    if organisation::create(&mut tx, &organisation).await? == Creation::Taken {
        return Err(Refusal::Busy);
    }
    let subject = organisation.id.to_string();
    note(&house, &mut tx, &staff, "organisation-creation", (subject, String::new())).await?;
    tx.commit().await?;
    Ok(Redirect::to(&format!("/staff/organisations/{}?done=created", organisation.id)).into_response())
}

/// A new organisation as a draft says.
pub fn made(house: &House, draft: &Draft, known: &[Found]) -> Result<Organisation, Refusal> {
    let now = house.clock.now();
    let id = OrganisationId::new(now, house.entropy.number()?);
    Ok(form::filled(draft, known, &Organisation::new(id, Kind::Pro, "", now)))
}

fn drawn(staff: &Staff, draft: &Draft, faults: &Faults) -> Markup {
    let words = staff.frame.words();
    let csrf = &staff.person.form_token;
    let (action, back) = ("/staff/organisations/new", "/staff/organisations");
    let page = FormPage { words, title: words.say("staff-organisation-new"), action, back, csrf };
    Drawn { page, draft, faults }.content()
}
