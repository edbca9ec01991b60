//! Correcting one's names.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use maud::html;
use rules::account::{self as rule, LONGEST_NAME};
use web::components::button::{Button, csrf_field};
use web::components::error_summary::error_summary;
use web::components::field::Field;
use web::form::OwnForm;
use web::house::House;
use web::refusal::Refusal;
use web::visit::SignedIn;

use crate::{account, frame::Sheet};

type Errors = Vec<(&'static str, &'static str)>;

/// `GET /account/names`: the form.
pub async fn show(State(house): State<House>, visitor: SignedIn) -> Result<Html<String>, Refusal> {
    let account = account::of(&house, &visitor).await?;
    Ok(form(&house, &visitor, (&account.first_name, &account.last_name), &Errors::new()))
}

/// `POST /account/names`: keeps the names, cleaned.
pub async fn create(
    State(house): State<House>,
    OwnForm { visitor, form: posted }: OwnForm,
) -> Result<Response, Refusal> {
    let (first, last) = (rule::name(posted.text("first-name")), rule::name(posted.text("last-name")));
    let (Ok(first), Ok(last)) = (&first, &last) else {
        let words = visitor.frame.words();
        let mut errors = Errors::new();
        errors.extend(first.is_err().then(|| ("first-name", words.say("sign-up-error-first-name"))));
        errors.extend(last.is_err().then(|| ("last-name", words.say("sign-up-error-last-name"))));
        let (first, last) = (kept(posted.text("first-name")), kept(posted.text("last-name")));
        let page = form(&house, &visitor, (&first, &last), &errors);
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    };
    let mut tx = house.db.begin().await?;
    store::account::set_names(&mut tx, visitor.person.id, first, last).await?;
    tx.commit().await?;
    Ok(account::done("names"))
}

fn kept(typed: &str) -> String {
    typed.chars().take(LONGEST_NAME).collect()
}

fn form(
    house: &House,
    visitor: &SignedIn,
    (first_name, last_name): (&str, &str),
    errors: &Errors,
) -> Html<String> {
    let words = visitor.frame.words();
    let error = |name: &str| errors.iter().find(|(field, _)| *field == name).map(|(_, text)| *text);
    let first = Field {
        value: first_name,
        error: error("first-name"),
        autocomplete: Some("given-name"),
        ..Field::new("first-name", words.say("sign-up-first-name"))
    };
    let last = Field {
        value: last_name,
        error: error("last-name"),
        autocomplete: Some("family-name"),
        ..Field::new("last-name", words.say("sign-up-last-name"))
    };
    let body = html! {
        div class="stack" {
            h1 { (words.say("account-names-change")) }
            (error_summary(words, errors))
            form class="stack" method="post" action="/account/names" novalidate {
                (csrf_field(&visitor.person.form_token))
                (first) (last)
                div class="row" {
                    (Button::submit(words.say("account-save")))
                    (Button::link(words.say("account-cancel"), "/account").quiet())
                }
            }
        }
    };
    let sheet = Sheet::form(words.say("account-names-change"), body);
    sheet.for_visitor(house, visitor)
}
