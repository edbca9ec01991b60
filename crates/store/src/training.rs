//! Trainings, and when a target profile recommends them.

use crate::account::Creation;
use crate::db::{On, Result, Tx, json_list, q, record};
use crate::id::{AccountId, TargetProfileId, TrainingId};

/// More trainings than the service has; a list without a bound is a mistake.
pub const MOST: i64 = 500;

record! {
    /// A training, whole.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Training {
        /// Which one it is.
        id: TrainingId,
        /// Its title.
        title: String,
        /// Where it is.
        link: String,
        /// What it is: `module`, `tutorial`, `course` or `workshop`.
        kind: String,
        /// How long it takes.
        minutes: i64,
        /// The language it is in.
        lang: String,
        /// When it went out of use.
        retired_at: Option<i64>,
    }
}

/// Lists the trainings by title, the retired ones last; at most [`MOST`].
pub async fn all(on: impl Into<On<'_>>) -> Result<Vec<Training>> {
    q("SELECT id, title, link, kind, minutes, lang, retired_at FROM training
        ORDER BY CASE WHEN retired_at IS NULL THEN 0 ELSE 1 END, title, id LIMIT $1")
    .bind(MOST)
    .all(on)
    .await
}

/// Finds a training.
pub async fn by_id(on: impl Into<On<'_>>, id: TrainingId) -> Result<Option<Training>> {
    q("SELECT id, title, link, kind, minutes, lang, retired_at FROM training WHERE id = $1")
        .bind(id)
        .one(on)
        .await
}

/// Makes a training; `Taken` when its id is.
pub async fn create(tx: &mut Tx, training: &Training) -> Result<Creation> {
    let changed = q("INSERT INTO training (id, title, link, kind, minutes, lang, retired_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING")
    .bind(training.id)
    .bind(training.title.as_str())
    .bind(training.link.as_str())
    .bind(training.kind.as_str())
    .bind(training.minutes)
    .bind(training.lang.as_str())
    .bind(training.retired_at)
    .exec(tx)
    .await?;
    Ok(Creation::of(changed))
}

/// Takes a training out of use, or (`None`) back; tells whether it is there.
pub async fn set_retired(tx: &mut Tx, id: TrainingId, at: Option<i64>) -> Result<bool> {
    let changed = q("UPDATE training SET retired_at = $2 WHERE id = $1").bind(id).bind(at).exec(tx).await?;
    Ok(changed == 1)
}

record! {
    /// When a profile recommends a training, with what is shown of it.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Trigger {
        /// The profile.
        target_profile_id: TargetProfileId,
        /// The training.
        training_id: TrainingId,
        /// `prerequisite` or `goal`, see `rules::training`.
        kind: String,
        /// A share of validated skills in percent.
        threshold: i64,
        /// The subjects that count, as `rules::subjects` writes them.
        tubes: String,
    }
}

/// Lists the triggers of the trainings in use, of one profile; at most [`MOST`].
pub async fn triggers(on: impl Into<On<'_>>, profile: TargetProfileId) -> Result<Vec<Trigger>> {
    q("SELECT r.target_profile_id, r.training_id, r.kind, r.threshold, r.tubes FROM training_trigger r
            JOIN training t ON t.id = r.training_id
        WHERE r.target_profile_id = $1 AND t.retired_at IS NULL ORDER BY r.training_id, r.kind DESC LIMIT $2")
    .bind(profile)
    .bind(MOST)
    .all(on)
    .await
}

/// Sets the trigger of one kind of a training for a profile; an older one of that kind gives way.
pub async fn set_trigger(tx: &mut Tx, trigger: &Trigger) -> Result<()> {
    q("INSERT INTO training_trigger (target_profile_id, training_id, kind, threshold, tubes)
        VALUES ($1, $2, $3, $4, $5) ON CONFLICT (target_profile_id, training_id, kind)
            DO UPDATE SET threshold = excluded.threshold, tubes = excluded.tubes")
    .bind(trigger.target_profile_id)
    .bind(trigger.training_id)
    .bind(trigger.kind.as_str())
    .bind(trigger.threshold)
    .bind(trigger.tubes.as_str())
    .exec(tx)
    .await?;
    Ok(())
}

/// Takes every trigger of a training for a profile away.
pub async fn remove_triggers(tx: &mut Tx, profile: TargetProfileId, training: TrainingId) -> Result<()> {
    q("DELETE FROM training_trigger WHERE target_profile_id = $1 AND training_id = $2")
        .bind(profile)
        .bind(training)
        .exec(tx)
        .await?;
    Ok(())
}

record! {
    /// A training in use that a profile may recommend, with one of its conditions.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Offer {
        /// The profile.
        target_profile_id: TargetProfileId,
        /// The training.
        id: TrainingId,
        /// Its title.
        title: String,
        /// Where it is.
        link: String,
        /// What it is: `module`, `tutorial`, `course` or `workshop`.
        kind: String,
        /// How long it takes.
        minutes: i64,
        /// The language it is in.
        lang: String,
        /// `prerequisite` or `goal`, see `rules::training`.
        condition: String,
        /// A share of validated skills in percent.
        threshold: i64,
        /// The subjects that count, as `rules::subjects` writes them.
        tubes: String,
        /// Whether the person found it useful, if they said so.
        useful: Option<bool>,
    }
}

/// Lists what some profiles may recommend to somebody, the conditions of one training of one profile one after the
/// other; at most [`MOST`].
pub async fn offers(
    on: impl Into<On<'_>>,
    account: AccountId,
    profiles: impl IntoIterator<Item = TargetProfileId>,
) -> Result<Vec<Offer>> {
    q("SELECT r.target_profile_id, t.id, t.title, t.link, t.kind, t.minutes, t.lang, r.kind AS condition,
            r.threshold, r.tubes, m.useful
        FROM training_trigger r JOIN training t ON t.id = r.training_id
            LEFT JOIN training_mark m ON m.account_id = $3 AND m.training_id = t.id
        WHERE r.target_profile_id IN {each $1} AND t.retired_at IS NULL
        ORDER BY r.target_profile_id, t.title, t.id, r.kind LIMIT $2")
    .bind(json_list(profiles.into_iter().map(TargetProfileId::number)))
    .bind(MOST)
    .bind(account)
    .all(on)
    .await
}
