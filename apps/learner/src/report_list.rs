//! The problems that people told, for the service's staff: the newest first, a page at a time.

use axum::extract::{Query, State};
use axum::response::Html;
use std::collections::HashMap;
use store::problem_report;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Staff;

use crate::frame::Sheet;
use crate::report_list_page::{self, Listed};

/// Reports on a page.
const PAGE: usize = 50;

/// `GET /reports?before=ID`: the reports made before one, all of them without it.
pub async fn show(
    State(house): State<House>,
    staff: Staff,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Html<String>, Refusal> {
    let before = query.get("before").map(|id| id.parse()).transpose().map_err(|_| Refusal::NotFound)?;
    // One more than is shown tells whether there is another page.
    let limit = i64::try_from(PAGE + 1).unwrap_or(i64::MAX);
    let mut reports = problem_report::latest(&house.db, before, limit).await?;
    let more = reports.len() > PAGE;
    reports.truncate(PAGE);
    let words = staff.frame.words();
    let bank = &house.bank.present().release;
    let body =
        report_list_page::page(&Listed { words, reports: &reports, bank, first: before.is_none(), more });
    Ok(Sheet::new(words.say("reports-title"), body).render(&house, &staff.frame, Some(&staff.person)))
}
