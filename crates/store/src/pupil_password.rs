//! Passwords that a school gives its pupils: to accounts with a username and no e-mail address, many at once.

use crate::db::{On, Result, Tx, json_list, q, record};
use crate::id::{AccountId, LearnerId, OrganisationId};

record! {
    /// A pupil who signs in with a username and can be given a password.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Pupil {
        /// The line of the list.
        id: LearnerId,
        /// The account.
        account_id: AccountId,
        /// The first name on the list.
        first_name: String,
        /// The family name on the list.
        last_name: String,
        /// The class.
        division: Option<String>,
        /// What the pupil signs in with.
        username: String,
    }
}

/// Those of some learners of an organisation who can be given a password, by alphabet: nobody else's account, none that
/// its owner can get into by mail, and nobody's who only came by the code of a campaign.
pub async fn among(
    on: impl Into<On<'_>>,
    organisation: OrganisationId,
    ids: impl IntoIterator<Item = LearnerId>,
) -> Result<Vec<Pupil>> {
    q("SELECT l.id, l.account_id, l.first_name, l.last_name, l.division, a.username
        FROM learner l JOIN account a ON a.id = l.account_id
        WHERE l.organisation_id = $1 AND l.id IN {each $2} AND l.deleted_at IS NULL AND l.disabled_at IS NULL
            AND l.key NOT LIKE 'account:%' AND a.username IS NOT NULL AND a.email IS NULL AND a.role = 'learner'
        ORDER BY l.sought, l.id")
    .bind(organisation)
    .bind(json_list(ids.into_iter().map(LearnerId::number)))
    .all(on)
    .await
}

/// Gives accounts temporary passwords and lifts their blocks: a JSON list of objects, `account` and `hash`. The way to a
/// password of one's own that somebody found with an older one is closed, see [`crate::mail_link::take`].
pub async fn replace(tx: &mut Tx, hashes: &str, now: i64) -> Result<u64> {
    q("UPDATE account SET password_hash = {json v.value} ->> 'hash', must_change_password = TRUE,
            failed_sign_ins = 0, blocked_until = NULL, active_at = $2
        FROM {each text $1} v WHERE account.id = CAST({json v.value} ->> 'account' AS BIGINT)")
    .bind(hashes)
    .bind(now)
    .exec(tx)
    .await
}

/// Ends every session of some accounts.
pub async fn sign_out(tx: &mut Tx, accounts: impl IntoIterator<Item = AccountId>) -> Result<u64> {
    q("DELETE FROM session WHERE account_id IN {each $1}")
        .bind(json_list(accounts.into_iter().map(AccountId::number)))
        .exec(tx)
        .await
}
