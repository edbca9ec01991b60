//! One's campaigns: those begun, those sent, a page at a time.

use axum::extract::{Query, State};
use axum::response::Html;
use std::collections::HashMap;
use store::combined_course_progress::of_account as followed;
use store::joining::of_account;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Learner;

use crate::frame::Sheet;
use crate::participation_list_page::{self, Listed};

/// Campaigns on a page.
const PAGE: usize = 30;

/// `GET /participations?before=ID`: those begun before one, all of them without it.
pub async fn show(
    State(house): State<House>,
    learner: Learner,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Html<String>, Refusal> {
    let before = query.get("before").map(|id| id.parse()).transpose().map_err(|_| Refusal::NotFound)?;
    // One more than is shown tells whether there is another page.
    let limit = i64::try_from(PAGE + 1).unwrap_or(i64::MAX);
    let mut taken = of_account(&house.db, learner.person.id, before, limit).await?;
    let more = taken.len() > PAGE;
    taken.truncate(PAGE);
    let (words, first) = (learner.frame.words(), before.is_none());
    let courses = if first { followed(&house.db, learner.person.id).await? } else { Vec::new() };
    let listed = Listed { words, taken: &taken, courses: &courses, first, more };
    let body = participation_list_page::page(&listed);
    let sheet = Sheet::new(words.say("participations-title"), body).within("home");
    Ok(sheet.for_learner(&house, &learner))
}
