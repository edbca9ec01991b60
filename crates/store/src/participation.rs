//! Participations: one try of one person at one campaign, and the snapshot of what was sent.

use crate::account::Creation;
use crate::combined_course_progress;
use crate::db::{On, Result, Tx, q, record};
use crate::id::{AccountId, AttemptId, CampaignId, LearnerId, ParticipationId, TrainingId};

record! {
    /// A participation, whole.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Participation {
        /// The campaign.
        campaign_id: CampaignId,
        /// Which try it is.
        id: ParticipationId,
        /// Whose it is.
        account_id: AccountId,
        /// The person's line in the organisation's list.
        learner_id: Option<LearnerId>,
        /// The test; none for a collection.
        attempt_id: Option<AttemptId>,
        /// What the learner identified themselves with.
        external_id: Option<String>,
        /// When it began.
        started_at: i64,
        /// When the test ended.
        completed_at: Option<i64>,
        /// When it was sent.
        shared_at: Option<i64>,
        /// Whether a newer try took its place.
        superseded: bool,
        /// When it was deleted.
        deleted_at: Option<i64>,
        /// Who deleted it.
        deleted_by: Option<AccountId>,
        /// The skills asked for, once it was sent.
        skills: Option<i64>,
        /// The skills validated, once it was sent.
        validated: Option<i64>,
        /// The pix sent with a profile.
        pix: Option<i64>,
        /// Whether the profile that was sent may be certified.
        certifiable: Option<bool>,
        /// What was sent, as `rules::snapshot` writes it.
        snapshot: Option<Vec<u8>>,
        /// The keys of the badges obtained, each between spaces.
        badges: Option<String>,
        /// The threshold of the stage reached.
        stage: Option<i64>,
    }
}

impl Participation {
    /// A try that begins: complete it with `..`.
    #[must_use]
    pub fn new(campaign: CampaignId, id: ParticipationId, account: AccountId, now: i64) -> Self {
        Self {
            campaign_id: campaign,
            id,
            account_id: account,
            learner_id: None,
            attempt_id: None,
            external_id: None,
            started_at: now,
            completed_at: None,
            shared_at: None,
            superseded: false,
            deleted_at: None,
            deleted_by: None,
            skills: None,
            validated: None,
            pix: None,
            certifiable: None,
            snapshot: None,
            badges: None,
            stage: None,
        }
    }
}

macro_rules! select {
    ($which:literal) => {
        concat!(
            "SELECT campaign_id, id, account_id, learner_id, attempt_id, external_id, started_at, completed_at,
                shared_at, superseded, deleted_at, deleted_by, skills, validated, pix, certifiable, snapshot, badges,
                stage FROM participation ",
            $which
        )
    };
}

/// Begins a try, which is over at once when nothing is left to ask; `Taken` when the person has one already in this
/// campaign, or the id is taken.
pub async fn start(tx: &mut Tx, participation: &Participation) -> Result<Creation> {
    let changed =
        q("INSERT INTO participation (campaign_id, id, account_id, learner_id, attempt_id, external_id, started_at,
            completed_at, shared_at, skills, validated, pix, certifiable, snapshot, badges, stage, superseded)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, FALSE)
        ON CONFLICT DO NOTHING")
        .bind(participation.campaign_id)
        .bind(participation.id)
        .bind(participation.account_id)
        .bind(participation.learner_id)
        .bind(participation.attempt_id)
        .bind(participation.external_id.as_deref())
        .bind(participation.started_at)
        .bind(participation.completed_at)
        .bind(participation.shared_at)
        .bind(participation.skills)
        .bind(participation.validated)
        .bind(participation.pix)
        .bind(participation.certifiable)
        .bind(participation.snapshot.as_deref())
        .bind(participation.badges.as_deref())
        .bind(participation.stage)
        .exec(tx)
        .await?;
    Ok(Creation::of(changed))
}

/// Makes room for a newer try; tells whether this one was the present one.
pub async fn supersede(tx: &mut Tx, id: ParticipationId) -> Result<bool> {
    let changed = q("UPDATE participation SET superseded = TRUE
        WHERE id = $1 AND NOT superseded AND shared_at IS NOT NULL AND deleted_at IS NULL")
    .bind(id)
    .exec(tx)
    .await?;
    Ok(changed == 1)
}

/// The end of a try.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct End {
    /// Which try it is.
    pub participation: ParticipationId,
    /// When it ends.
    pub at: i64,
    /// What the organisation receives; nothing when it is not sent.
    pub sent: Option<Sent>,
    /// Where the person follows a combined course that the campaign is part of: the trainings that the result recommends,
    /// in every language.
    pub lessons: Option<Vec<TrainingId>>,
}

/// What is sent of a try.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sent {
    /// The skills asked for.
    pub skills: Option<i64>,
    /// Those validated.
    pub validated: Option<i64>,
    /// The pix of a profile.
    pub pix: Option<i64>,
    /// Whether a profile may be certified.
    pub certifiable: Option<bool>,
    /// What was found, as `rules::snapshot` writes it.
    pub snapshot: Vec<u8>,
    /// The keys of the badges obtained, each between spaces.
    pub badges: Option<String>,
    /// The threshold of the stage reached.
    pub stage: Option<i64>,
}

impl Participation {
    /// The same try, ended.
    #[must_use]
    pub fn ended(self, end: End) -> Self {
        let shared_at = end.sent.as_ref().map(|_| end.at);
        let snapshot = end.sent.as_ref().map(|sent| sent.snapshot.clone());
        let Sent { skills, validated, pix, certifiable, badges, stage, .. } = end.sent.unwrap_or_default();
        let completed_at = Some(end.at);
        Self { completed_at, shared_at, skills, validated, pix, certifiable, snapshot, badges, stage, ..self }
    }
}

/// Ends a try and keeps what is sent of it; tells whether it was not over yet. What the organisation deleted meanwhile
/// is not sent.
pub async fn finish(tx: &mut Tx, end: &End) -> Result<bool> {
    let sent = end.sent.clone().unwrap_or_default();
    let changed = q("UPDATE participation SET completed_at = $2,
            shared_at = CASE WHEN deleted_at IS NULL THEN CAST($3 AS BIGINT) END, skills = $4, validated = $5, pix = $6,
            certifiable = $7, snapshot = $8, badges = $9, stage = $10
        WHERE id = $1 AND completed_at IS NULL")
    .bind(end.participation)
    .bind(end.at)
    .bind(end.sent.as_ref().map(|_| end.at))
    .bind(sent.skills)
    .bind(sent.validated)
    .bind(sent.pix)
    .bind(sent.certifiable)
    .bind(end.sent.as_ref().map(|sent| sent.snapshot.as_slice()))
    .bind(sent.badges.as_deref())
    .bind(sent.stage)
    .exec(tx)
    .await?;
    if let (1, Some(lessons)) = (changed, &end.lessons) {
        combined_course_progress::note_end(tx, end.participation, lessons, end.at).await?;
    }
    Ok(changed == 1)
}

/// The present try of a person at a campaign, be it deleted.
pub async fn present(
    on: impl Into<On<'_>>,
    account: AccountId,
    campaign: CampaignId,
) -> Result<Option<Participation>> {
    q(select!("WHERE account_id = $1 AND campaign_id = $2 AND NOT superseded"))
        .bind(account)
        .bind(campaign)
        .one(on)
        .await
}

/// Finds a try of a campaign.
pub async fn by_id(
    on: impl Into<On<'_>>,
    campaign: CampaignId,
    id: ParticipationId,
) -> Result<Option<Participation>> {
    q(select!("WHERE campaign_id = $1 AND id = $2")).bind(campaign).bind(id).one(on).await
}

/// Deletes a try: its person cannot begin the campaign again, and nothing of it counts any more. Tells whether it was
/// there.
pub async fn delete(
    tx: &mut Tx,
    campaign: CampaignId,
    id: ParticipationId,
    by: AccountId,
    now: i64,
) -> Result<bool> {
    let changed = q("UPDATE participation SET deleted_at = $3, deleted_by = $4
        WHERE campaign_id = $1 AND id = $2 AND deleted_at IS NULL")
    .bind(campaign)
    .bind(id)
    .bind(now)
    .bind(by)
    .exec(tx)
    .await?;
    Ok(changed == 1)
}

/// Deletes every try of the person who made one of them; tells how many were there.
pub async fn delete_person(
    tx: &mut Tx,
    campaign: CampaignId,
    one: ParticipationId,
    by: AccountId,
    now: i64,
) -> Result<u64> {
    q("UPDATE participation SET deleted_at = $3, deleted_by = $4
        WHERE campaign_id = $1 AND deleted_at IS NULL AND account_id = (SELECT o.account_id FROM participation o
            WHERE o.campaign_id = $1 AND o.id = $2 AND o.deleted_at IS NULL)")
    .bind(campaign)
    .bind(one)
    .bind(now)
    .bind(by)
    .exec(tx)
    .await
}
