//! Links sent by mail: for one person, one purpose, one use.

use crate::account::Creation;
use crate::db::{On, Result, Tx, q, record};
use crate::id::AccountId;
use crate::token::TokenHash;

record! {
    /// A link as the database keeps it.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct MailLink {
        /// The hash of the token in the link.
        token_hash: TokenHash,
        /// Whose link it is.
        account_id: AccountId,
        /// What it allows: `email-confirmation`, `password-reset`…
        purpose: String,
        /// When it was made.
        created_at: i64,
        /// When it ends.
        expires_at: i64,
        /// When it was used.
        used_at: Option<i64>,
        /// The address that it makes the account's, for a link that does.
        email: Option<String>,
    }
}

impl MailLink {
    /// Whether it works at an instant: it was not used, and has not ended.
    #[must_use]
    pub const fn is_alive(&self, now: i64) -> bool {
        self.used_at.is_none() && self.expires_at > now
    }
}

/// Makes a link, unless one for the same person and purpose was made after `since`: nobody's mailbox can be flooded.
pub async fn create(tx: &mut Tx, link: &MailLink, since: i64) -> Result<Creation> {
    let made = q("INSERT INTO mail_link (token_hash, account_id, purpose, created_at, expires_at, used_at,
            email)
        SELECT $1, $2, $3, $4, $5, $6, $8 WHERE NOT EXISTS (
            SELECT 1 FROM mail_link WHERE account_id = $2 AND purpose = $3 AND created_at > $7)")
    .bind(link.token_hash)
    .bind(link.account_id)
    .bind(link.purpose.as_str())
    .bind(link.created_at)
    .bind(link.expires_at)
    .bind(link.used_at)
    .bind(since)
    .bind(link.email.as_deref())
    .exec(tx)
    .await?;
    Ok(Creation::of(made))
}

/// The way from a temporary password to one's own ends when a newer temporary password is given, or used.
macro_rules! overtaken {
    () => {
        "AND NOT (purpose = 'password-choice' AND EXISTS (SELECT 1 FROM account a
            WHERE a.id = mail_link.account_id AND a.active_at > mail_link.created_at))"
    };
}

/// Finds a link without using it, so that a page can tell a used one from one that has ended.
pub async fn find(on: impl Into<On<'_>>, token: TokenHash, purpose: &str) -> Result<Option<MailLink>> {
    q(concat!(
        "SELECT token_hash, account_id, purpose, created_at, expires_at, used_at, email FROM mail_link
            WHERE token_hash = $1 AND purpose = $2 ",
        overtaken!()
    ))
    .bind(token)
    .bind(purpose)
    .one(on)
    .await
}

/// The newest link of a person and a purpose, used and ended ones too.
pub async fn newest(on: impl Into<On<'_>>, account: AccountId, purpose: &str) -> Result<Option<MailLink>> {
    q("SELECT token_hash, account_id, purpose, created_at, expires_at, used_at, email FROM mail_link
        WHERE account_id = $1 AND purpose = $2 ORDER BY created_at DESC, token_hash LIMIT 1")
    .bind(account)
    .bind(purpose)
    .one(on)
    .await
}

record! {
    struct Owner {
        account_id: AccountId,
        email: Option<String>,
    }
}

/// Uses a link: gives its person once, and `None` to everybody who comes later, too late, or for another purpose.
pub async fn take(tx: &mut Tx, token: TokenHash, purpose: &str, now: i64) -> Result<Option<AccountId>> {
    let owner = owner(tx, token, purpose, now).await?;
    Ok(owner.map(|owner| owner.account_id))
}

/// The same for a link that brings an address: gives both.
pub async fn take_address(
    tx: &mut Tx,
    token: TokenHash,
    purpose: &str,
    now: i64,
) -> Result<Option<(AccountId, String)>> {
    let owner = owner(tx, token, purpose, now).await?;
    Ok(owner.and_then(|owner| Some((owner.account_id, owner.email?))))
}

async fn owner(tx: &mut Tx, token: TokenHash, purpose: &str, now: i64) -> Result<Option<Owner>> {
    q(concat!(
        "UPDATE mail_link SET used_at = $3 WHERE token_hash = $1 AND purpose = $2 AND used_at IS NULL
            AND expires_at > $3 ",
        overtaken!(),
        " RETURNING account_id, email"
    ))
    .bind(token)
    .bind(purpose)
    .bind(now)
    .one(tx)
    .await
}

/// Ends a person's unused links of one purpose (a newer one is about to be sent).
pub async fn revoke(tx: &mut Tx, account: AccountId, purpose: &str, now: i64) -> Result<u64> {
    q("UPDATE mail_link SET expires_at = $3
        WHERE account_id = $1 AND purpose = $2 AND used_at IS NULL AND expires_at > $3")
    .bind(account)
    .bind(purpose)
    .bind(now)
    .exec(tx)
    .await
}

/// Ends a person's unused links that would set a password, whose purposes begin with `password-`, or lead to that after
/// school: it was just set, or the address they were sent to is the person's no more.
pub async fn revoke_passwords(tx: &mut Tx, account: AccountId, now: i64) -> Result<u64> {
    q("UPDATE mail_link SET expires_at = $2
        WHERE account_id = $1 AND (purpose LIKE 'password-%' OR purpose IN ('leaving-school', 'account-recovery'))
            AND used_at IS NULL AND expires_at > $2")
    .bind(account)
    .bind(now)
    .exec(tx)
    .await
}

/// Removes at most `limit` links that ended before an instant; gives how many.
pub async fn sweep(tx: &mut Tx, before: i64, limit: i64) -> Result<u64> {
    q("DELETE FROM mail_link WHERE token_hash IN (SELECT token_hash FROM mail_link WHERE expires_at < $1 LIMIT $2)")
        .bind(before)
        .bind(limit)
        .exec(tx)
        .await
}
