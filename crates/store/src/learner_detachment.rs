//! Taking an account from a line of the list: the pupil joined with somebody else's, or lost theirs.

use crate::db::{On, Result, Tx, q, record};
use crate::id::{AccountId, LearnerId, OrganisationId};

record! {
    /// A line of a class list and the account that it is linked to.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Attached {
        /// The first name.
        first_name: String,
        /// The family name.
        last_name: String,
        /// The class.
        division: Option<String>,
        /// The account.
        account_id: AccountId,
        /// Its address.
        email: Option<String>,
        /// Its username.
        username: Option<String>,
        /// How many campaigns of the organisation the account took part in under this line.
        participations: i64,
    }
}

/// The line of an organisation with its account; none where there is no account, and for somebody who came by a code:
/// such a line is nothing without its account.
pub async fn attached(
    on: impl Into<On<'_>>,
    organisation: OrganisationId,
    id: LearnerId,
) -> Result<Option<Attached>> {
    q("SELECT l.first_name, l.last_name, l.division, l.account_id, a.email, a.username,
            (SELECT COUNT(DISTINCT p.campaign_id) FROM participation p
                WHERE p.learner_id = l.id AND p.account_id = l.account_id AND p.deleted_at IS NULL) AS participations
        FROM learner l JOIN account a ON a.id = l.account_id
        WHERE l.organisation_id = $1 AND l.id = $2 AND l.deleted_at IS NULL AND l.key NOT LIKE 'account:%'")
    .bind(organisation)
    .bind(id)
    .one(on)
    .await
}

/// Takes an account from a line; tells whether it was linked to this one. What the account did stays as it is; whether
/// the pupil may be certified is not known any more.
pub async fn detach(
    tx: &mut Tx,
    organisation: OrganisationId,
    (id, account): (LearnerId, AccountId),
    now: i64,
) -> Result<bool> {
    let changed =
        q("UPDATE learner SET account_id = NULL, certifiable = NULL, certifiable_at = NULL, updated_at = $4
        WHERE organisation_id = $1 AND id = $2 AND account_id = $3 AND deleted_at IS NULL
            AND key NOT LIKE 'account:%'")
        .bind(organisation)
        .bind(id)
        .bind(account)
        .bind(now)
        .exec(tx)
        .await?;
    Ok(changed == 1)
}
