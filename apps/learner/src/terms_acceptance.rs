//! Accepting the terms of use, the first time or after they have changed.

use axum::extract::{Query, State};
use axum::response::{Html, IntoResponse, Redirect, Response};
use maud::html;
use rules::legal::{Status, status};
use std::collections::HashMap;
use store::legal;
use web::components::button::{Button, csrf_field, post};
use web::form::OwnForm;
use web::house::House;
use web::refusal::Refusal;
use web::visit::{SignedIn, safe_next};

use crate::frame::Sheet;

/// `GET /terms-acceptance`: the choice between accepting and signing out.
pub async fn show(
    State(house): State<House>,
    visitor: SignedIn,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Html<String>, Refusal> {
    let words = visitor.frame.words();
    let token = &visitor.person.form_token;
    let (title, lead) = match standing(&house, &visitor).await? {
        Status::Requested => (words.say("acceptance-first-title"), words.say("acceptance-first-lead")),
        Status::UpdateRequested => (words.say("acceptance-title"), words.say("acceptance-lead")),
        Status::Accepted => (words.say("acceptance-done-title"), words.say("acceptance-done-lead")),
    };
    let body = html! {
        div class="stack" {
            h1 { (title) }
            p class="lead" { (lead) }
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
    Ok(Sheet::form(title, body).for_visitor(&house, &visitor))
}

/// Where the person stands with the terms in force.
async fn standing(house: &House, visitor: &SignedIn) -> Result<Status, Refusal> {
    let accepted = legal::acceptances(&house.db, visitor.person.id).await?;
    let versions = accepted.iter().filter(|one| one.document == legal::TERMS);
    Ok(status(versions.map(|one| one.version.as_str()), &house.site.legal.terms))
}

/// `POST /terms-acceptance`: notes the acceptance and goes on.
pub async fn create(
    State(house): State<House>,
    OwnForm { visitor, form: posted }: OwnForm,
) -> Result<Response, Refusal> {
    let mut tx = house.db.begin().await?;
    legal::accept(&mut tx, visitor.person.id, house.site.legal.terms(), house.clock.now()).await?;
    tx.commit().await?;
    Ok(Redirect::to(&safe_next(Some(posted.text("next")).filter(|next| !next.is_empty()), "/home"))
        .into_response())
}
