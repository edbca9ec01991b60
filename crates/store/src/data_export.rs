//! How many copies of their own data people take: each costs the database more than a page.

use crate::db::{On, Result, Tx, q, record};
use crate::id::{AccountId, ParticipationId};

/// Counts one more copy at `now`, unless the person took `most` since the first one after `since`; tells whether it
/// was counted. Two requests at the same moment wait for each other.
pub async fn take(tx: &mut Tx, account: AccountId, since: i64, most: i64, now: i64) -> Result<bool> {
    let counted = q("INSERT INTO data_export (account_id, since, taken) VALUES ($1, $2, 1)
        ON CONFLICT (account_id) DO UPDATE SET
            since = CASE WHEN data_export.since <= $3 THEN excluded.since ELSE data_export.since END,
            taken = CASE WHEN data_export.since <= $3 THEN 1 ELSE data_export.taken + 1 END
        WHERE data_export.since <= $3 OR data_export.taken < $4")
    .bind(account)
    .bind(now)
    .bind(since)
    .bind(most)
    .exec(tx)
    .await?;
    Ok(counted == 1)
}

record! {
    /// A try at a campaign, as its person may read it.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Taken {
        /// Which try it is.
        id: ParticipationId,
        /// Who asked for it.
        organisation: String,
        /// The code of the campaign.
        code: String,
        /// The title of the campaign.
        title: Option<String>,
        /// What the campaign asks: its kind.
        kind: String,
        /// What the learner identified themselves with.
        external_id: Option<String>,
        /// When it began.
        started_at: i64,
        /// When the test ended.
        completed_at: Option<i64>,
        /// When it was sent.
        shared_at: Option<i64>,
        /// When the organisation deleted it.
        deleted_at: Option<i64>,
        /// Whether a newer try took its place.
        superseded: bool,
        /// The skills asked for, once it was sent.
        skills: Option<i64>,
        /// The skills validated, once it was sent.
        validated: Option<i64>,
        /// The pix sent with a profile.
        pix: Option<i64>,
        /// Whether the profile that was sent may be certified.
        certifiable: Option<bool>,
        /// The keys of the badges obtained, each between spaces.
        badges: Option<String>,
        /// The threshold of the stage reached.
        stage: Option<i64>,
    }
}

/// Lists somebody's tries at campaigns, those that were deleted included, the newest first: at most `limit` of those
/// before one.
pub async fn taken(
    on: impl Into<On<'_>>,
    account: AccountId,
    before: Option<ParticipationId>,
    limit: i64,
) -> Result<Vec<Taken>> {
    q("SELECT p.id, o.name AS organisation, c.code, c.title, c.kind, p.external_id, p.started_at, p.completed_at,
            p.shared_at, p.deleted_at, p.superseded, p.skills, p.validated, p.pix, p.certifiable, p.badges, p.stage
        FROM participation p JOIN campaign c ON c.id = p.campaign_id JOIN organisation o ON o.id = c.organisation_id
        WHERE p.account_id = $1 AND p.id < $2 ORDER BY p.id DESC LIMIT $3")
    .bind(account)
    .bind(before.map_or(i64::MAX, ParticipationId::number))
    .bind(limit)
    .all(on)
    .await
}

/// Removes at most `limit` counts that began before an instant; gives how many.
pub async fn sweep(tx: &mut Tx, before: i64, limit: i64) -> Result<u64> {
    q("DELETE FROM data_export WHERE account_id IN (SELECT account_id FROM data_export WHERE since < $1 LIMIT $2)")
        .bind(before)
        .bind(limit)
        .exec(tx)
        .await
}
