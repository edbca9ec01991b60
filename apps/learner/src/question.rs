//! A question of an attempt, as its learner meets it.

use axum::extract::{Path, Query, State};
use axum::http::HeaderMap;
use axum::response::{Html, IntoResponse, Redirect, Response};
use content::{Instance, Mode};
use rules::attempt::{Admission, admit};
use rules::learner_state::Run;
use std::collections::HashMap;
use store::AttemptId;
use web::Words;
use web::components::banner::Tone;
use web::components::countdown::Countdown;
use web::components::focus_watch::FocusWatch;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Ticket;

use crate::attempt_loading::Standing;
use crate::question_page::{Again, Asked};
use crate::{attempt, clock, frame::Sheet, level_up, question_page, report};

/// `GET /attempts/{attempt}/questions/{position}`: the question asked; any other position leads to it.
pub async fn show(
    State(house): State<House>,
    ticket: Ticket,
    Path((attempt, position)): Path<(String, u16)>,
    Query(query): Query<HashMap<String, String>>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let standing = Standing::load(&house, ticket, &attempt).await?;
    match admit(&standing.state, standing.pins.id, position) {
        Admission::Grade(family) => {
            let instance = standing.instance(family, position, standing.learner.frame.lang)?;
            let thanks = report::thanks(standing.learner.frame.words(), &query).map(str::to_owned);
            let said = level_up::news(&house, &headers, &standing).or(thanks);
            let page = if standing.is_closed(family) {
                clock::page(&house, &standing, &instance, (position, said.as_deref()))
            } else {
                page(&house, &standing, &instance, position, &Said::Happened(said.as_deref()))
            };
            Ok(level_up::told(&headers, &standing, page.into_response()))
        }
        Admission::Repeat(_) => {
            Ok(Redirect::to(&standing.path(&format!("/corrections/{position}"))).into_response())
        }
        Admission::Ahead(_) | Admission::Gone => {
            Ok(Redirect::to(&attempt::address(&standing)).into_response())
        }
    }
}

/// `GET /attempts/{attempt}/answers/{position}` and its neighbours, to which the page posts: the page of the question.
pub async fn back(
    _ticket: Ticket,
    Path((attempt, position)): Path<(String, u16)>,
) -> Result<Redirect, Refusal> {
    let attempt: AttemptId = attempt.parse().map_err(|_| Refusal::NotFound)?;
    Ok(Redirect::to(&format!("/attempts/{attempt}/questions/{position}")))
}

/// What the page of a question says beside the question.
pub enum Said<'a> {
    /// What just happened, if anything did.
    Happened(Option<&'a str>),
    /// Why an answer was not taken.
    Refused(&'a Again),
}

/// The page of a question.
pub fn page(
    house: &House,
    standing: &Standing,
    instance: &Instance,
    position: u16,
    said: &Said<'_>,
) -> Html<String> {
    let words = standing.learner.frame.words();
    let name = standing.name(instance.paper.lang);
    let departures = standing.path(&format!("/departures/{position}"));
    let csrf = standing.learner.person.form_token.as_str();
    let (toast, again) = match *said {
        Said::Happened(toast) => (toast, None),
        Said::Refused(again) => (None, Some(again)),
    };
    let asked = Asked {
        words,
        competence: &name,
        paper: &instance.paper,
        position,
        answer: &standing.path(&format!("/answers/{position}")),
        files: &standing.path(&format!("/questions/{position}/files")),
        pictures: &standing.path(&format!("/questions/{position}/pictures")),
        web: &standing.path(&format!("/questions/{position}/web")),
        file_query: &format!("?lang={}", instance.paper.lang.code()),
        csrf,
        again,
        explained: !is_known(standing, instance.paper.mode),
        countdown: countdown(house, standing, words),
        watch: watch(
            standing,
            instance.paper.mode,
            FocusWatch { words, action: &departures, csrf, left: false },
        ),
        report: Some(&standing.path(&format!("/reports/{position}"))),
    };
    let title = format!("{} · {name}", words.with("question-title", &[("n", position.into())]));
    let sheet = Sheet::new(&title, question_page::page(&asked)).within("profile");
    Sheet { toast: toast.map(|text| (Tone::Ok, text)), ..sheet }.for_learner(house, &standing.learner)
}

/// Whether this learner met a question of the same mode lately: then what it means is folded away.
fn is_known(standing: &Standing, mode: Mode) -> bool {
    let asked = standing.run().and_then(Run::asked);
    let before = standing.state.recent.iter().filter(|family| Some(**family) != asked);
    before.copied().any(|family| standing.mode(family) == Some(mode))
}

/// The clock of the question, if it has one.
fn countdown(house: &House, standing: &Standing, words: Words) -> Option<Countdown> {
    let family = standing.run()?.asked()?;
    let timing = standing.timing(family, house.clock.now())?;
    Some(Countdown { words, limit: standing.limit(family)?, left: timing.left() })
}

/// The watch of a question that asks to stay on its page.
fn watch<'a>(standing: &Standing, mode: Mode, watch: FocusWatch<'a>) -> Option<FocusWatch<'a>> {
    let left = standing.run().is_some_and(|run| run.left);
    (mode == Mode::Focus).then_some(FocusWatch { left, ..watch })
}
