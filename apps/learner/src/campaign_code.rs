//! Typing the code of a campaign.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use maud::{Markup, html};
use rules::campaign_code::read;
use web::Words;
use web::components::button::Button;
use web::components::error_summary::error_summary;
use web::components::field::{Field, Kind};
use web::form::Form;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Guest;

use crate::combined_course;
use crate::frame::Sheet;

/// Longer texts are no code.
const LONGEST: u16 = 40;

/// `GET /campaigns`: the form.
pub async fn show(State(house): State<House>, guest: Guest) -> Html<String> {
    page(&house, &guest, ("", None))
}

/// `POST /campaigns`: leads to the campaign; nothing is written, so that the form needs no token and anybody may post it.
pub async fn create(State(house): State<House>, guest: Guest, posted: Form) -> Result<Response, Refusal> {
    let typed = posted.text("code");
    let words = guest.frame.words();
    let found = match read(typed) {
        Some(code) => place(&house, &code).await?,
        None => None,
    };
    Ok(match found {
        Some(place) => Redirect::to(&place).into_response(),
        None if typed.trim().is_empty() => refused(
            &house,
            &guest,
            "",
            words.say("participation-code-empty"),
            StatusCode::UNPROCESSABLE_ENTITY,
        ),
        None => wrong(&house, &guest, typed, StatusCode::UNPROCESSABLE_ENTITY),
    })
}

/// Where a code leads: to a campaign, or to a combined course.
async fn place(house: &House, code: &str) -> Result<Option<String>, Refusal> {
    if let Some(campaign) = store::campaign::by_code(&house.db, code).await? {
        return Ok(Some(format!("/campaigns/{}", campaign.code)));
    }
    course(house, code).await
}

/// The address of the combined course with a code.
pub async fn course(house: &House, code: &str) -> Result<Option<String>, Refusal> {
    let course = store::combined_course::by_code(&house.db, code).await?;
    Ok(course.map(|course| combined_course::path(&course.code)))
}

/// The form again, for a code that is nothing's.
pub fn wrong(house: &House, guest: &Guest, typed: &str, status: StatusCode) -> Response {
    refused(house, guest, typed, guest.frame.words().say("participation-code-wrong"), status)
}

fn refused(house: &House, guest: &Guest, typed: &str, why: &'static str, status: StatusCode) -> Response {
    let typed: String = typed.chars().take(usize::from(LONGEST)).collect();
    (status, page(house, guest, (&typed, Some(why)))).into_response()
}

fn page(house: &House, guest: &Guest, (typed, error): (&str, Option<&'static str>)) -> Html<String> {
    let words = guest.frame.words();
    let errors: Vec<_> = error.map(|why| ("code", why)).into_iter().collect();
    let body = html! {
        div class="stack" {
            h1 { (words.say("participation-code-title")) }
            (error_summary(words, &errors))
            p class="lead" { (words.say("participation-code-lead")) }
            (form(words, typed, error))
        }
    };
    Sheet::form(words.say("participation-code-title"), body).for_guest(house, guest)
}

/// The field of the code and its button, for any page.
pub fn form(words: Words, typed: &str, error: Option<&str>) -> Markup {
    let field = Field {
        kind: Kind::Code,
        value: typed,
        error,
        hint: Some(words.say("participation-code-hint")),
        longest: Some(LONGEST),
        ..Field::new("code", words.say("participation-code-label"))
    };
    html! {
        form class="stack" method="post" action="/campaigns" novalidate {
            (field)
            div class="row" { (Button::submit(words.say("participation-code-go"))) }
        }
    }
}

/// The same beside other things: the page has a main action of its own.
pub fn beside(words: Words) -> Markup {
    let field = Field {
        kind: Kind::Code,
        hint: Some(words.say("participation-code-hint")),
        longest: Some(LONGEST),
        ..Field::new("code", words.say("participation-code-label"))
    };
    html! {
        section class="card stack" aria-labelledby="by-code" {
            h2 id="by-code" { (words.say("participation-code-title")) }
            form class="stack" method="post" action="/campaigns" novalidate {
                (field)
                div class="row" { (Button::submit(words.say("participation-code-go")).quiet()) }
            }
        }
    }
}
