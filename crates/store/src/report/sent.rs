//! What was sent at a campaign, with its snapshot: for the analysis.

use super::tries::MOST;
use super::{counted, names};
use crate::db::{On, Result, q, record};
use crate::id::{AccountId, CampaignId, ParticipationId};

record! {
    /// What one person sent.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Sent {
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
        /// What was sent, as `rules::snapshot` writes it.
        snapshot: Vec<u8>,
    }
}

/// Reads what was sent at a campaign, person after person and the oldest first; at most [`MOST`] rows.
pub async fn of_campaign(on: impl Into<On<'_>>, campaign: CampaignId) -> Result<Vec<Sent>> {
    let mut sent: Vec<Sent> = q(concat!(
        "SELECT p.id, p.account_id, ",
        names!(),
        ", p.snapshot",
        counted!("AND p.shared_at IS NOT NULL AND p.snapshot IS NOT NULL ORDER BY p.id LIMIT $2")
    ))
    .bind(campaign)
    .bind(MOST)
    .all(on)
    .await?;
    sent.sort_unstable_by_key(|one| (one.account_id, one.id));
    Ok(sent)
}
