//! The result of a test: pix, level, subject by subject, and every correction. That of a campaign is on its own page.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use store::answer;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Ticket;

use crate::answer_shown::Answered;
use crate::attempt_loading::Standing;
use crate::result_page::{self, Outcome};
use crate::{attempt, frame::Sheet};

/// More answers than any test has: a list without a bound is a mistake.
const MOST_ANSWERS: i64 = 200;

/// `GET /attempts/{attempt}/result`: what came out of a finished test; an unfinished one goes on. A test that a newer
/// one took the place of has no result of its own any more: the competence tells where one stands.
pub async fn show(
    State(house): State<House>,
    ticket: Ticket,
    Path(attempt): Path<String>,
) -> Result<Response, Refusal> {
    let standing = Standing::load(&house, ticket, &attempt).await?;
    let Some(run) = standing.run() else {
        return Ok(Redirect::to(&standing.above()).into_response());
    };
    if run.completed_at.is_none() {
        return Ok(Redirect::to(&attempt::address(&standing)).into_response());
    }
    if standing.campaign.is_some() {
        return Ok(Redirect::to(&format!("{}/result", standing.above())).into_response());
    }
    let (account, id) = (standing.account(), standing.attempt.id);
    let rows = answer::range(&house.db, account, id, 1, MOST_ANSWERS).await?;
    let answered = rows.into_iter().map(|row| Answered::of(&standing, row)).collect::<Result<Vec<_>, _>>()?;
    let words = standing.learner.frame.words();
    let measure = standing.syllabus()?.measure(&standing.state, house.site.ceiling);
    let body =
        result_page::page(&Outcome { words, standing: &standing, answered: &answered, measure: &measure });
    Ok(Sheet::new(words.say("result-title"), body)
        .within("profile")
        .for_learner(&house, &standing.learner)
        .into_response())
}
