//! Somebody with an account becomes a member of an organisation.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use store::account;
use store::membership::{self, Role};
use store::organisation::Whole;
use web::form::Form;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Staff;

use crate::frame::Sheet;
use crate::note::note;
use crate::organisation::loaded;
use crate::organisation_page::{self, Shown};

/// The longest address that is shown again.
const LONGEST: usize = 200;

/// `GET /staff/organisations/{organisation}/members`: the form is on the organisation's page.
pub async fn show(_staff: Staff, Path(id): Path<String>) -> Redirect {
    Redirect::to(&format!("/staff/organisations/{id}"))
}

/// `POST /staff/organisations/{organisation}/members`: the account with this address joins.
pub async fn create(
    State(house): State<House>,
    staff: Staff,
    Path(id): Path<String>,
    posted: Form,
) -> Result<Response, Refusal> {
    posted.made_for(&staff.person)?;
    let whole = loaded(&house, &id).await?;
    if whole.organisation.archived_at.is_some() {
        return Err(Refusal::NotFound);
    }
    let email = posted.text("email").trim().to_lowercase();
    let person =
        if email.contains('@') { account::by_email_or_username(&house.db, &email).await? } else { None };
    let Some(person) = person else { return refused(&house, &staff, &whole, &email).await };
    let role = Role::named(posted.text("role")).unwrap_or(Role::Member);
    let mut tx = house.db.begin().await?;
    membership::join(&mut tx, whole.organisation.id, person.id, role, house.clock.now()).await?;
    let detail = format!("{} {}", role.name(), person.id);
    note(&house, &mut tx, &staff, "membership-creation", (id.clone(), detail)).await?;
    tx.commit().await?;
    Ok(Redirect::to(&format!("/staff/organisations/{id}?done=joined")).into_response())
}

/// The page of the organisation, which says why nobody joined.
async fn refused(house: &House, staff: &Staff, whole: &Whole, email: &str) -> Result<Response, Refusal> {
    let people = membership::people(&house.db, whole.organisation.id).await?;
    let words = staff.frame.words();
    let email: String = email.chars().take(LONGEST).collect();
    let refused = Some((email.as_str(), words.say("staff-join-unknown")));
    let shown =
        Shown { words, whole, people: &people, children: &[], csrf: &staff.person.form_token, refused };
    let body = organisation_page::page(&shown);
    Ok(Sheet::new("organisations", &whole.organisation.name, body).refused(house, staff))
}
