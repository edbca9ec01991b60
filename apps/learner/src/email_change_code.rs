//! The code that proves a new e-mail address.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use maud::html;
use store::account::Creation;
use store::{email_change, mail_link};
use web::components::button::{Button, csrf_field};
use web::components::error_summary::error_summary;
use web::components::field::{Field, Kind};
use web::form::Form;
use web::house::House;
use web::refusal::Refusal;
use web::visit::SignedIn;

use crate::mail::Purpose;
use crate::{account, email_change::hash_of, frame::Sheet};

/// A code may be tried so many times.
const MOST_TRIES: i64 = 5;

/// `GET /account/email/code`: the field for the code; without a change that waits, the form that asks for one.
pub async fn show(State(house): State<House>, visitor: SignedIn) -> Result<Response, Refusal> {
    let waiting = email_change::find(&house.db, visitor.person.id, house.clock.now()).await?;
    Ok(match waiting {
        Some(change) => form(&house, &visitor, Some(&change.email), None).into_response(),
        None => Redirect::to("/account/email").into_response(),
    })
}

/// `POST /account/email/code`: the right code replaces the address, which is confirmed by it.
pub async fn create(
    State(house): State<House>,
    visitor: SignedIn,
    posted: Form,
) -> Result<Response, Refusal> {
    posted.made_for(&visitor.person)?;
    let (account, now) = (visitor.person.id, house.clock.now());
    let code: String = posted.text("code").chars().filter(char::is_ascii_digit).take(12).collect();
    let mut tx = house.db.begin().await?;
    let waiting = email_change::attempt(&mut tx, account, MOST_TRIES, now).await?;
    let Some(change) = waiting.as_ref().filter(|change| change.code_hash == hash_of(account, &code)) else {
        tx.commit().await?;
        return Ok(refused(&house, &visitor));
    };
    if email_change::apply(&mut tx, change, now).await? == Creation::Taken {
        return Ok(refused(&house, &visitor));
    }
    email_change::remove(&mut tx, account).await?;
    mail_link::revoke(&mut tx, account, Purpose::PasswordReset.name(), now).await?;
    tx.commit().await?;
    Ok(account::done("email"))
}

/// The same words for a wrong code, an old one, one tried too often, and an address that is somebody's by now.
fn refused(house: &House, visitor: &SignedIn) -> Response {
    let error = visitor.frame.words().say("email-code-wrong");
    (StatusCode::UNPROCESSABLE_ENTITY, form(house, visitor, None, Some(error))).into_response()
}

fn form(house: &House, visitor: &SignedIn, email: Option<&str>, error: Option<&str>) -> Html<String> {
    let words = visitor.frame.words();
    let field = Field {
        kind: Kind::Digits,
        error,
        autocomplete: Some("one-time-code"),
        longest: Some(12),
        ..Field::new("code", words.say("email-code-label"))
    };
    let errors: Vec<_> = error.into_iter().map(|text| ("code", text)).collect();
    let body = html! {
        div class="stack" {
            h1 { (words.say("email-code-title")) }
            p class="lead" { (words.say("email-code-lead")) }
            @if let Some(email) = email { p { strong { (email) } } }
            (error_summary(words, &errors))
            form class="stack" method="post" action="/account/email/code" novalidate {
                (csrf_field(&visitor.person.form_token))
                (field)
                div class="row" {
                    (Button::submit(words.say("email-code-submit")))
                    (Button::link(words.say("email-code-again"), "/account/email").quiet())
                }
            }
        }
    };
    let sheet = Sheet::form(words.say("email-code-title"), body);
    sheet.render(house, &visitor.frame, Some(&visitor.person))
}
