//! Signing in.

use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{Html, IntoResponse, Redirect, Response};
use maud::{Markup, html};
use rules::account::{AfterFailure, after_failure};
use std::collections::HashMap;
use store::account::{Account, FOR_EVER};
use web::Words;
use web::components::banner::{Tone, banner};
use web::components::button::Button;
use web::components::field::Field;
use web::components::password::Password;
use web::form::Form;
use web::house::House;
use web::refusal::Refusal;
use web::visit::{Guest, safe_next};

use crate::{frame::Sheet, session_opening};

const MINUTE_MS: i64 = 60_000;

/// What the form shows again.
#[derive(Debug, Clone, Default)]
struct Typed {
    identifier: String,
    next: Option<String>,
    message: Option<String>,
}

/// `GET /sign-in`: the form; somebody signed in goes on.
pub async fn show(
    State(house): State<House>,
    guest: Guest,
    Query(query): Query<HashMap<String, String>>,
) -> Response {
    let next = query.get("next").cloned();
    if guest.person.is_some() {
        return Redirect::to(&safe_next(next.as_deref(), "/home")).into_response();
    }
    form(&house, &guest, &Typed { next, ..Typed::default() }).into_response()
}

/// `POST /sign-in`: opens a session, or says no in the same words whatever the reason, until too many failures block
/// the account: then it says so, because its owner must know.
pub async fn create(
    State(house): State<House>,
    guest: Guest,
    headers: HeaderMap,
    posted: Form,
) -> Result<Response, Refusal> {
    let identifier = posted.text("identifier").trim().to_lowercase();
    let account = store::account::by_email_or_username(&house.db, &identifier).await?;
    let waiting = account.as_ref().and_then(|account| pause(guest.frame.words(), account, house.clock.now()));
    let hash = account.as_ref().and_then(|account| account.password_hash.clone());
    let matches = house.hashing.matches(posted.text("password"), hash).await?;
    let message = match (waiting, account) {
        (Some(message), _) => message,
        (None, Some(account)) if matches => {
            match welcome(&house, &account, &headers, posted.text("next")).await? {
                Some(welcomed) => return Ok(welcomed),
                None => guest.frame.words().say("sign-in-refused").to_owned(),
            }
        }
        (None, Some(account)) => {
            let words = guest.frame.words();
            failed(&house, words, &account, words.say("sign-in-refused")).await?
        }
        (None, None) => guest.frame.words().say("sign-in-refused").to_owned(),
    };
    let next = posted.has("next").then(|| posted.text("next").to_owned());
    let page = form(&house, &guest, &Typed { identifier, next, message: Some(message) });
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

/// Opens a session, unless another attempt failed while this one was checked: many guesses at once gain nothing.
async fn welcome(
    house: &House,
    account: &Account,
    headers: &HeaderMap,
    next: &str,
) -> Result<Option<Response>, Refusal> {
    let mut tx = house.db.begin().await?;
    if !store::account::clear_failures(&mut tx, account.id, account.failed_sign_ins).await? {
        return Ok(None);
    }
    let cookie = session_opening::open(house, &mut tx, account.id, headers).await?;
    tx.commit().await?;
    let next = safe_next((!next.is_empty()).then_some(next), "/home");
    Ok(Some(([(header::SET_COOKIE, cookie)], Redirect::to(&next)).into_response()))
}

/// Counts the failure, pauses or blocks where the rules say so, and gives the sentence to show: `wrong` at first.
pub async fn failed(house: &House, words: Words, account: &Account, wrong: &str) -> Result<String, Refusal> {
    let now = house.clock.now();
    let mut tx = house.db.begin().await?;
    let failures = store::account::count_failure(&mut tx, account.id).await?.unwrap_or_default();
    let until = match after_failure(failures, now) {
        AfterFailure::TryAgain => None,
        AfterFailure::PauseUntil(until) => Some(until),
        AfterFailure::Blocked => Some(FOR_EVER),
    };
    if let Some(until) = until {
        store::account::block(&mut tx, account.id, until).await?;
    }
    tx.commit().await?;
    Ok(until.map_or_else(|| wrong.to_owned(), |until| waiting(words, until, now)))
}

/// Why the account cannot be signed in to at `now`, as a sentence.
pub fn pause(words: Words, account: &Account, now: i64) -> Option<String> {
    account.blocked_until.filter(|until| *until > now).map(|until| waiting(words, until, now))
}

fn waiting(words: Words, until: i64, now: i64) -> String {
    if until == FOR_EVER {
        return words.say("sign-in-blocked").to_owned();
    }
    let minutes = (until - now + MINUTE_MS - 1) / MINUTE_MS;
    words.with("sign-in-paused", &[("minutes", minutes.into())])
}

fn form(house: &House, guest: &Guest, typed: &Typed) -> Html<String> {
    let words = guest.frame.words();
    Sheet::form(words.say("sign-in-title"), page(words, typed)).for_guest(house, guest)
}

fn page(words: Words, typed: &Typed) -> Markup {
    let identifier = Field {
        value: &typed.identifier,
        autocomplete: Some("username"),
        ..Field::new("identifier", words.say("sign-in-identifier"))
    };
    let label = words.say("sign-in-password");
    html! {
        div class="stack" {
            h1 { (words.say("sign-in-title")) }
            @if let Some(message) = &typed.message { (banner(Tone::Error, &html! { p role="alert" { (message) } })) }
            @else if typed.next.is_some() { (banner(Tone::Info, &html! { p { (words.say("sign-in-first")) } })) }
            form class="stack" method="post" action="/sign-in" novalidate {
                @if let Some(next) = &typed.next { input type="hidden" name="next" value=(next); }
                (identifier)
                (Password { words, name: "password", label, new: false, error: None })
                div class="row" {
                    (Button::submit(words.say("sign-in-submit")))
                    a class="tap" href="/password-reset" { (words.say("sign-in-forgotten")) }
                }
            }
            p { (words.say("sign-in-no-account")) " " a href="/sign-up" { (words.say("front-sign-up")) } }
        }
    }
}
