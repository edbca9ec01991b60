//! The end of an organisation: everything of it is closed, nothing is lost.

use super::{AccountId, OrganisationId, Result, Tx, q};

/// Archives an organisation: pending invitations are cancelled, campaigns archived, memberships ended. Tells whether
/// it was open before.
pub async fn archive(tx: &mut Tx, id: OrganisationId, by: AccountId, now: i64) -> Result<bool> {
    let changed =
        q("UPDATE organisation SET archived_at = $2, archived_by = $3 WHERE id = $1 AND archived_at IS NULL")
            .bind(id)
            .bind(now)
            .bind(by)
            .exec(tx)
            .await?;
    if changed == 0 {
        return Ok(false);
    }
    q("UPDATE invitation SET cancelled_at = $2
        WHERE organisation_id = $1 AND accepted_at IS NULL AND cancelled_at IS NULL")
    .bind(id)
    .bind(now)
    .exec(tx)
    .await?;
    q("UPDATE campaign SET archived_at = $2, archived_by = $3 WHERE organisation_id = $1 AND archived_at IS NULL")
        .bind(id)
        .bind(now)
        .bind(by)
        .exec(tx)
        .await?;
    q("UPDATE membership SET left_at = $2 WHERE organisation_id = $1 AND left_at IS NULL")
        .bind(id)
        .bind(now)
        .exec(tx)
        .await?;
    Ok(true)
}
