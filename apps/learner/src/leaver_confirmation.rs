//! The account of somebody who left school, as it was found: they say on their honour that it is theirs, and to which
//! address the link goes that gives it back.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use rules::account::email;
use rules::reconciliation::Login;
use rules::school_leaving::{Refusal as Why, again};
use store::account::{Account, Creation, by_email_or_username};
use store::mail_link::{self, MailLink};
use store::{AccountId, TokenHash, Tx, school_leaver};
use web::Words;
use web::form::Form;
use web::house::House;
use web::refusal::Refusal;
use web::visit::{Frame, Guest};

use crate::account_erasure::note;
use crate::frame::Sheet;
use crate::leaver_confirmation_page::{self as page, Errors, Typed};
use crate::mail::{self, PAUSE_MS, Purpose, Recipient};
use crate::new_password::dead;
use crate::school_leaving::compared;

const PURPOSE: Purpose = Purpose::SchoolLeaving;
/// What the mail brings.
const LINK: Purpose = Purpose::AccountRecovery;

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

/// What a token leads to.
enum Found {
    /// The account, which may be given back.
    Open(Leaver),
    /// The account that a link was asked for with this token.
    Used(AccountId),
    /// An account that may not be given back any more.
    Refused(Why),
    /// Nothing.
    Dead,
}

/// What became of the link that was asked for.
enum Sending {
    /// It is on its way.
    Sent,
    /// Another one is on its way to another address: that one opens nothing any more, and a minute has to pass.
    Soon,
    /// The token was used meanwhile.
    Used,
}

/// `GET /leaving-school/{token}`: whose account it is, told with care, and the form.
pub async fn show(
    State(house): State<House>,
    guest: Guest,
    Path(token): Path<String>,
) -> Result<Response, Refusal> {
    Ok(match found(&house, &token).await? {
        Found::Open(leaver) => {
            form(&house, &guest, (&token, &leaver), (&Typed::default(), Errors::default())).into_response()
        }
        Found::Refused(why) => refused(&house, &guest, why),
        Found::Used(_) | Found::Dead => dead(&house, &guest, PURPOSE),
    })
}

/// `POST /leaving-school/{token}`: uses the token and sends the link. The answer is the same whoever has the address.
/// This comes once in a life: it takes more statements than another page.
pub async fn create(
    State(house): State<House>,
    frame: Frame,
    Path(token): Path<String>,
    posted: Form,
) -> Result<Response, Refusal> {
    // The token says who it is: a session that may be open here does not matter, and is not read.
    let (words, guest) = (frame.words(), Guest { frame, person: None });
    let leaver = match found(&house, &token).await? {
        Found::Open(leaver) => leaver,
        Found::Used(account) => return repeated(&house, &guest, account, &posted).await,
        Found::Refused(why) => return Ok(refused(&house, &guest, why)),
        Found::Dead => return Ok(dead(&house, &guest, PURPOSE)),
    };
    let (typed, mut errors) = read(words, &posted);
    if errors.is_empty() {
        match send(&house, words, (&token, &leaver), &typed.email).await? {
            Sending::Sent => return Ok(sent(&house, &guest, &typed.email)),
            Sending::Used => return repeated(&house, &guest, leaver.account, &posted).await,
            Sending::Soon => errors.email = Some(words.say("leaving-email-soon")),
        }
    }
    let page = form(&house, &guest, (&token, &leaver), (&typed, errors));
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

async fn found(house: &House, token: &str) -> Result<Found, Refusal> {
    let link = mail_link::find(&house.db, TokenHash::of(token), PURPOSE.name()).await?;
    let Some(link) = link else { return Ok(Found::Dead) };
    if link.used_at.is_some() {
        return Ok(Found::Used(link.account_id));
    }
    if !link.is_alive(house.clock.now()) {
        return Ok(Found::Dead);
    }
    let mut lines = school_leaver::of_account(&house.db, link.account_id).await?;
    let place = match again(link.account_id.number(), &compared(&lines)) {
        Ok(place) => place,
        Err(why) => return Ok(Found::Refused(why)),
    };
    let line = lines.swap_remove(place);
    let username = line.username.map(|name| Login::Username(name).masked());
    let (account, first_name, school) = (link.account_id, line.first_name, line.school);
    Ok(Found::Open(Leaver { account, first_name, username, school }))
}

/// Sends the link, and ends the one before, which may have gone to somebody else's address. It is made even for an
/// address that is somebody's, who gets another mail without it: nothing here tells the two apart.
async fn send(
    house: &House,
    words: Words,
    (token, leaver): (&str, &Leaver),
    address: &str,
) -> Result<Sending, Refusal> {
    let owner = by_email_or_username(&house.db, address).await?;
    let (secret, link) = LINK.link(house, leaver.account)?;
    let link = MailLink { email: Some(address.to_owned()), ..link };
    let (account, now) = (leaver.account, link.created_at);
    let mut tx = house.db.begin().await?;
    let recent = mail_link::newest(&mut tx, account, LINK.name()).await?;
    let recent = recent.filter(|recent| recent.created_at > now - PAUSE_MS);
    if recent.as_ref().is_some_and(|recent| !leads_to(recent, address, now)) {
        mail_link::revoke(&mut tx, account, LINK.name(), now).await?;
        tx.commit().await?;
        return Ok(Sending::Soon);
    }
    if mail_link::take(&mut tx, TokenHash::of(token), PURPOSE.name(), now).await?.is_none() {
        return Ok(Sending::Used);
    }
    if recent.is_none() {
        mail_link::revoke(&mut tx, account, LINK.name(), now).await?;
        if mail_link::create(&mut tx, &link, now - PAUSE_MS).await? == Creation::Taken {
            return Ok(Sending::Soon);
        }
        write(house, &mut tx, (words, leaver), (address, &secret), owner.as_ref()).await?;
        note(house, &mut tx, account, "account-recovery-asked").await?;
    }
    tx.commit().await?;
    Ok(Sending::Sent)
}

/// Writes the mail with the link, or tells the owner of the address that it cannot be a second account's.
async fn write(
    house: &House,
    tx: &mut Tx,
    (words, leaver): (Words, &Leaver),
    (email, secret): (&str, &str),
    owner: Option<&Account>,
) -> Result<(), Refusal> {
    let base = &house.site.base_url;
    if let Some(owner) = owner {
        let Some(to) = Recipient::of(owner) else { return Ok(()) };
        let way = ("link", format!("{base}/{}", PURPOSE.name()));
        return mail::write(house, tx, mail::RECOVERY_ELSEWHERE, &to, way).await;
    }
    let to = Recipient { account: leaver.account, first_name: &leaver.first_name, email, words };
    let way = ("link", format!("{base}/{}/{secret}", LINK.name()));
    mail::write(house, tx, mail::RECOVERY, &to, way).await
}

/// The form sent twice says the same twice; with another address, one has to start again.
async fn repeated(
    house: &House,
    guest: &Guest,
    account: AccountId,
    posted: &Form,
) -> Result<Response, Refusal> {
    let newest = mail_link::newest(&house.db, account, LINK.name()).await?;
    let now = house.clock.now();
    let same = |address: &String| newest.is_some_and(|newest| leads_to(&newest, address, now));
    Ok(match email(posted.text("email")).ok().filter(same) {
        Some(address) => sent(house, guest, &address),
        None => dead(house, guest, PURPOSE),
    })
}

/// Whether a link works and gives an account this address.
fn leads_to(link: &MailLink, address: &str, now: i64) -> bool {
    link.is_alive(now) && link.email.as_deref() == Some(address)
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

fn sent(house: &House, guest: &Guest, address: &str) -> Response {
    let words = guest.frame.words();
    let body = page::sent(words, address);
    Sheet::form(words.say("reset-sent-title"), body).for_guest(house, guest).into_response()
}

fn refused(house: &House, guest: &Guest, why: Why) -> Response {
    let words = guest.frame.words();
    let body = page::refused(words, &house.site.contact, why);
    let page = Sheet::form(words.say("recovery-conflict-title"), body).for_guest(house, guest);
    (StatusCode::CONFLICT, page).into_response()
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
