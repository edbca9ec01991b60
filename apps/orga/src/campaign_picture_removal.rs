//! Removing the picture of a campaign: whoever has the file can send it again.

use axum::extract::{Path, State};
use axum::response::Redirect;
use store::CampaignId;
use store::campaign_picture::remove;
use web::form::Form;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Member;

use crate::campaign_loading::load_to_change;
use crate::campaign_settings::done;

/// `GET /orga/campaigns/{campaign}/picture/removal`: the page with the button.
pub async fn back(_member: Member, Path(id): Path<String>) -> Result<Redirect, Refusal> {
    let id: CampaignId = id.parse().map_err(|_| Refusal::NotFound)?;
    Ok(Redirect::to(&format!("/orga/campaigns/{id}/picture")))
}

/// `POST /orga/campaigns/{campaign}/picture/removal`.
pub async fn create(
    State(house): State<House>,
    member: Member,
    Path(campaign): Path<String>,
    posted: Form,
) -> Result<Redirect, Refusal> {
    posted.made_for(&member.person)?;
    let campaign = load_to_change(&house, &member, &campaign).await?;
    let mut tx = house.db.begin().await?;
    remove(&mut tx, campaign.id).await?;
    tx.commit().await?;
    Ok(done(campaign.id, "picture-removed"))
}
