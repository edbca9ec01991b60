//! The picture of a campaign that helps learners to find what they are asked to identify themselves with. One that takes
//! the place of another has an id of its own: what an address leads to never changes.

use crate::db::{On, Result, Tx, q, record};
use crate::id::{CampaignId, OrganisationId, PictureId};

record! {
    /// What is told of a picture.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Described {
        /// Which one it is.
        id: PictureId,
        /// The same in words, for whoever does not see it.
        description: String,
        /// The width in dots.
        width: i64,
        /// The height in dots.
        height: i64,
    }
}

/// The picture of a campaign.
pub async fn of_campaign(on: impl Into<On<'_>>, campaign: CampaignId) -> Result<Option<Described>> {
    q("SELECT id, description, width, height FROM campaign_picture WHERE campaign_id = $1")
        .bind(campaign)
        .one(on)
        .await
}

record! {
    /// A picture as it is served.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Served {
        /// Its format, as `rules::picture` names it.
        media: String,
        /// The picture itself.
        bytes: Vec<u8>,
    }
}

/// A picture of the campaign with a code, unless the campaign is deleted.
pub async fn served(on: impl Into<On<'_>>, code: &str, id: PictureId) -> Result<Option<Served>> {
    q("SELECT i.media, i.bytes FROM campaign c JOIN campaign_picture i ON i.campaign_id = c.id
        WHERE c.code = $1 AND i.id = $2 AND c.deleted_at IS NULL")
    .bind(code)
    .bind(id)
    .one(on)
    .await
}

/// A picture to keep.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct New<'a> {
    /// Whose campaign it is.
    pub organisation: OrganisationId,
    /// The campaign.
    pub campaign: CampaignId,
    /// What is told of it.
    pub described: Described,
    /// Its format.
    pub media: &'a str,
    /// The picture itself.
    pub bytes: &'a [u8],
}

/// Keeps the picture of a campaign in the place of the one that it has.
pub async fn put(tx: &mut Tx, new: &New<'_>, now: i64) -> Result<()> {
    q("INSERT INTO campaign_picture (organisation_id, campaign_id, id, description, width, height, media, bytes,
            created_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        ON CONFLICT (campaign_id) DO UPDATE SET id = excluded.id, description = excluded.description,
            width = excluded.width, height = excluded.height, media = excluded.media, bytes = excluded.bytes,
            created_at = excluded.created_at")
    .bind(new.organisation)
    .bind(new.campaign)
    .bind(new.described.id)
    .bind(new.described.description.as_str())
    .bind(new.described.width)
    .bind(new.described.height)
    .bind(new.media)
    .bind(new.bytes)
    .bind(now)
    .exec(tx)
    .await?;
    Ok(())
}

/// Gives a campaign the picture of another one, if that has any; what it has stays.
pub async fn copy(tx: &mut Tx, from: CampaignId, to: CampaignId) -> Result<bool> {
    let changed = q(
        "INSERT INTO campaign_picture (organisation_id, campaign_id, id, description, width, height, media,
            bytes, created_at)
        SELECT organisation_id, $2, id, description, width, height, media, bytes, created_at
        FROM campaign_picture WHERE campaign_id = $1 ON CONFLICT DO NOTHING",
    )
    .bind(from)
    .bind(to)
    .exec(tx)
    .await?;
    Ok(changed == 1)
}

/// Changes the words of the picture of a campaign; tells whether there is one.
pub async fn describe(tx: &mut Tx, campaign: CampaignId, description: &str) -> Result<bool> {
    let changed = q("UPDATE campaign_picture SET description = $2 WHERE campaign_id = $1")
        .bind(campaign)
        .bind(description)
        .exec(tx)
        .await?;
    Ok(changed == 1)
}

/// Removes the picture of a campaign; tells whether there was one.
pub async fn remove(tx: &mut Tx, campaign: CampaignId) -> Result<bool> {
    let removed = q("DELETE FROM campaign_picture WHERE campaign_id = $1").bind(campaign).exec(tx).await?;
    Ok(removed == 1)
}
