//! Choosing a new password with a single-use link: the one of a mail, or the one behind a temporary password.

use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{Html, IntoResponse, Redirect, Response};
use maud::html;
use rules::account;
use store::mail_link::{self, MailLink};
use store::{TokenHash, session};
use web::Words;
use web::components::button::Button;
use web::components::error_summary::error_summary;
use web::components::password::Password;
use web::form::Form;
use web::house::House;
use web::refusal::Refusal;
use web::visit::{Frame, Guest};

use crate::mail::Purpose;
use crate::{dead_link, frame::Sheet, password_field, session_opening};

/// The form, or the page of a link that no longer works.
pub async fn show(house: &House, guest: &Guest, purpose: Purpose, token: &str) -> Result<Response, Refusal> {
    let link = mail_link::find(&house.db, TokenHash::of(token), purpose.name()).await?;
    let alive = link.as_ref().is_some_and(|link| link.is_alive(house.clock.now()));
    Ok(if alive {
        form(house, guest, purpose, token, None).into_response()
    } else {
        shut(house, guest, purpose, link.as_ref())
    })
}

/// Sets the password once, ends the other links and every other session, opens this one.
pub async fn create(
    house: &House,
    frame: Frame,
    purpose: Purpose,
    token: &str,
    (headers, posted): (&HeaderMap, &Form),
) -> Result<Response, Refusal> {
    // The link says who it is: a session that may be open here does not matter, and is not read.
    let guest = Guest { frame, person: None };
    if let Err(why) = account::password(posted.text("password")) {
        let error = password_field::sentence(guest.frame.words(), why);
        let page = form(house, &guest, purpose, token, Some(error));
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    let hash = house.hashing.hash(posted.text("password")).await?;
    let now = house.clock.now();
    let mut tx = house.db.begin().await?;
    let Some(account) = mail_link::take(&mut tx, TokenHash::of(token), purpose.name(), now).await? else {
        drop(tx);
        let link = mail_link::find(&house.db, TokenHash::of(token), purpose.name()).await?;
        return Ok(shut(house, &guest, purpose, link.as_ref()));
    };
    store::account::set_password(&mut tx, account, &hash, now).await?;
    mail_link::revoke_passwords(&mut tx, account, now).await?;
    session::close_all(&mut tx, account).await?;
    let cookie = session_opening::open(house, &mut tx, account, headers).await?;
    tx.commit().await?;
    Ok(([(header::SET_COOKIE, cookie)], Redirect::to("/home")).into_response())
}

/// The page of a link that opens nothing: one of a mail that did its work says so.
pub fn shut(house: &House, guest: &Guest, purpose: Purpose, link: Option<&MailLink>) -> Response {
    let mailed = matches!(purpose, Purpose::PasswordReset | Purpose::AccountRecovery);
    if mailed && link.is_some_and(|link| link.used_at.is_some()) {
        return dead_link::used(house, guest);
    }
    dead(house, guest, purpose)
}

/// The page of a link that no longer works, with the way to another one.
pub fn dead(house: &House, guest: &Guest, purpose: Purpose) -> Response {
    let words = guest.frame.words();
    let way_on = match purpose {
        Purpose::PasswordChoice => Button::link(words.say("password-choice-again"), "/sign-in"),
        Purpose::PasswordReset | Purpose::EmailConfirmation => {
            Button::link(words.say("link-dead-again"), "/password-reset")
        }
        Purpose::SchoolLeaving | Purpose::AccountRecovery => {
            Button::link(words.say("link-dead-again"), "/leaving-school")
        }
    };
    dead_link::page(house, guest, &way_on)
}

fn form(
    house: &House,
    guest: &Guest,
    purpose: Purpose,
    token: &str,
    error: Option<&'static str>,
) -> Html<String> {
    let words: Words = guest.frame.words();
    let errors: Vec<(&str, &str)> = error.into_iter().map(|text| ("password", text)).collect();
    let label = words.say("new-password-label");
    let temporary = purpose == Purpose::PasswordChoice;
    let body = html! {
        div class="stack" {
            h1 { (words.say("new-password-title")) }
            @if temporary { p class="lead" { (words.say("password-choice-lead")) } }
            (error_summary(words, &errors))
            form class="stack" method="post" action={ "/" (purpose.name()) "/" (token) } novalidate {
                (Password { words, name: "password", label, new: true, error })
                p class="muted" { (words.say("new-password-others")) }
                (Button::submit(words.say("new-password-submit")))
            }
        }
    };
    Sheet::form(words.say("new-password-title"), body).for_guest(house, guest)
}
