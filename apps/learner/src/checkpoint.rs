//! The pause after five answers: how it goes, and the corrections.

use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::{Html, IntoResponse, Redirect, Response};
use rules::attempt::STAGE;
use rules::participation::progress;
use store::answer;
use web::components::banner::Tone;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Ticket;

use crate::answer_shown::Answered;
use crate::attempt_loading::Standing;
use crate::checkpoint_page::{self, Gauge, Stage};
use crate::{attempt, frame::Sheet, level_up};

/// `GET /attempts/{attempt}/checkpoint`: the answers since the last pause.
pub async fn show(
    State(house): State<House>,
    ticket: Ticket,
    Path(attempt): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let standing = Standing::load(&house, ticket, &attempt).await?;
    let Some(run) = standing.run().filter(|run| run.answered > 0) else {
        return Ok(Redirect::to(&attempt::address(&standing)).into_response());
    };
    let last = i64::from(run.answered);
    let first = (last - 1) / i64::from(STAGE) * i64::from(STAGE) + 1;
    let rows = answer::range(&house.db, standing.account(), standing.attempt.id, first, last).await?;
    let answered = rows.into_iter().map(|row| Answered::of(&standing, row)).collect::<Result<Vec<_>, _>>()?;
    let news = level_up::news(&house, &headers, &standing);
    let page = page(&house, &standing, &answered, news.as_deref())?;
    Ok(level_up::told(&headers, &standing, page.into_response()))
}

fn page(
    house: &House,
    standing: &Standing,
    answered: &[Answered],
    news: Option<&str>,
) -> Result<Html<String>, Refusal> {
    let words = standing.learner.frame.words();
    let finished = standing.run().is_some_and(|run| run.completed_at.is_some());
    let syllabus = standing.syllabus()?;
    let gauge = match standing.campaign {
        Some(_) => Gauge::Progress(progress(syllabus, &standing.state.knowledge)),
        None => Gauge::Level(syllabus.score(&standing.state, house.site.ceiling)),
    };
    let stage = Stage { words, standing, answered, finished, gauge };
    let title = words.say("checkpoint-title");
    let toast = news.map(|text| (Tone::Ok, text));
    let sheet = Sheet { toast, ..Sheet::new(title, checkpoint_page::page(&stage)).within("profile") };
    Ok(sheet.for_learner(house, &standing.learner))
}
