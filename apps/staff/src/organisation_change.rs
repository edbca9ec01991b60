//! Changing an organisation.

use axum::extract::{Path, State};
use axum::response::{Html, IntoResponse, Redirect, Response};
use maud::Markup;
use rules::organisation_draft::Draft;
use store::organisation::{self, Whole};
use web::form::Form;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Staff;

use crate::form_page::FormPage;
use crate::frame::Sheet;
use crate::note::note;
use crate::organisation::loaded;
use crate::organisation_form::{self as form, Drawn, Faults};

/// `GET /staff/organisations/{organisation}/change`: the form.
pub async fn show(
    State(house): State<House>,
    staff: Staff,
    Path(id): Path<String>,
) -> Result<Html<String>, Refusal> {
    let whole = loaded(&house, &id).await?;
    let number = whole.parent.as_ref().and_then(|(_, number)| number.as_deref());
    let draft = form::present(&whole.organisation, number);
    let body = drawn(&staff, &whole, &draft, &Faults::new());
    Ok(Sheet::form("organisations", &whole.organisation.name, body).render(&house, &staff))
}

/// `POST /staff/organisations/{organisation}/change`: keeps it, then shows it.
pub async fn create(
    State(house): State<House>,
    staff: Staff,
    Path(id): Path<String>,
    posted: Form,
) -> Result<Response, Refusal> {
    posted.made_for(&staff.person)?;
    let whole = loaded(&house, &id).await?;
    let draft = form::posted(&posted);
    let known = form::known(&house, std::slice::from_ref(&draft)).await?;
    let faults = form::faults(&draft, &known, Some((whole.organisation.id, whole.children > 0)));
    if !faults.is_empty() {
        let body = drawn(&staff, &whole, &draft, &faults);
        return Ok(Sheet::form("organisations", &whole.organisation.name, body).refused(&house, &staff));
    }
    let changed = form::filled(&draft, &known, &whole.organisation);
    let mut tx = house.db.begin().await?;
    organisation::change(&mut tx, &changed).await?;
    note(&house, &mut tx, &staff, "organisation-change", (id.clone(), String::new())).await?;
    tx.commit().await?;
    Ok(Redirect::to(&format!("/staff/organisations/{id}?done=changed")).into_response())
}

fn drawn(staff: &Staff, whole: &Whole, draft: &Draft, faults: &Faults) -> Markup {
    let words = staff.frame.words();
    let back = format!("/staff/organisations/{}", whole.organisation.id);
    let (action, csrf) = (format!("{back}/change"), &staff.person.form_token);
    let title = words.with("staff-organisation-change", &[("name", whole.organisation.name.as_str().into())]);
    let page = FormPage { words, title: &title, action: &action, back: &back, csrf, id: None };
    Drawn { page, draft, faults }.content()
}
