//! Closing a combined course to newcomers, and opening it again.

use axum::extract::{Path, State};
use axum::response::Redirect;
use rules::organisation_access::{Act, Standing, may};
use store::combined_course::{Course, set_archived};
use store::membership::Role;
use web::form::Form;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Member;

use crate::combined_course::load;

/// `POST /orga/courses/{course}/archive`: `archived=yes` closes it, `archived=no` opens it again.
pub async fn create(
    State(house): State<House>,
    member: Member,
    Path(id): Path<String>,
    posted: Form,
) -> Result<Redirect, Refusal> {
    posted.made_for(&member.person)?;
    let course = load(&house, &member, &id).await?;
    if !may_change(&member, &course) {
        return Err(Refusal::Forbidden);
    }
    let (at, done) = match posted.text("archived") {
        "yes" => (Some(house.clock.now()), "archived"),
        "no" => (None, "unarchived"),
        _ => return Err(Refusal::BrokenForm),
    };
    let mut tx = house.db.begin().await?;
    set_archived(&mut tx, course.organisation_id, course.id, at).await?;
    tx.commit().await?;
    Ok(Redirect::to(&format!("/orga/courses/{id}?done={done}")))
}

/// `GET /orga/courses/{course}/archive`: the page of the button.
pub async fn back(
    member: Member,
    State(house): State<House>,
    Path(id): Path<String>,
) -> Result<Redirect, Refusal> {
    let course = load(&house, &member, &id).await?;
    Ok(Redirect::to(&format!("/orga/courses/{}", course.id)))
}

/// Whether a member may close a course: whoever made it, and administrators.
pub fn may_change(member: &Member, course: &Course) -> bool {
    let standing =
        Standing { admin: member.role == Role::Admin, owner: course.created_by == member.person.id };
    may(Act::ChangeCampaign, standing)
}
