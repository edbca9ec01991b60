//! The organisations: searched by name or number, of one kind, archived or not, a page at a time.

use axum::extract::{Query, State};
use axum::response::Html;
use rules::search_text::search_text;
use std::collections::HashMap;
use store::organisation::{self, Filter, Kind};
use web::house::House;
use web::refusal::Refusal;
use web::visit::Staff;

use crate::frame::Sheet;
use crate::organisation_list_page::{self, Found};

/// Organisations on a page.
pub const PAGE: i64 = 50;
/// The longest text that is searched for.
const LONGEST: usize = 100;

/// `GET /staff/organisations?q=…&kind=…&archived=on&page=…`.
pub async fn show(
    State(house): State<House>,
    staff: Staff,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Html<String>, Refusal> {
    let asked = |name: &str| query.get(name).map_or("", String::as_str);
    let typed: String = asked("q").chars().take(LONGEST).collect();
    let filter = Filter {
        sought: search_text(&typed),
        kind: Kind::named(asked("kind")),
        archived: asked("archived") == "on",
    };
    let count = organisation::count(&house.db, &filter).await?;
    let last = (count + PAGE - 1) / PAGE;
    let page = asked("page").parse().unwrap_or(1).clamp(1, last.max(1));
    let list = organisation::list(&house.db, &filter, page, PAGE).await?;
    let words = staff.frame.words();
    let found = Found { words, typed: &typed, filter: &filter, list: &list, count, page, last };
    let body = organisation_list_page::page(&found);
    Ok(Sheet::new("organisations", words.say("staff-organisations"), body).render(&house, &staff))
}
