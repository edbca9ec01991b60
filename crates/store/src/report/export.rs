//! Every try at a campaign, whole, page by page: for tables that are written while they are sent.

use super::participant::{Whole, whole};
use super::{counted, names};
use crate::db::{On, Result, q};
use crate::id::{CampaignId, ParticipationId};

/// Reads the tries that began after one, all of them without it; at most `limit`.
pub async fn page(
    on: impl Into<On<'_>>,
    campaign: CampaignId,
    after: Option<ParticipationId>,
    limit: i64,
) -> Result<Vec<Whole>> {
    q(whole!("AND p.id > $2 ORDER BY p.id LIMIT $3"))
        .bind(campaign)
        .bind(after.map_or(-1, ParticipationId::number))
        .bind(limit)
        .walking()
        .all(on)
        .await
}
