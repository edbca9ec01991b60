//! Somebody is invited to an organisation by the staff: its first administrator, who needs no account yet.

use axum::extract::{Path, Query, State};
use axum::response::{Html, IntoResponse, Redirect, Response};
use rules::account;
use rules::invitation::draw;
use std::collections::HashMap;
use store::invitation::{self, Invitation};
use store::membership::Role;
use store::organisation::Whole;
use store::{InvitationId, OrganisationId};
use web::form::Form;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Staff;

use crate::frame::Sheet;
use crate::mail;
use crate::note::note;
use crate::organisation::loaded;
use crate::organisation_invitations_page::{self as page, Shown};

/// The name of the field of the address.
pub const FIELD: &str = "invited";
/// The name of the field of what they will be.
pub const ROLE: &str = "invited-as";
/// The longest address that is shown again.
const LONGEST: usize = 200;
/// The same address gets at most one mail in this time, so that a form sent twice sends one.
const PAUSE_MS: i64 = 60 * 1000;

/// `GET /staff/organisations/{organisation}/invitations`: those that wait, and the form of another one.
pub async fn show(
    State(house): State<House>,
    staff: Staff,
    Path(id): Path<String>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Html<String>, Refusal> {
    let whole = loaded(&house, &id).await?;
    let done = query.get("done").and_then(|done| page::done(staff.frame.words(), done));
    Ok(sheet(&house, &staff, &whole, None).await?.after(done).render(&house, &staff))
}

async fn sheet<'a>(
    house: &House,
    staff: &Staff,
    whole: &'a Whole,
    refused: Option<(&str, &'static str)>,
) -> Result<Sheet<'a>, Refusal> {
    let (words, csrf) = (staff.frame.words(), &staff.person.form_token);
    let invitations = &invitation::latest(&house.db, whole.organisation.id).await?;
    let body = page::page(&Shown { words, whole, invitations, csrf, refused });
    Ok(Sheet::form("organisations", &whole.organisation.name, body))
}

/// `POST /staff/organisations/{organisation}/invitations`: the address gets a mail with a link; one that waits already
/// is sent again.
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
    let role = Role::named(posted.text(ROLE)).unwrap_or(Role::Member);
    let Ok(email) = account::email(posted.text(FIELD)) else {
        let typed: String = posted.text(FIELD).chars().take(LONGEST).collect();
        let refused = Some((typed.as_str(), staff.frame.words().say("staff-fault-email")));
        return Ok(sheet(&house, &staff, &whole, refused).await?.refused(&house, &staff));
    };
    let wanted = wanted(&house, whole.organisation.id, email, role)?;
    invite(&house, &staff, &whole, &wanted).await?;
    Ok(Redirect::to(&format!("/staff/organisations/{id}/invitations?done=invited")).into_response())
}

fn wanted(
    house: &House,
    organisation_id: OrganisationId,
    email: String,
    role: Role,
) -> Result<Invitation, Refusal> {
    let now = house.clock.now();
    Ok(Invitation {
        organisation_id,
        id: InvitationId::new(now, house.entropy.number()?),
        email,
        role: Some(role),
        code: draw(house.entropy.number()?),
        created_at: now,
        sent_at: now,
        accepted_at: None,
        accepted_by: None,
        cancelled_at: None,
    })
}

/// Keeps the invitation, its mail and the line of the audit, or nothing when it was sent a moment ago.
async fn invite(house: &House, staff: &Staff, whole: &Whole, wanted: &Invitation) -> Result<(), Refusal> {
    let mut tx = house.db.begin().await?;
    if let Some(sent) = invitation::put(&mut tx, wanted, wanted.sent_at - PAUSE_MS).await? {
        mail::invite(house, &mut tx, (staff.frame.words(), &whole.organisation.name), &sent).await?;
        let detail = format!("{} {}", wanted.role.map_or("", Role::name), sent.id);
        note(house, &mut tx, staff, "invitation-creation", (whole.organisation.id.to_string(), detail))
            .await?;
    }
    tx.commit().await?;
    Ok(())
}
