//! Taking back an account after school, with the link of a mail: the address becomes the account's, a password is chosen,
//! and what the school had given opens nothing any more.

use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{Html, IntoResponse, Redirect, Response};
use rules::account;
use store::{TokenHash, Tx, legal, mail_link, school_leaver, session};
use web::Words;
use web::form::Form;
use web::house::House;
use web::refusal::Refusal;
use web::visit::{Frame, Guest};

use crate::account_recovery_page::{self as page, Errors};
use crate::mail::Purpose;
use crate::new_password::dead;
use crate::{account_erasure, frame::Sheet, password_field, session_opening};

const PURPOSE: Purpose = Purpose::AccountRecovery;

/// `GET /account-recovery/{token}`: the form, or the reason why the link no longer works.
pub async fn show(
    State(house): State<House>,
    guest: Guest,
    Path(token): Path<String>,
) -> Result<Response, Refusal> {
    Ok(match address(&house, &token).await? {
        Some(address) => form(&house, &guest, (&token, &address), Errors::default()).into_response(),
        None => dead(&house, &guest, PURPOSE),
    })
}

/// `POST /account-recovery/{token}`: gives the account back once, and signs in. This comes once in a life: it takes more
/// statements than another page.
pub async fn create(
    State(house): State<House>,
    frame: Frame,
    Path(token): Path<String>,
    headers: HeaderMap,
    posted: Form,
) -> Result<Response, Refusal> {
    // The link says who it is: a session that may be open here does not matter, and is not read.
    let guest = Guest { frame, person: None };
    let Some(address) = address(&house, &token).await? else { return Ok(dead(&house, &guest, PURPOSE)) };
    let errors = errors(guest.frame.words(), &posted);
    if !errors.is_empty() {
        let page = form(&house, &guest, (&token, &address), errors);
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    let hash = house.hashing.hash(posted.text("password")).await?;
    let mut tx = house.db.begin().await?;
    Ok(match give_back(&house, &mut tx, (&token, &hash), &headers).await? {
        Outcome::Given(cookie) => {
            tx.commit().await?;
            ([(header::SET_COOKIE, cookie)], Redirect::to("/home")).into_response()
        }
        Outcome::Dead => dead(&house, &guest, PURPOSE),
        Outcome::Refused => conflict(&house, &guest),
    })
}

/// What became of it. Nothing is kept unless the account was given.
enum Outcome {
    /// The account is theirs, and the cookie opens it.
    Given(String),
    /// The link was used meanwhile.
    Dead,
    /// The address is another account's by now, or the account is not to be given back any more.
    Refused,
}

async fn give_back(
    house: &House,
    tx: &mut Tx,
    (token, hash): (&str, &str),
    headers: &HeaderMap,
) -> Result<Outcome, Refusal> {
    let now = house.clock.now();
    let taken = mail_link::take_address(tx, TokenHash::of(token), PURPOSE.name(), now).await?;
    let Some((account, address)) = taken else { return Ok(Outcome::Dead) };
    match school_leaver::recover(tx, account, (&address, hash), now).await {
        Ok(true) => {}
        Ok(false) | Err(store::Error::Unique(_)) => return Ok(Outcome::Refused),
        Err(error) => return Err(error.into()),
    }
    legal::accept_all(tx, account, &house.site.legal, now).await?;
    mail_link::revoke_passwords(tx, account, now).await?;
    session::close_all(tx, account).await?;
    account_erasure::note(house, tx, account, "account-recovered").await?;
    Ok(Outcome::Given(session_opening::open(house, tx, account, headers).await?))
}

/// The address that a link makes the account's, while the link works.
async fn address(house: &House, token: &str) -> Result<Option<String>, Refusal> {
    let link = mail_link::find(&house.db, TokenHash::of(token), PURPOSE.name()).await?;
    let alive = link.filter(|link| link.used_at.is_none() && link.expires_at > house.clock.now());
    Ok(alive.and_then(|link| link.email))
}

fn errors(words: Words, posted: &Form) -> Errors {
    let password = account::password(posted.text("password")).err();
    let accepted = posted.text("terms") == "on";
    Errors {
        password: password.map(|why| password_field::sentence(words, why)),
        terms: (!accepted).then(|| words.say("recovery-terms-missing")),
    }
}

fn form(house: &House, guest: &Guest, (token, address): (&str, &str), errors: Errors) -> Html<String> {
    let words = guest.frame.words();
    Sheet::form(words.say("recovery-title"), page::page(words, (token, address), errors))
        .for_guest(house, guest)
}

fn conflict(house: &House, guest: &Guest) -> Response {
    let words = guest.frame.words();
    let body = page::conflict(words, &house.site.contact);
    let page = Sheet::form(words.say("recovery-conflict-title"), body).for_guest(house, guest);
    (StatusCode::CONFLICT, page).into_response()
}
