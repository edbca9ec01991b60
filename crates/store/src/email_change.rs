//! A new e-mail address that waits for the code sent to it: one per person, and few tries for each code.

use crate::account::Creation;
use crate::db::{On, Result, Tx, q, record};
use crate::id::AccountId;
use crate::token::TokenHash;

record! {
    /// A change that waits for its code.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct EmailChange {
        /// Whose address changes.
        account_id: AccountId,
        /// The new address, in lower case.
        email: String,
        /// The hash of the code.
        code_hash: TokenHash,
        /// When it was asked for.
        created_at: i64,
        /// When the code ends.
        expires_at: i64,
        /// How many codes were tried.
        tries: i64,
    }
}

/// What became of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Request {
    /// It waits for its code.
    Waiting,
    /// It waits for a code that nobody gets: the address belongs to an account.
    Taken,
    /// Another one was made a moment ago; nothing was changed.
    TooSoon,
}

record! {
    struct Put {
        taken: bool,
    }
}

/// Replaces the person's waiting change, unless it was made after `since`.
pub async fn put(tx: &mut Tx, change: &EmailChange, since: i64) -> Result<Request> {
    let put: Option<Put> =
        q("INSERT INTO email_change (account_id, email, code_hash, created_at, expires_at, tries, sent)
        VALUES ($1, $2, $3, $4, $5, $6, 1)
        ON CONFLICT (account_id) DO UPDATE SET email = excluded.email, code_hash = excluded.code_hash,
            created_at = excluded.created_at, expires_at = excluded.expires_at, tries = excluded.tries, sent = 1
            WHERE email_change.created_at <= $7
        RETURNING EXISTS (SELECT 1 FROM account a WHERE a.email = $2 OR a.username = $2) AS taken")
        .bind(change.account_id)
        .bind(change.email.as_str())
        .bind(change.code_hash)
        .bind(change.created_at)
        .bind(change.expires_at)
        .bind(change.tries)
        .bind(since)
        .one(tx)
        .await?;
    Ok(match put {
        None => Request::TooSoon,
        Some(Put { taken: true }) => Request::Taken,
        Some(_) => Request::Waiting,
    })
}

macro_rules! columns {
    () => {
        "account_id, email, code_hash, created_at, expires_at, tries"
    };
}

/// Finds a person's change whose code is still valid at `now`.
pub async fn find(on: impl Into<On<'_>>, account: AccountId, now: i64) -> Result<Option<EmailChange>> {
    q(concat!("SELECT ", columns!(), " FROM email_change WHERE account_id = $1 AND expires_at > $2"))
        .bind(account)
        .bind(now)
        .one(on)
        .await
}

record! {
    /// A change whose code was replaced.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Resent {
        /// The new address, in lower case.
        email: String,
        /// Whether it belongs to an account: then nobody gets the code.
        taken: bool,
    }
}

/// Replaces the code of a change that waits by one made at `now`; none when nothing waits any more, when the code
/// before was made after `since`, or when `most` codes were sent. The tries stay counted: a new code is no new chance
/// to guess.
pub async fn resend(
    tx: &mut Tx,
    account: AccountId,
    code_hash: TokenHash,
    since: i64,
    most: i64,
    now: i64,
) -> Result<Option<Resent>> {
    q("UPDATE email_change SET code_hash = $2, created_at = $5, sent = sent + 1
        WHERE account_id = $1 AND created_at <= $3 AND sent < $4 AND expires_at > $5
        RETURNING email, EXISTS (SELECT 1 FROM account a
            WHERE a.email = email_change.email OR a.username = email_change.email) AS taken")
    .bind(account)
    .bind(code_hash)
    .bind(since)
    .bind(most)
    .bind(now)
    .one(tx)
    .await
}

/// Counts a try and gives the change to compare with, unless its code has ended or was tried `most` times. Counting
/// comes first: codes tried at the same moment wait for each other, and none of them is free.
pub async fn attempt(tx: &mut Tx, account: AccountId, most: i64, now: i64) -> Result<Option<EmailChange>> {
    q(concat!(
        "UPDATE email_change SET tries = tries + 1 WHERE account_id = $1 AND tries < $2 AND expires_at > $3
            RETURNING ",
        columns!()
    ))
    .bind(account)
    .bind(most)
    .bind(now)
    .one(tx)
    .await
}

/// Removes a person's change.
pub async fn remove(tx: &mut Tx, account: AccountId) -> Result<()> {
    q("DELETE FROM email_change WHERE account_id = $1").bind(account).exec(tx).await?;
    Ok(())
}

/// Replaces the account's address by one that was just proved, unless it belongs to somebody by now.
pub async fn apply(tx: &mut Tx, change: &EmailChange, now: i64) -> Result<Creation> {
    let changed = q("UPDATE account SET email = $2, email_confirmed_at = $3
        WHERE id = $1 AND NOT EXISTS (SELECT 1 FROM account a WHERE a.id <> $1 AND (a.email = $2 OR a.username = $2))")
    .bind(change.account_id)
    .bind(change.email.as_str())
    .bind(now)
    .exec(tx)
    .await?;
    Ok(Creation::of(changed))
}

/// Removes at most `limit` changes whose code ended before an instant; gives how many.
pub async fn sweep(tx: &mut Tx, before: i64, limit: i64) -> Result<u64> {
    q("DELETE FROM email_change WHERE account_id IN
        (SELECT account_id FROM email_change WHERE expires_at < $1 LIMIT $2)")
    .bind(before)
    .bind(limit)
    .exec(tx)
    .await
}
