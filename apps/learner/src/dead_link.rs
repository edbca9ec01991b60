//! The pages of a link that opens nothing: it has expired or never existed, which look the same, or it did its work.

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

/// The page of a link of a mail that was used to choose a password: the form sent twice, or the mail opened again.
pub fn used(house: &House, guest: &Guest) -> Response {
    let words = guest.frame.words();
    let body = html! {
        div class="stack" {
            h1 { (words.say("link-used-title")) }
            p class="lead" { (words.say("link-used")) }
            div class="row" {
                (Button::link(words.say("front-sign-in"), "/sign-in"))
                (Button::link(words.say("link-dead-again"), "/password-reset").quiet())
            }
        }
    };
    let page = Sheet::form(words.say("link-used-title"), body).for_guest(house, guest);
    (StatusCode::GONE, page).into_response()
}
