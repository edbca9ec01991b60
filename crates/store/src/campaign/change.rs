//! What becomes of a campaign: changed, archived, deleted.

use crate::db::{Result, Tx, q};
use crate::id::{AccountId, CampaignId, OrganisationId};

/// What may change after a campaign is made.
#[derive(Debug, Clone, Copy)]
pub struct Change<'a> {
    /// Its name.
    pub name: &'a str,
    /// The name as it is searched for.
    pub sought: &'a str,
    /// Its title for learners.
    pub title: Option<&'a str>,
    /// What they read first.
    pub landing_text: Option<&'a str>,
    /// Who answers for it.
    pub owner_id: AccountId,
}

/// Changes a campaign; tells whether it is there.
pub async fn change(
    tx: &mut Tx,
    organisation: OrganisationId,
    id: CampaignId,
    change: &Change<'_>,
) -> Result<bool> {
    let changed =
        q("UPDATE campaign SET name = $3, sought = $4, title = $5, landing_text = $6, owner_id = $7
        WHERE organisation_id = $1 AND id = $2 AND deleted_at IS NULL")
        .bind(organisation)
        .bind(id)
        .bind(change.name)
        .bind(change.sought)
        .bind(change.title)
        .bind(change.landing_text)
        .bind(change.owner_id)
        .exec(tx)
        .await?;
    Ok(changed == 1)
}

/// Archives a campaign, once.
pub async fn archive(
    tx: &mut Tx,
    organisation: OrganisationId,
    id: CampaignId,
    by: AccountId,
    now: i64,
) -> Result<()> {
    q("UPDATE campaign SET archived_at = $3, archived_by = $4
        WHERE organisation_id = $1 AND id = $2 AND archived_at IS NULL AND deleted_at IS NULL")
    .bind(organisation)
    .bind(id)
    .bind(now)
    .bind(by)
    .exec(tx)
    .await?;
    Ok(())
}

/// Takes a campaign out of the archive.
pub async fn unarchive(tx: &mut Tx, organisation: OrganisationId, id: CampaignId) -> Result<()> {
    q("UPDATE campaign SET archived_at = NULL, archived_by = NULL
        WHERE organisation_id = $1 AND id = $2 AND deleted_at IS NULL")
    .bind(organisation)
    .bind(id)
    .exec(tx)
    .await?;
    Ok(())
}

/// Deletes a campaign and the participations in it, once. What learners know stays theirs.
pub async fn delete(
    tx: &mut Tx,
    organisation: OrganisationId,
    id: CampaignId,
    by: AccountId,
    now: i64,
) -> Result<()> {
    let deleted = q("UPDATE campaign SET deleted_at = $3, deleted_by = $4
        WHERE organisation_id = $1 AND id = $2 AND deleted_at IS NULL")
    .bind(organisation)
    .bind(id)
    .bind(now)
    .bind(by)
    .exec(tx)
    .await?;
    if deleted == 1 {
        q("UPDATE participation SET deleted_at = $2, deleted_by = $3
            WHERE campaign_id = $1 AND deleted_at IS NULL")
        .bind(id)
        .bind(now)
        .bind(by)
        .exec(tx)
        .await?;
    }
    Ok(())
}
