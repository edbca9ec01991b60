//! Answering a question: three statements at most (two on PostgreSQL) and one commit, whatever the history.

use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{AppendHeaders, IntoResponse, Redirect, Response};
use content::Instance;
use grade::{Answer, Status, Verdict};
use rules::attempt::{Admission, Graded, admit, at_checkpoint, record};
use rules::learner_state::LearnerState;
use rules::under_way::spent_ms;
use rules::{answer_text, verdict_number};
use store::answer::{self, Making};
use web::form::Form;
use web::house::House;
use web::lang::{self, Lang};
use web::refusal::Refusal;
use web::visit::Ticket;

use crate::answer_form;
use crate::attempt_loading::{Standing, TRIES};
use crate::question::Said;
use crate::question_page::Again;
use crate::{answer_count, attempt, level_up, participation_end, question};

/// `POST /attempts/{attempt}/answers/{position}`: grades, keeps, and leads to what comes next. A repeated post changes
/// nothing and leads to the same place.
pub async fn create(
    State(house): State<House>,
    ticket: Ticket,
    Path((attempt, position)): Path<(String, u16)>,
    posted: Form,
) -> Result<Response, Refusal> {
    for _ in 0..TRIES {
        let standing = Standing::load(&house, ticket.clone(), &attempt).await?;
        posted.made_for(&standing.learner.person)?;
        let family = match admit(&standing.state, standing.pins.id, position) {
            // Nobody has seen it yet.
            Admission::Grade(family) if standing.is_closed(family) && !posted.has("skip") => {
                return Ok(Redirect::to(&attempt::address(&standing)).into_response());
            }
            Admission::Grade(family) => family,
            Admission::Repeat(_) => return Ok(after(&standing, position)),
            Admission::Ahead(_) => return Ok(Redirect::to(&attempt::address(&standing)).into_response()),
            Admission::Gone => return Ok(Redirect::to(&standing.path("/result")).into_response()),
        };
        let lang = lang::parse(posted.text("lang")).unwrap_or(standing.learner.frame.lang);
        let instance = standing.instance(family, position, lang)?;
        let given = match answer_form::read(&instance.paper.input, &posted) {
            Ok(given) => given,
            Err(why) => return Ok(ask_again(&house, &standing, &instance, position, (why, &posted))),
        };
        let now = house.clock.now();
        let verdict = grade::check(&instance.key.question, &given, &standing.circumstances(family, now));
        let known = advanced(&standing, family, verdict.status, now)?;
        let row = row(&standing, family, position, lang, (&given, &verdict), now);
        if keep(&house, &standing, &row, &known).await? {
            return passed(&house, standing, known, position);
        }
    }
    Err(Refusal::Busy)
}

/// The state after the answer.
fn advanced(standing: &Standing, family: i64, status: Status, now: i64) -> Result<LearnerState, Refusal> {
    let syllabus = standing.syllabus()?;
    let graded = Graded { status, at: now, timed: syllabus.is_timed(family) };
    Ok(record(standing.state.clone(), syllabus, &standing.pins, graded))
}

fn row(
    standing: &Standing,
    family: i64,
    position: u16,
    lang: Lang,
    (given, verdict): (&Answer, &Verdict),
    now: i64,
) -> answer::Answer {
    answer::Answer {
        account_id: standing.account(),
        attempt_id: standing.attempt.id,
        position: i64::from(position),
        family,
        lang: lang.code().to_owned(),
        status: verdict_number::write(verdict.status),
        mistake: verdict.mistake.clone(),
        value: answer_text::write(given),
        seconds: standing.run().map_or(0, |run| spent_ms(run, now) / 1000),
        answered_at: now,
        page_left: standing.run().is_some_and(|run| run.left),
    }
}

/// Keeps the answer and the state that it makes, and with the last one of a campaign its end; tells whether the state was as it had been read.
async fn keep(
    house: &House,
    standing: &Standing,
    row: &answer::Answer,
    known: &LearnerState,
) -> Result<bool, Refusal> {
    let body = known.encode();
    let making = Making { framework: &standing.attempt.framework, old: standing.version, body: &body };
    let kept = match participation_end::of(house, standing, known, row.answered_at).await? {
        Some(end) => answer::keep_last(&house.db, row, making, &end).await?,
        None => answer::keep(&house.db, row, making).await?,
    };
    if kept {
        answer_count::note(row.status);
    }
    Ok(kept)
}

/// The way on after an answer that was just kept, with the news of a level that it gained.
fn passed(
    house: &House,
    standing: Standing,
    known: LearnerState,
    position: u16,
) -> Result<Response, Refusal> {
    let news = level_up::of(house, &standing, &known)?;
    let next = after(&Standing { state: known, ..standing }, position);
    Ok(match news {
        Some(cookie) => (AppendHeaders([(header::SET_COOKIE, cookie)]), next).into_response(),
        None => next,
    })
}

/// What follows the answer at a position: a checkpoint every five answers and at the end, else the next question.
fn after(standing: &Standing, position: u16) -> Response {
    let latest = standing.run().filter(|run| run.answered == position && at_checkpoint(run));
    let address = if latest.is_some() { standing.path("/checkpoint") } else { attempt::address(standing) };
    Redirect::to(&address).into_response()
}

/// The question again, with what was typed and why it was not taken. Nothing was written.
fn ask_again(
    house: &House,
    standing: &Standing,
    instance: &Instance,
    position: u16,
    (why, posted): (answer_form::Refusal, &Form),
) -> Response {
    let again = Again::new(standing.learner.frame.words(), why, posted);
    let page = question::page(house, standing, instance, position, &Said::Refused(&again));
    (StatusCode::UNPROCESSABLE_ENTITY, page).into_response()
}
