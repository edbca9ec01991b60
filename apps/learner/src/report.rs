//! A problem told about a question or its correction.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use content::Instance;
use std::collections::HashMap;
use std::sync::Arc;
use store::ReportId;
use store::problem_report::{self, ProblemReport, Told};
use web::Words;
use web::form::Form;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Ticket;

use crate::attempt_loading::Standing;
use crate::frame::Sheet;
use crate::report_form::{self, Typed, Wrong};
use crate::report_page::{self, Report};

/// How many problems one person may tell in a day.
pub const MOST_A_DAY: i64 = 20;
const DAY_MS: i64 = 24 * 3600 * 1000;

/// The question that a report is about.
pub struct About {
    /// What was asked.
    pub instance: Arc<Instance>,
    /// Its position in the attempt, from 1.
    pub position: u16,
    /// Whether it has its answer.
    pub answered: bool,
}

/// `GET /attempts/{attempt}/reports/{position}`: the form on a page of its own.
pub async fn show(
    State(house): State<House>,
    ticket: Ticket,
    Path((attempt, position)): Path<(String, u16)>,
) -> Result<Html<String>, Refusal> {
    let standing = Standing::load(&house, ticket, &attempt).await?;
    let about = about(&house, &standing, position).await?;
    Ok(page(&house, &standing, &about, &Typed::default(), None))
}

/// `POST /attempts/{attempt}/reports/{position}`: keeps the report and goes back to the question or its correction.
/// Repeated, it is the same report.
pub async fn create(
    State(house): State<House>,
    ticket: Ticket,
    Path((attempt, position)): Path<(String, u16)>,
    posted: Form,
) -> Result<Response, Refusal> {
    let standing = Standing::load(&house, ticket, &attempt).await?;
    posted.made_for(&standing.learner.person)?;
    let about = about(&house, &standing, position).await?;
    let typed = report_form::typed(&posted);
    let kept = match report_form::kind(&typed) {
        Ok(kind) => keep(&house, row(&house, &standing, &about, kind.code, &typed.text)?).await?,
        Err(wrong) => Err(wrong),
    };
    Ok(match kept {
        Ok(()) => Redirect::to(&back(&standing, &about)).into_response(),
        Err(wrong) => {
            let status = if wrong == Wrong::TooMany {
                StatusCode::TOO_MANY_REQUESTS
            } else {
                StatusCode::UNPROCESSABLE_ENTITY
            };
            (status, page(&house, &standing, &about, &typed, Some(wrong))).into_response()
        }
    })
}

/// The sentence that thanks for a report, on the page that it was made from.
pub fn thanks(words: Words, query: &HashMap<String, String>) -> Option<&'static str> {
    query.get("done").filter(|done| *done == "report").map(|_| words.say("report-done"))
}

/// The question at a position, once its learner has seen it.
async fn about(house: &House, standing: &Standing, position: u16) -> Result<About, Refusal> {
    let (family, answered) = standing.seen(house, position).await?;
    let instance = standing.instance(family, position, standing.learner.frame.lang)?;
    Ok(About { instance, position, answered })
}

fn row(
    house: &House,
    standing: &Standing,
    about: &About,
    kind: &str,
    text: &str,
) -> Result<ProblemReport, Refusal> {
    Ok(ProblemReport {
        id: ReportId::new(house.clock.now(), house.entropy.number()?),
        account_id: Some(standing.account()),
        attempt_id: standing.attempt.id,
        position: i64::from(about.position),
        family: about.instance.paper.family.clone(),
        lang: standing.learner.frame.lang.code().to_owned(),
        category: kind.to_owned(),
        text: text.to_owned(),
    })
}

async fn keep(house: &House, row: ProblemReport) -> Result<Result<(), Wrong>, Refusal> {
    let since = house.clock.now() - DAY_MS;
    let mut tx = house.db.begin().await?;
    let told = problem_report::keep(&mut tx, &row, since, MOST_A_DAY).await?;
    tx.commit().await?;
    Ok(if told == Told::Kept { Ok(()) } else { Err(Wrong::TooMany) })
}

/// Where the report was made from, which says that it was received.
fn back(standing: &Standing, about: &About) -> String {
    let page = if about.answered { "corrections" } else { "questions" };
    standing.path(&format!("/{page}/{}?done=report", about.position))
}

fn page(
    house: &House,
    standing: &Standing,
    about: &About,
    typed: &Typed,
    wrong: Option<Wrong>,
) -> Html<String> {
    let words = standing.learner.frame.words();
    let report = Report {
        words,
        paper: &about.instance.paper,
        answered: about.answered,
        action: &standing.path(&format!("/reports/{}", about.position)),
        csrf: &standing.learner.person.form_token,
    };
    let place = if about.answered { "corrections" } else { "questions" };
    let back = standing.path(&format!("/{place}/{}", about.position));
    let body = report_page::page(&report, &house.site.contact, about.position, &back, (typed, wrong));
    Sheet::text(words.say("report-title"), body).within("profile").for_learner(house, &standing.learner)
}
