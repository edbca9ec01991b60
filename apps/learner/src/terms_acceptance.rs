//! Accepting the terms of use when they have changed since they were last accepted.

use axum::extract::{Query, State};
use axum::response::{Html, IntoResponse, Redirect, Response};
use maud::html;
use std::collections::HashMap;
use store::legal;
use web::components::button::{Button, csrf_field, post};
use web::form::Form;
use web::house::House;
use web::refusal::Refusal;
use web::visit::{SignedIn, TERMS, safe_next};

use crate::frame::Sheet;

/// `GET /terms-acceptance`: the choice between accepting and signing out.
pub async fn show(
    State(house): State<House>,
    visitor: SignedIn,
    Query(query): Query<HashMap<String, String>>,
) -> Html<String> {
    let words = visitor.frame.words();
    let token = &visitor.person.form_token;
    let body = html! {
        div class="stack" {
            h1 { (words.say("acceptance-title")) }
            p class="lead" { (words.say("acceptance-lead")) }
            p { a href="/terms" { (words.say("acceptance-read")) } }
            div class="row" {
                form method="post" action="/terms-acceptance" {
                    (csrf_field(token))
                    @if let Some(next) = query.get("next") { input type="hidden" name="next" value=(next); }
                    (Button::submit(words.say("acceptance-accept")))
                }
                (post("/sign-out", token, &Button::submit(words.say("acceptance-refuse")).quiet()))
            }
        }
    };
    Sheet::form(words.say("acceptance-title"), body).render(&house, &visitor.frame, Some(&visitor.person))
}

/// `POST /terms-acceptance`: notes the acceptance and goes on.
pub async fn create(
    State(house): State<House>,
    visitor: SignedIn,
    posted: Form,
) -> Result<Response, Refusal> {
    posted.made_for(&visitor.person)?;
    let mut tx = house.db.begin().await?;
    legal::accept(&mut tx, visitor.person.id, TERMS, house.clock.now()).await?;
    tx.commit().await?;
    Ok(Redirect::to(&safe_next(Some(posted.text("next")).filter(|next| !next.is_empty()), "/home"))
        .into_response())
}
