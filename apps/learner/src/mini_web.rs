//! A page of the mini-web of a question: fictional sites, made for this instance.

use axum::extract::{Path, Query, State};
use axum::http::{HeaderName, StatusCode};
use axum::response::{IntoResponse, Response};
use content::{Family, GenerateError, WebAddress};
use rules::attempt::instance_seed;
use std::collections::HashMap;
use web::house::House;
use web::layout::{Page, Width};
use web::refusal::Refusal;
use web::visit::{Frame, Person, Ticket, page};

use crate::attempt_loading::Standing;
use crate::mini_web_page::{self, Asked, Ground, Visit};

/// Search engines, the real ones, keep nothing of these pages.
const UNLISTED: (HeaderName, &str) = (HeaderName::from_static("x-robots-tag"), "noindex, nofollow");
/// The longest search that is read.
pub const LONGEST_SEARCH: u16 = 200;

/// `GET /attempts/{attempt}/questions/{position}/web/{*address}`: a page, for questions that were seen.
pub async fn show(
    State(house): State<House>,
    ticket: Ticket,
    Path((attempt, position, address)): Path<(String, u16, String)>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response, Refusal> {
    let standing = Standing::load(&house, ticket, &attempt).await?;
    let (family, _) = standing.seen(&house, position).await?;
    let family = standing.shelf.release.family_by_key(family).ok_or(Refusal::NotFound)?;
    let question = standing.path(&format!("/questions/{position}"));
    let learner = &standing.learner;
    let ground = Ground {
        root: &format!("{question}/web"),
        question: &question,
        position,
        carried: &[("lang", learner.frame.lang.code().to_owned())],
    };
    let seed = instance_seed(standing.pins.seed, position);
    served(&house, (&learner.frame, &learner.person), &ground, (family, seed), (&address, &query))
}

/// A page of the mini-web of an instance; a family without one has none, and an address where nothing is has a page
/// that says so.
pub fn served(
    house: &House,
    (frame, person): (&Frame, &Person),
    ground: &Ground<'_>,
    (family, seed): (&Family, u64),
    (written, query): (&str, &HashMap<String, String>),
) -> Result<Response, Refusal> {
    let web = match family.web(seed, frame.lang) {
        Ok(web) => web,
        Err(GenerateError::NoSuchFile(_)) => return Err(Refusal::NotFound),
        Err(error) => return Err(Refusal::defect(&error)),
    };
    let spot = WebAddress::parse(written).and_then(|address| web.at(&address));
    let asked = asked(query);
    let visit = Visit { words: frame.words(), web: &web, ground, written, spot, asked: &asked };
    let status = if spot.is_some() { StatusCode::OK } else { StatusCode::NOT_FOUND };
    let page = Page {
        title: &mini_web_page::title(&visit),
        width: Width::Text,
        strip: Some(mini_web_page::strip(&visit)),
        body: mini_web_page::page(&visit),
        ..page(&house.site, frame, Some(person), &[])
    };
    Ok((status, [UNLISTED], axum::response::Html(page.render().into_string())).into_response())
}

/// What was searched, if anything was.
fn asked(query: &HashMap<String, String>) -> Option<Asked> {
    let text = query.get("q")?.chars().take(usize::from(LONGEST_SEARCH)).collect();
    Some(Asked { text, year: query.get("year").and_then(|year| year.parse().ok()) })
}
