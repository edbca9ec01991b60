//! Taking back an account after school, with the link of a mail: the address becomes the account's, a password is chosen,
//! and what the school had given opens nothing any more.

use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{Html, IntoResponse, Redirect, Response};
use rules::account;
use rules::school_leaving::again;
use store::{TokenHash, Tx, legal, mail_link, school_leaver, session};
use web::Words;
use web::form::Form;
use web::house::House;
use web::refusal::Refusal;
use web::visit::{Frame, Guest};

use crate::account_recovery_page::{self as page, Errors, Typed};
use crate::mail::Purpose;
use crate::new_password::{dead, shut};
use crate::school_leaving::compared;
use crate::{account_erasure, frame::Sheet, password_field, session_opening};

const PURPOSE: Purpose = Purpose::AccountRecovery;

/// `GET /account-recovery/{token}`: the form, or the reason why the link no longer works.
pub async fn show(
    State(house): State<House>,
    guest: Guest,
    Path(token): Path<String>,
) -> Result<Response, Refusal> {
    Ok(match address(&house, &guest, &token).await? {
        Ok(address) => {
            let blank = (&Typed::default(), Errors::default());
            form(&house, &guest, (&token, &address), blank).into_response()
        }
        Err(shut) => shut,
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
    let address = match address(&house, &guest, &token).await? {
        Ok(address) => address,
        Err(shut) => return Ok(shut),
    };
    let (typed, errors) = read(guest.frame.words(), &posted);
    if !errors.is_empty() {
        let page = form(&house, &guest, (&token, &address), (&typed, errors));
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    let hash = house.hashing.hash(posted.text("password")).await?;
    let mut tx = house.db.begin().await?;
    match give_back(&house, &mut tx, (&token, &hash), &headers).await? {
        Outcome::Given(cookie) => {
            tx.commit().await?;
            Ok(([(header::SET_COOKIE, cookie)], Redirect::to("/home")).into_response())
        }
        Outcome::Refused => Ok(conflict(&house, &guest)),
        Outcome::Shut => {
            drop(tx);
            let opened = self::address(&house, &guest, &token).await?;
            Ok(opened.err().unwrap_or_else(|| dead(&house, &guest, PURPOSE)))
        }
    }
}

/// What became of it. Nothing is kept unless the account was given.
enum Outcome {
    /// The account is theirs, and the cookie opens it.
    Given(String),
    /// The link was used or ended meanwhile.
    Shut,
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
    let Some((account, address)) = taken else { return Ok(Outcome::Shut) };
    let lines = school_leaver::of_account(&mut *tx, account).await?;
    if again(account.number(), &compared(&lines)).is_err() {
        return Ok(Outcome::Refused);
    }
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

/// The address that a link makes the account's; while the link does not work, the page that says so.
async fn address(house: &House, guest: &Guest, token: &str) -> Result<Result<String, Response>, Refusal> {
    let link = mail_link::find(&house.db, TokenHash::of(token), PURPOSE.name()).await?;
    let alive = link.as_ref().filter(|link| link.is_alive(house.clock.now()));
    let address = alive.and_then(|link| link.email.clone());
    Ok(address.ok_or_else(|| shut(house, guest, PURPOSE, link.as_ref())))
}

fn read(words: Words, posted: &Form) -> (Typed, Errors) {
    let password = account::password(posted.text("password")).err();
    let typed = Typed { terms: posted.text("terms") == "on" };
    let errors = Errors {
        password: password.map(|why| password_field::sentence(words, why)),
        terms: (!typed.terms).then(|| words.say("recovery-terms-missing")),
    };
    (typed, errors)
}

fn form(
    house: &House,
    guest: &Guest,
    (token, address): (&str, &str),
    (typed, errors): (&Typed, Errors),
) -> Html<String> {
    let words = guest.frame.words();
    let body = page::page(words, (token, address), typed, errors);
    Sheet::form(words.say("recovery-title"), body).for_guest(house, guest)
}

fn conflict(house: &House, guest: &Guest) -> Response {
    let words = guest.frame.words();
    let body = page::conflict(words, &house.site.contact);
    let page = Sheet::form(words.say("recovery-conflict-title"), body).for_guest(house, guest);
    (StatusCode::CONFLICT, page).into_response()
}
