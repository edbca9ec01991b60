//! Forgetting a person: what leads to somebody is removed, what a test taught about its questions stays without a name.

use crate::db::{On, Result, Tx, q, record};
use crate::id::AccountId;
use crate::{problem_report, session};

/// Whom to forget, and what the caller decided about it.
#[derive(Debug, Clone, Copy)]
pub struct Erasure<'a> {
    /// Whose account it is.
    pub account: AccountId,
    /// The e-mail address it had, whose mails are removed.
    pub email: Option<&'a str>,
    /// The failed sign-ins counted when the password was checked: nothing happens where another one failed since.
    pub failed_sign_ins: i64,
    /// The number that ties the kept answers together, drawn for them alone.
    pub person: i64,
    /// Instants that stay are rounded down to a multiple of this, in milliseconds.
    pub grain: i64,
    /// When it happens.
    pub now: i64,
}

/// Forgets a person. Of the account stays an empty row with a rounded date; of the answers, rows of
/// `anonymous_answer`. Tells whether it was done: not when another password failed meanwhile, nor a second time.
pub async fn forget(tx: &mut Tx, erasure: &Erasure<'_>) -> Result<bool> {
    if !empty_account(tx, erasure).await? {
        return Ok(false);
    }
    let account = erasure.account;
    session::close_all(tx, account).await?;
    remove_mails(tx, account, erasure.email.unwrap_or_default()).await?;
    keep_answers(tx, erasure).await?;
    problem_report::forget(tx, account).await?;
    for sql in BELONGINGS {
        q(sql).bind(account).exec(tx).await?;
    }
    Ok(true)
}

/// What else belongs to a person. A test finds the table that is missing here.
const BELONGINGS: [&str; 18] = [
    "DELETE FROM answer WHERE account_id = $1",
    "DELETE FROM attempt WHERE account_id = $1",
    "DELETE FROM learner_state WHERE account_id = $1",
    "DELETE FROM legal_acceptance WHERE account_id = $1",
    "DELETE FROM mail_link WHERE account_id = $1",
    "DELETE FROM email_change WHERE account_id = $1",
    "DELETE FROM competence_reset WHERE account_id = $1",
    "DELETE FROM tutorial_mark WHERE account_id = $1",
    "DELETE FROM training_mark WHERE account_id = $1",
    "DELETE FROM combined_course_lesson WHERE account_id = $1",
    "DELETE FROM combined_course_participation WHERE account_id = $1",
    "DELETE FROM notice_read WHERE account_id = $1",
    "DELETE FROM data_export WHERE account_id = $1",
    "DELETE FROM erasure_request WHERE account_id = $1",
    "DELETE FROM membership WHERE account_id = $1",
    // What was sent belongs to the school's results: it stays, and leads to nobody.
    "UPDATE participation SET account_id = -id, learner_id = NULL, attempt_id = NULL, external_id = NULL
        WHERE account_id = $1",
    // A line that only this account made goes with its names; one of a class list is the school's and stays.
    "UPDATE learner SET first_name = '', last_name = '', sought = '', key = 'gone:' || id, disabled_at = updated_at
        WHERE account_id = $1 AND key LIKE 'account:%'",
    "UPDATE learner SET account_id = NULL WHERE account_id = $1",
];

async fn empty_account(tx: &mut Tx, erasure: &Erasure<'_>) -> Result<bool> {
    let changed = q("UPDATE account SET first_name = '', last_name = '', email = NULL, username = NULL,
            password_hash = NULL, created_at = created_at - created_at % $3, email_confirmed_at = NULL,
            failed_sign_ins = 0, blocked_until = NULL, must_change_password = FALSE, active_at = NULL,
            anonymised_at = $4
        WHERE id = $1 AND failed_sign_ins = $2 AND anonymised_at IS NULL")
    .bind(erasure.account)
    .bind(erasure.failed_sign_ins)
    .bind(erasure.grain)
    .bind(erasure.now)
    .exec(tx)
    .await?;
    Ok(changed == 1)
}

/// Removes the mails to the person's address, and to those that waited to be proved, unless they are somebody else's.
async fn remove_mails(tx: &mut Tx, account: AccountId, email: &str) -> Result<u64> {
    q("DELETE FROM outbox WHERE recipient = $2 OR recipient IN (
        SELECT e.email FROM (SELECT email, account_id FROM email_change UNION ALL
            SELECT email, account_id FROM mail_link WHERE email IS NOT NULL) e
        WHERE e.account_id = $1 AND NOT EXISTS (SELECT 1 FROM account a WHERE a.email = e.email))")
    .bind(account)
    .bind(email)
    .exec(tx)
    .await
}

async fn keep_answers(tx: &mut Tx, erasure: &Erasure<'_>) -> Result<u64> {
    q("INSERT INTO anonymous_answer (person, family, answered_at, attempt, position, seconds, status, lang,
            mistake, release_id)
        SELECT $2, r.family, r.answered_at - r.answered_at % $3, DENSE_RANK() OVER (ORDER BY r.attempt_id),
            r.position, r.seconds, r.status % 100, r.lang, r.mistake, t.release_id
        FROM answer r JOIN attempt t ON t.account_id = r.account_id AND t.id = r.attempt_id
        WHERE r.account_id = $1")
    .bind(erasure.account)
    .bind(erasure.person)
    .bind(erasure.grain)
    .exec(tx)
    .await
}

/// Notes that a person asks for their account to be erased; the first instant stays. Tells whether it is the first.
pub async fn ask(tx: &mut Tx, account: AccountId, now: i64) -> Result<bool> {
    let made =
        q("INSERT INTO erasure_request (account_id, requested_at) VALUES ($1, $2) ON CONFLICT DO NOTHING")
            .bind(account)
            .bind(now)
            .exec(tx)
            .await?;
    Ok(made == 1)
}

record! {
    struct Asked {
        requested_at: i64,
    }
}

/// Tells when a person asked for their account to be erased, if they did.
pub async fn asked(on: impl Into<On<'_>>, account: AccountId) -> Result<Option<i64>> {
    let asked: Option<Asked> =
        q("SELECT requested_at FROM erasure_request WHERE account_id = $1").bind(account).one(on).await?;
    Ok(asked.map(|asked| asked.requested_at))
}
