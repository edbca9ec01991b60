//! Choosing a new password with the link of a mail.

use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{Html, IntoResponse, Redirect, Response};
use maud::html;
use rules::account;
use store::{TokenHash, mail_link, session};
use web::Words;
use web::components::button::Button;
use web::components::error_summary::error_summary;
use web::components::password::Password;
use web::form::Form;
use web::house::House;
use web::refusal::Refusal;
use web::visit::{Frame, Guest};

use crate::mail::Purpose;
use crate::{frame::Sheet, password_field, session_opening};

const PURPOSE: Purpose = Purpose::PasswordReset;

/// `GET /password-reset/{token}`: the form, or the reason why the link no longer works.
pub async fn show(
    State(house): State<House>,
    guest: Guest,
    Path(token): Path<String>,
) -> Result<Response, Refusal> {
    let link = mail_link::find(&house.db, TokenHash::of(&token), PURPOSE.name()).await?;
    let alive = link.is_some_and(|link| link.used_at.is_none() && link.expires_at > house.clock.now());
    Ok(if alive {
        form(&house, &guest, &token, None).into_response()
    } else {
        dead(&house, &guest, &again(&guest))
    })
}

/// `POST /password-reset/{token}`: sets the password once, ends older links and every other session, opens this one.
pub async fn create(
    State(house): State<House>,
    frame: Frame,
    Path(token): Path<String>,
    headers: HeaderMap,
    posted: Form,
) -> Result<Response, Refusal> {
    // The link says who it is: a session that may be open here does not matter, and is not read.
    let guest = Guest { frame, person: None };
    if let Err(why) = account::password(posted.text("password")) {
        let error = password_field::sentence(guest.frame.words(), why);
        let page = form(&house, &guest, &token, Some(error));
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    let hash = house.hashing.hash(posted.text("password")).await?;
    let now = house.clock.now();
    let mut tx = house.db.begin().await?;
    let Some(account) = mail_link::take(&mut tx, TokenHash::of(&token), PURPOSE.name(), now).await? else {
        return Ok(dead(&house, &guest, &again(&guest)));
    };
    store::account::set_password(&mut tx, account, &hash).await?;
    mail_link::revoke(&mut tx, account, PURPOSE.name(), now).await?;
    session::close_all(&mut tx, account).await?;
    let cookie = session_opening::open(&house, &mut tx, account, &headers).await?;
    tx.commit().await?;
    Ok(([(header::SET_COOKIE, cookie)], Redirect::to("/home")).into_response())
}

/// The page of a link that has been used, has expired, or never existed: the three look the same.
pub fn dead(house: &House, guest: &Guest, way_on: &Button<'_>) -> Response {
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

fn again(guest: &Guest) -> Button<'static> {
    Button::link(guest.frame.words().say("link-dead-again"), "/password-reset")
}

fn form(house: &House, guest: &Guest, token: &str, error: Option<&'static str>) -> Html<String> {
    let words: Words = guest.frame.words();
    let errors: Vec<(&str, &str)> = error.into_iter().map(|text| ("password", text)).collect();
    let label = words.say("new-password-label");
    let body = html! {
        div class="stack" {
            h1 { (words.say("new-password-title")) }
            (error_summary(words, &errors))
            form class="stack" method="post" action={ "/password-reset/" (token) } novalidate {
                (Password { words, name: "password", label, new: true, error })
                p class="muted" { (words.say("new-password-others")) }
                (Button::submit(words.say("new-password-submit")))
            }
        }
    };
    Sheet::form(words.say("new-password-title"), body).for_guest(house, guest)
}
