//! The names of a class list, as somebody who says who they are may type them.

use crate::db::{On, Result, q, record};
use crate::id::{LearnerId, OrganisationId};
use crate::learner_list::MOST;

record! {
    /// A line by its names.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Named {
        /// Which line it is.
        id: LearnerId,
        /// The first name.
        first_name: String,
        /// The second first name.
        second_name: Option<String>,
        /// The third first name.
        third_name: Option<String>,
        /// The family name.
        last_name: String,
        /// The name used every day.
        usual_name: Option<String>,
    }
}

/// The names of the active lines that have a birth date, always in the same order; at most [`MOST`].
pub async fn of_list(on: impl Into<On<'_>>, organisation: OrganisationId) -> Result<Vec<Named>> {
    q("SELECT id, first_name, second_name, third_name, last_name, usual_name FROM learner
        WHERE organisation_id = $1 AND deleted_at IS NULL AND disabled_at IS NULL AND birth_date IS NOT NULL
        ORDER BY id LIMIT $2")
    .bind(organisation)
    .bind(MOST)
    .all(on)
    .await
}
