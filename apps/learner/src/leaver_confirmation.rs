//! The account of somebody who left school, as it was found: they say on their honour that it is theirs, and to which
//! address the link goes that gives it back.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use rules::account::email;
use rules::reconciliation::Login;
use rules::school_leaving::again;
use store::account::{Creation, by_email_or_username};
use store::mail_link::{self, MailLink};
use store::{AccountId, TokenHash, school_leaver};
use web::Words;
use web::form::Form;
use web::house::House;
use web::refusal::Refusal;
use web::visit::{Frame, Guest};

use crate::frame::Sheet;
use crate::leaver_confirmation_page::{self as page, Errors, Typed};
use crate::mail::{self, Purpose, Recipient};
use crate::new_password::dead;
use crate::school_leaving::compared;

const PURPOSE: Purpose = Purpose::SchoolLeaving;
/// Somebody gets at most one mail about an account in this time.
const PAUSE_MS: i64 = 60 * 1000;

/// An account that was found, and what its page tells of it.
pub struct Leaver {
    /// The account.
    pub account: AccountId,
    /// The first name in the last list.
    pub first_name: String,
    /// The username, masked; none for who came by another service.
    pub username: Option<String>,
    /// The last school.
    pub school: String,
}

/// `GET /leaving-school/{token}`: whose account it is, told with care, and the form.
pub async fn show(
    State(house): State<House>,
    guest: Guest,
    Path(token): Path<String>,
) -> Result<Response, Refusal> {
    Ok(match found(&house, &token).await? {
        Some(leaver) => {
            form(&house, &guest, (&token, &leaver), (&Typed::default(), Errors::default())).into_response()
        }
        None => dead(&house, &guest, PURPOSE),
    })
}

/// `POST /leaving-school/{token}`: sends the link. Within a minute a second one is not sent, and the page says the same.
/// This comes once in a life: it takes more statements than another page.
pub async fn create(
    State(house): State<House>,
    frame: Frame,
    Path(token): Path<String>,
    posted: Form,
) -> Result<Response, Refusal> {
    // The token says who it is: a session that may be open here does not matter, and is not read.
    let (words, guest) = (frame.words(), Guest { frame, person: None });
    let Some(leaver) = found(&house, &token).await? else { return Ok(dead(&house, &guest, PURPOSE)) };
    let (typed, mut errors) = read(words, &posted);
    if errors.email.is_none() && by_email_or_username(&house.db, &typed.email).await?.is_some() {
        errors.email = Some(words.say("leaving-email-refused"));
    }
    if !errors.is_empty() {
        let page = form(&house, &guest, (&token, &leaver), (&typed, errors));
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    send(&house, words, &leaver, &typed.email).await?;
    let sent = page::sent(words);
    Ok(Sheet::form(words.say("reset-sent-title"), sent).for_guest(&house, &guest).into_response())
}

/// The account behind a token, unless it may not be given back any more.
async fn found(house: &House, token: &str) -> Result<Option<Leaver>, Refusal> {
    let link = mail_link::find(&house.db, TokenHash::of(token), PURPOSE.name()).await?;
    let alive = |link: &MailLink| link.used_at.is_none() && link.expires_at > house.clock.now();
    let Some(link) = link.filter(alive) else { return Ok(None) };
    let mut lines = school_leaver::of_account(&house.db, link.account_id).await?;
    let Ok(place) = again(link.account_id.number(), &compared(&lines)) else { return Ok(None) };
    let line = lines.swap_remove(place);
    let username = line.username.map(|name| Login::Username(name).masked());
    let (account, first_name, school) = (link.account_id, line.first_name, line.school);
    Ok(Some(Leaver { account, first_name, username, school }))
}

/// Sends the link, and ends the one before, which may have gone to somebody else's address.
async fn send(house: &House, words: Words, leaver: &Leaver, address: &str) -> Result<(), Refusal> {
    let purpose = Purpose::AccountRecovery;
    let (token, link) = purpose.link(house, leaver.account)?;
    let link = MailLink { email: Some(address.to_owned()), ..link };
    let now = link.created_at;
    let mut tx = house.db.begin().await?;
    mail_link::revoke(&mut tx, leaver.account, purpose.name(), now).await?;
    // A link sent a moment ago stays: nothing is written.
    if mail_link::create(&mut tx, &link, now - PAUSE_MS).await? == Creation::Taken {
        return Ok(());
    }
    let to = Recipient { account: leaver.account, first_name: &leaver.first_name, email: address, words };
    let way = format!("{}/{}/{token}", house.site.base_url, purpose.name());
    mail::write(house, &mut tx, mail::RECOVERY, &to, ("link", way)).await?;
    tx.commit().await?;
    Ok(())
}

fn read(words: Words, posted: &Form) -> (Typed, Errors) {
    let (address, sworn) = (email(posted.text("email")), posted.text("sworn") == "on");
    let errors = Errors {
        email: address.as_ref().err().map(|_| words.say("leaving-email-refused")),
        sworn: (!sworn).then(|| words.say("leaving-sworn-missing")),
    };
    let typed = posted.text("email").chars().take(rules::account::LONGEST_NAME).collect();
    (Typed { email: address.unwrap_or(typed), sworn }, errors)
}

fn form(
    house: &House,
    guest: &Guest,
    (token, leaver): (&str, &Leaver),
    (typed, errors): (&Typed, Errors),
) -> Html<String> {
    let words = guest.frame.words();
    let body = page::page(words, (token, leaver), typed, errors);
    Sheet::form(words.say("leaving-found-title"), body).for_guest(house, guest)
}
