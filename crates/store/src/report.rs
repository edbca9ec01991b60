//! What teachers see of a campaign: its rows in one statement, whatever the number of people. Deleted tries are in
//! none of them.

pub mod award;
pub mod export;
pub mod live;
pub mod participant;
pub mod printed;
pub mod sent;
pub mod tries;

#[cfg(any(test, feature = "trial"))]
pub mod trial;

/// The names of a participation's person: those of the organisation's list, else those of the account; empty for
/// somebody who left.
macro_rules! names {
    () => {
        "COALESCE(l.first_name, a.first_name, '') AS first_name, COALESCE(l.last_name, a.last_name, '') AS last_name,
            COALESCE(l.sought, '') AS sought, l.division"
    };
}
pub(crate) use names;

/// The participations that count, `p`, with their account, `a`, unless it was erased, and their line in the list, `l`.
macro_rules! counted {
    ($which:literal) => {
        concat!(
            " FROM participation p LEFT JOIN account a ON a.id = p.account_id
                LEFT JOIN learner l ON l.id = p.learner_id
                WHERE p.campaign_id = $1 AND p.deleted_at IS NULL ",
            $which
        )
    };
}
pub(crate) use counted;
