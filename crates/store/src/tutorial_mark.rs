//! What a person noted of tutorials: saved for later, found useful.

use crate::db::{On, Result, Tx, q, record};
use crate::id::AccountId;

/// More tutorials than anybody saves; a list without a bound is a mistake.
pub const MOST: i64 = 500;

record! {
    /// The marks of one tutorial.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Mark {
        /// The tutorial, such as `1.2-a-paths`.
        tutorial: String,
        /// When it was saved, unless it is not.
        saved_at: Option<i64>,
        /// When it was found useful, unless it was not.
        useful_at: Option<i64>,
    }
}

/// Saves a tutorial at an instant, or no longer (`None`). The first instant stays.
pub async fn save(tx: &mut Tx, account: AccountId, tutorial: &str, at: Option<i64>) -> Result<()> {
    let sql = if at.is_some() {
        "INSERT INTO tutorial_mark (account_id, tutorial, saved_at) VALUES ($1, $2, $3)
            ON CONFLICT (account_id, tutorial) DO UPDATE SET saved_at = excluded.saved_at
            WHERE tutorial_mark.saved_at IS NULL"
    } else {
        "UPDATE tutorial_mark SET saved_at = $3 WHERE account_id = $1 AND tutorial = $2"
    };
    q(sql).bind(account).bind(tutorial).bind(at).exec(tx).await?;
    Ok(())
}

/// Notes at an instant that a tutorial is useful, or no longer (`None`). The first instant stays.
pub async fn find_useful(tx: &mut Tx, account: AccountId, tutorial: &str, at: Option<i64>) -> Result<()> {
    let sql = if at.is_some() {
        "INSERT INTO tutorial_mark (account_id, tutorial, useful_at) VALUES ($1, $2, $3)
            ON CONFLICT (account_id, tutorial) DO UPDATE SET useful_at = excluded.useful_at
            WHERE tutorial_mark.useful_at IS NULL"
    } else {
        "UPDATE tutorial_mark SET useful_at = $3 WHERE account_id = $1 AND tutorial = $2"
    };
    q(sql).bind(account).bind(tutorial).bind(at).exec(tx).await?;
    Ok(())
}

/// The marks of one tutorial, if it has any.
pub async fn of_tutorial(on: impl Into<On<'_>>, account: AccountId, tutorial: &str) -> Result<Option<Mark>> {
    q("SELECT tutorial, saved_at, useful_at FROM tutorial_mark WHERE account_id = $1 AND tutorial = $2")
        .bind(account)
        .bind(tutorial)
        .one(on)
        .await
}

/// Lists a person's marks, the tutorial saved last first, those that are not saved at the end; at most [`MOST`].
pub async fn of_account(on: impl Into<On<'_>>, account: AccountId) -> Result<Vec<Mark>> {
    q("SELECT tutorial, saved_at, useful_at FROM tutorial_mark WHERE account_id = $1
        ORDER BY COALESCE(saved_at, -1) DESC, tutorial LIMIT $2")
    .bind(account)
    .bind(MOST)
    .all(on)
    .await
}
