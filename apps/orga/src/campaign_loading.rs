//! The campaign that an address names, for whoever works in its organisation.

use store::campaign::{self, Campaign};
use web::house::House;
use web::refusal::Refusal;
use web::visit::Member;

/// The campaign of the member's organisation with this id, in one statement; for others it does not exist.
pub async fn load(house: &House, member: &Member, id: &str) -> Result<Campaign, Refusal> {
    let id = id.parse().map_err(|_| Refusal::NotFound)?;
    campaign::by_id(&house.db, member.organisation.id, id).await?.ok_or(Refusal::NotFound)
}
