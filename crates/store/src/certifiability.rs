//! Whether learners may be certified: what each sent last, what the nights found, and whom the next night looks at.

use crate::campaign::Kind;
use crate::db::{On, Result, Tx, q, record};
use crate::id::{AccountId, LearnerId, OrganisationId};
use crate::learner_list::MOST;

record! {
    /// What is known of one learner; whoever has sent nothing, and of whom no night found anything, has no row.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Known {
        /// Whose line it is.
        learner_id: LearnerId,
        /// What the last night found that saw something new.
        found: Option<bool>,
        /// When the person did what it saw.
        found_at: Option<i64>,
        /// What the last profile told that was sent, and not deleted.
        sent: Option<bool>,
        /// When it was sent.
        sent_at: Option<i64>,
    }
}

/// What is known of the learners of an organisation; at most [`MOST`] of them. What is known of an account that is linked
/// to the line no more is not told: it may be somebody else's.
pub async fn of_organisation(on: impl Into<On<'_>>, organisation: OrganisationId) -> Result<Vec<Known>> {
    q("SELECT l.id AS learner_id, l.certifiable AS found, l.certifiable_at AS found_at, s.certifiable AS sent,
            s.shared_at AS sent_at
        FROM learner l LEFT JOIN (SELECT p.learner_id, p.account_id, p.certifiable, p.shared_at, ROW_NUMBER() OVER
                    (PARTITION BY p.learner_id, p.account_id ORDER BY p.shared_at DESC, p.id DESC) AS place
            FROM campaign c JOIN participation p ON p.campaign_id = c.id
            WHERE c.organisation_id = $1 AND c.kind = $2 AND c.deleted_at IS NULL AND p.learner_id IS NOT NULL
                AND p.shared_at IS NOT NULL AND p.deleted_at IS NULL) s
            ON s.learner_id = l.id AND s.account_id = l.account_id AND s.place = 1
        WHERE l.organisation_id = $1 AND l.deleted_at IS NULL AND l.account_id IS NOT NULL
            AND (l.certifiable_at IS NOT NULL OR s.shared_at IS NOT NULL) ORDER BY l.id LIMIT $3")
    .bind(organisation)
    .bind(Kind::Collection)
    .bind(MOST)
    .all(on)
    .await
}

/// The organisation in use that follows one, the first without it, among those that have a feature.
pub async fn organisation_after(
    on: impl Into<On<'_>>,
    after: Option<OrganisationId>,
    feature: &str,
) -> Result<Option<OrganisationId>> {
    let found: Option<Next> = q("SELECT id FROM organisation
        WHERE id > $1 AND archived_at IS NULL AND features LIKE '% ' || $2 || ' %' ORDER BY id LIMIT 1")
    .bind(after.map_or(-1, OrganisationId::number))
    .bind(feature)
    .one(on)
    .await?;
    Ok(found.map(|next| next.id))
}

record! {
    struct Next {
        id: OrganisationId,
    }
}

record! {
    /// A linked line of a list. The state is there when something was done since it was last looked at.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Linked {
        /// Which line it is.
        learner_id: LearnerId,
        /// Whose account it is linked to.
        account_id: AccountId,
        /// When the person last did something.
        at: Option<i64>,
        /// The person's state, as `rules` writes it.
        body: Option<Vec<u8>>,
    }
}

/// Lists the linked lines of an organisation's present list that follow one, with the states in a framework that no
/// night has seen yet; at most `limit` lines.
pub async fn page(
    on: impl Into<On<'_>>,
    organisation: OrganisationId,
    framework: &str,
    (after, limit): (Option<LearnerId>, i64),
) -> Result<Vec<Linked>> {
    q("SELECT l.id AS learner_id, l.account_id, k.updated_at AS at, k.body
        FROM learner l LEFT JOIN learner_state k ON k.account_id = l.account_id AND k.framework = $2
            AND (l.certifiable_at IS NULL OR l.certifiable_at < k.updated_at)
        WHERE l.organisation_id = $1 AND l.id > $3 AND l.account_id IS NOT NULL
            AND l.disabled_at IS NULL AND l.deleted_at IS NULL ORDER BY l.id LIMIT $4")
    .bind(organisation)
    .bind(framework)
    .bind(after.map_or(-1, LearnerId::number))
    .bind(limit)
    .all(on)
    .await
}

/// What a night found of one learner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found {
    /// Which line it is.
    pub learner: LearnerId,
    /// The account that was looked at.
    pub account: AccountId,
    /// Whether the person may be certified.
    pub certifiable: bool,
    /// When the person last did something.
    pub at: i64,
}

impl Found {
    fn json(self) -> String {
        let Self { learner, account, certifiable, at } = self;
        let (learner, account, word) =
            (learner.number(), account.number(), if certifiable { "yes" } else { "no" });
        format!(r#"{{"learner":{learner},"account":{account},"certifiable":"{word}","at":{at}}}"#)
    }
}

/// Keeps what a night found, in one statement: of lines still linked to the account that was looked at, and where nothing
/// newer is known. Gives how many lines changed.
pub async fn keep(tx: &mut Tx, organisation: OrganisationId, found: &[Found]) -> Result<u64> {
    let lines: Vec<String> = found.iter().map(|found| found.json()).collect();
    q("UPDATE learner SET certifiable = ({json v.value} ->> 'certifiable') = 'yes',
            certifiable_at = CAST({json v.value} ->> 'at' AS BIGINT)
        FROM {each text $2} v
        WHERE learner.organisation_id = $1 AND learner.id = CAST({json v.value} ->> 'learner' AS BIGINT)
            AND learner.account_id = CAST({json v.value} ->> 'account' AS BIGINT)
            AND (learner.certifiable_at IS NULL
                OR learner.certifiable_at < CAST({json v.value} ->> 'at' AS BIGINT))")
    .bind(organisation)
    .bind(format!("[{}]", lines.join(",")))
    .exec(tx)
    .await
}
