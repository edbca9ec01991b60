//! Leaving: a learner erases the account alone and at once; those whose account serves others ask for it.

use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{Html, IntoResponse, Redirect, Response};
use rules::erasure::{GRAIN_MS, Leave, confirms, leave};
use store::account::{Account, Role};
use store::audit::{self, Entry};
use store::erasure::{self, Erasure};
use store::{AccountId, AuditId, Tx, membership};
use web::form::OwnForm;
use web::house::House;
use web::moment::day;
use web::refusal::Refusal;
use web::visit::{Guest, SignedIn, close_cookie};

use crate::account_erasure_page::{self, Why};
use crate::mail::{self, Recipient};
use crate::{account, frame::Sheet, password_proof};

/// `GET /account/erasure`: what is lost and what is kept, and the way to leave.
pub async fn show(State(house): State<House>, visitor: SignedIn) -> Result<Html<String>, Refusal> {
    let account = account::of(&house, &visitor).await?;
    let led = membership::led_alone(&house.db, account.id).await?;
    let why = match allowed(&account, !led.is_empty()) {
        Leave::Alone => return Ok(form(&house, &visitor, &account, None)),
        Leave::AfterSuccessor => Why::Leads(&led),
        Leave::OnRequest => Why::Serves,
    };
    let asked = erasure::asked(&house.db, account.id).await?;
    let words = visitor.frame.words();
    let body =
        account_erasure_page::request(words, &why, asked, (&house.site.contact, &visitor.person.form_token));
    Ok(Sheet::form(words.say("erasure-title"), body).for_visitor(&house, &visitor))
}

/// `POST /account/erasure`: erases the account, once the password (or the word, without a password) is right. This
/// comes once in a life: it alone takes more statements than another page.
pub async fn create(
    State(house): State<House>,
    OwnForm { visitor, form: posted }: OwnForm,
) -> Result<Response, Refusal> {
    let account = account::of(&house, &visitor).await?;
    let led = membership::led_alone(&house.db, account.id).await?;
    if allowed(&account, !led.is_empty()) != Leave::Alone {
        return Ok(Redirect::to("/account/erasure").into_response());
    }
    let typed = posted.text("proof");
    if let Some(sentence) = unproved(&house, &visitor, &account, typed).await? {
        let page = form(&house, &visitor, &account, Some(&sentence));
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    Ok(match forget(&house, &account).await? {
        Parting::Gone => {
            let closed = [(header::SET_COOKIE, close_cookie(&house.site))];
            (closed, Redirect::to("/farewell")).into_response()
        }
        Parting::Needed => Redirect::to("/account/erasure").into_response(),
        Parting::Unproved => {
            let page = form(&house, &visitor, &account, Some(visitor.frame.words().say("password-wrong")));
            (StatusCode::UNPROCESSABLE_ENTITY, page).into_response()
        }
    })
}

/// `GET /farewell`: the account is gone.
pub async fn farewell(State(house): State<House>, guest: Guest) -> Html<String> {
    let words = guest.frame.words();
    Sheet::form(words.say("farewell-title"), account_erasure_page::farewell(words)).for_guest(&house, &guest)
}

/// How the owner of an account may leave, knowing whether they alone administer an organisation.
pub fn allowed(account: &Account, leads_alone: bool) -> Leave {
    leave(account.role == Role::Learner, account.is_of_school(), leads_alone)
}

async fn unproved(
    house: &House,
    visitor: &SignedIn,
    account: &Account,
    typed: &str,
) -> Result<Option<String>, Refusal> {
    let words = visitor.frame.words();
    if account.password_hash.is_some() {
        return password_proof::refused(house, words, account, typed).await;
    }
    let wrong = !confirms(typed, words.say("erasure-word"));
    Ok(wrong.then(|| words.say("erasure-word-wrong").to_owned()))
}

/// What became of a departure.
enum Parting {
    /// The person is forgotten.
    Gone,
    /// Another administrator left meanwhile: nobody else is left.
    Needed,
    /// Another password was tried meanwhile.
    Unproved,
}

/// Forgets the person in one transaction.
async fn forget(house: &House, account: &Account) -> Result<Parting, Refusal> {
    let erasure = Erasure {
        account: account.id,
        email: account.email.as_deref(),
        failed_sign_ins: account.failed_sign_ins,
        person: house.entropy.number()?.cast_signed(),
        grain: GRAIN_MS,
        now: house.clock.now(),
    };
    let mut tx = house.db.begin().await?;
    if membership::leads_alone(&mut tx, account.id).await? {
        return Ok(Parting::Needed);
    }
    if !erasure::forget(&mut tx, &erasure).await? {
        return Ok(Parting::Unproved);
    }
    note(house, &mut tx, account.id, "account-erased").await?;
    if let Some(to) = Recipient::of(account) {
        let date = day(to.words.lang(), erasure.now);
        mail::write(house, &mut tx, mail::FAREWELL, &to, ("date", date)).await?;
    }
    tx.commit().await?;
    Ok(Parting::Gone)
}

/// Writes in the audit that a person did something to their own account: ids and nothing else.
pub async fn note(house: &House, tx: &mut Tx, account: AccountId, action: &str) -> Result<(), Refusal> {
    let at = house.clock.now();
    let entry = Entry {
        id: AuditId::new(at, house.entropy.number()?),
        at,
        actor: account.to_string(),
        action: action.to_owned(),
        subject: account.to_string(),
        detail: String::new(),
    };
    audit::record(tx, &entry).await?;
    Ok(())
}

fn form(house: &House, visitor: &SignedIn, account: &Account, error: Option<&str>) -> Html<String> {
    let words = visitor.frame.words();
    let with_password = account.password_hash.is_some();
    let body = account_erasure_page::alone(words, with_password, error, &visitor.person.form_token);
    Sheet::form(words.say("erasure-title"), body).for_visitor(house, visitor)
}
