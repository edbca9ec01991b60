//! Stages of target profiles: what is said from each mastery on.

use crate::account::Creation;
use crate::db::{On, Result, Tx, q, record};
use crate::id::TargetProfileId;

/// More stages than a profile has.
pub const MOST: i64 = 101;

record! {
    /// A stage, whole.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Stage {
        /// The profile it belongs to.
        target_profile_id: TargetProfileId,
        /// The mastery it begins at, in percent.
        threshold: i64,
        /// What the learner reads first.
        title: String,
        /// What the learner reads then.
        message: String,
        /// What the teacher reads instead of the title; empty for the same.
        teacher_title: String,
        /// What the teacher reads then.
        teacher_message: String,
    }
}

/// Lists the stages of a profile, the lowest first.
pub async fn of_profile(on: impl Into<On<'_>>, profile: TargetProfileId) -> Result<Vec<Stage>> {
    q("SELECT target_profile_id, threshold, title, message, teacher_title, teacher_message FROM stage
        WHERE target_profile_id = $1 ORDER BY threshold LIMIT $2")
    .bind(profile)
    .bind(MOST)
    .all(on)
    .await
}

/// Makes a stage; `Taken` when one begins there already.
pub async fn create(tx: &mut Tx, stage: &Stage) -> Result<Creation> {
    let changed =
        q("INSERT INTO stage (target_profile_id, threshold, title, message, teacher_title, teacher_message)
        VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING")
        .bind(stage.target_profile_id)
        .bind(stage.threshold)
        .bind(stage.title.as_str())
        .bind(stage.message.as_str())
        .bind(stage.teacher_title.as_str())
        .bind(stage.teacher_message.as_str())
        .exec(tx)
        .await?;
    Ok(Creation::of(changed))
}

/// Takes a stage away, and nothing when it is the one at 0 % while others stand on it. Tells whether it went.
pub async fn remove(tx: &mut Tx, profile: TargetProfileId, threshold: i64) -> Result<bool> {
    let changed =
        q("DELETE FROM stage WHERE target_profile_id = $1 AND threshold = $2 AND ($2 > 0 OR NOT EXISTS
            (SELECT 1 FROM stage o WHERE o.target_profile_id = $1 AND o.threshold > 0))")
        .bind(profile)
        .bind(threshold)
        .exec(tx)
        .await?;
    Ok(changed == 1)
}
