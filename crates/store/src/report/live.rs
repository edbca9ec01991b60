//! Where the people of a campaign are at this moment, in one statement: those who began, and those of their classes who
//! did not. Nothing of what they answered.

use super::{counted, names};
use crate::db::{On, Result, q, record};
use crate::id::{CampaignId, LearnerId, OrganisationId, ParticipationId};

/// More people are in no room. Of those who began, the latest are kept: they are the ones who are there.
pub const MOST: i64 = 300;

record! {
    /// Somebody in the room.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Seat {
        /// The present try; none of somebody who did not begin.
        participation_id: Option<ParticipationId>,
        /// The person's line in the organisation's list.
        learner_id: Option<LearnerId>,
        /// The person's first name.
        first_name: String,
        /// The person's last name.
        last_name: String,
        /// Both as they are sorted; empty for somebody who is in no list.
        sought: String,
        /// The person's class or group.
        division: Option<String>,
        /// When the try began.
        started_at: Option<i64>,
        /// When it ended.
        completed_at: Option<i64>,
        /// When it was sent.
        shared_at: Option<i64>,
        /// Whether it is a test.
        tested: bool,
        /// How many answers were given in a test under way.
        answers: i64,
        /// When the last of them came.
        answered_at: Option<i64>,
    }
}

/// Reads who is where: of one class, or (empty) of everybody who began and of the classes where somebody did. At most
/// [`MOST`] who began, and as many who did not.
pub async fn of_campaign(
    on: impl Into<On<'_>>,
    organisation: OrganisationId,
    campaign: CampaignId,
    division: &str,
) -> Result<Vec<Seat>> {
    q(concat!(
        "SELECT * FROM (SELECT p.id AS participation_id, p.learner_id, ",
        names!(),
        ", p.started_at, p.completed_at, p.shared_at, p.attempt_id IS NOT NULL AS tested,
            CASE WHEN p.completed_at IS NULL THEN (SELECT CAST(COUNT(*) AS BIGINT) FROM answer n
                WHERE n.account_id = p.account_id AND n.attempt_id = p.attempt_id) ELSE 0 END AS answers,
            CASE WHEN p.completed_at IS NULL THEN (SELECT MAX(n.answered_at) FROM answer n
                WHERE n.account_id = p.account_id AND n.attempt_id = p.attempt_id) END AS answered_at",
        counted!("AND NOT p.superseded AND ($3 = '' OR l.division = $3) ORDER BY p.id DESC LIMIT $4) begun"),
        " UNION ALL SELECT * FROM (SELECT CAST(NULL AS BIGINT), l.id, l.first_name, l.last_name, l.sought, l.division,
                CAST(NULL AS BIGINT), CAST(NULL AS BIGINT), CAST(NULL AS BIGINT), FALSE, CAST(0 AS BIGINT),
                CAST(NULL AS BIGINT)
            FROM learner l WHERE l.organisation_id = $2 AND l.deleted_at IS NULL AND l.disabled_at IS NULL
                AND (l.division = $3 OR ($3 = '' AND l.division IN (SELECT m.division FROM participation b
                    JOIN learner m ON m.id = b.learner_id WHERE b.campaign_id = $1 AND b.deleted_at IS NULL)))
                AND NOT EXISTS (SELECT 1 FROM participation o WHERE o.learner_id = l.id AND o.campaign_id = $1)
            ORDER BY l.sought, l.id LIMIT $4) absent"
    ))
    .bind(campaign)
    .bind(organisation)
    .bind(division)
    .bind(MOST)
    .all(on)
    .await
}

record! {
    struct Division {
        division: String,
    }
}

/// More classes than a school has; a list without a bound is a mistake.
const MOST_DIVISIONS: i64 = 500;

/// The classes of an organisation's list, each once, in order.
pub async fn divisions(on: impl Into<On<'_>>, organisation: OrganisationId) -> Result<Vec<String>> {
    let found: Vec<Division> = q("SELECT DISTINCT division FROM learner WHERE organisation_id = $1
            AND deleted_at IS NULL AND disabled_at IS NULL AND division IS NOT NULL ORDER BY division LIMIT $2")
    .bind(organisation)
    .bind(MOST_DIVISIONS)
    .all(on)
    .await?;
    Ok(found.into_iter().map(|found| found.division).collect())
}
