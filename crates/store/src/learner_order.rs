//! The list of learners of an organisation in the order of one of its columns.

use std::cmp::Ordering;

use crate::db::{On, Result, q, record};
use crate::id::{LearnerId, OrganisationId};
use crate::learner_list::{MOST, Sought, sought};

/// The columns: nothing that somebody types is a part of a statement.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum By {
    /// The name.
    #[default]
    Name,
    /// The class; whoever has none comes last.
    Division,
    /// When the person last began or sent a campaign; whoever never did comes first.
    Last,
    /// How many campaigns the person took part in.
    Number,
}

record! {
    /// A name of the list, and what it is put in order by.
    struct Ranked {
        id: LearnerId,
        sought: String,
        division: Option<String>,
        number: i64,
        last_at: Option<i64>,
    }
}

/// The names of the list in an order, from its end if `down`; those who are equal stay by alphabet. At most [`MOST`].
pub async fn ordered(
    on: impl Into<On<'_>>,
    organisation: OrganisationId,
    disabled: bool,
    (by, down): (By, bool),
) -> Result<Vec<Sought>> {
    let mut found = match by {
        By::Name | By::Division => {
            let found = sought(on, organisation, disabled).await?;
            found.into_iter().map(Ranked::named).collect()
        }
        By::Last | By::Number => with_figures(on, organisation, disabled).await?,
    };
    found.sort_unstable_by(|one, next| {
        let ordering = one.compare(next, by);
        let ordering = if down { ordering.reverse() } else { ordering };
        ordering.then_with(|| (&one.sought, one.id).cmp(&(&next.sought, next.id)))
    });
    Ok(found.into_iter().map(|Ranked { id, sought, division, .. }| Sought { id, sought, division }).collect())
}

impl Ranked {
    fn named(Sought { id, sought, division }: Sought) -> Self {
        Self { id, sought, division, number: 0, last_at: None }
    }

    fn compare(&self, next: &Self, by: By) -> Ordering {
        match by {
            By::Name => (&self.sought, self.id).cmp(&(&next.sought, next.id)),
            By::Division => {
                (self.division.is_none(), &self.division).cmp(&(next.division.is_none(), &next.division))
            }
            By::Last => self.last_at.cmp(&next.last_at),
            By::Number => self.number.cmp(&next.number),
        }
    }
}

/// Along the keys, and put in order by [`ordered`]: no plan reads the lists or the campaigns of others.
async fn with_figures(
    on: impl Into<On<'_>>,
    organisation: OrganisationId,
    disabled: bool,
) -> Result<Vec<Ranked>> {
    q("SELECT l.id, l.sought, l.division, COALESCE(n.number, 0) AS number, n.last_at
        FROM learner l LEFT JOIN (SELECT p.learner_id, COUNT(DISTINCT p.campaign_id) AS number,
                MAX(COALESCE(p.shared_at, p.started_at)) AS last_at
            FROM campaign c JOIN participation p ON p.campaign_id = c.id
            WHERE c.organisation_id = $1 AND p.learner_id IS NOT NULL AND p.deleted_at IS NULL
            GROUP BY p.learner_id) n ON n.learner_id = l.id
        WHERE l.organisation_id = $1 AND l.deleted_at IS NULL AND (l.disabled_at IS NOT NULL) = $2
        ORDER BY l.id LIMIT $3")
    .bind(organisation)
    .bind(disabled)
    .bind(MOST)
    .all(on)
    .await
}
