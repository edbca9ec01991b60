//! The code that proves a new e-mail address.

use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use maud::{Markup, html};
use std::collections::HashMap;
use store::account::Creation;
use store::{email_change as waiting, mail_link};
use web::Words;
use web::components::banner::Tone;
use web::components::button::{Button, csrf_field, post};
use web::components::error_summary::error_summary;
use web::components::field::{Field, Kind};
use web::form::OwnForm;
use web::house::House;
use web::refusal::Refusal;
use web::visit::SignedIn;

use crate::email_change::{self, hash_of};
use crate::{account, frame::Sheet};

/// So many codes may be tried for one change.
const MOST_TRIES: i64 = 5;
/// So many codes may be sent for one change.
const MOST_CODES: i64 = 5;
/// Another code may be asked for after so long; the page says so.
const RESEND_MS: i64 = 7_000;

/// `GET /account/email/code`: the field for the code; without a change that waits, the form that asks for one.
pub async fn show(
    State(house): State<House>,
    visitor: SignedIn,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response, Refusal> {
    let waiting = waiting::find(&house.db, visitor.person.id, house.clock.now()).await?;
    Ok(match waiting {
        Some(change) => {
            let again = query.contains_key("sent");
            form(&house, &visitor, (Some(&change.email), again), None).into_response()
        }
        None => Redirect::to("/account/email").into_response(),
    })
}

/// `POST /account/email/code`: the right code replaces the address, which is confirmed by it.
pub async fn create(
    State(house): State<House>,
    OwnForm { visitor, form: posted }: OwnForm,
) -> Result<Response, Refusal> {
    if posted.has("again") {
        return resend(&house, &visitor).await;
    }
    let (account, now) = (visitor.person.id, house.clock.now());
    let code: String = posted.text("code").chars().filter(char::is_ascii_digit).take(12).collect();
    let mut tx = house.db.begin().await?;
    let waiting = waiting::attempt(&mut tx, account, MOST_TRIES, now).await?;
    let Some(change) = waiting.as_ref().filter(|change| change.code_hash == hash_of(account, &code)) else {
        tx.commit().await?;
        return Ok(wrong(&house, &visitor));
    };
    if waiting::apply(&mut tx, change, now).await? == Creation::Taken {
        return Ok(wrong(&house, &visitor));
    }
    waiting::remove(&mut tx, account).await?;
    mail_link::revoke_passwords(&mut tx, account, now).await?;
    tx.commit().await?;
    Ok(account::done("email"))
}

/// Sends another code to the address that waits, a few seconds after the last one and a few times in all; otherwise the
/// page says when. A new code is no new chance to guess.
async fn resend(house: &House, visitor: &SignedIn) -> Result<Response, Refusal> {
    let (now, account) = (house.clock.now(), account::of(house, visitor).await?);
    let (code, mut tx) = (email_change::code(house)?, house.db.begin().await?);
    let hash = hash_of(account.id, &code);
    let resent = waiting::resend(&mut tx, account.id, hash, now - RESEND_MS, MOST_CODES, now).await?;
    let Some(resent) = resent else {
        return Ok(refused(house, visitor, visitor.frame.words().say("email-code-too-soon")));
    };
    if !resent.taken {
        email_change::write(house, &mut tx, &account, &resent.email, code).await?;
    }
    tx.commit().await?;
    Ok(Redirect::to("/account/email/code?sent=1").into_response())
}

/// The same words for a wrong code, an old one, one tried too often, and an address that is somebody's by now.
fn wrong(house: &House, visitor: &SignedIn) -> Response {
    refused(house, visitor, visitor.frame.words().say("email-code-wrong"))
}

fn refused(house: &House, visitor: &SignedIn, error: &str) -> Response {
    (StatusCode::UNPROCESSABLE_ENTITY, form(house, visitor, (None, false), Some(error))).into_response()
}

fn form(
    house: &House,
    visitor: &SignedIn,
    (email, again): (Option<&str>, bool),
    error: Option<&str>,
) -> Html<String> {
    let words = visitor.frame.words();
    let field = Field {
        kind: Kind::Digits,
        error,
        autocomplete: Some("one-time-code"),
        longest: Some(12),
        ..Field::new("code", words.say("email-code-label"))
    };
    let csrf = &visitor.person.form_token;
    let errors: Vec<_> = error.into_iter().map(|text| ("code", text)).collect();
    let body = html! {
        div class="stack" {
            h1 { (words.say("email-code-title")) }
            p class="lead" { (words.say("email-code-lead")) }
            @if let Some(email) = email { p { strong { (email) } } }
            (error_summary(words, &errors))
            form class="stack" method="post" action="/account/email/code" novalidate {
                (csrf_field(csrf))
                (field)
                div class="row" {
                    (Button::submit(words.say("email-code-submit")))
                    (Button::link(words.say("account-cancel"), "/account").quiet())
                }
            }
            (resending(words, csrf))
        }
    };
    let toast = again.then(|| (Tone::Ok, words.say("email-code-sent")));
    let sheet = Sheet { toast, ..Sheet::form(words.say("email-code-title"), body) };
    sheet.for_visitor(house, visitor)
}

fn resending(words: Words, csrf: &str) -> Markup {
    let again = Button::submit(words.say("email-code-again")).value("again", "1").quiet();
    html! {
        p class="muted" { (words.say("email-code-again-when")) }
        div class="row" {
            (post("/account/email/code", csrf, &again))
            (Button::link(words.say("email-code-other"), "/account/email").bare())
        }
    }
}
