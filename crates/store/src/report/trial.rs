//! Participations and awards in any state, for tests: people make them by taking part.

use super::award::{Badge, Stage};
use crate::db::{Result, Tx, q};
use crate::id::{BadgeId, TargetProfileId};
use crate::participation::Participation;

/// Keeps a participation as it is.
pub async fn keep(tx: &mut Tx, one: &Participation) -> Result<()> {
    q("INSERT INTO participation (campaign_id, id, account_id, learner_id, attempt_id, external_id, started_at,
            completed_at, shared_at, superseded, deleted_at, deleted_by, skills, validated, pix, certifiable, snapshot,
            badges, stage)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)")
    .bind(one.campaign_id)
    .bind(one.id)
    .bind(one.account_id)
    .bind(one.learner_id)
    .bind(one.attempt_id)
    .bind(one.external_id.as_deref())
    .bind(one.started_at)
    .bind(one.completed_at)
    .bind(one.shared_at)
    .bind(one.superseded)
    .bind(one.deleted_at)
    .bind(one.deleted_by)
    .bind(one.skills)
    .bind(one.validated)
    .bind(one.pix)
    .bind(one.certifiable)
    .bind(one.snapshot.as_deref())
    .bind(one.badges.as_deref())
    .bind(one.stage)
    .exec(tx)
    .await?;
    Ok(())
}

/// Gives a target profile a stage.
pub async fn keep_stage(tx: &mut Tx, profile: TargetProfileId, stage: &Stage) -> Result<()> {
    q("INSERT INTO stage (target_profile_id, threshold, title, message, teacher_title, teacher_message)
        VALUES ($1, $2, $3, '', '', '')")
    .bind(profile)
    .bind(stage.threshold)
    .bind(stage.title.as_str())
    .exec(tx)
    .await?;
    Ok(())
}

/// Gives a target profile a badge.
pub async fn keep_badge(tx: &mut Tx, profile: TargetProfileId, id: BadgeId, badge: &Badge) -> Result<()> {
    q("INSERT INTO badge (target_profile_id, id, key, title, message, always_visible, certifiable, criteria)
        VALUES ($1, $2, $3, $4, '', FALSE, FALSE, '50')")
    .bind(profile)
    .bind(id)
    .bind(badge.key.as_str())
    .bind(badge.title.as_str())
    .exec(tx)
    .await?;
    Ok(())
}
