//! Lots of places that an organisation was given or bought, and how many are taken.

use crate::account::Creation;
use crate::db::{On, Result, Tx, q, record};
use crate::id::{LotId, OrganisationId};

/// More lots than an organisation has; a list without a bound is a mistake.
pub const MOST: i64 = 500;

record! {
    /// A lot, whole.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Lot {
        /// Whose places they are.
        organisation_id: OrganisationId,
        /// Which lot it is.
        id: LotId,
        /// How many places.
        places: i64,
        /// What it costs: `T0`, `T1`, `T2`, `T2bis` or `T3`.
        category: String,
        /// What the papers call it.
        reference: String,
        /// From when it counts.
        active_from: i64,
        /// From when it counts no more.
        active_until: Option<i64>,
    }
}

/// Adds a lot; `Taken` when its id is.
pub async fn add(tx: &mut Tx, lot: &Lot) -> Result<Creation> {
    let changed = q(
        "INSERT INTO place_lot (organisation_id, id, places, category, reference, active_from, active_until)
        VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING",
    )
    .bind(lot.organisation_id)
    .bind(lot.id)
    .bind(lot.places)
    .bind(lot.category.as_str())
    .bind(lot.reference.as_str())
    .bind(lot.active_from)
    .bind(lot.active_until)
    .exec(tx)
    .await?;
    Ok(Creation::of(changed))
}

/// Takes a lot away; a second time changes nothing. Tells whether it is there.
pub async fn remove(tx: &mut Tx, organisation: OrganisationId, id: LotId, now: i64) -> Result<bool> {
    let found = q(
        "UPDATE place_lot SET deleted_at = COALESCE(deleted_at, $3) WHERE organisation_id = $1 AND id = $2",
    )
    .bind(organisation)
    .bind(id)
    .bind(now)
    .exec(tx)
    .await?;
    Ok(found == 1)
}

/// Lists the lots of an organisation, the latest to begin first; at most [`MOST`].
pub async fn of_organisation(on: impl Into<On<'_>>, organisation: OrganisationId) -> Result<Vec<Lot>> {
    q("SELECT organisation_id, id, places, category, reference, active_from, active_until FROM place_lot
        WHERE organisation_id = $1 AND deleted_at IS NULL ORDER BY active_from DESC, id DESC LIMIT $2")
    .bind(organisation)
    .bind(MOST)
    .all(on)
    .await
}

record! {
    struct Occupied {
        number: i64,
    }
}

/// Counts the places that are taken: one for each learner with a participation, one for each participation of somebody
/// without a name. What was deleted takes none.
pub async fn occupied(on: impl Into<On<'_>>, organisation: OrganisationId) -> Result<i64> {
    let occupied: Option<Occupied> =
        q("SELECT COUNT(DISTINCT p.learner_id) + COUNT(CASE WHEN p.learner_id IS NULL THEN 1 END) AS number
            FROM campaign c JOIN participation p ON p.campaign_id = c.id
            WHERE c.organisation_id = $1 AND c.deleted_at IS NULL AND p.deleted_at IS NULL")
        .bind(organisation)
        .one(on)
        .await?;
    Ok(occupied.map_or(0, |occupied| occupied.number))
}
