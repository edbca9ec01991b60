//! Answers: append-only, lean, one row per position of an attempt.

use crate::db::{Db, Engine, On, Query, Result, Tx, q, record};
use crate::id::{AccountId, AttemptId};
use crate::participation::{self, End};
use crate::state;

record! {
    /// An answer and what was decided of it.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Answer {
        /// Who answered.
        account_id: AccountId,
        /// In which attempt.
        attempt_id: AttemptId,
        /// At which place of the attempt, from 1.
        position: i64,
        /// The number of the question's family in its release.
        family: i64,
        /// The language the question was asked in.
        lang: String,
        /// The verdict's number, as `rules` writes it.
        status: i64,
        /// The key of the mistake that was recognised.
        mistake: Option<String>,
        /// What was answered.
        value: String,
        /// How long it took.
        seconds: i64,
        /// When it came.
        answered_at: i64,
        /// Whether the page of a question that asks to stay was left before.
        page_left: bool,
    }
}

/// Added to the verdict's number in the column `status` when the page was left: a column of its own would cost eight
/// bytes per answer. Every statement that reads `status` takes it modulo 100.
const PAGE_LEFT: i64 = 100;

/// The state that an answer makes, and the one that it was decided on.
#[derive(Debug, Clone, Copy)]
pub struct Making<'a> {
    /// The framework.
    pub framework: &'a str,
    /// The version of the state that was read, from 1.
    pub old: i64,
    /// The new state, as `rules` writes it.
    pub body: &'a [u8],
}

/// Keeps an answer and the state that it makes, both or neither; tells whether the state was still the one read. When
/// it was not, another request of the same person was faster: load and decide again.
///
/// On PostgreSQL it is one statement, which is its own transaction: one journey instead of four, a third of the whole
/// work of an answer there. SQLite has no journey to save, and its writers share a commit.
pub async fn keep(db: &Db, answer: &Answer, making: Making<'_>) -> Result<bool> {
    match &db.engine {
        Engine::Lite(_) => keep_all(db, answer, making, None).await,
        Engine::Postgres(postgres) => Ok(at_once(answer, making).alone(postgres).await? == 1),
    }
}

/// Keeps the last answer of a campaign's test, the state that it makes and the end of the participation, with what is
/// sent of it: all or nothing; tells whether the state was still the one read.
pub async fn keep_last(db: &Db, answer: &Answer, making: Making<'_>, end: &End) -> Result<bool> {
    keep_all(db, answer, making, Some(end)).await
}

async fn keep_all(db: &Db, answer: &Answer, making: Making<'_>, end: Option<&End>) -> Result<bool> {
    let mut tx = db.begin().await?;
    if append(&mut tx, answer).await? == Appended::AlreadyAnswered {
        // Nothing was written: the commit only waits for the answer that was faster, so that the next load sees it.
        tx.commit().await?;
        return Ok(false);
    }
    let Making { framework, old, body } = making;
    if !state::save(&mut tx, answer.account_id, framework, old, body, answer.answered_at).await? {
        return Ok(false);
    }
    if let Some(end) = end {
        participation::finish(&mut tx, end).await?;
    }
    tx.commit().await?;
    Ok(true)
}

/// The state's row is locked by its change, which sees the version again once it has the lock: without the change
/// there is no row to append the answer from. An answer that exists under a state that has not moved breaks the
/// primary key, and then nothing is kept at all.
fn at_once(answer: &Answer, making: Making<'_>) -> Query {
    let statement = q("WITH made AS (
            UPDATE learner_state SET version = version + 1, body = $13, updated_at = $10
                WHERE account_id = $1 AND framework = $11 AND version = $12 RETURNING account_id)
        INSERT INTO answer (account_id, attempt_id, position, family, lang, status, mistake, value, seconds,
            answered_at)
        SELECT account_id, $2, $3, $4, $5, $6, $7, $8, $9, $10 FROM made");
    bound(statement, answer).bind(making.framework).bind(making.old).bind(making.body)
}

fn bound(statement: Query, answer: &Answer) -> Query {
    statement
        .bind(answer.account_id)
        .bind(answer.attempt_id)
        .bind(answer.position)
        .bind(answer.family)
        .bind(answer.lang.as_str())
        .bind(answer.status + if answer.page_left { PAGE_LEFT } else { 0 })
        .bind(answer.mistake.as_deref())
        .bind(answer.value.as_str())
        .bind(answer.seconds)
        .bind(answer.answered_at)
}

/// What became of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Appended {
    /// It was kept.
    Now,
    /// This position has its answer already, and nothing was changed: read what was decided.
    AlreadyAnswered,
}

macro_rules! select {
    ($which:literal) => {
        concat!(
            "SELECT account_id, attempt_id, position, family, lang, status % 100 AS status, mistake, value, seconds,
                answered_at, status >= 100 AS page_left FROM answer ",
            $which
        )
    };
}

/// Appends an answer, unless its position has one.
pub async fn append(tx: &mut Tx, answer: &Answer) -> Result<Appended> {
    let statement = q(
        "INSERT INTO answer (account_id, attempt_id, position, family, lang, status, mistake, value, seconds,
            answered_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING",
    );
    let changed = bound(statement, answer).exec(tx).await?;
    Ok(if changed == 1 { Appended::Now } else { Appended::AlreadyAnswered })
}

/// Finds the answer at a position.
pub async fn by_position(
    on: impl Into<On<'_>>,
    account: AccountId,
    attempt: AttemptId,
    position: i64,
) -> Result<Option<Answer>> {
    q(select!("WHERE account_id = $1 AND attempt_id = $2 AND position = $3"))
        .bind(account)
        .bind(attempt)
        .bind(position)
        .one(on)
        .await
}

/// Lists the answers from position `from` to position `to`, both included, in order.
pub async fn range(
    on: impl Into<On<'_>>,
    account: AccountId,
    attempt: AttemptId,
    from: i64,
    to: i64,
) -> Result<Vec<Answer>> {
    q(select!("WHERE account_id = $1 AND attempt_id = $2 AND position BETWEEN $3 AND $4 ORDER BY position"))
        .bind(account)
        .bind(attempt)
        .bind(from)
        .bind(to)
        .all(on)
        .await
}

/// Lists a person's answers in the order of attempts and positions, at most `limit`, from the one that follows
/// `after` (the attempt and the position of the previous page's last answer).
pub async fn all_of(
    on: impl Into<On<'_>>,
    account: AccountId,
    after: Option<(AttemptId, i64)>,
    limit: i64,
) -> Result<Vec<Answer>> {
    let (attempt, position) = after.map_or((-1, -1), |(attempt, position)| (attempt.number(), position));
    q(select!(
        "WHERE account_id = $1 AND (attempt_id, position) > ($2, $3) ORDER BY attempt_id, position LIMIT $4"
    ))
    .bind(account)
    .bind(attempt)
    .bind(position)
    .bind(limit)
    .all(on)
    .await
}
