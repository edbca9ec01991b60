//! The outbox: mails written in the transaction of what they tell, sent by a worker, at least once.
//!
//! A worker leases mails by putting their next try off; if it dies, they are tried again then. `tries` tells one lease
//! from the next, so that a worker that comes back too late changes nothing. The body, which may hold a secret link,
//! is wiped once the mail is sent or given up.

use crate::db::{On, Result, Tx, q, record};
use crate::id::MailId;

record! {
    /// A mail to send.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Mail {
        /// Which mail it is.
        id: MailId,
        /// To whom.
        recipient: String,
        /// About what.
        subject: String,
        /// What it says, in plain text.
        body: String,
        /// When it was written.
        created_at: i64,
        /// How many times it was leased; 0 for a new one.
        tries: i64,
    }
}

/// Puts a mail in the outbox, to be sent at once.
pub async fn put(tx: &mut Tx, mail: &Mail) -> Result<()> {
    q("INSERT INTO outbox (id, recipient, subject, body, created_at, next_try_at) VALUES ($1, $2, $3, $4, $5, $5)")
        .bind(mail.id)
        .bind(mail.recipient.as_str())
        .bind(mail.subject.as_str())
        .bind(mail.body.as_str())
        .bind(mail.created_at)
        .exec(tx)
        .await?;
    Ok(())
}

/// Takes at most `limit` mails that are due at `now`; nobody else gets them before `until`.
pub async fn lease(tx: &mut Tx, now: i64, until: i64, limit: i64) -> Result<Vec<Mail>> {
    q("UPDATE outbox SET tries = tries + 1, next_try_at = $2
        WHERE id IN (SELECT id FROM outbox WHERE sent_at IS NULL AND next_try_at <= $1
            ORDER BY next_try_at LIMIT $3 {skip locked})
        RETURNING id, recipient, subject, body, created_at, tries")
    .bind(now)
    .bind(until)
    .bind(limit)
    .all(tx)
    .await
}

/// Notes that a leased mail was sent; tells whether the lease still held.
pub async fn sent(tx: &mut Tx, mail: &Mail, now: i64) -> Result<bool> {
    let changed = q("UPDATE outbox SET sent_at = $3, body = '', error = NULL
        WHERE id = $1 AND tries = $2 AND sent_at IS NULL")
    .bind(mail.id)
    .bind(mail.tries)
    .bind(now)
    .exec(tx)
    .await?;
    Ok(changed == 1)
}

/// Notes that a leased mail could not be sent, and when to try again; tells whether the lease still held.
pub async fn failed(tx: &mut Tx, mail: &Mail, error: &str, next_try_at: i64) -> Result<bool> {
    let changed = q("UPDATE outbox SET error = $3, next_try_at = $4
        WHERE id = $1 AND tries = $2 AND sent_at IS NULL")
    .bind(mail.id)
    .bind(mail.tries)
    .bind(error)
    .bind(next_try_at)
    .exec(tx)
    .await?;
    Ok(changed == 1)
}

/// Gives a leased mail up: it is never tried again, and `error` says why; tells whether the lease still held.
pub async fn give_up(tx: &mut Tx, mail: &Mail, error: &str) -> Result<bool> {
    let changed = q("UPDATE outbox SET error = $3, body = '', next_try_at = $4
        WHERE id = $1 AND tries = $2 AND sent_at IS NULL")
    .bind(mail.id)
    .bind(mail.tries)
    .bind(error)
    .bind(i64::MAX)
    .exec(tx)
    .await?;
    Ok(changed == 1)
}

record! {
    /// What is kept of a mail, without its text.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Letter {
        /// Which mail it is.
        id: MailId,
        /// About what.
        subject: String,
        /// When it was written.
        created_at: i64,
        /// When it left.
        sent_at: Option<i64>,
    }
}

/// Lists the mails kept for an address that follow `after`, the oldest first, at most `limit`.
pub async fn to(
    on: impl Into<On<'_>>,
    recipient: &str,
    after: Option<MailId>,
    limit: i64,
) -> Result<Vec<Letter>> {
    q("SELECT id, subject, created_at, sent_at FROM outbox WHERE recipient = $1 AND id > $2 ORDER BY id LIMIT $3")
        .bind(recipient)
        .bind(after.map_or(-1, MailId::number))
        .bind(limit)
        .all(on)
        .await
}

record! {
    /// How the outbox stands.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub struct Waiting {
        /// Mails still to be sent.
        waiting: i64,
        /// Those of them written before the instant that was asked about.
        late: i64,
        /// Mails that were given up.
        given_up: i64,
    }
}

/// Counts the mails that were not sent, and those of them written before an instant.
pub async fn waiting(on: impl Into<On<'_>>, before: i64) -> Result<Waiting> {
    let counted = q("SELECT COUNT(CASE WHEN next_try_at < $2 THEN 1 END) AS waiting,
            COUNT(CASE WHEN next_try_at < $2 AND created_at < $1 THEN 1 END) AS late,
            COUNT(CASE WHEN next_try_at = $2 THEN 1 END) AS given_up
        FROM outbox WHERE sent_at IS NULL")
    .bind(before)
    .bind(i64::MAX)
    .one(on)
    .await?;
    Ok(counted.unwrap_or(Waiting { waiting: 0, late: 0, given_up: 0 }))
}

/// Removes at most `limit` mails written before an instant (their ids tell), sent or not; gives how many.
pub async fn sweep(tx: &mut Tx, before: i64, limit: i64) -> Result<u64> {
    q("DELETE FROM outbox WHERE id IN (SELECT id FROM outbox WHERE id < $1 LIMIT $2)")
        .bind(MailId::new(before, 0))
        .bind(limit)
        .exec(tx)
        .await
}
