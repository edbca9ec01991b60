//! Attempts: one adaptive test of one person on one competence or for a campaign, with everything that makes it replayable.

use crate::account::Creation;
use crate::campaign;
use crate::db::{FromRow, On, Result, Row, Tx, q, record};
use crate::id::{AccountId, AttemptId, ParticipationId, TargetProfileId};
use crate::legal::InForce;
use crate::session::Visitor;
use crate::state::State;
use crate::token::TokenHash;

/// What stands for the competence of a campaign's attempts.
pub const CAMPAIGN: &str = "campaign";

record! {
    /// An attempt: what it pins never changes. Where it stands is in the learner's state.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Attempt {
        /// Whose attempt it is.
        account_id: AccountId,
        /// Which attempt it is.
        id: AttemptId,
        /// The competence it tests, such as `1.2`; [`CAMPAIGN`] for what a campaign asks.
        competence: String,
        /// What a campaign asks, as `rules::subjects` writes it: `1.2-a:5 4.1-c:3`.
        tubes: Option<String>,
        /// The framework whose state it reads and makes: an exam has one of its own.
        framework: String,
        /// The release of the bank it plays.
        release_id: String,
        /// The version of the algorithm that chooses questions.
        algorithm: String,
        /// The version of the rules that count pix.
        scoring: String,
        /// The seed of its questions.
        seed: i64,
        /// Whether it retries what earlier attempts failed.
        improving: bool,
        /// Whether it forgot what was known of its subjects.
        afresh: bool,
        /// When it began.
        started_at: i64,
    }
}

macro_rules! select {
    ($which:literal) => {
        concat!(
            "SELECT account_id, id, competence, tubes, framework, release_id, algorithm, scoring, seed, improving,
                afresh, started_at FROM attempt ",
            $which
        )
    };
}

/// Begins an attempt; `Taken` when its id is. Two clicks begin one: the state saved with it has moved for the second.
pub async fn start(tx: &mut Tx, attempt: &Attempt) -> Result<Creation> {
    let changed =
        q("INSERT INTO attempt (account_id, id, competence, tubes, framework, release_id, algorithm, scoring, seed,
            improving, afresh, started_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT DO NOTHING")
        .bind(attempt.account_id)
        .bind(attempt.id)
        .bind(attempt.competence.as_str())
        .bind(attempt.tubes.as_deref())
        .bind(attempt.framework.as_str())
        .bind(attempt.release_id.as_str())
        .bind(attempt.algorithm.as_str())
        .bind(attempt.scoring.as_str())
        .bind(attempt.seed)
        .bind(attempt.improving)
        .bind(attempt.afresh)
        .bind(attempt.started_at)
        .exec(tx)
        .await?;
    Ok(Creation::of(changed))
}

/// Finds one of a person's attempts.
pub async fn by_id(on: impl Into<On<'_>>, account: AccountId, id: AttemptId) -> Result<Option<Attempt>> {
    q(select!("WHERE account_id = $1 AND id = $2")).bind(account).bind(id).one(on).await
}

/// Lists a person's attempts made before `before` (all when `None`), the newest first, at most `limit`.
pub async fn of_account(
    on: impl Into<On<'_>>,
    account: AccountId,
    before: Option<AttemptId>,
    limit: i64,
) -> Result<Vec<Attempt>> {
    q(select!("WHERE account_id = $1 AND id < $2 ORDER BY id DESC LIMIT $3"))
        .bind(account)
        .bind(before.map_or(i64::MAX, AttemptId::number))
        .bind(limit)
        .all(on)
        .await
}

record! {
    struct Framework {
        framework: String,
    }
}

/// The frameworks that a person has attempts in: more than one for whoever took exams.
pub async fn frameworks(on: impl Into<On<'_>>, account: AccountId) -> Result<Vec<String>> {
    let found: Vec<Framework> =
        q("SELECT DISTINCT framework FROM attempt WHERE account_id = $1").bind(account).all(on).await?;
    Ok(found.into_iter().map(|found| found.framework).collect())
}

/// What the question page and the answer need, read at once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loaded {
    /// Who asks.
    pub visitor: Visitor,
    /// The attempt, unless it does not exist or is somebody else's.
    pub attempt: Option<Attempt>,
    /// The campaign it was begun for.
    pub campaign: Option<Given>,
    /// The visitor's state in the attempt's framework.
    pub state: State,
}

record! {
    /// The campaign of an attempt, and the try that it belongs to.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Given {
        /// The try.
        participation_id: ParticipationId,
        /// The campaign's code.
        code: String,
        /// What learners do in it.
        kind: campaign::Kind,
        /// Its title.
        title: Option<String>,
        /// Where its stages and badges are.
        target_profile_id: Option<TargetProfileId>,
        /// Whether nothing is sent.
        for_novices: bool,
        /// When it was archived.
        archived_at: Option<i64>,
        /// When the try or the campaign was deleted.
        deleted_at: Option<i64>,
        /// Whether the person follows a combined course that the campaign is part of.
        in_course: bool,
    }
}

/// Loads the visitor behind a session's token, one of their attempts and their state, in one statement; `None` when
/// nobody is signed in with this token at `now`.
///
/// News of the page on personal data do not interrupt a test: everybody passes for knowing it here.
///
/// Inside a transaction on PostgreSQL the state is not locked: [`crate::state::save`] sees whether it changed.
pub async fn load(
    on: impl Into<On<'_>>,
    token: TokenHash,
    attempt: AttemptId,
    in_force: &InForce,
    now: i64,
) -> Result<Option<Loaded>> {
    let terms = in_force.terms();
    q("SELECT s.account_id, s.seen_at, s.expires_at, a.first_name, a.last_name, a.email, a.email_confirmed_at,
            a.lang, a.role,
            EXISTS (SELECT 1 FROM legal_acceptance l
                WHERE l.account_id = s.account_id AND l.document = $4 AND l.version = $5) AS terms_accepted,
            TRUE AS privacy_known, TRUE AS privacy_told,
            t.id, t.competence, t.tubes, t.framework, t.release_id, t.algorithm, t.scoring, t.seed, t.improving,
            t.afresh, t.started_at,
            k.version, k.body, c.id IS NOT NULL AS given, p.id AS participation_id, c.code, c.kind, c.title,
            c.target_profile_id, c.for_novices, c.archived_at, COALESCE(p.deleted_at, c.deleted_at) AS deleted_at,
            EXISTS (SELECT 1 FROM combined_course_item i JOIN combined_course_participation f
                ON f.course_id = i.course_id AND f.account_id = s.account_id
                WHERE i.campaign_id = c.id) AS in_course
        FROM session s JOIN account a ON a.id = s.account_id
            LEFT JOIN attempt t ON t.account_id = s.account_id AND t.id = $3
            LEFT JOIN learner_state k ON k.account_id = s.account_id AND k.framework = t.framework
            LEFT JOIN participation p ON t.tubes IS NOT NULL AND p.attempt_id = t.id
            LEFT JOIN campaign c ON c.id = p.campaign_id
        WHERE s.token_hash = $1 AND s.expires_at > $2")
    .bind(token)
    .bind(now)
    .bind(attempt)
    .bind(terms.name)
    .bind(terms.version)
    .one(on)
    .await
}

impl FromRow for Loaded {
    fn from_row(row: &mut Row) -> Result<Self> {
        let visitor = Visitor::from_row(row)?;
        let attempt = match row.take("id")? {
            None => None,
            Some(id) => Some(Attempt {
                account_id: visitor.account_id,
                id,
                competence: row.take("competence")?,
                tubes: row.take("tubes")?,
                framework: row.take("framework")?,
                release_id: row.take("release_id")?,
                algorithm: row.take("algorithm")?,
                scoring: row.take("scoring")?,
                seed: row.take("seed")?,
                improving: row.take("improving")?,
                afresh: row.take("afresh")?,
                started_at: row.take("started_at")?,
            }),
        };
        let campaign = if row.take("given")? { Some(Given::from_row(row)?) } else { None };
        Ok(Self { visitor, attempt, campaign, state: State::beside(row)? })
    }
}
