//! Making a campaign like another one, under a code of its own.

use axum::extract::{Path, State};
use axum::response::Redirect;
use rules::campaign::LONGEST_NAME;
use rules::search_text::search_text;
use store::campaign::Campaign;
use store::{CampaignId, campaign_picture};
use web::form::Form;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Member;

use crate::campaign_creation::keep;
use crate::campaign_loading::load;
use crate::campaign_settings::done;

/// `POST /orga/campaigns/{campaign}/copy`: the copy belongs to whoever asks for it; it has no participants and is not
/// archived. The form carries the id of the copy: sent twice, it makes one.
pub async fn create(
    State(house): State<House>,
    member: Member,
    Path(id): Path<String>,
    posted: Form,
) -> Result<Redirect, Refusal> {
    posted.made_for(&member.person)?;
    let (words, model) = (member.frame.words(), load(&house, &member, &id).await?);
    let copy: CampaignId = posted.text("id").parse().map_err(|_| Refusal::BrokenForm)?;
    let name = words.with("campaign-copy-name", &[("name", model.name.as_str().into())]);
    let name: String = name.chars().take(LONGEST_NAME).collect();
    let (me, from) = (member.person.id, model.id);
    let copied = Campaign {
        id: copy,
        sought: search_text(&name),
        name,
        owner_id: me,
        created_by: me,
        created_at: house.clock.now(),
        archived_at: None,
        archived_by: None,
        ..model
    };
    keep(&house, copied).await?;
    let mut tx = house.db.begin().await?;
    campaign_picture::copy(&mut tx, from, copy).await?;
    tx.commit().await?;
    Ok(done(copy, "copied"))
}
