//! The campaigns of an organisation, a page at a time.

use super::Kind;
use crate::db::json_list;
use crate::db::{On, Result, q, record};
use crate::id::{AccountId, CampaignId, OrganisationId};

/// Which campaigns are listed.
#[derive(Debug, Clone, Copy)]
pub struct Search<'a> {
    /// Whose campaigns.
    pub organisation: OrganisationId,
    /// Only those of one owner.
    pub owner: Option<AccountId>,
    /// The archived ones, or the others.
    pub archived: bool,
    /// A part of the name as it is searched for; empty for all.
    pub text: &'a str,
    /// Owners whose campaigns are found whatever their names.
    pub owners: &'a [AccountId],
}

record! {
    /// A line of the list.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Listed {
        /// Which campaign it is.
        id: CampaignId,
        /// What learners type.
        code: String,
        /// What they do.
        kind: Kind,
        /// Its name.
        name: String,
        /// Who answers for it.
        owner_id: AccountId,
        /// Their first name.
        owner_first_name: Option<String>,
        /// Their last name.
        owner_last_name: Option<String>,
        /// When it was made.
        created_at: i64,
        /// People who take part.
        participants: i64,
        /// People whose results were received.
        results: i64,
        /// How many campaigns are found in all.
        total: i64,
    }
}

/// Lists campaigns, the newest first, at most `limit` after `skipped` others, with their counts.
pub async fn page(
    on: impl Into<On<'_>>,
    search: Search<'_>,
    skipped: i64,
    limit: i64,
) -> Result<Vec<Listed>> {
    q("SELECT c.id, c.code, c.kind, c.name, c.owner_id, a.first_name AS owner_first_name,
            a.last_name AS owner_last_name, c.created_at, c.total,
            (SELECT COUNT(DISTINCT p.account_id) FROM participation p WHERE p.campaign_id = c.id
                AND p.deleted_at IS NULL) AS participants,
            (SELECT COUNT(DISTINCT p.account_id) FROM participation p WHERE p.campaign_id = c.id
                AND p.shared_at IS NOT NULL AND p.deleted_at IS NULL) AS results
        FROM (SELECT id, code, kind, name, owner_id, created_at, COUNT(*) OVER () AS total FROM campaign
            WHERE organisation_id = $1 AND deleted_at IS NULL AND (archived_at IS NOT NULL) = $2
                AND ($3 = 0 OR owner_id = $3)
                AND ($4 = '' OR sought LIKE '%' || $4 || '%' OR owner_id IN {each $5})
            ORDER BY id DESC LIMIT $6 OFFSET $7) c
        LEFT JOIN account a ON a.id = c.owner_id ORDER BY c.id DESC")
    .bind(search.organisation)
    .bind(search.archived)
    .bind(search.owner.map_or(0, AccountId::number))
    .bind(search.text)
    .bind(json_list(search.owners.iter().map(|owner| owner.number())))
    .bind(limit)
    .bind(skipped)
    .all(on)
    .await
}

record! {
    /// How many take part in a campaign.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub struct Tally {
        /// People who take part.
        participants: i64,
        /// People whose results were received.
        results: i64,
    }
}

/// Counts who takes part in a campaign.
pub async fn tally(on: impl Into<On<'_>>, campaign: CampaignId) -> Result<Tally> {
    let tally: Option<Tally> = q("SELECT COUNT(DISTINCT account_id) AS participants,
            COUNT(DISTINCT CASE WHEN shared_at IS NOT NULL THEN account_id END) AS results
        FROM participation WHERE campaign_id = $1 AND deleted_at IS NULL")
    .bind(campaign)
    .one(on)
    .await?;
    Ok(tally.unwrap_or(Tally { participants: 0, results: 0 }))
}
