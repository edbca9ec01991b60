//! The audit: who did what to whom, append-only.

use crate::db::{On, Result, Tx, q, record};
use crate::id::AuditId;

record! {
    /// One line of the audit. Names and addresses do not belong in it: ids do.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Entry {
        /// Which line it is.
        id: AuditId,
        /// When it happened.
        at: i64,
        /// Who did it: an account's id, or the name of a program.
        actor: String,
        /// What was done.
        action: String,
        /// To whom or to what.
        subject: String,
        /// What else must be known.
        detail: String,
    }
}

/// Appends a line.
pub async fn record(tx: &mut Tx, entry: &Entry) -> Result<()> {
    q("INSERT INTO audit (id, at, actor, action, subject, detail) VALUES ($1, $2, $3, $4, $5, $6)")
        .bind(entry.id)
        .bind(entry.at)
        .bind(entry.actor.as_str())
        .bind(entry.action.as_str())
        .bind(entry.subject.as_str())
        .bind(entry.detail.as_str())
        .exec(tx)
        .await?;
    Ok(())
}

/// Appends a line for each subject, an id, of what was done to many at once: `entry` says the rest.
pub async fn record_each(
    tx: &mut Tx,
    entry: &Entry,
    subjects: impl IntoIterator<Item = (AuditId, String)>,
) -> Result<u64> {
    let lines = subjects
        .into_iter()
        .map(|(id, subject)| format!(r#"{{"id":{},"subject":"{subject}"}}"#, id.number()));
    q("INSERT INTO audit (id, at, actor, action, subject, detail)
        SELECT CAST({json v.value} ->> 'id' AS BIGINT), $1, $2, $3, {json v.value} ->> 'subject', $4
        FROM {each text $5} v")
    .bind(entry.at)
    .bind(entry.actor.as_str())
    .bind(entry.action.as_str())
    .bind(entry.detail.as_str())
    .bind(format!("[{}]", lines.collect::<Vec<_>>().join(",")))
    .exec(tx)
    .await
}

/// Lists what happened to a subject before `before` (all when `None`), the newest first, at most `limit`.
pub async fn of_subject(
    on: impl Into<On<'_>>,
    subject: &str,
    before: Option<AuditId>,
    limit: i64,
) -> Result<Vec<Entry>> {
    q("SELECT id, at, actor, action, subject, detail FROM audit
        WHERE subject = $1 AND id < $2 ORDER BY id DESC LIMIT $3")
    .bind(subject)
    .bind(before.map_or(i64::MAX, AuditId::number))
    .bind(limit)
    .all(on)
    .await
}
