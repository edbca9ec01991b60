//! One certification centre: what it is, what it may certify, the organisation that bears its number.

use axum::extract::{Path, Query, State};
use axum::response::Html;
use std::collections::HashMap;
use store::centre::{self, Centre};
use web::house::House;
use web::refusal::Refusal;
use web::visit::Staff;

use crate::centre_page::{self, Shown};
use crate::frame::Sheet;

/// `GET /staff/centres/{centre}`.
pub async fn show(
    State(house): State<House>,
    staff: Staff,
    Path(id): Path<String>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Html<String>, Refusal> {
    let centre = loaded(&house, &id).await?;
    let paired = centre::paired(&house.db, centre.id).await?;
    let words = staff.frame.words();
    let done = query.get("done").and_then(|done| centre_page::done(words, done));
    let body = centre_page::page(&Shown { words, centre: &centre, paired: &paired });
    Ok(Sheet::new("centres", &centre.name, body).after(done).render(&house, &staff))
}

/// The centre that an address names.
pub async fn loaded(house: &House, id: &str) -> Result<Centre, Refusal> {
    let id = id.parse().map_err(|_| Refusal::NotFound)?;
    centre::by_id(&house.db, id).await?.ok_or(Refusal::NotFound)
}

/// The centre that an address names, in use: an archived one stays as it is.
pub async fn open(house: &House, id: &str) -> Result<Centre, Refusal> {
    let centre = loaded(house, id).await?;
    if centre.archived_at.is_some() { Err(Refusal::NotFound) } else { Ok(centre) }
}
