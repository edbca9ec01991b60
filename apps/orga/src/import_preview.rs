//! What becomes of a file: it waits, it is refused with everything that is wrong, or what it would change is shown line
//! by line; and once it is applied, what it changed.

use axum::extract::{Path, Query, State};
use axum::http::header;
use axum::response::{IntoResponse, Redirect, Response};
use jobs::learner_import::Report;
use std::collections::HashMap;
use store::learner_import::{self as import, Import, Kind, State as Stage};
use web::house::House;
use web::refusal::Refusal;
use web::visit::Member;

use crate::frame::Sheet;
use crate::import_format::check_may_manage;
use crate::import_preview_page::{self as page, Preview};

/// Lines on a page.
pub const PAGE: u32 = 50;
/// While the file is read the page, one sentence, looks again by itself after so many seconds.
const AGAIN: &str = "3";
/// More pages than anybody turns.
const LAST_PAGE: u32 = 10_000;

/// `GET /orga/learners/imports/{import}?kind=KIND&page=N`.
pub async fn show(
    State(house): State<House>,
    member: Member,
    Path(id): Path<String>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response, Refusal> {
    let words = member.frame.words();
    let import = load(&house, &member, &id).await?;
    let kind = query.get("kind").and_then(|kind| Kind::named(kind));
    let number = query.get("page").and_then(|page| page.parse().ok()).unwrap_or(1).clamp(1, LAST_PAGE);
    let span = (i64::from(number - 1) * i64::from(PAGE), i64::from(PAGE));
    let changes = import::changes(&house.db, import.id, kind, span).await?;
    let report = Report::kept(&import.report);
    let csrf = &member.person.form_token;
    let now = house.clock.now();
    let preview =
        Preview { words, csrf, import: &import, report: &report, changes: &changes, kind, page: number, now };
    let sheet = Sheet::new(words.say("import-preview-title"), page::page(&preview));
    let body = sheet.within("learners").render(&house, &member);
    Ok(match import.state {
        Stage::Uploaded => ([(header::REFRESH, AGAIN)], body).into_response(),
        _ => body.into_response(),
    })
}

/// `GET` of what is only posted to: leads to the import.
pub async fn back(_member: Member, Path(id): Path<String>) -> Result<Redirect, Refusal> {
    let id: store::ImportId = id.parse().map_err(|_| Refusal::NotFound)?;
    Ok(Redirect::to(&path(id)))
}

/// The import of the member's organisation with this id, for whoever may import; for others it does not exist.
pub async fn load(house: &House, member: &Member, id: &str) -> Result<Import, Refusal> {
    let id = id.parse().map_err(|_| Refusal::NotFound)?;
    let found = import::by_id(&house.db, member.organisation.id, id).await?.ok_or(Refusal::NotFound)?;
    check_may_manage(member)?;
    Ok(found)
}

/// The address of an import.
pub fn path(id: store::ImportId) -> String {
    format!("/orga/learners/imports/{id}")
}
