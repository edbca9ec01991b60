//! The people of one organisation, and what becomes of them there.

use super::Role;
use crate::db::{On, Result, Tx, q, record};
use crate::id::{AccountId, OrganisationId};

/// More people than work in one organisation; a list without a bound is a mistake.
pub const MOST_PEOPLE: i64 = 1000;

record! {
    /// Somebody who works, or worked, in an organisation.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Person {
        /// Whose account it is.
        account_id: AccountId,
        /// The first name.
        first_name: String,
        /// The last name.
        last_name: String,
        /// The e-mail address.
        email: Option<String>,
        /// What they may do there.
        role: Role,
        /// When they joined.
        joined_at: i64,
        /// When they left.
        left_at: Option<i64>,
    }
}

impl Person {
    /// First and last name.
    #[must_use]
    pub fn name(&self) -> String {
        format!("{} {}", self.first_name, self.last_name)
    }
}

/// Lists the people of an organisation, those who left included, by name; at most [`MOST_PEOPLE`].
pub async fn people(on: impl Into<On<'_>>, organisation: OrganisationId) -> Result<Vec<Person>> {
    q("SELECT m.account_id, a.first_name, a.last_name, a.email, m.role, m.joined_at, m.left_at
        FROM membership m JOIN account a ON a.id = m.account_id WHERE m.organisation_id = $1
        ORDER BY a.last_name, a.first_name, m.account_id LIMIT $2")
    .bind(organisation)
    .bind(MOST_PEOPLE)
    .all(on)
    .await
}

record! {
    /// Where somebody stands in an organisation.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub struct Standing {
        /// What they may do there.
        role: Role,
        /// How many may do everything there, they included.
        admins: i64,
    }
}

/// Where a present member stands, told inside a transaction that nobody else's change of the same team overtakes.
pub async fn standing(
    tx: &mut Tx,
    organisation: OrganisationId,
    account: AccountId,
) -> Result<Option<Standing>> {
    // A write that changes nothing: on PostgreSQL another change of this team waits here.
    q("UPDATE organisation SET name = name WHERE id = $1").bind(organisation).exec(tx).await?;
    q("SELECT m.role, (SELECT COUNT(*) FROM membership o WHERE o.organisation_id = $1 AND o.role = 'admin'
            AND o.left_at IS NULL) AS admins
        FROM membership m WHERE m.organisation_id = $1 AND m.account_id = $2 AND m.left_at IS NULL")
    .bind(organisation)
    .bind(account)
    .one(tx)
    .await
}

record! {
    /// An organisation that nobody else administers.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Led {
        /// Which one it is.
        id: OrganisationId,
        /// Its name.
        name: String,
    }
}

/// Lists the organisations, not archived, whose only administrator somebody is, by name; at most [`super::MOST`].
pub async fn led_alone(on: impl Into<On<'_>>, account: AccountId) -> Result<Vec<Led>> {
    q("SELECT o.id, o.name FROM membership m JOIN organisation o ON o.id = m.organisation_id
        WHERE m.account_id = $1 AND m.role = 'admin' AND m.left_at IS NULL AND o.archived_at IS NULL
            AND NOT EXISTS (SELECT 1 FROM membership other WHERE other.organisation_id = o.id
                AND other.account_id <> $1 AND other.role = 'admin' AND other.left_at IS NULL)
        ORDER BY o.name, o.id LIMIT $2")
    .bind(account)
    .bind(super::MOST)
    .all(on)
    .await
}

/// Tells whether an organisation would be left without an administrator by somebody, inside a transaction that nobody
/// else's change of the same teams overtakes.
pub async fn leads_alone(tx: &mut Tx, account: AccountId) -> Result<bool> {
    // A write that changes nothing, as in [`standing`].
    q("UPDATE organisation SET name = name WHERE id IN (SELECT m.organisation_id FROM membership m
        WHERE m.account_id = $1 AND m.role = 'admin' AND m.left_at IS NULL)")
    .bind(account)
    .exec(tx)
    .await?;
    Ok(!led_alone(tx, account).await?.is_empty())
}

/// Gives a present member a role.
pub async fn set_role(
    tx: &mut Tx,
    organisation: OrganisationId,
    account: AccountId,
    role: Role,
) -> Result<()> {
    q("UPDATE membership SET role = $3 WHERE organisation_id = $1 AND account_id = $2 AND left_at IS NULL")
        .bind(organisation)
        .bind(account)
        .bind(role)
        .exec(tx)
        .await?;
    Ok(())
}

/// Notes that somebody left. Their campaigns stay.
pub async fn leave(tx: &mut Tx, organisation: OrganisationId, account: AccountId, now: i64) -> Result<()> {
    q("UPDATE membership SET left_at = $3 WHERE organisation_id = $1 AND account_id = $2 AND left_at IS NULL")
        .bind(organisation)
        .bind(account)
        .bind(now)
        .exec(tx)
        .await?;
    Ok(())
}

/// Removes at most `limit` memberships of people who left before an instant; gives how many.
pub async fn sweep(tx: &mut Tx, before: i64, limit: i64) -> Result<u64> {
    q("DELETE FROM membership WHERE (organisation_id, account_id) IN (SELECT organisation_id, account_id
        FROM membership WHERE left_at < $1 LIMIT $2)")
    .bind(before)
    .bind(limit)
    .exec(tx)
    .await
}
