//! Notices of the interface that a person has read: they are not shown again.

use crate::db::{On, Result, Tx, q, record};
use crate::id::AccountId;

record! {
    struct Read {
        read_at: i64,
    }
}

/// Tells when a notice was read, if it was.
pub async fn read_at(on: impl Into<On<'_>>, account: AccountId, notice: &str) -> Result<Option<i64>> {
    let found: Option<Read> = q("SELECT read_at FROM notice_read WHERE account_id = $1 AND notice = $2")
        .bind(account)
        .bind(notice)
        .one(on)
        .await?;
    Ok(found.map(|read| read.read_at))
}

/// Notes that a notice was read; the first instant stays.
pub async fn read(tx: &mut Tx, account: AccountId, notice: &str, now: i64) -> Result<()> {
    q("INSERT INTO notice_read (account_id, notice, read_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING")
        .bind(account)
        .bind(notice)
        .bind(now)
        .exec(tx)
        .await?;
    Ok(())
}
