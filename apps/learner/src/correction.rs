//! The correction of one answer, on a page of its own: it can be opened at any time, in any language.

use axum::extract::{Path, Query, State};
use axum::response::Html;
use std::collections::HashMap;
use store::answer;
use web::components::banner::Tone;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Ticket;

use crate::answer_shown::Answered;
use crate::attempt_loading::Standing;
use crate::{correction_page, frame::Sheet, report};

/// `GET /attempts/{attempt}/corrections/{position}`: the correction, once answered.
pub async fn show(
    State(house): State<House>,
    ticket: Ticket,
    Path((attempt, position)): Path<(String, u16)>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Html<String>, Refusal> {
    let standing = Standing::load(&house, ticket, &attempt).await?;
    let (account, id) = (standing.account(), standing.attempt.id);
    let row =
        answer::by_position(&house.db, account, id, i64::from(position)).await?.ok_or(Refusal::NotFound)?;
    let answered = Answered::of(&standing, row)?;
    let words = standing.learner.frame.words();
    let title = words.with("correction-title", &[("n", position.into())]);
    let body = correction_page::page(words, &standing, &answered, &title);
    let toast = report::thanks(words, &query).map(|text| (Tone::Ok, text));
    let sheet = Sheet { toast, ..Sheet::text(&title, body).within("profile") };
    Ok(sheet.for_learner(&house, &standing.learner))
}
