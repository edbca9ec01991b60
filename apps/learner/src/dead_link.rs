//! The page of a link that has been used, has expired, or never existed: the three look the same.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::html;
use web::components::button::Button;
use web::house::House;
use web::visit::Guest;

use crate::frame::Sheet;

/// The page, with a way on.
pub fn page(house: &House, guest: &Guest, way_on: &Button<'_>) -> Response {
    let words = guest.frame.words();
    let body = html! {
        div class="stack" {
            h1 { (words.say("link-dead-title")) }
            p class="lead" { (words.say("link-dead")) }
            (way_on)
        }
    };
    let page = Sheet::form(words.say("link-dead-title"), body).for_guest(house, guest);
    (StatusCode::NOT_FOUND, page).into_response()
}
