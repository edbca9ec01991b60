//! The front page; whoever is signed in goes to their own home.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use web::house::House;
use web::visit::Guest;

use crate::{frame::Sheet, front_page};

/// `GET /`.
pub async fn show(State(house): State<House>, guest: Guest) -> Response {
    if guest.person.is_some() {
        return Redirect::to("/home").into_response();
    }
    let words = guest.frame.words();
    let body = front_page::page(words, house.bank.present().release.framework());
    Sheet::new(words.say("front-title"), body).for_guest(&house, &guest).into_response()
}
