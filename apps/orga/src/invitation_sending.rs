//! Sending an invitation again.

use axum::extract::{Path, State};
use axum::response::Redirect;
use store::invitation;
use web::form::Form;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Member;

use crate::invitation::PAUSE_MS;
use crate::mail;
use crate::team::{done, managed_by};

/// `POST /orga/team/invitations/{invitation}/sending`: one that waits no longer, or was just sent, stays as it is.
pub async fn create(
    State(house): State<House>,
    member: Member,
    Path(id): Path<String>,
    posted: Form,
) -> Result<Redirect, Refusal> {
    posted.made_for(&member.person)?;
    managed_by(&member)?;
    let (id, now) = (id.parse().map_err(|_| Refusal::NotFound)?, house.clock.now());
    let mut tx = house.db.begin().await?;
    let sent = invitation::send_again(&mut tx, member.organisation.id, id, now, now - PAUSE_MS).await?;
    if let Some(sent) = sent {
        mail::invite(&house, &mut tx, &member, &sent).await?;
        tx.commit().await?;
    }
    Ok(done("sent"))
}
