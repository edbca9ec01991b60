//! Usernames that a school gives the pupils of its list, many at once: with an account that it opens for them, or to the
//! account they have.

use crate::db::{On, Result, Tx, json_list, q, record};
use crate::id::{AccountId, LearnerId, OrganisationId};

record! {
    /// A pupil of the list without a username.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Candidate {
        /// The line of the list.
        id: LearnerId,
        /// The first name.
        first_name: String,
        /// The family name.
        last_name: String,
        /// The class.
        division: Option<String>,
        /// The birth date, YYYY-MM-DD.
        birth_date: Option<String>,
        /// The pupil's account: it has an e-mail address.
        account_id: Option<AccountId>,
        /// Whether somebody without an account here has one in another organisation: the same national number and birth date.
        elsewhere: bool,
    }
}

/// Those of some learners of an organisation who can get a username, by alphabet: they have no account, or one with an
/// e-mail address only. Whoever came by a code is nobody's pupil.
pub async fn candidates(
    on: impl Into<On<'_>>,
    organisation: OrganisationId,
    ids: impl IntoIterator<Item = LearnerId>,
) -> Result<Vec<Candidate>> {
    q("SELECT l.id, l.first_name, l.last_name, l.division, l.birth_date, l.account_id,
            l.account_id IS NULL AND EXISTS (SELECT 1 FROM learner o WHERE o.national_number = l.national_number
                AND o.birth_date = l.birth_date AND o.account_id IS NOT NULL AND o.deleted_at IS NULL) AS elsewhere
        FROM learner l LEFT JOIN account a ON a.id = l.account_id
        WHERE l.organisation_id = $1 AND l.id IN {each $2} AND l.deleted_at IS NULL AND l.disabled_at IS NULL
            AND (l.account_id IS NULL OR (a.email IS NOT NULL AND a.username IS NULL AND a.role = 'learner'
                AND l.key NOT LIKE 'account:%'))
        ORDER BY l.sought, l.id")
    .bind(organisation)
    .bind(json_list(ids.into_iter().map(LearnerId::number)))
    .all(on)
    .await
}

record! {
    /// An account and the username that it has now.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Named {
        /// The account.
        id: AccountId,
        /// What it is signed in to with.
        username: String,
    }
}

/// Gives usernames to lines of an organisation: a JSON list of objects, `account`, `learner`, `name`, `other` and
/// `hash`. A line without an account gets one, new, with this hash of a temporary password; an account that it is linked
/// to keeps its password and its address. The other name is given where the first one is taken. Whoever is not among
/// those returned got none, because the account is another's or has a username.
///
/// # Errors
/// [`crate::Error::Unique`] when both names are taken.
pub async fn give(
    tx: &mut Tx,
    organisation: OrganisationId,
    accounts: &str,
    (lang, now): (&str, i64),
) -> Result<Vec<Named>> {
    q("INSERT INTO account (id, first_name, last_name, username, password_hash, lang, role, created_at,
            failed_sign_ins, must_change_password, active_at)
        SELECT CAST({json v.value} ->> 'account' AS BIGINT), l.first_name, l.last_name,
            CASE WHEN EXISTS (SELECT 1 FROM account a WHERE a.username = {json v.value} ->> 'name')
                THEN {json v.value} ->> 'other' ELSE {json v.value} ->> 'name' END,
            {json v.value} ->> 'hash', $3, 'learner', $4, 0, TRUE, $4
        FROM {each text $2} v JOIN learner l ON l.id = CAST({json v.value} ->> 'learner' AS BIGINT)
        WHERE l.organisation_id = $1 AND l.deleted_at IS NULL AND l.key NOT LIKE 'account:%'
            AND (l.account_id IS NULL OR l.account_id = CAST({json v.value} ->> 'account' AS BIGINT))
        ON CONFLICT (id) DO UPDATE SET username = excluded.username
            WHERE account.username IS NULL AND account.email IS NOT NULL AND account.role = 'learner'
        RETURNING id, username")
    .bind(organisation)
    .bind(accounts)
    .bind(lang)
    .bind(now)
    .all(tx)
    .await
}

/// Links the lines of the same list to their new accounts; tells how many had none until now.
pub async fn link(tx: &mut Tx, organisation: OrganisationId, accounts: &str, now: i64) -> Result<u64> {
    q("UPDATE learner SET account_id = CAST({json v.value} ->> 'account' AS BIGINT), updated_at = $3
        FROM {each text $2} v
        WHERE learner.organisation_id = $1 AND learner.id = CAST({json v.value} ->> 'learner' AS BIGINT)
            AND learner.account_id IS NULL AND learner.deleted_at IS NULL")
    .bind(organisation)
    .bind(accounts)
    .bind(now)
    .exec(tx)
    .await
}
