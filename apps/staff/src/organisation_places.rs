//! The places of an organisation: lots with their days, and adding one.

use axum::extract::{Path, Query, State};
use axum::response::{Html, IntoResponse, Redirect, Response};
use rules::places::{Checked, Draft, Fault, check};
use std::collections::HashMap;
use store::account::Creation;
use store::organisation::Whole;
use store::place_lot::{self, Lot};
use store::{LotId, OrganisationId};
use web::form::Form;
use web::house::House;
use web::moment::day_start;
use web::refusal::Refusal;
use web::visit::Staff;

use crate::carried_id::carried;
use crate::frame::Sheet;
use crate::note::note;
use crate::organisation::loaded;
use crate::organisation_places_page::{self as page, Shown};

/// `GET /staff/organisations/{organisation}/places`: the lots, how many places are taken, and the form of another lot.
pub async fn show(
    State(house): State<House>,
    staff: Staff,
    Path(id): Path<String>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Html<String>, Refusal> {
    let whole = loaded(&house, &id).await?;
    let done = query.get("done").and_then(|done| page::done(staff.frame.words(), done));
    let sheet = sheet(&house, &staff, &whole, (&Draft::default(), &[])).await?;
    Ok(sheet.after(done).render(&house, &staff))
}

/// `POST /staff/organisations/{organisation}/places`: adds a lot; the same form adds one.
pub async fn create(
    State(house): State<House>,
    staff: Staff,
    Path(id): Path<String>,
    posted: Form,
) -> Result<Response, Refusal> {
    posted.made_for(&staff.person)?;
    let whole = loaded(&house, &id).await?;
    let draft = typed(&posted);
    let lot = match check(&draft) {
        Ok(checked) => lot(&house, whole.organisation.id, checked, &posted)?,
        Err(faults) => {
            let sheet = sheet(&house, &staff, &whole, (&draft, &faults)).await?;
            return Ok(sheet.refused(&house, &staff));
        }
    };
    let mut tx = house.db.begin().await?;
    if place_lot::add(&mut tx, &lot).await? == Creation::Created {
        let detail = format!("{} {} {}", lot.id, lot.places, lot.category);
        note(&house, &mut tx, &staff, "place-lot-creation", (id.clone(), detail)).await?;
    }
    tx.commit().await?;
    Ok(Redirect::to(&format!("/staff/organisations/{id}/places?done=added")).into_response())
}

fn typed(posted: &Form) -> Draft {
    let text = |name: &str| posted.text(name).to_owned();
    Draft {
        places: text("places"),
        category: text("category"),
        reference: text("reference"),
        from: text("from"),
        until: text("until"),
    }
}

/// The lot to keep: a day begins where pages are read.
fn lot(
    house: &House,
    organisation_id: OrganisationId,
    checked: Checked,
    posted: &Form,
) -> Result<Lot, Refusal> {
    let new = LotId::new(house.clock.now(), house.entropy.number()?);
    Ok(Lot {
        organisation_id,
        id: carried(posted, new),
        places: checked.places,
        category: checked.category.to_owned(),
        reference: checked.reference,
        active_from: day_start(&checked.from).ok_or(Refusal::BrokenForm)?,
        active_until: checked.until.as_deref().and_then(day_start),
    })
}

async fn sheet<'a>(
    house: &House,
    staff: &Staff,
    whole: &'a Whole,
    (draft, faults): (&Draft, &[Fault]),
) -> Result<Sheet<'a>, Refusal> {
    let (id, words, csrf) = (whole.organisation.id, staff.frame.words(), &staff.person.form_token);
    let lots = &place_lot::of_organisation(&house.db, id).await?;
    let (occupied, now) = (place_lot::occupied(&house.db, id).await?, house.clock.now());
    let new = LotId::new(now, house.entropy.number()?);
    let body = page::page(&Shown { words, whole, lots, occupied, now, csrf, draft, faults, new });
    Ok(Sheet::new("organisations", &whole.organisation.name, body))
}
