//! Changing one's password, knowing the present one.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use maud::html;
use rules::account as rule;
use store::account::Account;
use store::session;
use web::components::button::{Button, csrf_field};
use web::components::error_summary::error_summary;
use web::components::password::Password;
use web::form::OwnForm;
use web::house::House;
use web::refusal::Refusal;
use web::visit::SignedIn;

use crate::{account, frame::Sheet, password_field, password_proof};

/// `GET /account/password`: the form.
pub async fn show(State(house): State<House>, visitor: SignedIn) -> Html<String> {
    form(&house, &visitor, None)
}

/// `POST /account/password`: replaces the password and closes every other session.
pub async fn create(
    State(house): State<House>,
    OwnForm { visitor, form: posted }: OwnForm,
) -> Result<Response, Refusal> {
    let words = visitor.frame.words();
    if let Err(why) = rule::password(posted.text("password")) {
        return Ok(refused(&house, &visitor, ("password", password_field::sentence(words, why))));
    }
    let account = account::of(&house, &visitor).await?;
    let wrong = password_proof::refused(&house, words, &account, posted.text("present")).await?;
    if let Some(sentence) = wrong {
        return Ok(refused(&house, &visitor, ("present", &sentence)));
    }
    if replace(&house, &visitor, &account, posted.text("password")).await? {
        return Ok(account::done("password"));
    }
    Ok(refused(&house, &visitor, ("present", words.say("password-wrong"))))
}

/// Writes the new password; no when another password was tried meanwhile.
async fn replace(
    house: &House,
    visitor: &SignedIn,
    account: &Account,
    password: &str,
) -> Result<bool, Refusal> {
    let hash = house.hashing.hash(password).await?;
    let now = house.clock.now();
    let mut tx = house.db.begin().await?;
    if !store::account::clear_failures(&mut tx, account.id, account.failed_sign_ins, now).await? {
        return Ok(false);
    }
    store::account::set_password(&mut tx, account.id, &hash, now).await?;
    session::close_others(&mut tx, account.id, visitor.token).await?;
    tx.commit().await?;
    Ok(true)
}

fn refused(house: &House, visitor: &SignedIn, error: (&str, &str)) -> Response {
    (StatusCode::UNPROCESSABLE_ENTITY, form(house, visitor, Some(error))).into_response()
}

fn form(house: &House, visitor: &SignedIn, error: Option<(&str, &str)>) -> Html<String> {
    let words = visitor.frame.words();
    let field = |name, label, new| Password {
        words,
        name,
        label,
        new,
        error: error.filter(|(field, _)| *field == name).map(|(_, text)| text),
    };
    let errors: Vec<_> = error.into_iter().collect();
    let body = html! {
        div class="stack" {
            h1 { (words.say("password-change-title")) }
            (error_summary(words, &errors))
            form class="stack" method="post" action="/account/password" novalidate {
                (csrf_field(&visitor.person.form_token))
                (field("present", words.say("password-present"), false))
                (field("password", words.say("new-password-label"), true))
                p class="muted" { (words.say("new-password-others")) }
                div class="row" {
                    (Button::submit(words.say("account-save")))
                    (Button::link(words.say("account-cancel"), "/account").quiet())
                }
            }
        }
    };
    let sheet = Sheet::form(words.say("password-change-title"), body);
    sheet.for_visitor(house, visitor)
}
