//! Opening the door to somebody who knocks with a password: at the sign-in page, or by signing up a second time.

use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Redirect, Response};
use rules::account::is_long_absence;
use store::account::Account;
use store::{Tx, mail_link};
use web::Words;
use web::house::House;
use web::moment::day;
use web::refusal::Refusal;
use web::visit::safe_next;

use crate::lockout::{self, Failed};
use crate::mail::{self, Purpose, Recipient};
use crate::session_opening;

/// What became of it.
pub enum Knock {
    /// The password is right: the session is open, or the way to a password of one's own is.
    Open(Box<Response>),
    /// It stays shut, and the sentence says why.
    Shut(Failed),
}

/// Checks the password of an account, or of nobody in the same time; a wrong one is counted, and says `wrong`.
pub async fn knock(
    house: &House,
    words: Words,
    account: Option<&Account>,
    (password, wrong): (&str, &str),
    (headers, next): (&HeaderMap, &str),
) -> Result<Knock, Refusal> {
    let waiting = account.and_then(|account| lockout::pause(words, account, house.clock.now()));
    let hash = account.and_then(|account| account.password_hash.clone());
    let matches = house.hashing.matches(password, hash).await?;
    let shut = |sentence: String| Knock::Shut(Failed { sentence, locked: false });
    match (waiting, account) {
        (Some(sentence), _) => Ok(shut(sentence)),
        (None, Some(account)) if matches => {
            let opened = open(house, account, headers, next).await?;
            Ok(opened.map_or_else(|| shut(wrong.to_owned()), |response| Knock::Open(Box::new(response))))
        }
        (None, Some(account)) => lockout::failed(house, words, account, wrong).await.map(Knock::Shut),
        (None, None) => Ok(shut(wrong.to_owned())),
    }
}

/// Opens a session, unless another attempt failed while this one was checked: many guesses at once gain nothing. Whoever
/// comes with a temporary password chooses another first.
async fn open(
    house: &House,
    account: &Account,
    headers: &HeaderMap,
    next: &str,
) -> Result<Option<Response>, Refusal> {
    let now = house.clock.now();
    let mut tx = house.db.begin().await?;
    if !store::account::clear_failures(&mut tx, account.id, account.failed_sign_ins, now).await? {
        return Ok(None);
    }
    if account.must_change_password {
        let (token, link) = Purpose::PasswordChoice.link(house, account.id)?;
        mail_link::create(&mut tx, &link, now).await?;
        tx.commit().await?;
        let path = format!("/{}/{token}", Purpose::PasswordChoice.name());
        return Ok(Some(Redirect::to(&path).into_response()));
    }
    if is_long_absence(account.active_at.unwrap_or(account.created_at), now) {
        warn(house, &mut tx, account).await?;
    }
    let cookie = session_opening::open(house, &mut tx, account.id, headers).await?;
    tx.commit().await?;
    let next = safe_next((!next.is_empty()).then_some(next), "/home");
    Ok(Some(([(header::SET_COOKIE, cookie)], Redirect::to(&next)).into_response()))
}

/// Tells the owner of the address that somebody signed in after a long time; the mail also confirms the address where
/// that is still to be done.
async fn warn(house: &House, tx: &mut Tx, account: &Account) -> Result<(), Refusal> {
    let Some(to) = Recipient::of(account) else { return Ok(()) };
    if account.email_confirmed_at.is_none() {
        mail::put(house, tx, mail::RETURN_UNCONFIRMED, Purpose::EmailConfirmation, &to).await?;
        return Ok(());
    }
    let last = day(to.words.lang(), account.active_at.unwrap_or(account.created_at));
    mail::write(house, tx, mail::RETURN, &to, ("date", last)).await
}
