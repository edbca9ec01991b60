//! Target profiles: subjects and their highest levels, which campaigns are made from.

use crate::account::Creation;
use crate::db::{On, Result, Tx, q, record};
use crate::id::{OrganisationId, TargetProfileId};

/// More profiles than an organisation may choose from; a list without a bound is a mistake.
pub const MOST: i64 = 500;
/// The ids of the service's own profiles are smaller than this; those made at an instant are larger.
pub const READY_END: i64 = 1_000;

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
    let changed =
        q("INSERT INTO target_profile (id, owner_id, name, description, category, tubes, is_public,
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
pub async fn open_to(on: impl Into<On<'_>>, organisation: OrganisationId) -> Result<Vec<TargetProfile>> {
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

/// Changes a profile's name, description, category, subjects and switches; tells whether it is there.
pub async fn change(tx: &mut Tx, profile: &TargetProfile) -> Result<bool> {
    let changed =
        q("UPDATE target_profile SET name = $2, description = $3, category = $4, tubes = $5, is_public = $6,
            simplified = $7, resettable = $8 WHERE id = $1")
        .bind(profile.id)
        .bind(profile.name.as_str())
        .bind(profile.description.as_str())
        .bind(profile.category.as_str())
        .bind(profile.tubes.as_str())
        .bind(profile.is_public)
        .bind(profile.simplified)
        .bind(profile.resettable)
        .exec(tx)
        .await?;
    Ok(changed == 1)
}

/// Takes a profile out of use, or (`None`) back; campaigns that were made from it stay.
pub async fn set_outdated(tx: &mut Tx, id: TargetProfileId, at: Option<i64>) -> Result<bool> {
    let changed =
        q("UPDATE target_profile SET outdated_at = $2 WHERE id = $1").bind(id).bind(at).exec(tx).await?;
    Ok(changed == 1)
}

/// Opens a profile to an organisation; nothing when it was open.
pub async fn share(tx: &mut Tx, id: TargetProfileId, organisation: OrganisationId) -> Result<()> {
    q("INSERT INTO target_profile_share (organisation_id, target_profile_id) VALUES ($1, $2) ON CONFLICT DO NOTHING")
        .bind(organisation)
        .bind(id)
        .exec(tx)
        .await?;
    Ok(())
}

/// Closes a profile to an organisation.
pub async fn unshare(tx: &mut Tx, id: TargetProfileId, organisation: OrganisationId) -> Result<()> {
    q("DELETE FROM target_profile_share WHERE organisation_id = $1 AND target_profile_id = $2")
        .bind(organisation)
        .bind(id)
        .exec(tx)
        .await?;
    Ok(())
}

record! {
    /// An organisation that a profile is open to.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Sharer {
        /// Which one it is.
        id: OrganisationId,
        /// Its name.
        name: String,
        /// Its number.
        external_id: Option<String>,
    }
}

/// Lists the organisations a profile is open to, by name; at most [`MOST`].
pub async fn sharers(on: impl Into<On<'_>>, id: TargetProfileId) -> Result<Vec<Sharer>> {
    q("SELECT o.id, o.name, o.external_id FROM target_profile_share s JOIN organisation o ON o.id = s.organisation_id
        WHERE s.target_profile_id = $1 ORDER BY o.name, o.id LIMIT $2")
    .bind(id)
    .bind(MOST)
    .all(on)
    .await
}

/// Lists every profile, by category and name; at most [`MOST`].
pub async fn all(on: impl Into<On<'_>>, outdated: bool) -> Result<Vec<TargetProfile>> {
    q(select!("WHERE (t.outdated_at IS NOT NULL) = $1 ORDER BY t.category, t.name, t.id LIMIT $2"))
        .bind(outdated)
        .bind(MOST)
        .all(on)
        .await
}

/// Puts the service's own profiles in their places: missing ones are made, those that the bank changed are changed,
/// nothing is written when all is as it should be. What is out of use stays so.
pub async fn put_ready(tx: &mut Tx, ready: &[TargetProfile]) -> Result<()> {
    let known: Vec<TargetProfile> =
        q(select!("WHERE t.id < $1 ORDER BY t.id LIMIT $2")).bind(READY_END).bind(MOST).all(&mut *tx).await?;
    for wanted in ready {
        match known.iter().find(|known| known.id == wanted.id) {
            None => drop(create(tx, wanted).await?),
            Some(known) if known.tubes != wanted.tubes || known.description != wanted.description => {
                change(tx, wanted).await?;
            }
            Some(_) => {}
        }
    }
    Ok(())
}

impl TargetProfile {
    /// Whether it is made from the bank at each start: then it is copied, not changed.
    #[must_use]
    pub fn is_ready_made(&self) -> bool {
        self.id.number() < READY_END
    }
}
