//! Putting a campaign in the archive, and taking it out.

use axum::extract::{Path, State};
use axum::response::Redirect;
use store::campaign;
use web::form::Form;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Member;

use crate::campaign_loading::load_to_change;
use crate::campaign_settings::done;

/// `POST /orga/campaigns/{campaign}/archive`: `archived=yes` closes the code to newcomers, `archived=no` opens it again.
pub async fn create(
    State(house): State<House>,
    member: Member,
    Path(id): Path<String>,
    posted: Form,
) -> Result<Redirect, Refusal> {
    posted.made_for(&member.person)?;
    let campaign = load_to_change(&house, &member, &id).await?;
    let archived = match posted.text("archived") {
        "yes" => true,
        "no" => false,
        _ => return Err(Refusal::BrokenForm),
    };
    let (organisation, now) = (member.organisation.id, house.clock.now());
    let mut tx = house.db.begin().await?;
    if archived {
        campaign::archive(&mut tx, organisation, campaign.id, member.person.id, now).await?;
    } else {
        campaign::unarchive(&mut tx, organisation, campaign.id).await?;
    }
    tx.commit().await?;
    Ok(done(campaign.id, if archived { "archived" } else { "unarchived" }))
}
