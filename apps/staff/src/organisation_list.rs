//! The organisations: searched by name or number, of one kind, archived or not, a page at a time.

use axum::extract::{Query, State};
use axum::response::Html;
use std::collections::HashMap;
use store::organisation;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Staff;

use crate::frame::Sheet;
use crate::list_search::Search;
use crate::organisation_list_page;

/// `GET /staff/organisations?q=…&kind=…&archived=on&page=…`.
pub async fn show(
    State(house): State<House>,
    staff: Staff,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Html<String>, Refusal> {
    let search = Search::read(&query);
    let count = organisation::count(&house.db, &search.filter).await?;
    let search = search.among(count);
    let (page, size) = search.page();
    let list = organisation::list(&house.db, &search.filter, page, size).await?;
    let words = staff.frame.words();
    let body = organisation_list_page::page(words, &search, &list);
    let done = query.get("done").and_then(|done| organisation_list_page::done(words, done));
    Ok(Sheet::new("organisations", words.say("staff-organisations"), body).after(done).render(&house, &staff))
}
