//! Competences started again from nothing: append-only, so that a learner's state can be made again.

use crate::account::Creation;
use crate::db::{On, Result, Tx, q, record};
use crate::id::{AccountId, ResetId};

record! {
    /// A competence that somebody started again.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Reset {
        /// Who.
        account_id: AccountId,
        /// Which reset it is.
        id: ResetId,
        /// The framework of the competence.
        framework: String,
        /// The competence, such as `1.2`.
        competence: String,
        /// When.
        reset_at: i64,
    }
}

/// Appends a reset; `Taken` when its id is.
pub async fn append(tx: &mut Tx, reset: &Reset) -> Result<Creation> {
    let changed = q("INSERT INTO competence_reset (account_id, id, framework, competence, reset_at)
        VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING")
    .bind(reset.account_id)
    .bind(reset.id)
    .bind(reset.framework.as_str())
    .bind(reset.competence.as_str())
    .bind(reset.reset_at)
    .exec(tx)
    .await?;
    Ok(Creation::of(changed))
}

/// Lists a person's resets in a framework made after `after` (all when `None`), in their order, at most `limit`.
pub async fn of_account(
    on: impl Into<On<'_>>,
    account: AccountId,
    framework: &str,
    after: Option<ResetId>,
    limit: i64,
) -> Result<Vec<Reset>> {
    q("SELECT account_id, id, framework, competence, reset_at FROM competence_reset
        WHERE account_id = $1 AND framework = $2 AND id > $3 ORDER BY id LIMIT $4")
    .bind(account)
    .bind(framework)
    .bind(after.map_or(-1, ResetId::number))
    .bind(limit)
    .all(on)
    .await
}
