//! One organisation: what it is, who works there, its network.

use axum::extract::{Path, Query, State};
use axum::response::Html;
use std::collections::HashMap;
use store::membership;
use store::organisation::{self, Whole};
use web::house::House;
use web::refusal::Refusal;
use web::visit::Staff;

use crate::frame::Sheet;
use crate::organisation_page::{self, Shown};

/// `GET /staff/organisations/{organisation}`.
pub async fn show(
    State(house): State<House>,
    staff: Staff,
    Path(id): Path<String>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Html<String>, Refusal> {
    let whole = loaded(&house, &id).await?;
    let people = membership::people(&house.db, whole.organisation.id).await?;
    let children = organisation::children(&house.db, whole.organisation.id).await?;
    let words = staff.frame.words();
    let done = query.get("done").and_then(|done| organisation_page::done(words, done));
    let csrf = &staff.person.form_token;
    let shown = Shown { words, whole: &whole, people: &people, children: &children, csrf, refused: None };
    let body = organisation_page::page(&shown);
    Ok(Sheet::new("organisations", &whole.organisation.name, body).after(done).render(&house, &staff))
}

/// The organisation that an address names.
pub async fn loaded(house: &House, id: &str) -> Result<Whole, Refusal> {
    let id = id.parse().map_err(|_| Refusal::NotFound)?;
    organisation::whole(&house.db, id).await?.ok_or(Refusal::NotFound)
}
