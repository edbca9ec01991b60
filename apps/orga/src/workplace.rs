//! The organisations somebody works in, and the one whose pages they see.

use axum::extract::State;
use axum::response::{Html, Redirect};
use store::membership;
use web::form::Form;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Member;

use crate::frame::Sheet;
use crate::workplace_page;

/// `GET /orga/workplaces`.
pub async fn show(State(house): State<House>, member: Member) -> Result<Html<String>, Refusal> {
    let workplaces = membership::workplaces(&house.db, member.person.id).await?;
    let body = workplace_page::page(&member, &workplaces);
    let title = member.frame.words().say("orga-workplaces-title");
    Ok(Sheet::new(title, body).within("workplaces").render(&house, &member))
}

/// `POST /orga/workplaces`: chooses the organisation whose pages are seen from now on.
pub async fn create(State(house): State<House>, member: Member, posted: Form) -> Result<Redirect, Refusal> {
    posted.made_for(&member.person)?;
    let chosen = posted.text("organisation").parse().map_err(|_| Refusal::NotFound)?;
    let mut tx = house.db.begin().await?;
    if !membership::choose(&mut tx, member.person.id, chosen).await? {
        return Err(Refusal::NotFound);
    }
    tx.commit().await?;
    Ok(Redirect::to("/orga"))
}
