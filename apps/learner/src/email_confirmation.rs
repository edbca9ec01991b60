//! Confirming an e-mail address with the link of a mail. The link shows a button: mail programs that open every link
//! must not confirm anything.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use maud::html;
use store::{TokenHash, mail_link};
use web::components::button::Button;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Guest;

use crate::mail::Purpose;
use crate::{frame::Sheet, password_reset};

const PURPOSE: Purpose = Purpose::EmailConfirmation;

/// `GET /email-confirmation/{token}`: the button that confirms.
pub async fn show(State(house): State<House>, guest: Guest, Path(token): Path<String>) -> Response {
    let words = guest.frame.words();
    let body = html! {
        div class="stack" {
            h1 { (words.say("email-confirmation-title")) }
            p class="lead" { (words.say("email-confirmation-text")) }
            form method="post" action={ "/email-confirmation/" (token) } { (Button::submit(words.say("email-confirmation-submit"))) }
        }
    };
    Sheet::form(words.say("email-confirmation-title"), body).for_guest(&house, &guest).into_response()
}

/// `POST /email-confirmation/{token}`: notes that the address is the person's.
pub async fn create(
    State(house): State<House>,
    guest: Guest,
    Path(token): Path<String>,
) -> Result<Response, Refusal> {
    let (words, now) = (guest.frame.words(), house.clock.now());
    let mut tx = house.db.begin().await?;
    let Some(account) = mail_link::take(&mut tx, TokenHash::of(&token), PURPOSE.name(), now).await? else {
        return Ok(password_reset::dead(&house, &guest));
    };
    store::account::confirm_email(&mut tx, account, now).await?;
    tx.commit().await?;
    let body = html! {
        div class="stack" {
            h1 { (words.say("email-confirmed-title")) }
            p class="lead" { (words.say("email-confirmed-text")) }
            (Button::link(words.say("result-profile"), "/profile"))
        }
    };
    Ok(Sheet::form(words.say("email-confirmed-title"), body).for_guest(&house, &guest).into_response())
}
