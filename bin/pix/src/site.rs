//! The site as a whole: every app's pages, the assets, and what surrounds every request.

use crate::throttle::{self, Guard};
use crate::{client_address::Trusted, observation, readiness};
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::StatusCode;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::get;
use std::sync::Arc;
use std::time::Duration;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::timeout::TimeoutLayer;
use web::house::House;
use web::refusal::{self, Navigations, Refusal};
use web::{assets, cross_site, prefs, security};

/// No form of ours is larger.
const LARGEST_BODY: usize = 64 * 1024;
/// A request that takes longer is given up; what it had not committed is not kept.
const LONGEST_REQUEST: Duration = Duration::from_secs(30);

/// What the pages of refusals show above.
const NAVIGATIONS: Navigations = Navigations { learner: learner::NAV, orga: orga::NAV, staff: staff::NAV };

/// Puts the rooms behind one door.
pub fn router(house: House, trusted: Arc<Trusted>) -> Router {
    within(LONGEST_REQUEST, house, trusted)
}

/// The order matters: the last layer is the first to see a request.
fn within(longest: Duration, house: House, trusted: Arc<Trusted>) -> Router {
    learner::router()
        .merge(orga::router())
        .merge(staff::router())
        .merge(prefs::router())
        .fallback(async || Refusal::NotFound)
        .layer(DefaultBodyLimit::max(LARGEST_BODY))
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, longest))
        .layer(from_fn_with_state(Guard { house: house.clone(), trusted }, throttle::guard))
        .layer(from_fn(cross_site::refuse_foreign_writes))
        .layer(CatchPanicLayer::new())
        .layer(from_fn_with_state((house.clone(), NAVIGATIONS), refusal::dress))
        .merge(assets::router())
        .route("/health", get(|| async { "ok" }))
        .route("/ready", get(readiness::show))
        .layer(from_fn_with_state(house.clone(), security::headers))
        .layer(from_fn(observation::observe))
        .with_state(house)
}

#[cfg(test)]
mod tests;
