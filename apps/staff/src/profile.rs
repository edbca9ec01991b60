//! One target profile: what it asks, how long it takes, who may use it.

use axum::extract::{Path, Query, State};
use axum::response::Html;
use std::collections::HashMap;
use store::target_profile::{self, TargetProfile};
use web::house::House;
use web::refusal::Refusal;
use web::visit::Staff;

use crate::frame::Sheet;
use crate::profile_page::{self, Shown};

/// `GET /staff/profiles/{profile}`.
pub async fn show(
    State(house): State<House>,
    staff: Staff,
    Path(id): Path<String>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Html<String>, Refusal> {
    let profile = loaded(&house, &id).await?;
    let sharers = target_profile::sharers(&house.db, profile.id).await?;
    let (words, csrf) = (staff.frame.words(), &staff.person.form_token);
    let release = &house.bank.present().release;
    let done = query.get("done").and_then(|done| profile_page::done(words, done));
    let shown = Shown { words, release, profile: &profile, sharers: &sharers, csrf, refused: None };
    Ok(Sheet::new("profiles", &profile.name, profile_page::page(&shown)).after(done).render(&house, &staff))
}

/// The profile that an address names.
pub async fn loaded(house: &House, id: &str) -> Result<TargetProfile, Refusal> {
    let id = id.parse().map_err(|_| Refusal::NotFound)?;
    target_profile::by_id(&house.db, id).await?.ok_or(Refusal::NotFound)
}
