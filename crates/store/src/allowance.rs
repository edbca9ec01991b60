//! What is rationed, shared by all nodes: one row per bucket, one statement per use.
//!
//! The row holds one instant, until when the bucket's uses are spent (the generic cell rate algorithm): each use moves
//! it `every` further, and it may not be further than `ahead` from now. So `ahead / every` uses are free at once, then
//! one each `every`.

use crate::db::{On, Result, Tx, q, record};
use crate::token::TokenHash;

/// Uses a bucket once at `now`; tells whether it was allowed. What is refused spends nothing. An instant that lies
/// further ahead than any use puts it comes from a clock that was set back since: it counts as nothing spent.
pub async fn spend(tx: &mut Tx, bucket: TokenHash, now: i64, every: i64, ahead: i64) -> Result<bool> {
    let spent = q("INSERT INTO allowance (bucket, spent_until) VALUES ($1, $2 + $3)
        ON CONFLICT (bucket) DO UPDATE SET spent_until = $3 +
            CASE WHEN allowance.spent_until BETWEEN $2 AND $2 + $4 THEN allowance.spent_until ELSE $2 END
        WHERE allowance.spent_until <= $2 + $4 - $3 OR allowance.spent_until > $2 + $4")
    .bind(bucket)
    .bind(now)
    .bind(every)
    .bind(ahead)
    .exec(tx)
    .await?;
    Ok(spent > 0)
}

record! {
    struct Spent {
        until: i64,
    }
}

/// Tells whether the next use of a bucket would be refused at `now`; spends nothing.
pub async fn is_used_up(
    on: impl Into<On<'_>>,
    bucket: TokenHash,
    now: i64,
    every: i64,
    ahead: i64,
) -> Result<bool> {
    let spent: Option<Spent> =
        q("SELECT spent_until AS until FROM allowance WHERE bucket = $1").bind(bucket).one(on).await?;
    Ok(spent.is_some_and(|spent| (now + ahead - every + 1..=now + ahead).contains(&spent.until)))
}

/// Gives one use back.
pub async fn give_back(tx: &mut Tx, bucket: TokenHash, every: i64) -> Result<()> {
    q("UPDATE allowance SET spent_until = spent_until - $2 WHERE bucket = $1")
        .bind(bucket)
        .bind(every)
        .exec(tx)
        .await?;
    Ok(())
}

/// Removes at most `limit` buckets that are whole again since before an instant; gives how many.
pub async fn sweep(tx: &mut Tx, before: i64, limit: i64) -> Result<u64> {
    q("DELETE FROM allowance WHERE bucket IN (SELECT bucket FROM allowance WHERE spent_until < $1 LIMIT $2)")
        .bind(before)
        .bind(limit)
        .exec(tx)
        .await
}
