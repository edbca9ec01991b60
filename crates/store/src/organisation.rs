//! Organisations: schools, universities, companies, and what is switched on for each.

use crate::account::Creation;
use crate::db::{Bind, Column, On, Result, Tx, Value, q, record};
use crate::id::{AccountId, OrganisationId};

/// What kind of organisation it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A secondary school.
    Sco,
    /// A primary school.
    Primary,
    /// A university or another school of higher education.
    Sup,
    /// A company, a training centre, a public service.
    Pro,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 4] = [Self::Sco, Self::Primary, Self::Sup, Self::Pro];

    /// Its name in the database.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Sco => "SCO",
            Self::Primary => "SCO-1D",
            Self::Sup => "SUP",
            Self::Pro => "PRO",
        }
    }

    /// The kind with this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
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
    /// An organisation, whole.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Organisation {
        /// Which one it is.
        id: OrganisationId,
        /// What kind it is.
        kind: Kind,
        /// Its name.
        name: String,
        /// Name and number as they are searched for, see `rules::search_text`.
        sought: String,
        /// A school's number (UAI), or another name it has elsewhere.
        external_id: Option<String>,
        /// The province's code.
        province: Option<String>,
        /// Its official address.
        email: Option<String>,
        /// Where its people find help.
        documentation_url: Option<String>,
        /// Who answers for personal data there.
        protection_officer: Option<String>,
        /// Whether a class list is imported, and only who is on it gets in.
        managing_learners: bool,
        /// Whether exports tell each skill.
        shows_skills: bool,
        /// Whom learners sign in with, when it is not this service.
        identity_provider: Option<String>,
        /// The network it belongs to.
        parent_id: Option<OrganisationId>,
        /// Its tags, each between spaces.
        tags: String,
        /// The features switched on, each between spaces.
        features: String,
        /// When it was made.
        created_at: i64,
        /// When it was archived.
        archived_at: Option<i64>,
    }
}

impl Organisation {
    /// An organisation with nothing but a name: complete it with `..`.
    #[must_use]
    pub fn new(id: OrganisationId, kind: Kind, name: &str, now: i64) -> Self {
        Self {
            id,
            kind,
            name: name.to_owned(),
            sought: name.to_lowercase(),
            external_id: None,
            province: None,
            email: None,
            documentation_url: None,
            protection_officer: None,
            managing_learners: false,
            shows_skills: false,
            identity_provider: None,
            parent_id: None,
            tags: " ".to_owned(),
            features: " ".to_owned(),
            created_at: now,
            archived_at: None,
        }
    }

    /// Whether a feature is switched on.
    #[must_use]
    pub fn has_feature(&self, feature: &str) -> bool {
        self.features.split_whitespace().any(|known| known == feature)
    }

    /// Whether it bears a tag.
    #[must_use]
    pub fn has_tag(&self, tag: &str) -> bool {
        self.tags.split_whitespace().any(|known| known == tag)
    }
}

mod archive;
mod list;

pub use archive::archive;
pub(crate) use list::kept;
pub use list::{Filter, Found, Listed, Whole, children, count, list, numbers, whole};

macro_rules! select {
    ($which:literal) => {
        concat!(
            "SELECT id, kind, name, sought, external_id, province, email, documentation_url, protection_officer,
                managing_learners, shows_skills, identity_provider, parent_id, tags, features, created_at, archived_at
                FROM organisation ",
            $which
        )
    };
}

/// Makes an organisation; `Taken` when its id is.
pub async fn create(tx: &mut Tx, organisation: &Organisation) -> Result<Creation> {
    let changed = q("INSERT INTO organisation (id, kind, name, external_id, province, email, documentation_url,
            protection_officer, managing_learners, shows_skills, identity_provider, parent_id, tags, features,
            created_at, archived_at, sought)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17) ON CONFLICT DO NOTHING")
    .bind(organisation.id)
    .bind(organisation.kind)
    .bind(organisation.name.as_str())
    .bind(organisation.external_id.as_deref())
    .bind(organisation.province.as_deref())
    .bind(organisation.email.as_deref())
    .bind(organisation.documentation_url.as_deref())
    .bind(organisation.protection_officer.as_deref())
    .bind(organisation.managing_learners)
    .bind(organisation.shows_skills)
    .bind(organisation.identity_provider.as_deref())
    .bind(organisation.parent_id)
    .bind(organisation.tags.as_str())
    .bind(organisation.features.as_str())
    .bind(organisation.created_at)
    .bind(organisation.archived_at)
    .bind(organisation.sought.as_str())
    .exec(tx)
    .await?;
    Ok(Creation::of(changed))
}

/// Finds an organisation.
pub async fn by_id(on: impl Into<On<'_>>, id: OrganisationId) -> Result<Option<Organisation>> {
    q(select!("WHERE id = $1")).bind(id).one(on).await
}

/// Changes what staff may change of an organisation; tells whether it is there. Its birth and its archive stay.
pub async fn change(tx: &mut Tx, organisation: &Organisation) -> Result<bool> {
    let changed = q("UPDATE organisation SET name = $2, external_id = $3, province = $4, email = $5,
            documentation_url = $6, protection_officer = $7, managing_learners = $8, shows_skills = $9,
            parent_id = $10, tags = $11, features = $12, sought = $13, kind = $14,
            identity_provider = $15 WHERE id = $1")
    .bind(organisation.id)
    .bind(organisation.name.as_str())
    .bind(organisation.external_id.as_deref())
    .bind(organisation.province.as_deref())
    .bind(organisation.email.as_deref())
    .bind(organisation.documentation_url.as_deref())
    .bind(organisation.protection_officer.as_deref())
    .bind(organisation.managing_learners)
    .bind(organisation.shows_skills)
    .bind(organisation.parent_id)
    .bind(organisation.tags.as_str())
    .bind(organisation.features.as_str())
    .bind(organisation.sought.as_str())
    .bind(organisation.kind)
    .bind(organisation.identity_provider.as_deref())
    .exec(tx)
    .await?;
    Ok(changed == 1)
}
