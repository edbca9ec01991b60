//! What the pages of a campaign tell its learners, read at once: the campaign, the present try, the line of the list.

use crate::campaign::Kind;
use crate::db::{FromRow, On, Result, Row, q, record};
use crate::id::{
    AccountId, AttemptId, CampaignId, LearnerId, OrganisationId, ParticipationId, TargetProfileId,
};
use crate::legal::InForce;
use crate::organisation;
use crate::session::{Visitor, visitor_columns};
use crate::state::State;
use crate::token::TokenHash;

record! {
    /// A campaign as its learners meet it.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Offer {
        /// The campaign.
        campaign_id: CampaignId,
        /// Whose it is.
        organisation_id: OrganisationId,
        /// The name of that organisation.
        organisation: String,
        /// What kind of organisation it is.
        organisation_kind: organisation::Kind,
        /// Whether only who is on its list gets in.
        managing_learners: bool,
        /// Who tells the organisation who its people are, where that is not this service.
        identity_provider: Option<String>,
        /// The code.
        code: String,
        /// What learners do.
        kind: Kind,
        /// The title.
        title: Option<String>,
        /// What learners read first.
        landing_text: Option<String>,
        /// Where the stages and badges are.
        target_profile_id: Option<TargetProfileId>,
        /// The subjects, as `rules::subjects` writes them.
        tubes: String,
        /// What learners are asked to identify themselves with.
        external_label: Option<String>,
        /// The form of that: `string` or `email`.
        external_kind: Option<String>,
        /// Whether one may try again and send again.
        several_sendings: bool,
        /// Whether one may start from nothing when one tries again.
        resettable: bool,
        /// Whether one may take part without an account.
        simplified: bool,
        /// Whether nothing is sent.
        for_novices: bool,
        /// What learners read at the end.
        end_text: Option<String>,
        /// A button at the end.
        end_button: Option<String>,
        /// Where that button leads.
        end_link: Option<String>,
        /// When it was archived.
        archived_at: Option<i64>,
        /// Whether the person follows a combined course that it is part of.
        in_course: bool,
    }
}

record! {
    /// The present try of a person.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Try {
        /// Which one it is.
        participation_id: ParticipationId,
        /// The test.
        attempt_id: Option<AttemptId>,
        /// What the learner identified themselves with.
        external_id: Option<String>,
        /// When it began.
        started_at: i64,
        /// When it ended.
        completed_at: Option<i64>,
        /// When it was sent.
        shared_at: Option<i64>,
        /// When it was deleted.
        deleted_at: Option<i64>,
        /// The skills asked for, once it was sent.
        skills: Option<i64>,
        /// The skills validated, once it was sent.
        validated: Option<i64>,
        /// The pix sent with a profile.
        pix: Option<i64>,
        /// Whether the profile that was sent may be certified.
        certifiable: Option<bool>,
        /// What was sent.
        snapshot: Option<Vec<u8>>,
        /// The keys of the badges obtained, each between spaces.
        badges: Option<String>,
        /// The threshold of the stage reached.
        stage: Option<i64>,
    }
}

record! {
    /// The line of a person in the organisation's list.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Line {
        /// Which one it is.
        learner_id: LearnerId,
        /// The first name in the list.
        line_first_name: String,
        /// The last name in the list.
        line_last_name: String,
        /// The class.
        division: Option<String>,
        /// The username of the account, where that is all it is signed in to with.
        line_username: Option<String>,
        /// Since when it is in the newest list no more.
        disabled_at: Option<i64>,
        /// Whether another account took part in this campaign under this line; what the organisation deleted does not
        /// count.
        taken: bool,
    }
}

/// A campaign and where somebody stands in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Met {
    /// The campaign.
    pub offer: Offer,
    /// The present try, be it deleted.
    pub present: Option<Try>,
    /// The line in the organisation's list.
    pub line: Option<Line>,
}

macro_rules! met_columns {
    ($account:literal) => {
        concat!("c.id AS campaign_id, c.organisation_id, o.name AS organisation, o.kind AS organisation_kind, o.managing_learners,
            o.identity_provider, c.code, c.kind, c.title,
            c.landing_text, c.target_profile_id, c.tubes, c.external_label, c.external_kind, c.several_sendings,
            c.resettable, c.simplified, c.for_novices, c.end_text, c.end_button, c.end_link, COALESCE(c.archived_at, o.archived_at) AS archived_at,
            p.id IS NOT NULL AS begun, p.id AS participation_id, p.attempt_id, p.external_id, p.started_at, p.completed_at,
            p.shared_at, p.deleted_at, p.skills, p.validated, p.pix, p.certifiable, p.snapshot, p.badges, p.stage,
            l.id IS NOT NULL AS listed, l.id AS learner_id, l.first_name AS line_first_name,
            l.last_name AS line_last_name, l.division, l.disabled_at,
            (SELECT a.username FROM account a WHERE a.id = l.account_id AND a.email IS NULL) AS line_username,
            EXISTS (SELECT 1 FROM participation r WHERE r.learner_id = l.id AND r.campaign_id = c.id
                AND r.account_id <> l.account_id AND r.deleted_at IS NULL) AS taken,
            EXISTS (SELECT 1 FROM combined_course_item i JOIN combined_course_participation f
                ON f.course_id = i.course_id AND f.account_id = ", $account, " WHERE i.campaign_id = c.id) AS in_course")
    };
}

impl FromRow for Met {
    fn from_row(row: &mut Row) -> Result<Self> {
        Ok(Self {
            offer: Offer::from_row(row)?,
            present: if row.take("begun")? { Some(Try::from_row(row)?) } else { None },
            line: if row.take("listed")? { Some(Line::from_row(row)?) } else { None },
        })
    }
}

/// The campaign with this code and where somebody stands in it; a stranger stands nowhere.
pub async fn meet(on: impl Into<On<'_>>, code: &str, account: Option<AccountId>) -> Result<Option<Met>> {
    q(concat!(
        "SELECT ",
        met_columns!("$2"),
        " FROM campaign c JOIN organisation o ON o.id = c.organisation_id
            LEFT JOIN participation p ON p.account_id = $2 AND p.campaign_id = c.id AND NOT p.superseded
            LEFT JOIN learner l ON l.account_id = $2 AND l.organisation_id = c.organisation_id
                AND l.deleted_at IS NULL
        WHERE c.code = $1 AND c.deleted_at IS NULL"
    ))
    .bind(code)
    .bind(account)
    .one(on)
    .await
}

/// What is decided on when somebody begins, tries again or sends, read at once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loaded {
    /// Who asks.
    pub visitor: Visitor,
    /// The campaign, if the code is one's.
    pub met: Option<Met>,
    /// What is known of the visitor.
    pub state: State,
}

/// Loads the visitor behind a session's token, the campaign with a code, where they stand in it and their state in a
/// framework, in one statement; `None` when nobody is signed in with this token at `now`.
pub async fn load(
    on: impl Into<On<'_>>,
    token: TokenHash,
    (code, framework): (&str, &str),
    in_force: &InForce,
    now: i64,
) -> Result<Option<Loaded>> {
    let (terms, privacy) = (in_force.terms(), in_force.privacy());
    q(concat!(
        "SELECT ",
        visitor_columns!(),
        ", k.version, k.body, c.id IS NOT NULL AS met, ",
        met_columns!("s.account_id"),
        " FROM session s JOIN account a ON a.id = s.account_id
            LEFT JOIN learner_state k ON k.account_id = s.account_id AND k.framework = $8
            LEFT JOIN campaign c ON c.code = $7 AND c.deleted_at IS NULL
            LEFT JOIN organisation o ON o.id = c.organisation_id
            LEFT JOIN participation p ON p.account_id = s.account_id AND p.campaign_id = c.id AND NOT p.superseded
            LEFT JOIN learner l ON l.account_id = s.account_id AND l.organisation_id = c.organisation_id
                AND l.deleted_at IS NULL
        WHERE s.token_hash = $1 AND s.expires_at > $2"
    ))
    .bind(token)
    .bind(now)
    .bind(terms.name)
    .bind(terms.version)
    .bind(privacy.name)
    .bind(privacy.version)
    .bind(code)
    .bind(framework)
    .one(on)
    .await
}

impl FromRow for Loaded {
    fn from_row(row: &mut Row) -> Result<Self> {
        Ok(Self {
            visitor: Visitor::from_row(row)?,
            state: State::beside(row)?,
            met: if row.take("met")? { Some(Met::from_row(row)?) } else { None },
        })
    }
}

record! {
    /// A try among those of a person.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Taken {
        /// Which one it is.
        id: ParticipationId,
        /// The code of the campaign.
        code: String,
        /// What is done there.
        kind: Kind,
        /// Its title.
        title: Option<String>,
        /// Whose campaign it is.
        organisation: String,
        /// When it was archived.
        archived_at: Option<i64>,
        /// When the try began.
        started_at: i64,
        /// When it ended.
        completed_at: Option<i64>,
        /// When it was sent.
        shared_at: Option<i64>,
        /// The skills asked for, once it was sent.
        skills: Option<i64>,
        /// The skills validated, once it was sent.
        validated: Option<i64>,
    }
}

/// Lists the present tries of a person begun before `before` (all when `None`), the newest first, at most `limit`.
pub async fn of_account(
    on: impl Into<On<'_>>,
    account: AccountId,
    before: Option<ParticipationId>,
    limit: i64,
) -> Result<Vec<Taken>> {
    q("SELECT p.id, c.code, c.kind, c.title, o.name AS organisation, c.archived_at, p.started_at, p.completed_at,
            p.shared_at, p.skills, p.validated
        FROM participation p JOIN campaign c ON c.id = p.campaign_id JOIN organisation o ON o.id = c.organisation_id
        WHERE p.account_id = $1 AND NOT p.superseded AND p.deleted_at IS NULL AND c.deleted_at IS NULL AND p.id < $2
        ORDER BY p.id DESC LIMIT $3")
    .bind(account)
    .bind(before.map_or(i64::MAX, ParticipationId::number))
    .bind(limit)
    .all(on)
    .await
}

record! {
    /// What somebody sent of a campaign that follows a target profile.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Outcome {
        /// The campaign.
        campaign_id: CampaignId,
        /// The code of the campaign.
        code: String,
        /// Its title.
        title: Option<String>,
        /// The profile it follows.
        target_profile_id: TargetProfileId,
        /// What was sent, as `rules::snapshot` writes it.
        snapshot: Vec<u8>,
    }
}

/// More results than anybody looks back at; a list without a bound is a mistake.
const MOST_RESULTS: i64 = 50;

/// Lists the present results of a person in campaigns that follow a target profile, the newest first.
pub async fn results(on: impl Into<On<'_>>, account: AccountId) -> Result<Vec<Outcome>> {
    q("SELECT c.id AS campaign_id, c.code, c.title, c.target_profile_id, p.snapshot FROM participation p
            JOIN campaign c ON c.id = p.campaign_id
        WHERE p.account_id = $1 AND NOT p.superseded AND p.deleted_at IS NULL AND c.deleted_at IS NULL
            AND p.snapshot IS NOT NULL AND c.target_profile_id IS NOT NULL
        ORDER BY p.id DESC LIMIT $2")
    .bind(account)
    .bind(MOST_RESULTS)
    .all(on)
    .await
}

record! {
    /// A stage or a badge of a target profile, as learners read it.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Reward {
        /// The threshold of a stage, in percent; none for a badge.
        threshold: Option<i64>,
        /// The key of a badge; empty for a stage.
        key: String,
        /// The title.
        title: String,
        /// What the learner reads.
        message: String,
        /// The criteria of a badge, as `rules::badge` writes them.
        criteria: String,
    }
}

/// More stages and badges than a target profile has; a list without a bound is a mistake.
const MOST_REWARDS: i64 = 100;

/// Lists the stages of a target profile by threshold, then its badges.
pub async fn rewards(on: impl Into<On<'_>>, profile: TargetProfileId) -> Result<Vec<Reward>> {
    q("SELECT threshold, key, title, message, criteria FROM (
            SELECT s.threshold, '' AS key, s.title, s.message, '' AS criteria, 0 AS place FROM stage s
                WHERE s.target_profile_id = $1
            UNION ALL
            SELECT NULL, b.key, b.title, b.message, b.criteria, b.id FROM badge b WHERE b.target_profile_id = $1
        ) r ORDER BY CASE WHEN threshold IS NULL THEN 1 ELSE 0 END, threshold, place LIMIT $2")
    .bind(profile)
    .bind(MOST_REWARDS)
    .all(on)
    .await
}
