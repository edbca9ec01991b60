//! A level gained by an answer, said once by the page that follows.
//!
//! The news travels in a cookie of this test, for a minute. The page says it only where it is the level in force, and
//! takes the cookie back: a page loaded again, a link passed on or a cookie made up tells nothing that is not so.

use axum::http::{HeaderMap, header};
use axum::response::{AppendHeaders, IntoResponse, Response};
use rules::learner_state::LearnerState;
use web::house::House;
use web::refusal::Refusal;

use crate::attempt_loading::Standing;

const COOKIE: &str = "level-up";
/// Longer than any way from an answer to the next page.
const KEPT_SECONDS: u8 = 60;

/// The cookie with the news of the level that an answer gained, if it gained one.
pub fn of(house: &House, before: &Standing, after: &LearnerState) -> Result<Option<String>, Refusal> {
    // The subjects of a campaign make no level.
    if before.campaign.is_some() {
        return Ok(None);
    }
    let syllabus = before.syllabus()?;
    let level = |state: &LearnerState| syllabus.score(state, house.site.ceiling).level();
    let reached = level(after);
    Ok((reached > level(&before.state)).then(|| written(before, &reached.to_string(), KEPT_SECONDS)))
}

/// The sentence about the level that was just gained, where the request brings the news and it is true.
pub fn news(house: &House, headers: &HeaderMap, standing: &Standing) -> Option<String> {
    let level: u8 = cookie(headers).filter(|_| standing.campaign.is_none())?.parse().ok()?;
    let score = standing.syllabus().ok()?.score(&standing.state, house.site.ceiling);
    let words = standing.learner.frame.words();
    let name = standing.name(words.lang());
    (level > 0 && level == score.level())
        .then(|| words.with("level-up", &[("level", level.into()), ("name", name.into())]))
}

/// The response once the news was read: they are not told a second time.
pub fn told(headers: &HeaderMap, standing: &Standing, response: Response) -> Response {
    if cookie(headers).is_none() {
        return response;
    }
    (AppendHeaders([(header::SET_COOKIE, written(standing, "", 0))]), response).into_response()
}

/// The whole `Set-Cookie` header, for the pages of this test only.
fn written(standing: &Standing, value: &str, seconds: u8) -> String {
    format!("{COOKIE}={value}; Path={}; Max-Age={seconds}; HttpOnly; SameSite=Lax", standing.path(""))
}

fn cookie(headers: &HeaderMap) -> Option<&str> {
    let lines = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let pairs = lines.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.into_iter().find(|(name, _)| *name == COOKIE).map(|(_, value)| value)
}
