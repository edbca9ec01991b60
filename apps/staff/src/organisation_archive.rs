//! The end of an organisation.

use axum::extract::{Path, State};
use axum::response::{Html, IntoResponse, Redirect, Response};
use maud::Markup;
use store::organisation::{self, Whole};
use web::form::Form;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Staff;

use crate::archive_page::{Archive, UNDERSTOOD};
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
    let body = page(&staff, &whole, false);
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
    if posted.text(UNDERSTOOD) != "on" {
        let whole = loaded(&house, &id).await?;
        let body = page(&staff, &whole, true);
        return Ok(Sheet::form("organisations", &whole.organisation.name, body).refused(&house, &staff));
    }
    let mut tx = house.db.begin().await?;
    if organisation::archive(&mut tx, parsed, staff.person.id, house.clock.now()).await? {
        note(&house, &mut tx, &staff, "organisation-archive", (id.clone(), String::new())).await?;
    }
    tx.commit().await?;
    Ok(Redirect::to(&format!("/staff/organisations/{id}?done=archived")).into_response())
}

fn page(staff: &Staff, whole: &Whole, refused: bool) -> Markup {
    let words = staff.frame.words();
    let counts = [("members", whole.members.into()), ("campaigns", whole.campaigns.into())];
    Archive {
        words,
        name: &whole.organisation.name,
        here: &format!("/staff/organisations/{}", whole.organisation.id),
        consequences: &[
            words.with("staff-archive-closes", &counts),
            words.say("staff-archive-invitations").to_owned(),
            words.say("staff-archive-keeps").to_owned(),
        ],
        button: words.say("staff-archive-do"),
        csrf: &staff.person.form_token,
        refused,
    }
    .page()
}
