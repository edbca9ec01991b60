//! What people say of trainings that were recommended to them: useful, or not.

use crate::db::{On, Result, Tx, q, record};
use crate::id::{AccountId, TrainingId};

/// More trainings than anybody judges; a list without a bound is a mistake.
pub const MOST: i64 = 500;

/// Notes at an instant whether a training was useful to somebody, or no longer (`None`): one opinion each, the last.
pub async fn rate(
    tx: &mut Tx,
    account: AccountId,
    training: TrainingId,
    useful: Option<bool>,
    now: i64,
) -> Result<()> {
    let Some(useful) = useful else {
        q("DELETE FROM training_mark WHERE account_id = $1 AND training_id = $2")
            .bind(account)
            .bind(training)
            .exec(tx)
            .await?;
        return Ok(());
    };
    q("INSERT INTO training_mark (account_id, training_id, useful, rated_at) VALUES ($1, $2, $3, $4)
        ON CONFLICT (account_id, training_id) DO UPDATE SET useful = excluded.useful, rated_at = excluded.rated_at
            WHERE training_mark.useful <> excluded.useful")
    .bind(account)
    .bind(training)
    .bind(useful)
    .bind(now)
    .exec(tx)
    .await?;
    Ok(())
}

record! {
    /// What somebody said of a training.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Mark {
        /// The title of the training.
        title: String,
        /// Whether it was useful.
        useful: bool,
        /// When that was said.
        rated_at: i64,
    }
}

/// Lists what somebody said of trainings, by title; at most [`MOST`].
pub async fn of_account(on: impl Into<On<'_>>, account: AccountId) -> Result<Vec<Mark>> {
    q("SELECT t.title, m.useful, m.rated_at FROM training_mark m JOIN training t ON t.id = m.training_id
        WHERE m.account_id = $1 ORDER BY t.title, t.id LIMIT $2")
    .bind(account)
    .bind(MOST)
    .all(on)
    .await
}

record! {
    /// What people say of a training, all together.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Opinion {
        /// The training.
        training_id: TrainingId,
        /// How many found it useful.
        useful: i64,
        /// How many said something.
        said: i64,
    }
}

/// Lists what people say of each training of which something was said; at most [`MOST`].
pub async fn opinions(on: impl Into<On<'_>>) -> Result<Vec<Opinion>> {
    q("SELECT training_id, COUNT(CASE WHEN useful THEN 1 END) AS useful, COUNT(*) AS said FROM training_mark
        GROUP BY training_id ORDER BY training_id LIMIT $1")
    .bind(MOST)
    .all(on)
    .await
}
