//! The campaign that an address names, for whoever works in its organisation.

use rules::organisation_access::{Act, Standing, may};
use store::campaign::{self, Campaign};
use store::membership::Role;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Member;

/// The campaign of the member's organisation with this id, in one statement; for others it does not exist.
pub async fn load(house: &House, member: &Member, id: &str) -> Result<Campaign, Refusal> {
    let id = id.parse().map_err(|_| Refusal::NotFound)?;
    campaign::by_id(&house.db, member.organisation.id, id).await?.ok_or(Refusal::NotFound)
}

/// The same for whoever may change it; other members are told that they may not.
pub async fn load_to_change(house: &House, member: &Member, id: &str) -> Result<Campaign, Refusal> {
    let campaign = load(house, member, id).await?;
    if may_change(member, &campaign) { Ok(campaign) } else { Err(Refusal::Forbidden) }
}

/// Whether a member may change, archive and delete a campaign.
pub fn may_change(member: &Member, campaign: &Campaign) -> bool {
    let standing =
        Standing { admin: member.role == Role::Admin, owner: campaign.owner_id == member.person.id };
    may(Act::ChangeCampaign, standing)
}
