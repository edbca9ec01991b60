//! Problems that people told about a question, for the service's staff.

use crate::db::{On, Result, Tx, q, record};
use crate::id::{AccountId, AttemptId, ReportId};

record! {
    /// A problem told about a question.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct ProblemReport {
        /// Which report it is, and when it was made.
        id: ReportId,
        /// Who told it; none once the person is forgotten.
        account_id: Option<AccountId>,
        /// In which attempt.
        attempt_id: AttemptId,
        /// About the question at which place of the attempt, from 1.
        position: i64,
        /// The id of the question's family.
        family: String,
        /// The language of the page.
        lang: String,
        /// What kind of problem.
        category: String,
        /// In the person's words; may be empty.
        text: String,
    }
}

/// What became of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// It was kept. Told again, the same kind of problem with the same question replaces the first text.
    Kept,
    /// The person told too many of late: nothing was changed.
    TooMany,
}

/// Keeps a report, unless its person made `most` of them since an instant (a report's id dates it).
pub async fn keep(tx: &mut Tx, report: &ProblemReport, since: i64, most: i64) -> Result<Told> {
    let changed =
        q("INSERT INTO problem_report (id, account_id, attempt_id, position, family, lang, category, text)
        SELECT $1, $2, $3, $4, $5, $6, $7, $8
        WHERE (SELECT COUNT(*) FROM problem_report WHERE account_id = $2 AND id >= $9) < $10
        ON CONFLICT (account_id, attempt_id, position, category) DO UPDATE SET text = excluded.text, lang = excluded.lang")
        .bind(report.id)
        .bind(report.account_id)
        .bind(report.attempt_id)
        .bind(report.position)
        .bind(report.family.as_str())
        .bind(report.lang.as_str())
        .bind(report.category.as_str())
        .bind(report.text.as_str())
        .bind(ReportId::new(since, 0))
        .bind(most)
        .exec(tx)
        .await?;
    Ok(if changed == 1 { Told::Kept } else { Told::TooMany })
}

/// Lists the reports made before `before` (all when `None`), the newest first, at most `limit`.
pub async fn latest(
    on: impl Into<On<'_>>,
    before: Option<ReportId>,
    limit: i64,
) -> Result<Vec<ProblemReport>> {
    q("SELECT id, account_id, attempt_id, position, family, lang, category, text FROM problem_report
        WHERE id < $1 ORDER BY id DESC LIMIT $2")
    .bind(before.map_or(i64::MAX, ReportId::number))
    .bind(limit)
    .all(on)
    .await
}

/// Lists what a person told before `before` (all when `None`), the newest first, at most `limit`.
pub async fn of_account(
    on: impl Into<On<'_>>,
    account: AccountId,
    before: Option<ReportId>,
    limit: i64,
) -> Result<Vec<ProblemReport>> {
    q("SELECT id, account_id, attempt_id, position, family, lang, category, text FROM problem_report
        WHERE account_id = $1 AND id < $2 ORDER BY id DESC LIMIT $3")
    .bind(account)
    .bind(before.map_or(i64::MAX, ReportId::number))
    .bind(limit)
    .all(on)
    .await
}

/// Forgets who told what: the reports of a person stay, without their words and without the person.
pub async fn forget(tx: &mut Tx, account: AccountId) -> Result<u64> {
    q("UPDATE problem_report SET account_id = NULL, text = '' WHERE account_id = $1")
        .bind(account)
        .exec(tx)
        .await
}

/// Removes at most `limit` reports made before an instant; gives how many.
pub async fn sweep(tx: &mut Tx, before: i64, limit: i64) -> Result<u64> {
    q("DELETE FROM problem_report WHERE id IN (SELECT id FROM problem_report WHERE id < $1 LIMIT $2)")
        .bind(ReportId::new(before, 0))
        .bind(limit)
        .exec(tx)
        .await
}
