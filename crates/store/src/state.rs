//! The learner's state: one compact row per person and framework, whose bytes only `rules` reads.

use crate::db::{FromRow, On, Result, Row, Tx, q, record};
use crate::id::AccountId;
use crate::legal::InForce;
use crate::session::{Visitor, visitor_columns};
use crate::token::TokenHash;

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

/// Whoever holds a session's token, and their state in a framework.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loaded {
    /// Who it is.
    pub visitor: Visitor,
    /// What is known of them.
    pub state: State,
}

/// Loads the visitor behind a session's token and their state, in one statement; `None` when nobody is signed in with
/// this token at `now`.
pub async fn load(
    on: impl Into<On<'_>>,
    token: TokenHash,
    framework: &str,
    in_force: &InForce,
    now: i64,
) -> Result<Option<Loaded>> {
    let (terms, privacy) = (in_force.terms(), in_force.privacy());
    q(concat!(
        "SELECT ",
        visitor_columns!(),
        ", k.version, k.body
        FROM session s JOIN account a ON a.id = s.account_id
            LEFT JOIN learner_state k ON k.account_id = s.account_id AND k.framework = $7
        WHERE s.token_hash = $1 AND s.expires_at > $2"
    ))
    .bind(token)
    .bind(now)
    .bind(terms.name)
    .bind(terms.version)
    .bind(privacy.name)
    .bind(privacy.version)
    .bind(framework)
    .one(on)
    .await
}

impl FromRow for Loaded {
    fn from_row(row: &mut Row) -> Result<Self> {
        Ok(Self { visitor: Visitor::from_row(row)?, state: State::beside(row)? })
    }
}

impl State {
    /// The state in a row that also tells of somebody who may not have begun.
    pub(crate) fn beside(row: &mut Row) -> Result<Self> {
        Ok(Self {
            version: row.take::<Option<i64>>("version")?.unwrap_or_default(),
            body: row.take::<Option<Vec<u8>>>("body")?.unwrap_or_default(),
        })
    }
}

record! {
    /// Somebody's state, among everybody's.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Kept {
        /// Whose it is.
        account_id: AccountId,
        /// How many times it was saved; none for somebody who has not begun.
        version: Option<i64>,
        /// The state, as `rules` writes it.
        body: Option<Vec<u8>>,
    }
}

/// Lists the accounts that follow `after` with their states in a framework, in the order of their ids, at most `limit`.
pub async fn page(
    on: impl Into<On<'_>>,
    framework: &str,
    after: Option<AccountId>,
    limit: i64,
) -> Result<Vec<Kept>> {
    q("SELECT a.id AS account_id, k.version, k.body
        FROM account a LEFT JOIN learner_state k ON k.account_id = a.id AND k.framework = $1
        WHERE a.id > $2 ORDER BY a.id LIMIT $3")
    .bind(framework)
    .bind(after.map_or(-1, AccountId::number))
    .bind(limit)
    .all(on)
    .await
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
