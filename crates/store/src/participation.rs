//! Participations: one try of one person at one campaign, and the snapshot of what was sent.

use crate::account::Creation;
use crate::db::{On, Result, Tx, q, record};
use crate::id::{AccountId, AttemptId, CampaignId, LearnerId, ParticipationId};

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

/// Begins a try; `Taken` when the person has one already in this campaign, or the id is taken.
pub async fn start(tx: &mut Tx, participation: &Participation) -> Result<Creation> {
    let changed = q("INSERT INTO participation (campaign_id, id, account_id, learner_id, attempt_id, external_id,
            started_at, superseded) VALUES ($1, $2, $3, $4, $5, $6, $7, FALSE) ON CONFLICT DO NOTHING")
    .bind(participation.campaign_id)
    .bind(participation.id)
    .bind(participation.account_id)
    .bind(participation.learner_id)
    .bind(participation.attempt_id)
    .bind(participation.external_id.as_deref())
    .bind(participation.started_at)
    .exec(tx)
    .await?;
    Ok(Creation::of(changed))
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
