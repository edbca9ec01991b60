//! Attempts: one adaptive test of one person on one competence, with everything that makes it replayable.

use crate::account::Creation;
use crate::db::{FromRow, On, Result, Row, Tx, q, record};
use crate::id::{AccountId, AttemptId};
use crate::legal::InForce;
use crate::session::Visitor;
use crate::state::State;
use crate::token::TokenHash;

record! {
    /// An attempt: what it pins never changes. Where it stands is in the learner's state.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Attempt {
        /// Whose attempt it is.
        account_id: AccountId,
        /// Which attempt it is.
        id: AttemptId,
        /// The competence it tests, such as `1.2`.
        competence: String,
        /// The release of the bank it plays.
        release_id: String,
        /// The version of the algorithm that chooses questions.
        algorithm: String,
        /// The version of the rules that count pix.
        scoring: String,
        /// The seed of its questions.
        seed: i64,
        /// Whether it retries what earlier attempts failed.
        improving: bool,
        /// When it began.
        started_at: i64,
    }
}

macro_rules! select {
    ($which:literal) => {
        concat!(
            "SELECT account_id, id, competence, release_id, algorithm, scoring, seed, improving, started_at
                FROM attempt ",
            $which
        )
    };
}

/// Begins an attempt; `Taken` when its id is. Two clicks begin one: the state saved with it has moved for the second.
pub async fn start(tx: &mut Tx, attempt: &Attempt) -> Result<Creation> {
    let changed =
        q("INSERT INTO attempt (account_id, id, competence, release_id, algorithm, scoring, seed, improving,
            started_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING")
        .bind(attempt.account_id)
        .bind(attempt.id)
        .bind(attempt.competence.as_str())
        .bind(attempt.release_id.as_str())
        .bind(attempt.algorithm.as_str())
        .bind(attempt.scoring.as_str())
        .bind(attempt.seed)
        .bind(attempt.improving)
        .bind(attempt.started_at)
        .exec(tx)
        .await?;
    Ok(Creation::of(changed))
}

/// Finds one of a person's attempts.
pub async fn by_id(on: impl Into<On<'_>>, account: AccountId, id: AttemptId) -> Result<Option<Attempt>> {
    q(select!("WHERE account_id = $1 AND id = $2")).bind(account).bind(id).one(on).await
}

/// Lists a person's attempts made before `before` (all when `None`), the newest first, at most `limit`.
pub async fn of_account(
    on: impl Into<On<'_>>,
    account: AccountId,
    before: Option<AttemptId>,
    limit: i64,
) -> Result<Vec<Attempt>> {
    q(select!("WHERE account_id = $1 AND id < $2 ORDER BY id DESC LIMIT $3"))
        .bind(account)
        .bind(before.map_or(i64::MAX, AttemptId::number))
        .bind(limit)
        .all(on)
        .await
}

/// What the question page and the answer need, read at once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loaded {
    /// Who asks.
    pub visitor: Visitor,
    /// The attempt, unless it does not exist or is somebody else's.
    pub attempt: Option<Attempt>,
    /// The visitor's state in the framework.
    pub state: State,
}

/// Loads the visitor behind a session's token, one of their attempts and their state, in one statement; `None` when
/// nobody is signed in with this token at `now`.
///
/// News of the page on personal data do not interrupt a test: everybody passes for knowing it here.
///
/// Inside a transaction on PostgreSQL the state is not locked: [`crate::state::save`] sees whether it changed.
pub async fn load(
    on: impl Into<On<'_>>,
    token: TokenHash,
    attempt: AttemptId,
    framework: &str,
    in_force: &InForce,
    now: i64,
) -> Result<Option<Loaded>> {
    let terms = in_force.terms();
    q("SELECT s.account_id, s.seen_at, s.expires_at, a.first_name, a.last_name, a.email, a.email_confirmed_at,
            a.lang, a.role,
            EXISTS (SELECT 1 FROM legal_acceptance l
                WHERE l.account_id = s.account_id AND l.document = $5 AND l.version = $6) AS terms_accepted,
            TRUE AS privacy_known,
            t.id, t.competence, t.release_id, t.algorithm, t.scoring, t.seed, t.improving, t.started_at,
            k.version, k.body
        FROM session s JOIN account a ON a.id = s.account_id
            LEFT JOIN attempt t ON t.account_id = s.account_id AND t.id = $3
            LEFT JOIN learner_state k ON k.account_id = s.account_id AND k.framework = $4
        WHERE s.token_hash = $1 AND s.expires_at > $2")
    .bind(token)
    .bind(now)
    .bind(attempt)
    .bind(framework)
    .bind(terms.name)
    .bind(terms.version)
    .one(on)
    .await
}

impl FromRow for Loaded {
    fn from_row(row: &mut Row) -> Result<Self> {
        let visitor = Visitor::from_row(row)?;
        let attempt = match row.take("id")? {
            None => None,
            Some(id) => Some(Attempt {
                account_id: visitor.account_id,
                id,
                competence: row.take("competence")?,
                release_id: row.take("release_id")?,
                algorithm: row.take("algorithm")?,
                scoring: row.take("scoring")?,
                seed: row.take("seed")?,
                improving: row.take("improving")?,
                started_at: row.take("started_at")?,
            }),
        };
        Ok(Self { visitor, attempt, state: State::beside(row)? })
    }
}
