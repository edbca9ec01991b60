//! Pix Orga: a teacher runs a school year.
//!
//! One action per file, its page beside it. [`router`] is the map of the site.

mod campaign_loading;
mod campaign_tabs;
mod frame;
mod home;
mod workplace;
mod workplace_page;

#[cfg(test)]
mod tests;

use axum::Router;
use axum::routing::get;
pub use frame::NAV;
use web::house::House;

/// Every page of the app and who may use it: the types in the handlers' signatures say the same.
///
/// What can be posted to can be opened, and leads to the page of the form.
pub fn router() -> Router<House> {
    Router::new()
        // Members of an organisation.
        .route("/orga", get(home::show))
        .route("/orga/workplaces", get(workplace::show).post(workplace::create))
}
