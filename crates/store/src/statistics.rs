//! What an organisation's statistics are made of: three statements, whatever the number of campaigns and people. Deleted
//! campaigns and deleted tries are in none of them.

use crate::campaign::Kind;
use crate::db::{On, Result, q, record};
use crate::id::{AccountId, OrganisationId};

/// More results are not read for a page: the newest count. A list without a bound is a mistake.
pub const MOST: i64 = 20_000;
/// More classes than a school has.
const MOST_CLASSES: i64 = 1_000;
const DAY_MS: i64 = 24 * 3_600_000;
/// Days are counted from midnight in French winter time.
const MIDNIGHT_MS: i64 = 3_600_000;

/// What is looked at: an organisation, from an instant on until another, everybody or one class.
#[derive(Debug, Clone, Copy)]
pub struct Scope<'a> {
    /// The organisation.
    pub organisation: OrganisationId,
    /// The first instant.
    pub from: i64,
    /// The first instant that is not looked at any more.
    pub until: i64,
    /// A class; everybody when empty.
    pub division: &'a str,
}

record! {
    /// What somebody sent at the end of a test.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Sent {
        /// Who; negative of somebody who left.
        account_id: AccountId,
        /// What was sent, as `rules::snapshot` writes it.
        snapshot: Vec<u8>,
    }
}

/// What was sent at the end of tests, the newest first; at most [`MOST`] results.
pub async fn sent(on: impl Into<On<'_>>, scope: Scope<'_>) -> Result<Vec<Sent>> {
    q("SELECT p.account_id, p.snapshot
        FROM campaign c JOIN participation p ON p.campaign_id = c.id LEFT JOIN learner l ON l.id = p.learner_id
        WHERE c.organisation_id = $1 AND c.kind <> $5 AND c.deleted_at IS NULL AND p.deleted_at IS NULL
            AND p.snapshot IS NOT NULL AND p.shared_at >= $2 AND p.shared_at < $3 AND ($4 = '' OR l.division = $4)
        ORDER BY p.shared_at DESC, p.id DESC LIMIT $6")
    .bind(scope.organisation)
    .bind(scope.from)
    .bind(scope.until)
    .bind(scope.division)
    .bind(Kind::Collection)
    .bind(MOST)
    .all(on)
    .await
}

record! {
    /// A day on which something happened.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub struct Day {
        /// An instant of it.
        at: i64,
        /// How many tries began.
        begun: i64,
        /// How many were sent.
        sent: i64,
    }
}

/// The days on which somebody began or sent something, in order; as many as the scope has days, at most.
pub async fn days(on: impl Into<On<'_>>, scope: Scope<'_>) -> Result<Vec<Day>> {
    q("SELECT d.day * $5 AS at, CAST(SUM(d.begun) AS BIGINT) AS begun, CAST(SUM(d.sent) AS BIGINT) AS sent FROM (
            SELECT (p.started_at + $6) / $5 AS day, 1 AS begun, 0 AS sent
            FROM campaign c JOIN participation p ON p.campaign_id = c.id LEFT JOIN learner l ON l.id = p.learner_id
            WHERE c.organisation_id = $1 AND c.deleted_at IS NULL AND p.deleted_at IS NULL
                AND p.started_at >= $2 AND p.started_at < $3 AND ($4 = '' OR l.division = $4)
            UNION ALL SELECT (p.shared_at + $6) / $5, 0, 1
            FROM campaign c JOIN participation p ON p.campaign_id = c.id LEFT JOIN learner l ON l.id = p.learner_id
            WHERE c.organisation_id = $1 AND c.deleted_at IS NULL AND p.deleted_at IS NULL
                AND p.shared_at >= $2 AND p.shared_at < $3 AND ($4 = '' OR l.division = $4)) d
        GROUP BY d.day ORDER BY d.day")
    .bind(scope.organisation)
    .bind(scope.from)
    .bind(scope.until)
    .bind(scope.division)
    .bind(DAY_MS)
    .bind(MIDNIGHT_MS)
    .all(on)
    .await
}

record! {
    /// How many of a class took part.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Class {
        /// Its name; empty for whoever has none.
        division: String,
        /// How many are on the present list.
        learners: i64,
        /// How many of them began or sent something.
        begun: i64,
        /// How many of them sent something.
        sent: i64,
    }
}

/// The classes of the present list by name, whatever class the scope names; at most a thousand.
pub async fn classes(on: impl Into<On<'_>>, scope: Scope<'_>) -> Result<Vec<Class>> {
    q("SELECT COALESCE(l.division, '') AS division, COUNT(*) AS learners, COUNT(t.learner_id) AS begun,
            COUNT(t.sent_at) AS sent
        FROM learner l LEFT JOIN (
            SELECT p.learner_id, MAX(CASE WHEN p.shared_at >= $2 AND p.shared_at < $3 THEN p.shared_at END) AS sent_at
            FROM campaign c JOIN participation p ON p.campaign_id = c.id
            WHERE c.organisation_id = $1 AND c.deleted_at IS NULL AND p.deleted_at IS NULL AND p.learner_id IS NOT NULL
                AND ((p.started_at >= $2 AND p.started_at < $3) OR (p.shared_at >= $2 AND p.shared_at < $3))
            GROUP BY p.learner_id) t ON t.learner_id = l.id
        WHERE l.organisation_id = $1 AND l.deleted_at IS NULL AND l.disabled_at IS NULL
        GROUP BY COALESCE(l.division, '') ORDER BY 1 LIMIT $4")
    .bind(scope.organisation)
    .bind(scope.from)
    .bind(scope.until)
    .bind(MOST_CLASSES)
    .all(on)
    .await
}
