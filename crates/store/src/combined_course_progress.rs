//! Where people stand in combined courses: what was begun, the lessons that stayed, what is done.

use crate::account::Creation;
use crate::db::{On, Result, Tx, q, record};
use crate::id::{AccountId, CampaignId, CourseId, LearnerId, ParticipationId, TrainingId};

/// More courses than somebody follows, and more lessons than a course has; a list without a bound is a mistake.
const MOST: i64 = 500;

/// Begins the course with a code, unless it is closed; a second time changes nothing.
pub async fn begin(tx: &mut Tx, code: &str, account: AccountId, now: i64) -> Result<Creation> {
    let changed = q("INSERT INTO combined_course_participation (course_id, account_id, started_at)
        SELECT k.id, $2, $3 FROM combined_course k JOIN organisation o ON o.id = k.organisation_id
        WHERE k.code = $1 AND k.archived_at IS NULL AND o.archived_at IS NULL ON CONFLICT DO NOTHING")
    .bind(code)
    .bind(account)
    .bind(now)
    .exec(tx)
    .await?;
    Ok(Creation::of(changed))
}

/// A lesson that the result of a campaign recommends.
pub type Recommended = (CampaignId, TrainingId);

/// Puts the lessons that somebody's results recommend, in whatever language, where they belong in the courses that they
/// follow. Those of an earlier result stay: what was seen once does not vanish.
pub async fn keep_lessons(tx: &mut Tx, account: AccountId, lessons: &[Recommended]) -> Result<()> {
    if lessons.is_empty() {
        return Ok(());
    }
    let each = lessons.iter().map(|(campaign, lesson)| {
        format!(r#"{{"campaign":{},"lesson":{}}}"#, campaign.number(), lesson.number())
    });
    q("INSERT INTO combined_course_lesson (course_id, account_id, place, training_id)
        SELECT p.course_id, p.account_id, i.place + 1, t.id FROM {each text $2} v
            JOIN combined_course_item i ON i.campaign_id = CAST({json v.value} ->> 'campaign' AS BIGINT)
            JOIN combined_course_participation p ON p.course_id = i.course_id AND p.account_id = $1
            JOIN combined_course_item n ON n.course_id = i.course_id AND n.place = i.place + 1
            JOIN account a ON a.id = p.account_id
            JOIN training t ON t.id = CAST({json v.value} ->> 'lesson' AS BIGINT) AND t.lang = a.lang
        WHERE n.campaign_id IS NULL ON CONFLICT DO NOTHING")
    .bind(account)
    .bind(format!("[{}]", each.collect::<Vec<_>>().join(",")))
    .exec(tx)
    .await?;
    Ok(())
}

/// The same for the result of a try that just ended; notes which courses came to their end by it.
pub async fn note_end(
    tx: &mut Tx,
    participation: ParticipationId,
    lessons: &[TrainingId],
    now: i64,
) -> Result<()> {
    let person: Option<Person> = q("SELECT account_id, campaign_id FROM participation WHERE id = $1")
        .bind(participation)
        .one(&mut *tx)
        .await?;
    let Some(Person { account_id, campaign_id }) = person else { return Ok(()) };
    let lessons: Vec<_> = lessons.iter().map(|lesson| (campaign_id, *lesson)).collect();
    keep_lessons(tx, account_id, &lessons).await?;
    settle(tx, account_id, now).await
}

record! {
    struct Person {
        account_id: AccountId,
        campaign_id: CampaignId,
    }
}

/// Notes that a lesson of a course is done; the first instant stays. Tells whether it is one of this person's.
pub async fn pass(
    tx: &mut Tx,
    course: CourseId,
    account: AccountId,
    training: TrainingId,
    now: i64,
) -> Result<bool> {
    let found = q("UPDATE combined_course_lesson SET done_at = COALESCE(done_at, $4)
        WHERE course_id = $1 AND account_id = $2 AND training_id = $3")
    .bind(course)
    .bind(account)
    .bind(training)
    .bind(now)
    .exec(tx)
    .await?;
    Ok(found == 1)
}

/// A place of a course that is not done by the person of a participation `p`.
macro_rules! undone {
    () => {
        "EXISTS (SELECT 1 FROM combined_course_item i JOIN campaign c ON c.id = i.campaign_id AND c.deleted_at IS NULL
            WHERE i.course_id = p.course_id AND NOT EXISTS (SELECT 1 FROM participation t
                WHERE t.account_id = p.account_id AND t.campaign_id = i.campaign_id AND t.completed_at IS NOT NULL
                    AND t.deleted_at IS NULL))
        OR EXISTS (SELECT 1 FROM combined_course_lesson l JOIN training t ON t.id = l.training_id
            WHERE l.course_id = p.course_id AND l.account_id = p.account_id AND l.done_at IS NULL
                AND t.retired_at IS NULL)"
    };
}

/// Notes that somebody came to the end of those courses of theirs in which nothing is left to do.
pub async fn settle(tx: &mut Tx, account: AccountId, now: i64) -> Result<()> {
    q(concat!(
        "UPDATE combined_course_participation AS p SET completed_at = $2
            WHERE p.account_id = $1 AND p.completed_at IS NULL AND NOT (",
        undone!(),
        ")"
    ))
    .bind(account)
    .bind(now)
    .exec(tx)
    .await?;
    Ok(())
}

record! {
    /// A campaign of a course, or a lesson that stayed in it, as its person stands there.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Step {
        /// The place in the course, from 0.
        place: i64,
        /// The code of the campaign; none for a lesson, and for lessons that are still to come.
        code: Option<String>,
        /// The title of the campaign.
        campaign_title: Option<String>,
        /// Whether the person began the campaign.
        begun: bool,
        /// When the person came to the end of the campaign, or of the lesson.
        done_at: Option<i64>,
        /// The lesson.
        training_id: Option<TrainingId>,
        /// Its title.
        title: Option<String>,
        /// Where it is.
        link: Option<String>,
        /// What it is: `module`, `tutorial`, `course` or `workshop`.
        kind: Option<String>,
        /// How long it takes.
        minutes: Option<i64>,
    }
}

/// Lists the steps of a course as somebody stands there, in order: of a place of lessons each lesson that stayed, or one
/// row without a lesson.
pub async fn steps(on: impl Into<On<'_>>, course: CourseId, account: AccountId) -> Result<Vec<Step>> {
    q("SELECT i.place, c.code, c.title AS campaign_title, p.id IS NOT NULL AS begun,
            CASE WHEN i.campaign_id IS NULL THEN l.done_at ELSE (SELECT MIN(e.completed_at) FROM participation e
                WHERE e.account_id = $2 AND e.campaign_id = i.campaign_id AND e.deleted_at IS NULL) END AS done_at,
            t.id AS training_id, t.title, t.link, t.kind, t.minutes
        FROM combined_course_item i LEFT JOIN campaign c ON c.id = i.campaign_id
            LEFT JOIN participation p ON p.campaign_id = i.campaign_id AND p.account_id = $2
                AND NOT p.superseded AND p.deleted_at IS NULL
            LEFT JOIN combined_course_lesson l ON l.course_id = i.course_id AND l.account_id = $2
                AND l.place = i.place AND i.campaign_id IS NULL
            LEFT JOIN training t ON t.id = l.training_id AND t.retired_at IS NULL
        WHERE i.course_id = $1 AND (i.campaign_id IS NULL OR c.deleted_at IS NULL)
        ORDER BY i.place, t.title, t.id LIMIT $3")
    .bind(course)
    .bind(account)
    .bind(MOST)
    .all(on)
    .await
}

record! {
    /// When somebody began a course and came to its end.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Progress {
        /// When it began.
        started_at: i64,
        /// When its end was reached.
        completed_at: Option<i64>,
    }
}

/// Where somebody stands in a course; nothing before they began.
pub async fn of_person(
    on: impl Into<On<'_>>,
    course: CourseId,
    account: AccountId,
) -> Result<Option<Progress>> {
    q("SELECT started_at, completed_at FROM combined_course_participation WHERE course_id = $1 AND account_id = $2")
        .bind(course)
        .bind(account)
        .one(on)
        .await
}

record! {
    /// A course that somebody follows.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Followed {
        /// Its code.
        code: String,
        /// Its name.
        name: String,
        /// The name of the organisation.
        organisation: String,
        /// When it was begun.
        started_at: i64,
        /// When its end was reached.
        completed_at: Option<i64>,
    }
}

/// Lists the courses that somebody follows, the newest first.
pub async fn of_account(on: impl Into<On<'_>>, account: AccountId) -> Result<Vec<Followed>> {
    q("SELECT k.code, k.name, o.name AS organisation, p.started_at, p.completed_at FROM combined_course_participation p
            JOIN combined_course k ON k.id = p.course_id JOIN organisation o ON o.id = k.organisation_id
        WHERE p.account_id = $1 ORDER BY p.started_at DESC, k.id DESC LIMIT $2")
    .bind(account)
    .bind(MOST)
    .all(on)
    .await
}

/// The course that somebody follows and a campaign is part of; the one begun last.
pub async fn around(
    on: impl Into<On<'_>>,
    campaign: CampaignId,
    account: AccountId,
) -> Result<Option<Followed>> {
    q("SELECT k.code, k.name, o.name AS organisation, p.started_at, p.completed_at FROM combined_course_item i
            JOIN combined_course_participation p ON p.course_id = i.course_id AND p.account_id = $2
            JOIN combined_course k ON k.id = i.course_id JOIN organisation o ON o.id = k.organisation_id
        WHERE i.campaign_id = $1 ORDER BY p.started_at DESC, k.id DESC LIMIT 1")
    .bind(campaign)
    .bind(account)
    .one(on)
    .await
}

record! {
    /// Somebody who follows a course, as a teacher sees it.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Follower {
        /// The line of the class list, if there is one.
        learner_id: Option<LearnerId>,
        /// The first name in the list, or of the account.
        first_name: String,
        /// The last name in the list, or of the account.
        last_name: String,
        /// The class.
        division: Option<String>,
        /// When they began.
        started_at: i64,
        /// When they came to the end.
        completed_at: Option<i64>,
        /// The campaigns done.
        campaigns_done: i64,
        /// The lessons that stayed in their course.
        lessons: i64,
        /// Those done.
        lessons_done: i64,
        /// How many people follow the course in all.
        total: i64,
    }
}

/// Lists who follows a course, by name, from one on, at most `limit`.
pub async fn followers(
    on: impl Into<On<'_>>,
    course: CourseId,
    skipped: i64,
    limit: i64,
) -> Result<Vec<Follower>> {
    q("SELECT l.id AS learner_id, COALESCE(l.first_name, a.first_name) AS first_name,
            COALESCE(l.last_name, a.last_name) AS last_name, l.division, p.started_at, p.completed_at,
            (SELECT COUNT(DISTINCT t.campaign_id) FROM combined_course_item i JOIN participation t
                ON t.campaign_id = i.campaign_id AND t.account_id = p.account_id AND t.completed_at IS NOT NULL
                    AND t.deleted_at IS NULL
                WHERE i.course_id = p.course_id) AS campaigns_done,
            (SELECT COUNT(*) FROM combined_course_lesson e
                WHERE e.course_id = p.course_id AND e.account_id = p.account_id) AS lessons,
            (SELECT COUNT(e.done_at) FROM combined_course_lesson e
                WHERE e.course_id = p.course_id AND e.account_id = p.account_id) AS lessons_done,
            COUNT(*) OVER () AS total
        FROM combined_course_participation p JOIN combined_course k ON k.id = p.course_id
            JOIN account a ON a.id = p.account_id
            LEFT JOIN learner l ON l.account_id = p.account_id AND l.organisation_id = k.organisation_id
                AND l.deleted_at IS NULL
        WHERE p.course_id = $1 ORDER BY last_name, first_name, p.account_id LIMIT $3 OFFSET $2")
    .bind(course)
    .bind(skipped)
    .bind(limit)
    .all(on)
    .await
}
