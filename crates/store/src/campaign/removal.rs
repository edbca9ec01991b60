//! Deleting campaigns, many at once.

use crate::db::{On, Result, Tx, json_list, q, record};
use crate::id::{AccountId, CampaignId, OrganisationId};

record! {
    /// A campaign that somebody may want to delete.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Doomed {
        /// Which one it is.
        id: CampaignId,
        /// Its name.
        name: String,
        /// Who answers for it.
        owner_id: AccountId,
        /// People who take part.
        participants: i64,
        /// People whose results were received.
        results: i64,
    }
}

/// Those of some campaigns that are an organisation's, by name, with their counts.
pub async fn among(
    on: impl Into<On<'_>>,
    organisation: OrganisationId,
    ids: impl IntoIterator<Item = CampaignId>,
) -> Result<Vec<Doomed>> {
    q("SELECT c.id, c.name, c.owner_id, COUNT(DISTINCT p.account_id) AS participants,
            COUNT(DISTINCT CASE WHEN p.shared_at IS NOT NULL THEN p.account_id END) AS results
        FROM campaign c LEFT JOIN participation p ON p.campaign_id = c.id AND p.deleted_at IS NULL
        WHERE c.organisation_id = $1 AND c.id IN {each $2} AND c.deleted_at IS NULL
        GROUP BY c.id, c.name, c.owner_id, c.sought ORDER BY c.sought, c.id")
    .bind(organisation)
    .bind(json_list(ids.into_iter().map(CampaignId::number)))
    .all(on)
    .await
}

/// Deletes campaigns and the participations in them, once. What learners know stays theirs.
pub async fn delete_all(
    tx: &mut Tx,
    organisation: OrganisationId,
    ids: &[CampaignId],
    (by, now): (AccountId, i64),
) -> Result<u64> {
    let list = json_list(ids.iter().map(|id| id.number()));
    // The participations first: of campaigns that are still there, and are this organisation's.
    q("UPDATE participation SET deleted_at = $3, deleted_by = $4
        WHERE deleted_at IS NULL AND campaign_id IN (SELECT c.id FROM campaign c
            WHERE c.organisation_id = $1 AND c.id IN {each $2} AND c.deleted_at IS NULL)")
    .bind(organisation)
    .bind(list.as_str())
    .bind(now)
    .bind(by)
    .exec(tx)
    .await?;
    q("UPDATE campaign SET deleted_at = $3, deleted_by = $4
        WHERE organisation_id = $1 AND id IN {each $2} AND deleted_at IS NULL")
    .bind(organisation)
    .bind(list)
    .bind(now)
    .bind(by)
    .exec(tx)
    .await
}
