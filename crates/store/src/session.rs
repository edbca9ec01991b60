//! Sessions: who is signed in, on which device, until when.

use crate::account::Role;
use crate::db::{On, Result, Tx, q, record};
use crate::id::AccountId;
use crate::legal::InForce;
use crate::token::TokenHash;

record! {
    /// A session to open.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Session {
        /// The hash of the cookie's token.
        token_hash: TokenHash,
        /// Whose session it is.
        account_id: AccountId,
        /// When it was opened.
        created_at: i64,
        /// When it was last noted as used.
        seen_at: i64,
        /// When it ends.
        expires_at: i64,
        /// What the person will recognise in "my devices".
        device: String,
    }
}

record! {
    /// Whoever makes a signed-in request: what every page needs to know.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Visitor {
        /// Whose session it is.
        account_id: AccountId,
        /// The first name.
        first_name: String,
        /// The last name.
        last_name: String,
        /// The e-mail address.
        email: Option<String>,
        /// When that address was confirmed.
        email_confirmed_at: Option<i64>,
        /// The language of pages.
        lang: String,
        /// What the account may do.
        role: Role,
        /// When the session was last noted as used.
        seen_at: i64,
        /// When the session ends.
        expires_at: i64,
        /// Whether the terms in force were accepted.
        terms_accepted: bool,
        /// Whether the person knows the page on personal data in force, as far as this request cares.
        privacy_known: bool,
        /// Whether the person was ever told of such a page, be it an older one.
        privacy_told: bool,
    }
}

/// What a [`Visitor`] is read from, beside `session s JOIN account a`: `$1` is the token, `$2` the instant, `$3` to `$6`
/// the names and versions of the documents in force.
macro_rules! visitor_columns {
    () => {
        "s.account_id, s.seen_at, s.expires_at, a.first_name, a.last_name, a.email, a.email_confirmed_at, a.lang, a.role,
            EXISTS (SELECT 1 FROM legal_acceptance l
                WHERE l.account_id = s.account_id AND l.document = $3 AND l.version = $4) AS terms_accepted,
            EXISTS (SELECT 1 FROM legal_acceptance l
                WHERE l.account_id = s.account_id AND l.document = $5 AND l.version = $6) AS privacy_known,
            EXISTS (SELECT 1 FROM legal_acceptance l
                WHERE l.account_id = s.account_id AND l.document = $5) AS privacy_told"
    };
}
pub(crate) use visitor_columns;

/// Opens a session.
pub async fn open(tx: &mut Tx, session: &Session) -> Result<()> {
    q("INSERT INTO session (token_hash, account_id, created_at, seen_at, expires_at, device)
        VALUES ($1, $2, $3, $4, $5, $6)")
    .bind(session.token_hash)
    .bind(session.account_id)
    .bind(session.created_at)
    .bind(session.seen_at)
    .bind(session.expires_at)
    .bind(session.device.as_str())
    .exec(tx)
    .await?;
    Ok(())
}

/// Opens a session in the place of another of the same person, whose token opens nothing any more.
pub async fn replace(tx: &mut Tx, ended: TokenHash, session: &Session) -> Result<()> {
    q("UPDATE session SET token_hash = $3, created_at = $4, seen_at = $5, expires_at = $6, device = $7
        WHERE token_hash = $1 AND account_id = $2")
    .bind(ended)
    .bind(session.account_id)
    .bind(session.token_hash)
    .bind(session.created_at)
    .bind(session.seen_at)
    .bind(session.expires_at)
    .bind(session.device.as_str())
    .exec(tx)
    .await?;
    Ok(())
}

/// Finds who holds this token, unless the session has ended.
pub async fn find(
    on: impl Into<On<'_>>,
    token: TokenHash,
    in_force: &InForce,
    now: i64,
) -> Result<Option<Visitor>> {
    let (terms, privacy) = (in_force.terms(), in_force.privacy());
    q(concat!(
        "SELECT ",
        visitor_columns!(),
        " FROM session s JOIN account a ON a.id = s.account_id WHERE s.token_hash = $1 AND s.expires_at > $2"
    ))
    .bind(token)
    .bind(now)
    .bind(terms.name)
    .bind(terms.version)
    .bind(privacy.name)
    .bind(privacy.version)
    .one(on)
    .await
}

record! {
    struct Holder {
        account_id: AccountId,
    }
}

/// Tells whose session a token opens, and nothing else; nobody's where it is somebody without an account of their own.
pub async fn holder(on: impl Into<On<'_>>, token: TokenHash, now: i64) -> Result<Option<AccountId>> {
    let holder: Option<Holder> = q("SELECT s.account_id FROM session s JOIN account a ON a.id = s.account_id
            WHERE s.token_hash = $1 AND s.expires_at > $2 AND a.role <> $3")
    .bind(token)
    .bind(now)
    .bind(Role::Anonymous)
    .one(on)
    .await?;
    Ok(holder.map(|holder| holder.account_id))
}

/// Notes that the session is used, and until when it now lasts.
pub async fn touch(tx: &mut Tx, token: TokenHash, now: i64, expires_at: i64) -> Result<()> {
    q("UPDATE session SET seen_at = $2, expires_at = $3 WHERE token_hash = $1 AND expires_at > $2")
        .bind(token)
        .bind(now)
        .bind(expires_at)
        .exec(tx)
        .await?;
    Ok(())
}

/// Ends one session; a session that has ended already stays so.
pub async fn close(tx: &mut Tx, token: TokenHash) -> Result<()> {
    q("DELETE FROM session WHERE token_hash = $1").bind(token).exec(tx).await?;
    Ok(())
}

/// Ends every session of a person (new password, blocked account); gives how many there were.
pub async fn close_all(tx: &mut Tx, account: AccountId) -> Result<u64> {
    q("DELETE FROM session WHERE account_id = $1").bind(account).exec(tx).await
}

/// Ends every session of a person but one (new password, "sign out everywhere else"); gives how many there were.
pub async fn close_others(tx: &mut Tx, account: AccountId, kept: TokenHash) -> Result<u64> {
    q("DELETE FROM session WHERE account_id = $1 AND token_hash <> $2")
        .bind(account)
        .bind(kept)
        .exec(tx)
        .await
}

/// Lists a person's open sessions, the most recently used first (at most 100).
pub async fn list(on: impl Into<On<'_>>, account: AccountId, now: i64) -> Result<Vec<Session>> {
    q("SELECT token_hash, account_id, created_at, seen_at, expires_at, device FROM session
        WHERE account_id = $1 AND expires_at > $2 ORDER BY seen_at DESC LIMIT 100")
    .bind(account)
    .bind(now)
    .all(on)
    .await
}

/// Removes at most `limit` sessions that ended before an instant; gives how many.
pub async fn sweep(tx: &mut Tx, before: i64, limit: i64) -> Result<u64> {
    q("DELETE FROM session WHERE token_hash IN (SELECT token_hash FROM session WHERE expires_at < $1 LIMIT $2)")
        .bind(before)
        .bind(limit)
        .exec(tx)
        .await
}
