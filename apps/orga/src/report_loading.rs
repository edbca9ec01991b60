//! What the reports of a campaign read: three statements, whatever the number of people.

use std::collections::HashMap;

use store::campaign::Campaign;
use store::report::award::{self, Awards};
use store::report::printed;
use store::report::sent::Sent;
use store::report::tries::Try;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Member;

use crate::campaign_loading::load;
use crate::participant_filter::Filter;

/// What a report is made of.
pub struct Material {
    /// The campaign.
    pub campaign: Campaign,
    /// Every try.
    pub tries: Vec<Try>,
    /// What was sent.
    pub sent: Vec<Sent>,
    /// What the target profile promises.
    pub awards: Awards,
    /// The class that is asked.
    pub filter: Filter,
}

impl Material {
    /// Reads a campaign of the member's organisation, and what the address asks of it.
    pub async fn load(
        house: &House,
        member: &Member,
        campaign: &str,
        query: &HashMap<String, String>,
    ) -> Result<Self, Refusal> {
        let campaign = load(house, member, campaign).await?;
        let (tries, sent) = printed::of_campaign(&house.db, campaign.id).await?;
        let awards = award::of_profile(&house.db, campaign.target_profile_id).await?;
        let filter = Filter { division: Filter::of(query).division, page: 1, ..Filter::default() };
        Ok(Self { campaign, tries, sent, awards, filter })
    }
}
