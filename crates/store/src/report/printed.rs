//! Every try at a campaign, and with what was sent its snapshot, in one statement: for reports on paper.

use super::sent::Sent;
use super::tries::{MOST, Try};
use super::{counted, names};
use crate::db::{FromRow, On, Result, Row, q};
use crate::id::CampaignId;

struct Printed {
    one: Try,
    snapshot: Option<Vec<u8>>,
}

impl FromRow for Printed {
    fn from_row(row: &mut Row) -> Result<Self> {
        Ok(Self { snapshot: row.take("snapshot")?, one: Try::from_row(row)? })
    }
}

/// Reads every try at a campaign, person after person and the oldest first, and what was sent; at most [`MOST`] tries.
pub async fn of_campaign(on: impl Into<On<'_>>, campaign: CampaignId) -> Result<(Vec<Try>, Vec<Sent>)> {
    let mut rows: Vec<Printed> = q(concat!(
        "SELECT p.id, p.account_id, ",
        names!(),
        ", p.started_at, p.completed_at, p.shared_at, p.skills, p.validated, p.pix, p.certifiable,
            CASE WHEN p.pix IS NOT NULL THEN p.snapshot END AS profile, p.badges, p.stage,
            CASE WHEN p.shared_at IS NOT NULL THEN p.snapshot END AS snapshot",
        counted!("ORDER BY p.id LIMIT $2")
    ))
    .bind(campaign)
    .bind(MOST)
    .all(on)
    .await?;
    rows.sort_unstable_by_key(|row| (row.one.account_id, row.one.id));
    let sent = rows.iter_mut().filter_map(|Printed { one, snapshot }| {
        Some(Sent {
            snapshot: snapshot.take()?,
            id: one.id,
            account_id: one.account_id,
            first_name: one.first_name.clone(),
            last_name: one.last_name.clone(),
            sought: one.sought.clone(),
            division: one.division.clone(),
        })
    });
    let sent = sent.collect();
    Ok((rows.into_iter().map(|row| row.one).collect(), sent))
}
