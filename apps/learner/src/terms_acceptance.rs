//! Accepting the terms of use, the first time or after they have changed; the page on personal data is told with them.

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
use web::visit::{Person, SignedIn, safe_next};

use crate::frame::Sheet;
use crate::privacy_notice;

/// `GET /terms-acceptance`: the choice between accepting and signing out.
pub async fn show(
    State(house): State<House>,
    visitor: SignedIn,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Html<String>, Refusal> {
    let words = visitor.frame.words();
    let (person, token) = (&visitor.person, &visitor.person.form_token);
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
            @if !person.privacy_known { (privacy_notice::told(words, person)) }
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
    // What the banner would say stands in the page itself.
    let told = Person { privacy_known: true, ..person.clone() };
    Ok(Sheet::form(title, body).render(&house, &visitor.frame, Some(&told)))
}

/// Where the person stands with the terms in force.
async fn standing(house: &House, visitor: &SignedIn) -> Result<Status, Refusal> {
    let accepted = legal::acceptances(&house.db, visitor.person.id).await?;
    let versions = accepted.iter().filter(|one| one.document == legal::TERMS);
    Ok(status(versions.map(|one| one.version.as_str()), &house.site.legal.terms))
}

/// `POST /terms-acceptance`: notes the acceptance, and that the page on personal data was told, and goes on.
pub async fn create(
    State(house): State<House>,
    OwnForm { visitor, form: posted }: OwnForm,
) -> Result<Response, Refusal> {
    let mut tx = house.db.begin().await?;
    legal::accept_all(&mut tx, visitor.person.id, &house.site.legal, house.clock.now()).await?;
    tx.commit().await?;
    Ok(Redirect::to(&safe_next(Some(posted.text("next")).filter(|next| !next.is_empty()), "/home"))
        .into_response())
}
