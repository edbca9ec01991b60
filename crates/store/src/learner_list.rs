//! The list of learners of an organisation: whole, for comparing and for searching, and a page of it with details.

use crate::db::{On, Result, json_list, q, record};
use crate::id::{LearnerId, OrganisationId};
use crate::learner::Learner;

/// More learners than the largest organisation has; a list without a bound is a mistake.
pub const MOST: i64 = 200_000;

/// Every line of the list, the disabled ones too; at most [`MOST`].
pub async fn whole(on: impl Into<On<'_>>, organisation: OrganisationId) -> Result<Vec<Learner>> {
    q("SELECT organisation_id, id, key, account_id, first_name, second_name, third_name, last_name, usual_name,
            sought, birth_date, sex, birth_city_code, birth_city, birth_department, birth_country,
            national_number, student_number, email, division, level, mef, status, department, team, diploma,
            scheme, further, created_at, updated_at, disabled_at, certifiable, certifiable_at
        FROM learner WHERE organisation_id = $1 AND deleted_at IS NULL ORDER BY id LIMIT $2")
    .bind(organisation)
    .bind(MOST)
    .all(on)
    .await
}

record! {
    /// What a search looks at.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Sought {
        /// Which line it is.
        id: LearnerId,
        /// The names as they are searched for.
        sought: String,
        /// The class.
        division: Option<String>,
    }
}

/// The names of the list by alphabet: of those who are in the newest one, or of those who were; at most [`MOST`].
pub async fn sought(
    on: impl Into<On<'_>>,
    organisation: OrganisationId,
    disabled: bool,
) -> Result<Vec<Sought>> {
    // Along the key, and put in order here: no plan reads the lists of others.
    let mut found: Vec<Sought> = q("SELECT id, sought, division FROM learner
        WHERE organisation_id = $1 AND deleted_at IS NULL AND (disabled_at IS NOT NULL) = $2 ORDER BY id LIMIT $3")
    .bind(organisation)
    .bind(disabled)
    .bind(MOST)
    .all(on)
    .await?;
    found.sort_unstable_by(|one, next| (&one.sought, one.id).cmp(&(&next.sought, next.id)));
    Ok(found)
}

record! {
    /// A line of a page of the list.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Listed {
        /// Which line it is.
        id: LearnerId,
        /// The first name.
        first_name: String,
        /// The family name.
        last_name: String,
        /// The name used every day.
        usual_name: Option<String>,
        /// The class.
        division: Option<String>,
        /// The birth date, which tells namesakes apart.
        birth_date: Option<String>,
        /// Whether the line is of a class list; otherwise the person made it by coming with a code.
        of_list: bool,
        /// Whether the person has an account.
        linked: bool,
        /// Whether the account has an e-mail address.
        by_email: bool,
        /// Whether the account has a username.
        by_username: bool,
        /// How many campaigns of the organisation the person took part in.
        participations: i64,
        /// When the person last began or sent one.
        last_at: Option<i64>,
    }
}

/// The details of some lines of an organisation, by alphabet.
pub async fn listed(
    on: impl Into<On<'_>>,
    organisation: OrganisationId,
    ids: impl IntoIterator<Item = LearnerId>,
) -> Result<Vec<Listed>> {
    q("SELECT l.id, l.first_name, l.last_name, l.usual_name, l.division, l.birth_date,
            l.key NOT LIKE 'account:%' AS of_list, l.account_id IS NOT NULL AS linked,
            a.email IS NOT NULL AS by_email, a.username IS NOT NULL AS by_username,
            COALESCE(p.number, 0) AS participations, p.last_at
        FROM learner l LEFT JOIN account a ON a.id = l.account_id
            LEFT JOIN (SELECT learner_id, COUNT(DISTINCT campaign_id) AS number,
                    MAX(COALESCE(shared_at, started_at)) AS last_at
                FROM participation WHERE learner_id IN {each $2} AND deleted_at IS NULL GROUP BY learner_id) p
                ON p.learner_id = l.id
        WHERE l.organisation_id = $1 AND l.id IN {each $2} AND l.deleted_at IS NULL ORDER BY l.sought, l.id")
    .bind(organisation)
    .bind(json_list(ids.into_iter().map(LearnerId::number)))
    .all(on)
    .await
}
