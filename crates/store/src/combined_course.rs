//! Combined courses: campaigns in order, with places for the lessons that the result before recommends.

use crate::account::Creation;
use crate::db::{On, Result, Tx, q, record};
use crate::id::{AccountId, CampaignId, CourseId, OrganisationId};

/// More courses than an organisation has; a list without a bound is a mistake.
pub const MOST: i64 = 200;
/// More places than a course has, and more people than follow one at a time; lists without a bound are a mistake.
const MOST_ITEMS: i64 = 100;

record! {
    /// A course, but for what it is made of.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Course {
        /// Whose it is.
        organisation_id: OrganisationId,
        /// Which one it is.
        id: CourseId,
        /// The code that learners type.
        code: String,
        /// The name, which learners read too.
        name: String,
        /// What learners read first.
        description: String,
        /// Who made it.
        created_by: AccountId,
        /// When it was made.
        created_at: i64,
        /// When it was archived.
        archived_at: Option<i64>,
    }
}

record! {
    /// A place of a course.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Item {
        /// Where it stands, from 0.
        place: i64,
        /// The campaign; none where lessons stand that the campaign before recommends.
        campaign_id: Option<CampaignId>,
        /// The code of that campaign.
        code: Option<String>,
        /// The name that teachers read.
        name: Option<String>,
        /// The title that learners read.
        title: Option<String>,
    }
}

/// Makes a course of these campaigns (`None`: the lessons that the one before recommends); `Taken` when its id or its
/// code is, be it a campaign's.
pub async fn create(tx: &mut Tx, course: &Course, items: &[Option<CampaignId>]) -> Result<Creation> {
    let made = q(
        "INSERT INTO combined_course (organisation_id, id, code, name, description, created_by, created_at)
        SELECT $1, $2, $3, $4, $5, $6, $7 WHERE NOT EXISTS (SELECT 1 FROM campaign c WHERE c.code = $3)
        ON CONFLICT DO NOTHING",
    )
    .bind(course.organisation_id)
    .bind(course.id)
    .bind(course.code.as_str())
    .bind(course.name.as_str())
    .bind(course.description.as_str())
    .bind(course.created_by)
    .bind(course.created_at)
    .exec(tx)
    .await?;
    if made == 0 {
        return Ok(Creation::Taken);
    }
    for (place, campaign) in (0_i64..).zip(items) {
        q("INSERT INTO combined_course_item (course_id, place, campaign_id) VALUES ($1, $2, $3)")
            .bind(course.id)
            .bind(place)
            .bind(*campaign)
            .exec(tx)
            .await?;
    }
    Ok(Creation::Created)
}

macro_rules! select {
    ($which:literal) => {
        concat!(
            "SELECT organisation_id, id, code, name, description, created_by, created_at, archived_at
                FROM combined_course ",
            $which
        )
    };
}

/// Finds a course of an organisation.
pub async fn by_id(
    on: impl Into<On<'_>>,
    organisation: OrganisationId,
    id: CourseId,
) -> Result<Option<Course>> {
    q(select!("WHERE organisation_id = $1 AND id = $2")).bind(organisation).bind(id).one(on).await
}

record! {
    /// A course as its learners meet it.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Offer {
        /// Which one it is.
        id: CourseId,
        /// The name of the organisation.
        organisation: String,
        /// The code.
        code: String,
        /// The name.
        name: String,
        /// What they read first.
        description: String,
        /// When it was archived, or its organisation.
        archived_at: Option<i64>,
    }
}

/// Finds the course with a code.
pub async fn by_code(on: impl Into<On<'_>>, code: &str) -> Result<Option<Offer>> {
    q("SELECT k.id, o.name AS organisation, k.code, k.name, k.description,
            COALESCE(k.archived_at, o.archived_at) AS archived_at
        FROM combined_course k JOIN organisation o ON o.id = k.organisation_id WHERE k.code = $1")
    .bind(code)
    .one(on)
    .await
}

/// Lists what a course is made of, in order; a campaign that was deleted is no part of it any more.
pub async fn items(on: impl Into<On<'_>>, id: CourseId) -> Result<Vec<Item>> {
    q("SELECT i.place, i.campaign_id, c.code, c.name, c.title FROM combined_course_item i
            LEFT JOIN campaign c ON c.id = i.campaign_id
        WHERE i.course_id = $1 AND (i.campaign_id IS NULL OR c.deleted_at IS NULL) ORDER BY i.place LIMIT $2")
    .bind(id)
    .bind(MOST_ITEMS)
    .all(on)
    .await
}

/// Archives a course, or (`None`) takes it back into use; tells whether it is there.
pub async fn set_archived(
    tx: &mut Tx,
    organisation: OrganisationId,
    id: CourseId,
    at: Option<i64>,
) -> Result<bool> {
    let changed = q("UPDATE combined_course SET archived_at = $3 WHERE organisation_id = $1 AND id = $2")
        .bind(organisation)
        .bind(id)
        .bind(at)
        .exec(tx)
        .await?;
    Ok(changed == 1)
}

record! {
    /// A course in a list.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Listed {
        /// Which one it is.
        id: CourseId,
        /// The code.
        code: String,
        /// The name.
        name: String,
        /// When it was made.
        created_at: i64,
        /// When it was archived.
        archived_at: Option<i64>,
        /// How many people began it.
        participants: i64,
        /// How many of them came to its end.
        completed: i64,
    }
}

/// Lists the courses of an organisation, those in use first, the newest first; at most [`MOST`].
pub async fn of_organisation(on: impl Into<On<'_>>, organisation: OrganisationId) -> Result<Vec<Listed>> {
    q("SELECT k.id, k.code, k.name, k.created_at, k.archived_at, COUNT(p.account_id) AS participants,
            COUNT(p.completed_at) AS completed
        FROM combined_course k LEFT JOIN combined_course_participation p ON p.course_id = k.id
        WHERE k.organisation_id = $1
        GROUP BY k.id, k.code, k.name, k.created_at, k.archived_at
        ORDER BY CASE WHEN k.archived_at IS NULL THEN 0 ELSE 1 END, k.id DESC LIMIT $2")
    .bind(organisation)
    .bind(MOST)
    .all(on)
    .await
}
