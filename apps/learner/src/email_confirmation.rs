//! Confirming an e-mail address with the link of a mail. The link shows a button: mail programs that open every link
//! must not confirm anything.

use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Response};
use maud::html;
use std::collections::HashMap;
use store::{TokenHash, mail_link};
use web::components::button::Button;
use web::house::House;
use web::refusal::Refusal;
use web::visit::{Guest, leading_to, safe_next};

use crate::mail::Purpose;
use crate::{dead_link, frame::Sheet};

const PURPOSE: Purpose = Purpose::EmailConfirmation;

/// `GET /email-confirmation/{token}?next=`: the button that confirms.
pub async fn show(
    State(house): State<House>,
    guest: Guest,
    Path(token): Path<String>,
    Query(query): Query<HashMap<String, String>>,
) -> Response {
    let words = guest.frame.words();
    let here = leading_to(&format!("/email-confirmation/{token}"), query.get("next").map(String::as_str));
    let body = html! {
        div class="stack" {
            h1 { (words.say("email-confirmation-title")) }
            p class="lead" { (words.say("email-confirmation-text")) }
            form method="post" action=(here) { (Button::submit(words.say("email-confirmation-submit"))) }
        }
    };
    Sheet::form(words.say("email-confirmation-title"), body).for_guest(&house, &guest).into_response()
}

/// `POST /email-confirmation/{token}?next=`: notes that the address is the person's, and shows the way on to where they
/// were when they signed up.
pub async fn create(
    State(house): State<House>,
    guest: Guest,
    Path(token): Path<String>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response, Refusal> {
    let (words, now) = (guest.frame.words(), house.clock.now());
    let next = safe_next(query.get("next").map(String::as_str), "/home");
    let way_on = Button::link(words.say("email-confirmed-home"), &next);
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
                return Ok(dead_link::page(&house, &guest, &way_on));
            }
        }
    }
    let body = html! {
        div class="stack" {
            h1 { (words.say("email-confirmed-title")) }
            p class="lead" { (words.say("email-confirmed-text")) }
            (way_on)
        }
    };
    Ok(Sheet::form(words.say("email-confirmed-title"), body).for_guest(&house, &guest).into_response())
}
