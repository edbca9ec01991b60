//! Changing a certification centre.

use axum::extract::{Path, State};
use axum::response::{Html, IntoResponse, Redirect, Response};
use maud::Markup;
use rules::centre_draft::Draft;
use store::centre::{self, Centre};
use web::form::Form;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Staff;

use crate::centre::open;
use crate::centre_form::{self as form, Drawn, Faults};
use crate::form_page::FormPage;
use crate::frame::Sheet;
use crate::note::note;

/// `GET /staff/centres/{centre}/change`: the form.
pub async fn show(
    State(house): State<House>,
    staff: Staff,
    Path(id): Path<String>,
) -> Result<Html<String>, Refusal> {
    let centre = open(&house, &id).await?;
    let body = drawn(&staff, &centre, &form::present(&centre), &Faults::new());
    Ok(Sheet::form("centres", &centre.name, body).render(&house, &staff))
}

/// `POST /staff/centres/{centre}/change`: keeps it, then shows it.
pub async fn create(
    State(house): State<House>,
    staff: Staff,
    Path(id): Path<String>,
    posted: Form,
) -> Result<Response, Refusal> {
    posted.made_for(&staff.person)?;
    let before = open(&house, &id).await?;
    let draft = form::posted(&posted);
    let changed = match form::filled(&draft, &before) {
        Ok(centre) => kept(&house, &staff, &centre).await?.then_some(()).ok_or_else(form::taken),
        Err(faults) => Err(faults),
    };
    match changed {
        Ok(()) => Ok(Redirect::to(&format!("/staff/centres/{id}?done=changed")).into_response()),
        Err(faults) => {
            let body = drawn(&staff, &before, &draft, &faults);
            Ok(Sheet::form("centres", &before.name, body).refused(&house, &staff))
        }
    }
}

/// Keeps what was changed; false where another centre has the number.
async fn kept(house: &House, staff: &Staff, centre: &Centre) -> Result<bool, Refusal> {
    let mut tx = house.db.begin().await?;
    if !centre::change(&mut tx, centre).await? {
        return Ok(false);
    }
    let detail = centre.habilitations.trim().to_owned();
    note(house, &mut tx, staff, "centre-change", (centre.id.to_string(), detail)).await?;
    tx.commit().await?;
    Ok(true)
}

fn drawn(staff: &Staff, centre: &Centre, draft: &Draft, faults: &Faults) -> Markup {
    let (words, csrf) = (staff.frame.words(), &staff.person.form_token);
    let back = format!("/staff/centres/{}", centre.id);
    let action = format!("{back}/change");
    let title = words.with("staff-organisation-change", &[("name", centre.name.as_str().into())]);
    let page = FormPage { words, title: &title, action: &action, back: &back, csrf, id: None };
    Drawn { page, draft, faults }.content()
}
