//! Invitations to work in an organisation: a code in a mail, used once.

use crate::db::{On, Result, Tx, q, record};
use crate::id::{AccountId, InvitationId, OrganisationId};
use crate::membership::Role;

/// The latest invitations that are listed; a list without a bound is a mistake.
pub const MOST: i64 = 200;

record! {
    /// An invitation, whole.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Invitation {
        /// Where to.
        organisation_id: OrganisationId,
        /// Which one it is.
        id: InvitationId,
        /// Whom it was sent to.
        email: String,
        /// What they will be; none when it depends on who is there already.
        role: Option<Role>,
        /// What the link carries.
        code: String,
        /// When it was made.
        created_at: i64,
        /// When it was sent last.
        sent_at: i64,
        /// When somebody joined with it.
        accepted_at: Option<i64>,
        /// Who did.
        accepted_by: Option<AccountId>,
        /// When it was taken back.
        cancelled_at: Option<i64>,
    }
}

macro_rules! columns {
    () => {
        "organisation_id, id, email, role, code, created_at, sent_at, accepted_at, accepted_by, cancelled_at"
    };
}

/// Makes an invitation, or takes the one that waits for the same address and notes that it is sent again, with the new
/// role. Gives the one to send; none when it was sent after `pause` and nothing is to be done.
pub async fn put(tx: &mut Tx, invitation: &Invitation, pause: i64) -> Result<Option<Invitation>> {
    q(concat!(
        "INSERT INTO invitation (organisation_id, id, email, role, code, created_at, sent_at)
            VALUES ($1, $2, $3, $4, $5, $6, $6)
        ON CONFLICT (organisation_id, email) WHERE accepted_at IS NULL AND cancelled_at IS NULL
            DO UPDATE SET sent_at = excluded.sent_at, role = excluded.role WHERE invitation.sent_at <= $7
        RETURNING ",
        columns!()
    ))
    .bind(invitation.organisation_id)
    .bind(invitation.id)
    .bind(invitation.email.as_str())
    .bind(invitation.role)
    .bind(invitation.code.as_str())
    .bind(invitation.sent_at)
    .bind(pause)
    .one(tx)
    .await
}

/// Lists the invitations of an organisation, the newest first; at most [`MOST`].
pub async fn latest(on: impl Into<On<'_>>, organisation: OrganisationId) -> Result<Vec<Invitation>> {
    q(concat!("SELECT ", columns!(), " FROM invitation WHERE organisation_id = $1 ORDER BY id DESC LIMIT $2"))
        .bind(organisation)
        .bind(MOST)
        .all(on)
        .await
}

/// Notes that an invitation was sent again; gives it, unless it waits no longer or was sent after `pause`.
pub async fn send_again(
    tx: &mut Tx,
    organisation: OrganisationId,
    id: InvitationId,
    now: i64,
    pause: i64,
) -> Result<Option<Invitation>> {
    q(concat!(
        "UPDATE invitation SET sent_at = $3 WHERE organisation_id = $1 AND id = $2
            AND accepted_at IS NULL AND cancelled_at IS NULL AND sent_at <= $4 RETURNING ",
        columns!()
    ))
    .bind(organisation)
    .bind(id)
    .bind(now)
    .bind(pause)
    .one(tx)
    .await
}

/// Takes an invitation back; one that waits no longer stays as it is. Tells whether it is there.
pub async fn cancel(tx: &mut Tx, organisation: OrganisationId, id: InvitationId, now: i64) -> Result<bool> {
    let found =
        q("UPDATE invitation SET cancelled_at = CASE WHEN accepted_at IS NULL AND cancelled_at IS NULL
            THEN $3 ELSE cancelled_at END WHERE organisation_id = $1 AND id = $2")
        .bind(organisation)
        .bind(id)
        .bind(now)
        .exec(tx)
        .await?;
    Ok(found == 1)
}

record! {
    /// An invitation as whoever holds its code sees it.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Offer {
        /// Where to.
        organisation_id: OrganisationId,
        /// The name of the organisation.
        organisation: String,
        /// What it gives; none when it depends on who is there already.
        role: Option<Role>,
        /// Whether somebody joined with it.
        accepted: bool,
        /// Who did.
        accepted_by: Option<AccountId>,
        /// Whether it was taken back, or the organisation is closed.
        cancelled: bool,
        /// Whether anybody works there.
        anybody: bool,
    }
}

/// Finds an invitation by its code.
pub async fn by_code(on: impl Into<On<'_>>, code: &str) -> Result<Option<Offer>> {
    q("SELECT i.organisation_id, o.name AS organisation, i.role, i.accepted_at IS NOT NULL AS accepted, i.accepted_by,
            (i.cancelled_at IS NOT NULL OR o.archived_at IS NOT NULL) AS cancelled,
            EXISTS (SELECT 1 FROM membership m WHERE m.organisation_id = o.id AND m.left_at IS NULL) AS anybody
        FROM invitation i JOIN organisation o ON o.id = i.organisation_id WHERE i.code = $1")
    .bind(code)
    .one(on)
    .await
}

/// Notes that somebody joined with an invitation; tells whether it still waited.
pub async fn accept(tx: &mut Tx, code: &str, by: AccountId, now: i64) -> Result<bool> {
    let changed = q("UPDATE invitation SET accepted_at = $2, accepted_by = $3
        WHERE code = $1 AND accepted_at IS NULL AND cancelled_at IS NULL")
    .bind(code)
    .bind(now)
    .bind(by)
    .exec(tx)
    .await?;
    Ok(changed == 1)
}

/// Removes at most `limit` invitations that ended before an instant: accepted, taken back, or sent for the last time and
/// never answered; gives how many.
pub async fn sweep(tx: &mut Tx, before: i64, limit: i64) -> Result<u64> {
    q("DELETE FROM invitation WHERE id IN (SELECT id FROM invitation
        WHERE COALESCE(accepted_at, cancelled_at, sent_at) < $1 LIMIT $2)")
    .bind(before)
    .bind(limit)
    .exec(tx)
    .await
}
