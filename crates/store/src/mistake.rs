//! The answers that were not right, for ever: read along the primary key of the answers, which need no second index.

use crate::db::{On, Result, json_list, q, record};
use crate::id::{AccountId, AttemptId};

/// Higher than any position; positions are 32 bits wide.
const LAST_POSITION: i64 = i32::MAX as i64;

record! {
    /// An answer that was not right.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Mistake {
        /// In which attempt.
        attempt_id: AttemptId,
        /// At which place of the attempt, from 1.
        position: i64,
        /// The number of the question's family in its release.
        family: i64,
        /// The verdict's number, as `rules` writes it.
        status: i64,
        /// When it came.
        answered_at: i64,
        /// The competence of the attempt, such as `1.2`.
        competence: String,
    }
}

/// Which mistakes are asked for.
#[derive(Debug, Clone, Copy)]
pub struct Sought<'a> {
    /// Whose.
    pub account: AccountId,
    /// The number of the verdict that is no mistake.
    pub right: i64,
    /// In this competence only; in all when empty.
    pub competence: &'a str,
    /// The families of that competence: a campaign's test has several competences, and its questions tell which.
    pub families: &'a [i64],
    /// Families whose mistakes are left out.
    pub without: &'a [i64],
}

/// Lists mistakes, those of the newest attempt first and its latest answer first, at most `limit`, from the one that
/// follows `after` (the attempt and the position of the previous page's last mistake).
pub async fn page(
    on: impl Into<On<'_>>,
    sought: Sought<'_>,
    after: Option<(AttemptId, i64)>,
    limit: i64,
) -> Result<Vec<Mistake>> {
    let (attempt, position) =
        after.map_or((i64::MAX, LAST_POSITION), |(attempt, position)| (attempt.number(), position));
    q("SELECT a.attempt_id, a.position, a.family, a.status % 100 AS status, a.answered_at, t.competence
        FROM answer a JOIN attempt t ON t.account_id = a.account_id AND t.id = a.attempt_id
        WHERE a.account_id = $1 AND a.status % 100 <> $2
            AND ($3 = '' OR t.competence = $3 OR (t.tubes IS NOT NULL AND a.family IN {each $8}))
            AND a.family NOT IN {each $4} AND (a.attempt_id, a.position) < ($5, $6)
        ORDER BY a.attempt_id DESC, a.position DESC LIMIT $7")
    .bind(sought.account)
    .bind(sought.right)
    .bind(sought.competence)
    .bind(json_list(sought.without.iter().copied()))
    .bind(attempt)
    .bind(position.clamp(0, LAST_POSITION))
    .bind(limit)
    .bind(json_list(sought.families.iter().copied()))
    .all(on)
    .await
}

record! {
    struct Count {
        number: i64,
    }
}

/// Counts mistakes.
pub async fn count(on: impl Into<On<'_>>, sought: Sought<'_>) -> Result<i64> {
    let count: Option<Count> = q("SELECT COUNT(*) AS number
        FROM answer a JOIN attempt t ON t.account_id = a.account_id AND t.id = a.attempt_id
        WHERE a.account_id = $1 AND a.status % 100 <> $2
            AND ($3 = '' OR t.competence = $3 OR (t.tubes IS NOT NULL AND a.family IN {each $5}))
            AND a.family NOT IN {each $4}")
    .bind(sought.account)
    .bind(sought.right)
    .bind(sought.competence)
    .bind(json_list(sought.without.iter().copied()))
    .bind(json_list(sought.families.iter().copied()))
    .one(on)
    .await?;
    Ok(count.map_or(0, |count| count.number))
}
