//! Every try of one person at a campaign, whole, with what is known of a test under way.

use super::{counted, names};
use crate::db::{On, Result, q, record};
use crate::id::{CampaignId, ParticipationId};

/// More tries than anybody makes at one campaign; a list without a bound is a mistake.
pub const MOST: i64 = 100;

record! {
    /// One try, whole.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Whole {
        /// Which try it is.
        id: ParticipationId,
        /// The person's first name.
        first_name: String,
        /// The person's last name.
        last_name: String,
        /// Both as they are searched for; empty for somebody who is in no list.
        sought: String,
        /// The person's class or group.
        division: Option<String>,
        /// The person's student number.
        student_number: Option<String>,
        /// What the learner identified themselves with.
        external_id: Option<String>,
        /// When it began.
        started_at: i64,
        /// When the test ended.
        completed_at: Option<i64>,
        /// When it was sent.
        shared_at: Option<i64>,
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
        /// What is known of the person at present, as `rules` writes it, while a test is under way.
        state: Option<Vec<u8>>,
    }
}

/// The columns of a [`Whole`] and where they come from.
macro_rules! whole {
    ($which:literal) => {
        concat!(
            "SELECT p.id, ",
            names!(),
            ", l.student_number, p.external_id, p.started_at, p.completed_at, p.shared_at, p.skills, p.validated,
                p.pix, p.certifiable, p.snapshot, p.badges, p.stage,
                CASE WHEN p.completed_at IS NULL AND p.shared_at IS NULL THEN (SELECT k.body FROM attempt t
                    JOIN learner_state k ON k.account_id = t.account_id AND k.framework = t.framework
                    WHERE t.account_id = p.account_id AND t.id = p.attempt_id) END AS state",
            counted!($which)
        )
    };
}
pub(crate) use whole;

/// Reads the tries of the person who made one of them, the oldest first; none when no such try is in the campaign.
pub async fn of_try(on: impl Into<On<'_>>, campaign: CampaignId, one: ParticipationId) -> Result<Vec<Whole>> {
    q(whole!(
        "AND p.account_id = (SELECT o.account_id FROM participation o
            WHERE o.campaign_id = $1 AND o.id = $2 AND o.deleted_at IS NULL) ORDER BY p.id LIMIT $3"
    ))
    .bind(campaign)
    .bind(one)
    .bind(MOST)
    .all(on)
    .await
}
