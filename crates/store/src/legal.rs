//! Which version of which legal document a person accepted, and when.

use crate::db::{On, Result, Tx, q, record};
use crate::id::AccountId;

/// A version of a legal document, as the configuration names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Document<'a> {
    /// Which document: `terms`, `privacy`…
    pub name: &'a str,
    /// Its version, usually a date.
    pub version: &'a str,
}

record! {
    struct Acceptance {
        accepted_at: i64,
    }
}

/// Notes an acceptance; the first instant stays.
pub async fn accept(tx: &mut Tx, account: AccountId, document: Document<'_>, now: i64) -> Result<()> {
    q("INSERT INTO legal_acceptance (account_id, document, version, accepted_at) VALUES ($1, $2, $3, $4)
        ON CONFLICT DO NOTHING")
    .bind(account)
    .bind(document.name)
    .bind(document.version)
    .bind(now)
    .exec(tx)
    .await?;
    Ok(())
}

/// Tells when this version was accepted, if it was.
pub async fn accepted(
    on: impl Into<On<'_>>,
    account: AccountId,
    document: Document<'_>,
) -> Result<Option<i64>> {
    let found: Option<Acceptance> = q("SELECT accepted_at FROM legal_acceptance
        WHERE account_id = $1 AND document = $2 AND version = $3")
    .bind(account)
    .bind(document.name)
    .bind(document.version)
    .one(on)
    .await?;
    Ok(found.map(|acceptance| acceptance.accepted_at))
}
