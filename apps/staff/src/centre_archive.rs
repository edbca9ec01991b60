//! The end of a certification centre.

use axum::extract::{Path, State};
use axum::response::{Html, IntoResponse, Redirect, Response};
use maud::Markup;
use store::centre::{self, Centre};
use web::form::Form;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Staff;

use crate::archive_page::{Archive, UNDERSTOOD};
use crate::centre::{loaded, open};
use crate::frame::Sheet;
use crate::note::note;

/// `GET /staff/centres/{centre}/archive`: what will happen.
pub async fn show(
    State(house): State<House>,
    staff: Staff,
    Path(id): Path<String>,
) -> Result<Html<String>, Refusal> {
    let centre = open(&house, &id).await?;
    let body = page(&staff, &centre, false);
    Ok(Sheet::form("centres", &centre.name, body).render(&house, &staff))
}

/// `POST /staff/centres/{centre}/archive`: it is changed no more, and its number is free.
pub async fn create(
    State(house): State<House>,
    staff: Staff,
    Path(id): Path<String>,
    posted: Form,
) -> Result<Response, Refusal> {
    posted.made_for(&staff.person)?;
    let centre = loaded(&house, &id).await?;
    if posted.text(UNDERSTOOD) != "on" {
        let body = page(&staff, &centre, true);
        return Ok(Sheet::form("centres", &centre.name, body).refused(&house, &staff));
    }
    let mut tx = house.db.begin().await?;
    if centre::archive(&mut tx, centre.id, house.clock.now()).await? {
        note(&house, &mut tx, &staff, "centre-archive", (id.clone(), String::new())).await?;
    }
    tx.commit().await?;
    Ok(Redirect::to(&format!("/staff/centres/{id}?done=archived")).into_response())
}

fn page(staff: &Staff, centre: &Centre, refused: bool) -> Markup {
    let words = staff.frame.words();
    Archive {
        words,
        name: &centre.name,
        here: &format!("/staff/centres/{}", centre.id),
        consequences: &[
            words.say("staff-centre-archive-closes").to_owned(),
            words.say("staff-centre-archive-keeps").to_owned(),
        ],
        button: words.say("staff-centre-archive-do"),
        csrf: &staff.person.form_token,
        refused,
    }
    .page()
}
