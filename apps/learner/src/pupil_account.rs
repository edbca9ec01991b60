//! Making the account of a pupil of a class list: with an address of their own or with a username made from the list.

use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use formats::Date;
use formats::username::{is_made_for, other_username, username};
use rules::account;
use rules::reconciliation::Login;
use store::account::{Account, Creation, by_email_or_username};
use store::learner::{self, Learner};
use store::{AccountId, TokenHash, Tx, legal, session};
use web::Words;
use web::form::Form;
use web::refusal::Refusal;
use web::visit::session_token;

use crate::frame::Sheet;
use crate::knock::{Knock, knock};
use crate::mail::{self, Purpose, Recipient};
use crate::pupil_account_page::{self as page, Chosen, Errors, Way};
use crate::pupil_line::found;
use crate::pupil_registration::Asked;
use crate::sign_up::open_or_tell;
use crate::{password_field, session_opening};

/// Asks how the pupil of this line will sign in; once they chose, makes the account, links the line and signs in. This
/// comes once in a life: it takes more statements than another page.
pub async fn create(
    asked: &Asked<'_>,
    line: &Learner,
    (posted, headers): (&Form, &HeaderMap),
) -> Result<Response, Refusal> {
    let words = asked.guest.frame.words();
    let name = proposed(asked, line, posted.text("username")).await?;
    let Some((chosen, errors)) = read(words, &name, posted) else {
        return Ok(form(asked, line, (&Chosen::first(name), Errors::default()), StatusCode::OK));
    };
    if !errors.is_empty() {
        return Ok(refused(asked, line, &chosen, errors));
    }
    let house = asked.house;
    let hash = house.hashing.hash(posted.text("password")).await?;
    let account = account_of(asked, line, &chosen, hash)?;
    let mut tx = house.db.begin().await?;
    if store::account::create(&mut tx, &account).await? == Creation::Taken {
        drop(tx);
        return taken(asked, line, chosen, (posted, headers)).await;
    }
    if !keep(asked, &mut tx, line, &account).await? {
        drop(tx);
        return overtaken(asked, line, (posted, headers)).await?.ok_or(Refusal::Busy);
    }
    let cookie = session(asked, &mut tx, account.id, headers).await?;
    tx.commit().await?;
    Ok(([(header::SET_COOKIE, cookie)], Redirect::to(&asked.address())).into_response())
}

/// Whoever sends the form a second time, with the right password, is signed in to the account that it made: the one of
/// this line, which is signed in to as they chose. Any other account has the sign-in page.
pub async fn opened(
    asked: &Asked<'_>,
    login: &Login,
    (posted, headers): (&Form, &HeaderMap),
) -> Result<Option<Response>, Refusal> {
    let words = asked.guest.frame.words();
    let Some((chosen, errors)) = read(words, posted.text("username"), posted) else { return Ok(None) };
    let own = match login {
        Login::Email(login) | Login::Username(login) => login == chosen.login(),
        Login::External => false,
    };
    if !own || !errors.is_empty() {
        return Ok(None);
    }
    let Some(account) = by_email_or_username(&asked.house.db, chosen.login()).await? else { return Ok(None) };
    let next = asked.address();
    let password = (posted.text("password"), "");
    let knock = knock(asked.house, words, Some(&account), password, (headers, &next)).await?;
    Ok(match knock {
        Knock::Open(response) => Some(*response),
        Knock::Shut(_) => None,
    })
}

/// Notes the terms, links the line, sends the link that confirms the address; false when somebody else has the line by now.
async fn keep(asked: &Asked<'_>, tx: &mut Tx, line: &Learner, account: &Account) -> Result<bool, Refusal> {
    let (house, now, page) = (asked.house, account.created_at, asked.address());
    legal::accept_all(tx, account.id, &house.site.legal, now).await?;
    if !learner::link(tx, line.organisation_id, line.id, account.id, now).await? {
        return Ok(false);
    }
    if let Some(to) = Recipient::of(account) {
        let leading = (Purpose::EmailConfirmation, Some(page.as_str()));
        mail::put_leading(house, tx, mail::WELCOME, leading, &to).await?;
    }
    Ok(true)
}

/// Opens the session; that of somebody who takes part elsewhere without an account is over.
async fn session(
    asked: &Asked<'_>,
    tx: &mut Tx,
    account: AccountId,
    headers: &HeaderMap,
) -> Result<String, Refusal> {
    let browser = session_token(headers, &asked.house.site).filter(|_| asked.guest.person.is_some());
    if let Some(token) = browser {
        session::close(tx, TokenHash::of(&token)).await?;
    }
    session_opening::open(asked.house, tx, account, headers).await
}

/// What became of the line meanwhile, when it is somebody's by now: often of the very same form, sent twice at once.
async fn overtaken(
    asked: &Asked<'_>,
    line: &Learner,
    sent: (&Form, &HeaderMap),
) -> Result<Option<Response>, Refusal> {
    let born = line.birth_date.as_deref().unwrap_or_default();
    match found(asked.house, (line.organisation_id, None), asked.typed.names(), born).await? {
        Ok(_) => Ok(None),
        Err(wrong) => asked.wrong(wrong, sent).await.map(Some),
    }
}

/// The address or the username is somebody's. The owner of an address is told, or signed in with the right password; of
/// usernames there is always another one.
async fn taken(
    asked: &Asked<'_>,
    line: &Learner,
    chosen: Chosen,
    (posted, headers): (&Form, &HeaderMap),
) -> Result<Response, Refusal> {
    let words = asked.guest.frame.words();
    if chosen.way == Way::Username {
        if let Some(overtaken) = overtaken(asked, line, (posted, headers)).await? {
            return Ok(overtaken);
        }
        let username = other_username(&line.first_name, &line.last_name, asked.house.entropy.number()?);
        let errors = Errors { way: Some(words.say("registration-username-taken")), ..Errors::default() };
        return Ok(refused(asked, line, &Chosen { username, ..chosen }, errors));
    }
    let next = asked.address();
    if let Some(account) = by_email_or_username(&asked.house.db, &chosen.email).await? {
        let password = posted.text("password");
        let opened = open_or_tell(asked.house, words, &account, password, (headers, &next)).await?;
        if let Some(opened) = opened {
            return Ok(opened);
        }
    }
    let errors = Errors { email: Some(words.say("sign-up-refused")), ..Errors::default() };
    Ok(refused(asked, line, &chosen, errors))
}

/// The username that was shown, if it is one of this line's; otherwise one that is free.
async fn proposed(asked: &Asked<'_>, line: &Learner, shown: &str) -> Result<String, Refusal> {
    let (first, last) = (&line.first_name, &line.last_name);
    if is_made_for(shown, first, last) {
        return Ok(shown.to_owned());
    }
    let other = other_username(first, last, asked.house.entropy.number()?);
    let born: Option<Date> = line.birth_date.as_deref().and_then(|day| day.parse().ok());
    let Some(name) = born.map(|day| username(first, last, day)) else { return Ok(other) };
    let taken = by_email_or_username(&asked.house.db, &name).await?.is_some();
    Ok(if taken { other } else { name })
}

/// What was chosen and what is wrong with it; nothing before anything was chosen.
fn read(words: Words, name: &str, posted: &Form) -> Option<(Chosen, Errors)> {
    let way = posted.has("way").then(|| Way::named(posted.text("way")))?;
    let address = account::email(posted.text("email"));
    let terms = posted.text("terms") == "on";
    let password = account::password(posted.text("password")).err();
    let unread = way == Way::Email && address.is_err();
    let errors = Errors {
        way: None,
        email: unread.then(|| words.say("sign-up-refused")),
        password: password.map(|why| password_field::sentence(words, why)),
        terms: (!terms).then(|| words.say("sign-up-error-terms")),
    };
    let typed = posted.text("email").chars().take(account::LONGEST_NAME).collect();
    let chosen = Chosen { way, email: address.unwrap_or(typed), username: name.to_owned(), terms };
    Some((chosen, errors))
}

/// The account, under the names of the list.
fn account_of(asked: &Asked<'_>, line: &Learner, chosen: &Chosen, hash: String) -> Result<Account, Refusal> {
    let now = asked.house.clock.now();
    let id = AccountId::new(now, asked.house.entropy.number()?);
    let (email, username) = match chosen.way {
        Way::Email => (Some(chosen.email.clone()), None),
        Way::Username => (None, Some(chosen.username.clone())),
    };
    Ok(Account {
        email,
        username,
        password_hash: Some(hash),
        lang: asked.guest.frame.lang.code().to_owned(),
        ..Account::new(id, &line.first_name, &line.last_name, now)
    })
}

/// The form again. Nothing was written.
fn refused(asked: &Asked<'_>, line: &Learner, chosen: &Chosen, errors: Errors) -> Response {
    form(asked, line, (chosen, errors), StatusCode::UNPROCESSABLE_ENTITY)
}

fn form(
    asked: &Asked<'_>,
    line: &Learner,
    (chosen, errors): (&Chosen, Errors),
    status: StatusCode,
) -> Response {
    let words = asked.guest.frame.words();
    let body = page::page(words, (asked, line), chosen, errors);
    let page = Sheet::form(words.say("registration-account-title"), body);
    (status, page.for_guest(asked.house, asked.guest)).into_response()
}
