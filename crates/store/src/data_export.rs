//! How many copies of their own data people take: each costs the database more than a page.

use crate::db::{Result, Tx, q};
use crate::id::AccountId;

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

/// Removes at most `limit` counts that began before an instant; gives how many.
pub async fn sweep(tx: &mut Tx, before: i64, limit: i64) -> Result<u64> {
    q("DELETE FROM data_export WHERE account_id IN (SELECT account_id FROM data_export WHERE since < $1 LIMIT $2)")
        .bind(before)
        .bind(limit)
        .exec(tx)
        .await
}
