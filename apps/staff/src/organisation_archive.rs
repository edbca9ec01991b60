//! The end of an organisation.

use axum::extract::{Path, State};
use axum::response::{Html, IntoResponse, Redirect, Response};
use maud::{Markup, html};
use store::organisation::{self, Whole};
use web::components::button::{Button, csrf_field};
use web::components::choice::Checkbox;
use web::components::error_summary::error_summary;
use web::form::Form;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Staff;

use crate::frame::Sheet;
use crate::note::note;
use crate::organisation::loaded;

/// `GET /staff/organisations/{organisation}/archive`: what will happen.
pub async fn show(
    State(house): State<House>,
    staff: Staff,
    Path(id): Path<String>,
) -> Result<Html<String>, Refusal> {
    let whole = loaded(&house, &id).await?;
    let body = page(&staff, &whole, None);
    Ok(Sheet::form("organisations", &whole.organisation.name, body).render(&house, &staff))
}

/// `POST /staff/organisations/{organisation}/archive`: closes it, its invitations, campaigns and memberships.
pub async fn create(
    State(house): State<House>,
    staff: Staff,
    Path(id): Path<String>,
    posted: Form,
) -> Result<Response, Refusal> {
    posted.made_for(&staff.person)?;
    let parsed = id.parse().map_err(|_| Refusal::NotFound)?;
    if posted.text("understood") != "on" {
        let whole = loaded(&house, &id).await?;
        let body = page(&staff, &whole, Some(staff.frame.words().say("staff-archive-tick")));
        return Ok(Sheet::form("organisations", &whole.organisation.name, body).refused(&house, &staff));
    }
    let mut tx = house.db.begin().await?;
    if organisation::archive(&mut tx, parsed, staff.person.id, house.clock.now()).await? {
        note(&house, &mut tx, &staff, "organisation-archive", (id.clone(), String::new())).await?;
    }
    tx.commit().await?;
    Ok(Redirect::to(&format!("/staff/organisations/{id}?done=archived")).into_response())
}

fn page(staff: &Staff, whole: &Whole, error: Option<&str>) -> Markup {
    let (words, here) = (staff.frame.words(), format!("/staff/organisations/{}", whole.organisation.id));
    let errors: Vec<_> = error.iter().map(|error| ("understood", *error)).collect();
    let label = html! { (words.say("staff-archive-understood")) };
    let counts = [("members", whole.members.into()), ("campaigns", whole.campaigns.into())];
    html! {
        div class="stack" {
            h1 { (words.with("staff-archive-title", &[("name", whole.organisation.name.as_str().into())])) }
            (error_summary(words, &errors))
            ul class="list" {
                li { (words.with("staff-archive-closes", &counts)) }
                li { (words.say("staff-archive-invitations")) }
                li { (words.say("staff-archive-keeps")) }
            }
            form class="stack" method="post" action={ (here) "/archive" } novalidate {
                (csrf_field(&staff.person.form_token))
                (Checkbox { name: "understood", label: &label, ticked: false, error })
                div class="row" {
                    (Button::submit(words.say("staff-archive-do")).danger())
                    (Button::link(words.say("staff-cancel"), &here).quiet())
                }
            }
        }
    }
}
