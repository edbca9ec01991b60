//! The learner's state: one compact row per person and framework, whose bytes only `rules` reads.

use crate::db::{On, Result, Tx, q, record};
use crate::id::AccountId;

record! {
    /// A state and its version: 0 and no bytes for somebody who has not begun.
    #[derive(Debug, Clone, Default, PartialEq, Eq)]
    pub struct State {
        /// How many times it was saved.
        version: i64,
        /// The state, as `rules` writes it.
        body: Vec<u8>,
    }
}

/// Reads a person's state in a framework.
pub async fn find(on: impl Into<On<'_>>, account: AccountId, framework: &str) -> Result<State> {
    let found = q("SELECT version, body FROM learner_state WHERE account_id = $1 AND framework = $2")
        .bind(account)
        .bind(framework)
        .one(on)
        .await?;
    Ok(found.unwrap_or_default())
}

/// Replaces the state that was read with version `old`; tells whether it was still that one.
///
/// When it was not, another request changed it meanwhile: drop the transaction, load and decide again.
pub async fn save(
    tx: &mut Tx,
    account: AccountId,
    framework: &str,
    old: i64,
    body: &[u8],
    now: i64,
) -> Result<bool> {
    let sql = if old == 0 {
        "INSERT INTO learner_state (account_id, framework, version, body, updated_at)
            VALUES ($1, $2, $3 + 1, $4, $5) ON CONFLICT DO NOTHING"
    } else {
        "UPDATE learner_state SET version = $3 + 1, body = $4, updated_at = $5
            WHERE account_id = $1 AND framework = $2 AND version = $3"
    };
    let changed = q(sql).bind(account).bind(framework).bind(old).bind(body).bind(now).exec(tx).await?;
    Ok(changed == 1)
}
