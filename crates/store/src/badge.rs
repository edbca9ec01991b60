//! Badges of target profiles (thematic results).

use crate::account::Creation;
use crate::db::{On, Result, Tx, q, record};
use crate::id::{BadgeId, TargetProfileId};

/// More badges than a profile has.
pub const MOST: i64 = 50;

record! {
    /// A badge, whole.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Badge {
        /// The profile it belongs to.
        target_profile_id: TargetProfileId,
        /// Which one it is.
        id: BadgeId,
        /// Its name in results: letters, digits, `-` and `_`.
        key: String,
        /// Its title.
        title: String,
        /// What whoever obtains it reads.
        message: String,
        /// Whether those who do not have it see it too.
        always_visible: bool,
        /// Whether it opens a complementary certification.
        certifiable: bool,
        /// What must hold, as `rules::badge` writes it.
        criteria: String,
    }
}

/// Lists the badges of a profile, by key; at most [`MOST`].
pub async fn of_profile(on: impl Into<On<'_>>, profile: TargetProfileId) -> Result<Vec<Badge>> {
    q("SELECT target_profile_id, id, key, title, message, always_visible, certifiable, criteria FROM badge
        WHERE target_profile_id = $1 ORDER BY key LIMIT $2")
    .bind(profile)
    .bind(MOST)
    .all(on)
    .await
}

/// Makes a badge; `Taken` when its key or its id is.
pub async fn create(tx: &mut Tx, badge: &Badge) -> Result<Creation> {
    let changed =
        q("INSERT INTO badge (target_profile_id, id, key, title, message, always_visible, certifiable,
            criteria) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING")
        .bind(badge.target_profile_id)
        .bind(badge.id)
        .bind(badge.key.as_str())
        .bind(badge.title.as_str())
        .bind(badge.message.as_str())
        .bind(badge.always_visible)
        .bind(badge.certifiable)
        .bind(badge.criteria.as_str())
        .exec(tx)
        .await?;
    Ok(Creation::of(changed))
}

/// Changes the criteria of a badge, where they are what they were read as. Tells whether it was done.
pub async fn set_criteria(tx: &mut Tx, badge: &Badge, criteria: &str) -> Result<bool> {
    let changed =
        q("UPDATE badge SET criteria = $4 WHERE target_profile_id = $1 AND id = $2 AND criteria = $3")
            .bind(badge.target_profile_id)
            .bind(badge.id)
            .bind(badge.criteria.as_str())
            .bind(criteria)
            .exec(tx)
            .await?;
    Ok(changed == 1)
}

/// Takes a badge away; whoever obtained it keeps its key. Tells whether it was there.
pub async fn remove(tx: &mut Tx, profile: TargetProfileId, id: BadgeId) -> Result<bool> {
    let changed = q("DELETE FROM badge WHERE target_profile_id = $1 AND id = $2")
        .bind(profile)
        .bind(id)
        .exec(tx)
        .await?;
    Ok(changed == 1)
}
