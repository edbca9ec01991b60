//! Signing in.

use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{Html, IntoResponse, Redirect, Response};
use maud::{Markup, html};
use std::collections::HashMap;
use web::Words;
use web::components::banner::{Tone, banner};
use web::components::button::Button;
use web::components::field::Field;
use web::components::password::Password;
use web::form::Form;
use web::house::House;
use web::refusal::Refusal;
use web::visit::{Frame, Guest, leading_to, safe_next};

use crate::frame::Sheet;
use crate::knock::{Knock, knock};

/// The longest name that an address fills in, in characters.
const LONGEST_IDENTIFIER: usize = 200;

/// What the form shows again.
#[derive(Debug, Clone, Default)]
struct Typed {
    identifier: String,
    next: Option<String>,
    message: Option<String>,
}

/// `GET /sign-in?identifier=NAME`: the form, with the name that a slip brings; somebody signed in goes on.
pub async fn show(
    State(house): State<House>,
    guest: Guest,
    Query(query): Query<HashMap<String, String>>,
) -> Response {
    let next = query.get("next").cloned();
    if guest.person.as_ref().is_some_and(|person| !person.is_anonymous()) {
        return Redirect::to(&safe_next(next.as_deref(), "/home")).into_response();
    }
    let identifier = query.get("identifier").map_or("", |name| name.trim());
    let identifier = identifier.chars().take(LONGEST_IDENTIFIER).collect();
    form(&house, &guest, &Typed { identifier, next, ..Typed::default() }).into_response()
}

/// `POST /sign-in`: opens a session, or says no in the same words whatever the reason, until too many failures block
/// the account: then it says so, because its owner must know.
pub async fn create(
    State(house): State<House>,
    frame: Frame,
    headers: HeaderMap,
    posted: Form,
) -> Result<Response, Refusal> {
    // Who is signed in here does not matter, and is not read.
    let guest = Guest { frame, person: None };
    let words = guest.frame.words();
    let identifier = posted.text("identifier").trim().to_lowercase();
    let account = store::account::by_email_or_username(&house.db, &identifier).await?;
    let wrong = wrong(words, &identifier);
    let (password, next) = (posted.text("password"), posted.text("next"));
    let knock = knock(&house, words, account.as_ref(), (password, wrong), (&headers, next)).await?;
    let failed = match knock {
        Knock::Open(response) => return Ok(*response),
        Knock::Shut(failed) => failed,
    };
    let next = posted.has("next").then(|| next.to_owned());
    let page = form(&house, &guest, &Typed { identifier, next, message: Some(failed.sentence) });
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

/// The same words for every reason; whoever types a username is sent to the teacher, who can help.
fn wrong(words: Words, identifier: &str) -> &'static str {
    if identifier.is_empty() || identifier.contains('@') {
        words.say("sign-in-refused")
    } else {
        words.say("sign-in-refused-school")
    }
}

fn form(house: &House, guest: &Guest, typed: &Typed) -> Html<String> {
    let words = guest.frame.words();
    Sheet::form(words.say("sign-in-title"), page(words, typed)).for_guest(house, guest)
}

fn page(words: Words, typed: &Typed) -> Markup {
    let identifier = Field {
        value: &typed.identifier,
        autocomplete: Some("username"),
        ..Field::new("identifier", words.say("sign-in-identifier"))
    };
    let label = words.say("sign-in-password");
    let sign_up = leading_to("/sign-up", typed.next.as_deref());
    html! {
        div class="stack" {
            h1 { (words.say("sign-in-title")) }
            @if let Some(message) = &typed.message { (banner(Tone::Error, &html! { p role="alert" { (message) } })) }
            @else if typed.next.is_some() { (banner(Tone::Info, &html! { p { (words.say("sign-in-first")) } })) }
            form class="stack" method="post" action="/sign-in" novalidate {
                @if let Some(next) = &typed.next { input type="hidden" name="next" value=(next); }
                (identifier)
                (Password { words, name: "password", label, new: false, error: None })
                div class="row" {
                    (Button::submit(words.say("sign-in-submit")))
                    a class="tap" href="/password-reset" { (words.say("sign-in-forgotten")) }
                }
            }
            p { (words.say("sign-in-no-account")) " " a href=(sign_up) { (words.say("front-sign-up")) } }
            p { (words.say("leaving-ask")) " " a href="/leaving-school" { (words.say("leaving-go")) } }
        }
    }
}
