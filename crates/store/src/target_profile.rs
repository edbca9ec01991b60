//! Target profiles: subjects and their highest levels, which campaigns are made from.

use crate::account::Creation;
use crate::db::{On, Result, Tx, q, record};
use crate::id::{OrganisationId, TargetProfileId};

/// More profiles than an organisation may choose from; a list without a bound is a mistake.
pub const MOST: i64 = 500;

record! {
    /// A target profile, whole.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct TargetProfile {
        /// Which one it is.
        id: TargetProfileId,
        /// The organisation that owns it; none for the service's own.
        owner_id: Option<OrganisationId>,
        /// Its name.
        name: String,
        /// What it is for.
        description: String,
        /// Its family among the profiles.
        category: String,
        /// The subjects and their highest levels, as `rules::subjects` writes them.
        tubes: String,
        /// Whether every organisation may use it.
        is_public: bool,
        /// Whether no account is needed.
        simplified: bool,
        /// Whether learners may start again from nothing.
        resettable: bool,
        /// When it was made.
        created_at: i64,
        /// When it went out of use.
        outdated_at: Option<i64>,
    }
}

macro_rules! select {
    ($which:literal) => {
        concat!(
            "SELECT t.id, t.owner_id, t.name, t.description, t.category, t.tubes, t.is_public, t.simplified,
                t.resettable, t.created_at, t.outdated_at FROM target_profile t ",
            $which
        )
    };
}

/// Makes a target profile; `Taken` when its id is.
pub async fn create(tx: &mut Tx, profile: &TargetProfile) -> Result<Creation> {
    let changed = q("INSERT INTO target_profile (id, owner_id, name, description, category, tubes, is_public,
            simplified, resettable, created_at, outdated_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT DO NOTHING")
    .bind(profile.id)
    .bind(profile.owner_id)
    .bind(profile.name.as_str())
    .bind(profile.description.as_str())
    .bind(profile.category.as_str())
    .bind(profile.tubes.as_str())
    .bind(profile.is_public)
    .bind(profile.simplified)
    .bind(profile.resettable)
    .bind(profile.created_at)
    .bind(profile.outdated_at)
    .exec(tx)
    .await?;
    Ok(Creation::of(changed))
}

/// Finds a target profile.
pub async fn by_id(on: impl Into<On<'_>>, id: TargetProfileId) -> Result<Option<TargetProfile>> {
    q(select!("WHERE t.id = $1")).bind(id).one(on).await
}

/// Lists the profiles that an organisation may make campaigns from, by category and name; at most [`MOST`].
pub async fn open_to(
    on: impl Into<On<'_>>,
    organisation: OrganisationId,
) -> Result<Vec<TargetProfile>> {
    q(select!(
        "WHERE t.outdated_at IS NULL AND (t.is_public OR t.owner_id = $1 OR EXISTS (SELECT 1 FROM target_profile_share s
            WHERE s.organisation_id = $1 AND s.target_profile_id = t.id))
        ORDER BY t.category, t.name, t.id LIMIT $2"
    ))
    .bind(organisation)
    .bind(MOST)
    .all(on)
    .await
}
