//! The first page of a campaign: what it is, what is sent to whom, and the way in.

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use rules::campaign_code::read;
use std::collections::HashMap;
use store::campaign_picture::of_campaign;
use store::joining::{Met, meet};
use web::house::House;
use web::refusal::Refusal;
use web::visit::Guest;

use crate::campaign_code;
use crate::campaign_page::{self, Landing};
use crate::frame::Sheet;
use crate::joining::{self, path};

/// The name of the parameter of links that teachers prepare for each learner.
pub const EXTERNAL_ID: &str = "participantExternalId";

/// `GET /campaigns/{code}`: anybody may read it; whoever begins signs in first. A code that is no campaign's leads to
/// the form of the code.
pub async fn show(
    State(house): State<House>,
    guest: Guest,
    Path(code): Path<String>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response, Refusal> {
    let read = read(&code);
    if let Some(read) = read.as_ref().filter(|read| **read != code) {
        return Ok(Redirect::to(&format!("/campaigns/{read}")).into_response());
    }
    let account = guest.person.as_ref().map(|person| person.id);
    let met = match &read {
        Some(code) => meet(&house.db, code, account).await?,
        None => None,
    };
    if let Some(met) = met {
        let external = query.get(EXTERNAL_ID).map_or("", String::as_str);
        return page(&house, &guest, &met, (external, None)).await;
    }
    let course = match &read {
        Some(code) => campaign_code::course(&house, code).await?,
        None => None,
    };
    Ok(match course {
        Some(course) => Redirect::to(&course).into_response(),
        None => campaign_code::wrong(&house, &guest, &code, StatusCode::NOT_FOUND),
    })
}

/// The page, with what was typed as the external identifier and why it was not taken.
pub async fn page(
    house: &House,
    guest: &Guest,
    met: &Met,
    (typed, error): (&str, Option<&'static str>),
) -> Result<Response, Refusal> {
    let words = guest.frame.words();
    let title = joining::title(words, &met.offer);
    let step = joining::step(met, house.clock.now());
    let here = address(met, typed);
    let person = guest.person.as_ref();
    let picture = match met.offer.external_label {
        Some(_) => of_campaign(&house.db, met.offer.campaign_id).await?,
        None => None,
    };
    let (external, picture) = ((typed, error), picture.as_ref());
    let landing = Landing { words, met, step, person, title: &title, here: &here, external, picture };
    let page = Sheet::text(&title, campaign_page::page(&landing)).for_guest(house, guest);
    let status = if error.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok((status, page).into_response())
}

/// The address of the page with an external identifier filled in.
pub fn address(met: &Met, external: &str) -> String {
    if external.is_empty() {
        return path(&met.offer, "");
    }
    path(&met.offer, &with_external(external))
}

/// The query that carries an external identifier; nothing for none.
pub fn with_external(external: &str) -> String {
    if external.is_empty() {
        return String::new();
    }
    let external: String = external.chars().take(rules::participation::LONGEST_EXTERNAL_ID).collect();
    format!("?{EXTERNAL_ID}={}", crate::download::encoded(&external))
}
