//! Changing one's e-mail address: the password and the new address, to which a code is sent.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use maud::html;
use rules::account::{LONGEST_NAME, email};
use store::account::Account;
use store::email_change::{self, EmailChange, Request};
use store::{AccountId, TokenHash, Tx};
use web::Words;
use web::components::button::{Button, csrf_field};
use web::components::error_summary::error_summary;
use web::components::field::{Field, Kind};
use web::components::password::Password;
use web::form::OwnForm;
use web::house::House;
use web::lang;
use web::refusal::Refusal;
use web::visit::SignedIn;

use crate::mail::{self, Recipient};
use crate::{account, frame::Sheet, password_proof};

const VALID_MS: i64 = 3600 * 1000;
/// No mailbox can be flooded: one code in this time.
const PAUSE_MS: i64 = 60 * 1000;

/// `GET /account/email`: the form.
pub async fn show(State(house): State<House>, visitor: SignedIn) -> Html<String> {
    form(&house, &visitor, "", None)
}

/// `POST /account/email`: sends a code to the address. When it belongs to an account, nothing is sent and the answer
/// is the same.
pub async fn create(
    State(house): State<House>,
    OwnForm { visitor, form: posted }: OwnForm,
) -> Result<Response, Refusal> {
    let words = visitor.frame.words();
    let Ok(address) = email(posted.text("email")) else {
        let typed: String = posted.text("email").chars().take(LONGEST_NAME).collect();
        return Ok(refused(&house, &visitor, &typed, ("email", words.say("sign-up-error-email"))));
    };
    let account = account::of(&house, &visitor).await?;
    let wrong = password_proof::refused(&house, words, &account, posted.text("password")).await?;
    if let Some(sentence) = wrong {
        return Ok(refused(&house, &visitor, &address, ("password", &sentence)));
    }
    if send(&house, &account, &address).await? {
        return Ok(Redirect::to("/account/email/code").into_response());
    }
    Ok(refused(&house, &visitor, &address, ("password", words.say("password-wrong"))))
}

/// What the database keeps of a code. The account makes the same code of two people look different.
pub fn hash_of(account: AccountId, code: &str) -> TokenHash {
    TokenHash::of(&format!("email-change {account} {code}"))
}

/// Notes the change and writes the mail; no when another password was tried meanwhile.
async fn send(house: &House, account: &Account, address: &str) -> Result<bool, Refusal> {
    let now = house.clock.now();
    let code = code(house)?;
    let change = EmailChange {
        account_id: account.id,
        email: address.to_owned(),
        code_hash: hash_of(account.id, &code),
        created_at: now,
        expires_at: now + VALID_MS,
        tries: 0,
    };
    let mut tx = house.db.begin().await?;
    if !store::account::clear_failures(&mut tx, account.id, account.failed_sign_ins, now).await? {
        return Ok(false);
    }
    if email_change::put(&mut tx, &change, now - PAUSE_MS).await? == Request::Waiting {
        write(house, &mut tx, account, &change.email, code).await?;
    }
    tx.commit().await?;
    Ok(true)
}

/// A new code: six digits.
pub fn code(house: &House) -> Result<String, Refusal> {
    Ok(format!("{:06}", house.entropy.number()? % 1_000_000))
}

/// Writes the mail that brings a code to an address.
pub async fn write(
    house: &House,
    tx: &mut Tx,
    account: &Account,
    email: &str,
    code: String,
) -> Result<(), Refusal> {
    let words = Words::of(lang::parse(&account.lang).unwrap_or_default());
    let to = Recipient { account: account.id, first_name: &account.first_name, email, words };
    mail::write(house, tx, mail::CODE, &to, ("code", code)).await
}

fn refused(house: &House, visitor: &SignedIn, typed: &str, error: (&str, &str)) -> Response {
    (StatusCode::UNPROCESSABLE_ENTITY, form(house, visitor, typed, Some(error))).into_response()
}

fn form(house: &House, visitor: &SignedIn, typed: &str, error: Option<(&str, &str)>) -> Html<String> {
    let words = visitor.frame.words();
    let of = |name: &str| error.filter(|(field, _)| *field == name).map(|(_, text)| text);
    let field = Field {
        kind: Kind::Email,
        value: typed,
        error: of("email"),
        autocomplete: Some("email"),
        ..Field::new("email", words.say("email-change-new"))
    };
    let label = words.say("password-present");
    let errors: Vec<_> = error.into_iter().collect();
    let body = html! {
        div class="stack" {
            h1 { (words.say("email-change-title")) }
            p class="lead" { (words.say("email-change-lead")) }
            (error_summary(words, &errors))
            form class="stack" method="post" action="/account/email" novalidate {
                (csrf_field(&visitor.person.form_token))
                (field)
                (Password { words, name: "password", label, new: false, error: of("password") })
                div class="row" {
                    (Button::submit(words.say("email-change-submit")))
                    (Button::link(words.say("account-cancel"), "/account").quiet())
                }
            }
        }
    };
    let sheet = Sheet::form(words.say("email-change-title"), body);
    sheet.for_visitor(house, visitor)
}
