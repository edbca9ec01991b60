//! Campaigns: what an organisation asks learners to do, under a code.

mod change;
mod list;
mod removal;

use crate::account::Creation;
use crate::db::{Bind, Column, On, Result, Tx, Value, q, record};
use crate::id::{AccountId, CampaignId, OrganisationId, TargetProfileId};

pub use change::{Change, archive, change, delete, unarchive};
pub use list::{Listed, Search, Tally, page, tally};
pub use removal::{Doomed, among, delete_all};

/// What learners do in a campaign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// An adaptive test; what is known of the learner counts.
    Assessment,
    /// Learners send their profile.
    Collection,
    /// The same test, from nothing.
    Exam,
    /// A public test without account; nothing is sent.
    Course,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 4] = [Self::Assessment, Self::Collection, Self::Exam, Self::Course];

    /// Its name in the database.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Assessment => "assessment",
            Self::Collection => "collection",
            Self::Exam => "exam",
            Self::Course => "course",
        }
    }

    /// The kind with this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// Whether learners take a test.
    #[must_use]
    pub const fn is_test(self) -> bool {
        !matches!(self, Self::Collection)
    }
}

impl Bind for Kind {
    const NULL: Value = Value::Text(None);
    fn bind(self) -> Value {
        self.name().bind()
    }
}

impl Column for Kind {
    fn read(value: Value) -> Option<Self> {
        Self::named(&String::read(value)?)
    }
}

record! {
    /// A campaign, whole.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Campaign {
        /// Whose campaign it is.
        organisation_id: OrganisationId,
        /// Which one it is.
        id: CampaignId,
        /// What learners type: six letters and three digits.
        code: String,
        /// What learners do.
        kind: Kind,
        /// Its name among teachers.
        name: String,
        /// The name as it is searched for, see `rules::search_text`.
        sought: String,
        /// Its title for learners.
        title: Option<String>,
        /// What learners read first.
        landing_text: Option<String>,
        /// Where its subjects come from; none when they were picked one by one, or for a collection.
        target_profile_id: Option<TargetProfileId>,
        /// The subjects and their highest levels, as `rules::subjects` writes them; empty for a collection.
        tubes: String,
        /// Who answers for it.
        owner_id: AccountId,
        /// What the learner is asked to identify themselves with.
        external_label: Option<String>,
        /// The form of that: `string` or `email`.
        external_kind: Option<String>,
        /// Whether one may try again and send again.
        several_sendings: bool,
        /// Whether one may try again from nothing.
        resettable: bool,
        /// Whether no account is needed.
        simplified: bool,
        /// Whether nothing is sent and the end is simple.
        for_novices: bool,
        /// What learners read at the end.
        end_text: Option<String>,
        /// A button at the end.
        end_button: Option<String>,
        /// Where that button leads.
        end_link: Option<String>,
        /// When it was made.
        created_at: i64,
        /// Who made it.
        created_by: AccountId,
        /// When it was archived.
        archived_at: Option<i64>,
        /// Who archived it.
        archived_by: Option<AccountId>,
        /// When it was deleted.
        deleted_at: Option<i64>,
        /// Who deleted it.
        deleted_by: Option<AccountId>,
    }
}

impl Campaign {
    /// A campaign with nothing but an owner: complete it with `..`.
    #[must_use]
    pub fn new(organisation: OrganisationId, id: CampaignId, kind: Kind, owner: AccountId, now: i64) -> Self {
        Self {
            organisation_id: organisation,
            id,
            code: String::new(),
            kind,
            name: String::new(),
            sought: String::new(),
            title: None,
            landing_text: None,
            target_profile_id: None,
            tubes: String::new(),
            owner_id: owner,
            external_label: None,
            external_kind: None,
            several_sendings: false,
            resettable: false,
            simplified: false,
            for_novices: false,
            end_text: None,
            end_button: None,
            end_link: None,
            created_at: now,
            created_by: owner,
            archived_at: None,
            archived_by: None,
            deleted_at: None,
            deleted_by: None,
        }
    }
}

macro_rules! select {
    ($which:literal) => {
        concat!(
            "SELECT organisation_id, id, code, kind, name, sought, title, landing_text, target_profile_id, tubes,
                owner_id,                external_label, external_kind, several_sendings, resettable, simplified, for_novices, end_text,
                end_button, end_link, created_at, created_by, archived_at, archived_by, deleted_at, deleted_by
                FROM campaign ",
            $which
        )
    };
}

/// Makes a campaign; `Taken` when its id or its code is.
pub async fn create(tx: &mut Tx, campaign: &Campaign) -> Result<Creation> {
    let changed = q("INSERT INTO campaign (organisation_id, id, code, kind, name, sought, title, landing_text,
            target_profile_id, tubes, owner_id, external_label, external_kind, several_sendings, resettable,
            simplified, for_novices, end_text, end_button, end_link, created_at, created_by)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)
        ON CONFLICT DO NOTHING")
    .bind(campaign.organisation_id)
    .bind(campaign.id)
    .bind(campaign.code.as_str())
    .bind(campaign.kind)
    .bind(campaign.name.as_str())
    .bind(campaign.sought.as_str())
    .bind(campaign.title.as_deref())
    .bind(campaign.landing_text.as_deref())
    .bind(campaign.target_profile_id)
    .bind(campaign.tubes.as_str())
    .bind(campaign.owner_id)
    .bind(campaign.external_label.as_deref())
    .bind(campaign.external_kind.as_deref())
    .bind(campaign.several_sendings)
    .bind(campaign.resettable)
    .bind(campaign.simplified)
    .bind(campaign.for_novices)
    .bind(campaign.end_text.as_deref())
    .bind(campaign.end_button.as_deref())
    .bind(campaign.end_link.as_deref())
    .bind(campaign.created_at)
    .bind(campaign.created_by)
    .exec(tx)
    .await?;
    Ok(Creation::of(changed))
}

/// Finds a campaign of an organisation that is not deleted.
pub async fn by_id(
    on: impl Into<On<'_>>,
    organisation: OrganisationId,
    id: CampaignId,
) -> Result<Option<Campaign>> {
    q(select!("WHERE organisation_id = $1 AND id = $2 AND deleted_at IS NULL"))
        .bind(organisation)
        .bind(id)
        .one(on)
        .await
}

/// Finds the campaign with this code that is not deleted.
pub async fn by_code(on: impl Into<On<'_>>, code: &str) -> Result<Option<Campaign>> {
    q(select!("WHERE code = $1 AND deleted_at IS NULL")).bind(code).one(on).await
}
