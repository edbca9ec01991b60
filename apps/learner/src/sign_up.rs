//! Creating an account.

use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{Html, IntoResponse, Redirect, Response};
use rules::account;
use std::collections::HashMap;
use store::account::{Account, Creation, InTheWay, Role};
use store::{AccountId, TokenHash, Tx, legal, session};
use web::Words;
use web::form::Form;
use web::house::House;
use web::refusal::Refusal;
use web::visit::{Frame, Guest, safe_next, session_token};

use crate::knock::{Knock, knock};
use crate::mail::{Purpose, Recipient};
use crate::sign_up_page::Errors;
use crate::{frame::Sheet, mail, password_field, session_opening, sign_up_page};

/// What was typed, cleaned where it could be.
#[derive(Debug, Clone, Default)]
pub struct Typed {
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// E-mail address.
    pub email: String,
    /// Whether the terms are accepted.
    pub terms: bool,
    /// The page to go to afterwards.
    pub next: Option<String>,
    /// Whether the form was shown to somebody who takes part without an account.
    pub settling: bool,
}

/// An account that was written, and the session that becomes its own.
struct Written {
    id: AccountId,
    session: Option<TokenHash>,
}

/// `GET /sign-up`: the empty form; somebody signed in goes on.
pub async fn show(
    State(house): State<House>,
    guest: Guest,
    Query(query): Query<HashMap<String, String>>,
) -> Response {
    let next = query.get("next").cloned();
    if guest.person.as_ref().is_some_and(|person| !person.is_anonymous()) {
        return Redirect::to(&safe_next(next.as_deref(), "/home")).into_response();
    }
    let settling = guest.person.is_some();
    form(&house, &guest, &Typed { next, settling, ..Typed::default() }, &Errors::default()).into_response()
}

/// `POST /sign-up`: makes the account, sends the confirmation and signs in; somebody signed in goes on, so that the
/// form sent again leads to the same place. The session that the browser names, often one that ended, is looked for by
/// the statements that write.
pub async fn create(
    State(house): State<House>,
    frame: Frame,
    headers: HeaderMap,
    posted: Form,
) -> Result<Response, Refusal> {
    let browser = session_token(&headers, &house.site).map(|token| TokenHash::of(&token));
    let (guest, words) = (Guest { frame: frame.clone(), person: None }, frame.words());
    let (typed, errors) = read(words, &posted);
    if !errors.is_empty() {
        let signed_in = is_signed_in(&house, browser).await?;
        return Ok(if signed_in { go_on(&typed) } else { refused(&house, &guest, &typed, &errors) });
    }
    let hash = house.hashing.hash(posted.text("password")).await?;
    let account = account_of(&house, &guest, &typed, hash)?;
    let mut tx = house.db.begin().await?;
    let settling = browser.filter(|_| typed.settling);
    let Some(Written { id, session }) = written(&house, &mut tx, &account, (browser, settling)).await? else {
        drop(tx);
        return known(&house, &guest, &typed, posted.text("password"), (browser, &headers)).await;
    };
    let to = Recipient { account: id, first_name: &account.first_name, email: &typed.email, words };
    let purpose = Purpose::EmailConfirmation;
    mail::put_leading(&house, &mut tx, mail::WELCOME, (purpose, typed.next.as_deref()), &to).await?;
    let cookie = session_opening::open_instead(&house, &mut tx, id, (&headers, session)).await?;
    tx.commit().await?;
    Ok(([(header::SET_COOKIE, cookie)], go_on(&typed)).into_response())
}

/// Makes the account, or gives one to whoever takes part without: what they did becomes theirs, and they accepted the
/// terms when they began. Nothing when the address is taken or somebody is signed in.
async fn written(
    house: &House,
    tx: &mut Tx,
    account: &Account,
    (browser, settling): (Option<TokenHash>, Option<TokenHash>),
) -> Result<Option<Written>, Refusal> {
    if store::account::sign_up(tx, account, browser).await? == Creation::Created {
        legal::accept_all(tx, account.id, &house.site.legal, account.created_at).await?;
        return Ok(Some(Written { id: account.id, session: None }));
    }
    let Some(token) = settling else { return Ok(None) };
    let settled = store::account::settle(tx, account, token).await?;
    Ok(settled.map(|id| Written { id, session: settling }))
}

fn go_on(typed: &Typed) -> Response {
    Redirect::to(&safe_next(typed.next.as_deref(), "/home")).into_response()
}

async fn is_signed_in(house: &House, browser: Option<TokenHash>) -> Result<bool, Refusal> {
    let Some(token) = browser else { return Ok(false) };
    let found = session::find(&house.db, token, &house.site.legal, house.clock.now()).await?;
    Ok(found.is_some_and(|visitor| visitor.role != Role::Anonymous))
}

/// Somebody signed in goes on. Somebody else signs up with the address of an account. With its password they are its owner, perhaps by a double click,
/// and signed in. Otherwise the page says what it says of an address that cannot exist, and a mail tells the owner.
async fn known(
    house: &House,
    guest: &Guest,
    typed: &Typed,
    password: &str,
    (browser, headers): (Option<TokenHash>, &HeaderMap),
) -> Result<Response, Refusal> {
    let (words, now) = (guest.frame.words(), house.clock.now());
    let found = store::account::in_the_way(&house.db, &typed.email, browser, now).await?;
    let Some(InTheWay { account, .. }) = found.filter(|found| !found.signed_in) else {
        return Ok(go_on(typed));
    };
    let next = typed.next.as_deref().unwrap_or_default();
    if let Some(opened) = open_or_tell(house, words, &account, password, (headers, next)).await? {
        return Ok(opened);
    }
    let errors = Errors { email: Some(words.say("sign-up-refused")), ..Errors::default() };
    Ok(refused(house, guest, typed, &errors))
}

/// Signs the owner of an account in with its password; otherwise a mail tells them that somebody signs up with their
/// address, unless the account just got blocked.
pub async fn open_or_tell(
    house: &House,
    words: Words,
    account: &Account,
    password: &str,
    (headers, next): (&HeaderMap, &str),
) -> Result<Option<Response>, Refusal> {
    let failed = match knock(house, words, Some(account), (password, ""), (headers, next)).await? {
        Knock::Open(response) => return Ok(Some(*response)),
        Knock::Shut(failed) => failed,
    };
    if let Some(to) = Recipient::of(account).filter(|_| !failed.locked) {
        let mut tx = house.db.begin().await?;
        let sent = mail::put(house, &mut tx, mail::ALREADY_HERE, Purpose::PasswordReset, &to).await?;
        if sent == Creation::Created {
            tx.commit().await?;
        }
    }
    Ok(None)
}

/// The form again, with what was typed and what is wrong. Nothing was written.
fn refused(house: &House, guest: &Guest, typed: &Typed, errors: &Errors) -> Response {
    (StatusCode::UNPROCESSABLE_ENTITY, form(house, guest, typed, errors)).into_response()
}

fn form(house: &House, guest: &Guest, typed: &Typed, errors: &Errors) -> Html<String> {
    let words = guest.frame.words();
    Sheet::form(words.say("sign-up-title"), sign_up_page::page(words, typed, errors)).for_guest(house, guest)
}

/// Reads the form: what was typed, and what is wrong with it.
fn read(words: Words, posted: &Form) -> (Typed, Errors) {
    let (first_name, last_name) =
        (account::name(posted.text("first-name")), account::name(posted.text("last-name")));
    let email = account::email(posted.text("email"));
    let terms = posted.text("terms") == "on";
    let errors = Errors {
        first_name: first_name.as_ref().err().map(|_| words.say("sign-up-error-first-name")),
        last_name: last_name.as_ref().err().map(|_| words.say("sign-up-error-last-name")),
        email: email.as_ref().err().map(|_| words.say("sign-up-refused")),
        password: account::password(posted.text("password"))
            .err()
            .map(|why| password_field::sentence(words, why)),
        terms: (!terms).then(|| words.say("sign-up-error-terms")),
    };
    let kept = |clean: Result<String, account::Refusal>, name: &str| {
        clean.unwrap_or_else(|_| posted.text(name).chars().take(account::LONGEST_NAME).collect())
    };
    let typed = Typed {
        first_name: kept(first_name, "first-name"),
        last_name: kept(last_name, "last-name"),
        email: kept(email, "email"),
        terms,
        next: posted.has("next").then(|| posted.text("next").to_owned()),
        settling: posted.has("settling"),
    };
    (typed, errors)
}

fn account_of(house: &House, guest: &Guest, typed: &Typed, hash: String) -> Result<Account, Refusal> {
    let now = house.clock.now();
    let id = AccountId::new(now, house.entropy.number()?);
    Ok(Account {
        email: Some(typed.email.clone()),
        password_hash: Some(hash),
        lang: guest.frame.lang.code().to_owned(),
        ..Account::new(id, &typed.first_name, &typed.last_name, now)
    })
}
