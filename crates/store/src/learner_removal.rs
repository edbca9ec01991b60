//! Removing a line of the list, with what its person did in the organisation's campaigns, and putting it back for some
//! days. The account, if there is one, is nobody's business here: it stays as it is.

use crate::db::{On, Result, Tx, q, record};
use crate::id::{AccountId, LearnerId, OrganisationId};

/// For so long a removed line can be put back; then it is forgotten.
pub const PUT_BACK_WITHIN_MS: i64 = 7 * 24 * 3_600_000;
/// More lines than are removed by hand in some days; a list without a bound is a mistake.
pub const MOST: i64 = 200;

record! {
    /// A line of the list, and what goes with it.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Removable {
        /// The first name.
        first_name: String,
        /// The family name.
        last_name: String,
        /// The class.
        division: Option<String>,
        /// Whether the person has an account.
        linked: bool,
        /// In how many campaigns of the organisation the person took part.
        participations: i64,
    }
}

/// The line of an organisation with this id, unless it is removed already.
pub async fn removable(
    on: impl Into<On<'_>>,
    organisation: OrganisationId,
    id: LearnerId,
) -> Result<Option<Removable>> {
    q("SELECT l.first_name, l.last_name, l.division, l.account_id IS NOT NULL AS linked,
            (SELECT COUNT(DISTINCT p.campaign_id) FROM participation p
                WHERE p.learner_id = l.id AND p.deleted_at IS NULL) AS participations
        FROM learner l WHERE l.organisation_id = $1 AND l.id = $2 AND l.deleted_at IS NULL")
    .bind(organisation)
    .bind(id)
    .one(on)
    .await
}

/// Removes a line, and deletes the tries of its person; tells whether it was there.
pub async fn remove(
    tx: &mut Tx,
    organisation: OrganisationId,
    id: LearnerId,
    by: AccountId,
    now: i64,
) -> Result<bool> {
    let removed = q("UPDATE learner SET deleted_at = $3, deleted_by = $4, updated_at = $3
        WHERE organisation_id = $1 AND id = $2 AND deleted_at IS NULL")
    .bind(organisation)
    .bind(id)
    .bind(now)
    .bind(by)
    .exec(tx)
    .await?;
    if removed == 1 {
        q("UPDATE participation SET deleted_at = $2, deleted_by = $3 WHERE learner_id = $1 AND deleted_at IS NULL")
            .bind(id)
            .bind(now)
            .bind(by)
            .exec(tx)
            .await?;
    }
    Ok(removed == 1)
}

record! {
    /// A line that was removed.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Removed {
        /// Which line it is.
        id: LearnerId,
        /// The first name.
        first_name: String,
        /// The family name.
        last_name: String,
        /// The class.
        division: Option<String>,
        /// When it was removed.
        deleted_at: i64,
        /// In how many campaigns the person took part by then.
        participations: i64,
    }
}

/// The lines removed since an instant, the last one first; at most [`MOST`].
pub async fn removed(
    on: impl Into<On<'_>>,
    organisation: OrganisationId,
    since: i64,
) -> Result<Vec<Removed>> {
    q("SELECT l.id, l.first_name, l.last_name, l.division, l.deleted_at,
            (SELECT COUNT(DISTINCT p.campaign_id) FROM participation p
                WHERE p.learner_id = l.id AND p.deleted_at = l.deleted_at) AS participations
        FROM learner l WHERE l.organisation_id = $1 AND l.deleted_at > $2 ORDER BY l.deleted_at DESC, l.id LIMIT $3")
    .bind(organisation)
    .bind(since)
    .bind(MOST)
    .all(on)
    .await
}

/// Puts back a line that was removed since an instant, with the tries that were deleted with it. Not when the person is
/// in the list again, under the same number or with the same account: tells whether it was done. If not, the transaction
/// has to be given up.
pub async fn put_back(
    tx: &mut Tx,
    organisation: OrganisationId,
    id: LearnerId,
    since: i64,
    now: i64,
) -> Result<bool> {
    q("UPDATE participation SET deleted_at = NULL, deleted_by = NULL
        WHERE learner_id = $2 AND deleted_at = (SELECT l.deleted_at FROM learner l
            WHERE l.organisation_id = $1 AND l.id = $2 AND l.deleted_at > $3)")
    .bind(organisation)
    .bind(id)
    .bind(since)
    .exec(tx)
    .await?;
    let back = q("UPDATE learner SET deleted_at = NULL, deleted_by = NULL, updated_at = $4
        WHERE organisation_id = $1 AND id = $2 AND deleted_at > $3 AND NOT EXISTS (SELECT 1 FROM learner o
            WHERE o.organisation_id = $1 AND o.deleted_at IS NULL
                AND (o.key = learner.key OR o.account_id = learner.account_id))")
    .bind(organisation)
    .bind(id)
    .bind(since)
    .bind(now)
    .exec(tx)
    .await?;
    Ok(back == 1)
}

/// Forgets at most `limit` lines that were removed before an instant.
pub async fn sweep(tx: &mut Tx, before: i64, limit: i64) -> Result<u64> {
    q("DELETE FROM learner WHERE id IN (SELECT id FROM learner WHERE deleted_at <= $1 ORDER BY deleted_at LIMIT $2)")
        .bind(before)
        .bind(limit)
        .exec(tx)
        .await
}
