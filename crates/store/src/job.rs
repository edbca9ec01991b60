//! The queue: a table. A job is named (its kind and payload), idempotent, and has a deadline: its lease.
//!
//! A worker leases a job until an instant; if it dies, the job is due again then. `tries` tells one lease from the
//! next, so that a worker that comes back too late changes nothing.

use crate::account::Creation;
use crate::db::{On, Result, Tx, q, record};
use crate::id::JobId;

record! {
    /// A job.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Job {
        /// Which job it is.
        id: JobId,
        /// What to do.
        kind: String,
        /// With what: JSON, or nothing. Never personal data: ids.
        payload: String,
        /// From when on.
        run_at: i64,
        /// How many times it was leased; 0 for a new one.
        tries: i64,
    }
}

/// Queues a job; `Taken` when the same kind waits with the same payload.
pub async fn enqueue(tx: &mut Tx, job: &Job) -> Result<Creation> {
    let changed =
        q("INSERT INTO job (id, kind, payload, run_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING")
            .bind(job.id)
            .bind(job.kind.as_str())
            .bind(job.payload.as_str())
            .bind(job.run_at)
            .exec(tx)
            .await?;
    Ok(Creation::of(changed))
}

/// Takes at most `limit` jobs that are due at `now`; nobody else gets them before `until`, their deadline.
pub async fn lease(tx: &mut Tx, now: i64, until: i64, limit: i64) -> Result<Vec<Job>> {
    q("UPDATE job SET tries = tries + 1, locked_until = $2
        WHERE id IN (SELECT id FROM job
            WHERE done_at IS NULL AND run_at <= $1 AND (locked_until IS NULL OR locked_until <= $1)
            ORDER BY run_at LIMIT $3 {skip locked})
        RETURNING id, kind, payload, run_at, tries")
    .bind(now)
    .bind(until)
    .bind(limit)
    .all(tx)
    .await
}

/// Notes that a leased job is done; tells whether the lease still held. Call it in the transaction of the job's own
/// writes, and drop that transaction when the answer is no.
pub async fn done(tx: &mut Tx, job: &Job, now: i64) -> Result<bool> {
    let changed = q("UPDATE job SET done_at = $3, locked_until = NULL, error = NULL
        WHERE id = $1 AND tries = $2 AND done_at IS NULL")
    .bind(job.id)
    .bind(job.tries)
    .bind(now)
    .exec(tx)
    .await?;
    Ok(changed == 1)
}

/// Notes that a leased job failed, and when to try again; tells whether the lease still held.
pub async fn failed(tx: &mut Tx, job: &Job, error: &str, run_at: i64) -> Result<bool> {
    let changed = q("UPDATE job SET error = $3, run_at = $4, locked_until = NULL
        WHERE id = $1 AND tries = $2 AND done_at IS NULL")
    .bind(job.id)
    .bind(job.tries)
    .bind(error)
    .bind(run_at)
    .exec(tx)
    .await?;
    Ok(changed == 1)
}

record! {
    /// How the queue stands.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub struct Due {
        /// Jobs to run now.
        due: i64,
        /// Those of them that should have run before the instant that was asked about.
        late: i64,
    }
}

/// Counts the jobs that are due at `now`, and those due before `late`.
pub async fn due(on: impl Into<On<'_>>, now: i64, late: i64) -> Result<Due> {
    let counted = q("SELECT COUNT(*) AS due, COUNT(CASE WHEN run_at < $2 THEN 1 END) AS late
        FROM job WHERE done_at IS NULL AND run_at <= $1")
    .bind(now)
    .bind(late)
    .one(on)
    .await?;
    Ok(counted.unwrap_or(Due { due: 0, late: 0 }))
}

/// Removes at most `limit` jobs done before an instant; gives how many.
pub async fn sweep(tx: &mut Tx, before: i64, limit: i64) -> Result<u64> {
    q("DELETE FROM job WHERE id IN (SELECT id FROM job WHERE done_at < $1 LIMIT $2)")
        .bind(before)
        .bind(limit)
        .exec(tx)
        .await
}
