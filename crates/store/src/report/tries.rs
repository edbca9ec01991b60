//! Every try at a campaign, without what was sent: for its activity and its results.

use super::{counted, names};
use crate::db::{On, Result, q, record};
use crate::id::{AccountId, CampaignId, ParticipationId};

/// More tries are not shown on a page; exports hold all of them. A list without a bound is a mistake.
pub const MOST: i64 = 20_000;

/// Whether there may be more tries than were read.
pub fn is_cut(read: usize) -> bool {
    i64::try_from(read).is_ok_and(|read| read >= MOST)
}

record! {
    /// One try of one person.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Try {
        /// Which try it is.
        id: ParticipationId,
        /// Whose it is.
        account_id: AccountId,
        /// The person's first name.
        first_name: String,
        /// The person's last name.
        last_name: String,
        /// Both as they are searched for; empty for somebody who is in no list.
        sought: String,
        /// The person's class or group.
        division: Option<String>,
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
        /// The profile that was sent, as `rules::snapshot` writes it; none for a test.
        profile: Option<Vec<u8>>,
        /// The keys of the badges obtained, each between spaces.
        badges: Option<String>,
        /// The threshold of the stage reached.
        stage: Option<i64>,
    }
}

/// Reads every try at a campaign, person after person and the oldest first; at most [`MOST`].
///
/// The statement goes along the key, whatever the size of the campaign: put in order here, no plan reads whole tables.
pub async fn of_campaign(on: impl Into<On<'_>>, campaign: CampaignId) -> Result<Vec<Try>> {
    let mut tries: Vec<Try> = q(concat!(
        "SELECT p.id, p.account_id, ",
        names!(),
        ", p.started_at, p.completed_at, p.shared_at, p.skills, p.validated, p.pix, p.certifiable,
            CASE WHEN p.pix IS NOT NULL THEN p.snapshot END AS profile, p.badges, p.stage",
        counted!("ORDER BY p.id LIMIT $2")
    ))
    .bind(campaign)
    .bind(MOST)
    .all(on)
    .await?;
    tries.sort_unstable_by_key(|one| (one.account_id, one.id));
    Ok(tries)
}
