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
use crate::{dead_link, frame::Sheet};

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
    let token = TokenHash::of(&token);
    let mut tx = house.db.begin().await?;
    match mail_link::take(&mut tx, token, PURPOSE.name(), now).await? {
        Some(account) => {
            store::account::confirm_email(&mut tx, account, now).await?;
            tx.commit().await?;
        }
        None => {
            drop(tx);
            // The form sent twice, or the link opened again: the address is confirmed all the same.
            let link = mail_link::find(&house.db, token, PURPOSE.name()).await?;
            if link.and_then(|link| link.used_at).is_none() {
                let again = Button::link(words.say("email-confirmed-home"), "/home");
                return Ok(dead_link::page(&house, &guest, &again));
            }
        }
    }
    let body = html! {
        div class="stack" {
            h1 { (words.say("email-confirmed-title")) }
            p class="lead" { (words.say("email-confirmed-text")) }
            (Button::link(words.say("email-confirmed-home"), "/home"))
        }
    };
    Ok(Sheet::form(words.say("email-confirmed-title"), body).for_guest(&house, &guest).into_response())
}
