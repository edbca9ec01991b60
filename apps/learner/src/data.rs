//! One's own data: what is kept, and a copy of it to take away.

use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use maud::html;
use store::data_export;
use web::components::banner::{Tone, banner};
use web::components::button::{Button, post};
use web::form::OwnForm;
use web::house::House;
use web::refusal::Refusal;
use web::visit::SignedIn;
use web::words::key;

use crate::frame::Sheet;
use crate::{account, data_archive};

const HOUR_MS: i64 = 3600 * 1000;
/// So many copies in an hour: each costs more than a page.
const MOST_COPIES: i64 = 5;

const WITHIN: [&str; 5] = [
    key("data-within-account"),
    key("data-within-tests"),
    key("data-within-answers"),
    key("data-within-campaigns"),
    key("data-within-mails"),
];

/// `GET /account/data`: what the copy holds, and the button.
pub async fn show(State(house): State<House>, visitor: SignedIn) -> Html<String> {
    page(&house, &visitor, false)
}

/// `POST /account/data`: the copy, as an archive that is written while it is sent; a few times in an hour.
pub async fn create(
    State(house): State<House>,
    OwnForm { visitor, .. }: OwnForm,
) -> Result<Response, Refusal> {
    let account = account::of(&house, &visitor).await?;
    let now = house.clock.now();
    let mut tx = house.db.begin().await?;
    if !data_export::take(&mut tx, account.id, now - HOUR_MS, MOST_COPIES, now).await? {
        return Ok((StatusCode::TOO_MANY_REQUESTS, page(&house, &visitor, true)).into_response());
    }
    tx.commit().await?;
    let headers = [
        (header::CONTENT_TYPE, "application/zip"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"pix.zip\""),
        (header::CACHE_CONTROL, "no-store"),
    ];
    Ok((headers, data_archive::stream(house, account, visitor.frame.words())).into_response())
}

fn page(house: &House, visitor: &SignedIn, too_many: bool) -> Html<String> {
    let words = visitor.frame.words();
    let button = Button::submit(words.say("data-submit"));
    let body = html! {
        div class="stack" {
            h1 { (words.say("data-title")) }
            p class="lead" { (words.say("data-lead")) }
            @if too_many { (banner(Tone::Warn, &html! { p role="alert" { (words.say("data-too-many")) } })) }
            section class="stack-s" {
                h2 class="title-s" { (words.say("data-within")) }
                ul { @for key in WITHIN { li { (words.say(key)) } } }
            }
            p { (words.say("data-without")) }
            div class="row" { (post("/account/data", &visitor.person.form_token, &button)) }
            p class="muted" { (words.say("data-pace")) }
            p { (Button::link(words.say("account-back"), "/account").quiet()) }
        }
    };
    Sheet::text(words.say("data-title"), body).for_visitor(house, visitor)
}
