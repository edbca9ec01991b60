//! Asking for a new password: the answer is the same whether or not an account exists.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use maud::{Markup, html};
use rules::account::email;
use store::account::Creation;
use store::mail_link;
use web::Words;
use web::components::button::Button;
use web::components::error_summary::error_summary;
use web::components::field::{Field, Kind};
use web::form::Form;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Guest;

use crate::frame::Sheet;
use crate::mail::{self, Purpose, Recipient};

/// `GET /password-reset`: the form.
pub async fn show(State(house): State<House>, guest: Guest) -> Html<String> {
    form(&house, &guest, "", None)
}

/// `POST /password-reset`: sends a link if the account exists, and says the same in all cases.
pub async fn create(State(house): State<House>, guest: Guest, posted: Form) -> Result<Response, Refusal> {
    let words = guest.frame.words();
    let Ok(address) = email(posted.text("email")) else {
        let page = form(&house, &guest, posted.text("email"), Some(words.say("sign-up-error-email")));
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    };
    send(&house, &address).await?;
    Ok(Sheet::form(words.say("reset-sent-title"), sent(words)).for_guest(&house, &guest).into_response())
}

async fn send(house: &House, address: &str) -> Result<(), Refusal> {
    let account = store::account::by_email_or_username(&house.db, address).await?;
    let Some(to) = account.as_ref().and_then(Recipient::of) else { return Ok(()) };
    let mut tx = house.db.begin().await?;
    let (now, purpose) = (house.clock.now(), Purpose::PasswordReset);
    mail_link::revoke(&mut tx, to.account, purpose.name(), now).await?;
    // A link sent a moment ago stays: nothing is written.
    if mail::put(house, &mut tx, mail::RESET, purpose, &to).await? == Creation::Created {
        tx.commit().await?;
    }
    Ok(())
}

fn form(house: &House, guest: &Guest, typed: &str, error: Option<&'static str>) -> Html<String> {
    let words = guest.frame.words();
    let field = Field {
        kind: Kind::Email,
        value: typed,
        error,
        autocomplete: Some("email"),
        ..Field::new("email", words.say("sign-up-email"))
    };
    let errors: Vec<(&str, &str)> = error.into_iter().map(|text| ("email", text)).collect();
    let body = html! {
        div class="stack" {
            h1 { (words.say("reset-title")) }
            p class="lead" { (words.say("reset-lead")) }
            (error_summary(words, &errors))
            form class="stack" method="post" action="/password-reset" novalidate {
                (field)
                (Button::submit(words.say("reset-submit")))
            }
            p { (words.say("leaving-ask")) " " a href="/leaving-school" { (words.say("leaving-go")) } }
        }
    };
    Sheet::form(words.say("reset-title"), body).for_guest(house, guest)
}

fn sent(words: Words) -> Markup {
    html! {
        div class="stack" {
            h1 { (words.say("reset-sent-title")) }
            p class="lead" { (words.say("reset-sent")) }
            p class="muted" { (words.say("reset-sent-nothing")) }
        }
    }
}
