//! Answers: append-only, lean, one row per position of an attempt.

use crate::db::{On, Result, Tx, q, record};
use crate::id::{AccountId, AttemptId};

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
    }
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
            "SELECT account_id, attempt_id, position, family, lang, status, mistake, value, seconds, answered_at
                FROM answer ",
            $which
        )
    };
}

/// Appends an answer, unless its position has one.
pub async fn append(tx: &mut Tx, answer: &Answer) -> Result<Appended> {
    let changed = q(
        "INSERT INTO answer (account_id, attempt_id, position, family, lang, status, mistake, value, seconds,
            answered_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING",
    )
    .bind(answer.account_id)
    .bind(answer.attempt_id)
    .bind(answer.position)
    .bind(answer.family)
    .bind(answer.lang.as_str())
    .bind(answer.status)
    .bind(answer.mistake.as_deref())
    .bind(answer.value.as_str())
    .bind(answer.seconds)
    .bind(answer.answered_at)
    .exec(tx)
    .await?;
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
