//! Memberships: who works in which organisation, and as what.

mod team;

use crate::db::{Bind, Column, FromRow, On, Result, Row, Tx, Value, q, record};
use crate::id::{AccountId, OrganisationId};
use crate::legal::InForce;
use crate::organisation::Organisation;
use crate::session::{Visitor, visitor_columns};
use crate::token::TokenHash;

pub use team::{
    Led, MOST_PEOPLE, Person, Standing, leads_alone, leave, led_alone, people, set_role, standing, sweep,
};

/// More organisations than anybody belongs to; a list without a bound is a mistake.
pub const MOST: i64 = 200;

/// What a member may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Everything in the organisation.
    Admin,
    /// One's own campaigns, and everybody's results.
    Member,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 2] = [Self::Admin, Self::Member];

    /// Its name in the database.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Admin => "admin",
            Self::Member => "member",
        }
    }

    /// The role with this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.name() == name)
    }
}

impl Bind for Role {
    const NULL: Value = Value::Text(None);
    fn bind(self) -> Value {
        self.name().bind()
    }
}

impl Column for Role {
    fn read(value: Value) -> Option<Self> {
        Self::named(&String::read(value)?)
    }
}

/// Whoever holds a session's token, and the organisation whose pages they see at present.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loaded {
    /// Who it is.
    pub visitor: Visitor,
    /// The organisation and the role there; none for somebody who works nowhere.
    pub workplace: Option<(Organisation, Role)>,
}

/// Loads the visitor behind a session's token and their present organisation, in one statement: the one they chose
/// last, else the one they joined first. `None` when nobody is signed in with this token at `now`.
pub async fn load(
    on: impl Into<On<'_>>,
    token: TokenHash,
    in_force: &InForce,
    now: i64,
) -> Result<Option<Loaded>> {
    let (terms, privacy) = (in_force.terms(), in_force.privacy());
    q(concat!(
        "SELECT ",
        visitor_columns!(),
        ", m.role AS member_role, o.id, o.kind, o.name, o.sought, o.external_id, o.province, o.email AS official_email,
            o.documentation_url, o.protection_officer, o.managing_learners, o.shows_skills, o.identity_provider,
            o.parent_id, o.tags, o.features, o.created_at
        FROM session s JOIN account a ON a.id = s.account_id
            LEFT JOIN organisation o ON o.id = (SELECT p.organisation_id FROM membership p
                JOIN organisation w ON w.id = p.organisation_id
                WHERE p.account_id = s.account_id AND p.left_at IS NULL AND w.archived_at IS NULL
                ORDER BY CASE WHEN p.organisation_id = a.organisation_id THEN 0 ELSE 1 END, p.joined_at,
                    p.organisation_id LIMIT 1)
            LEFT JOIN membership m ON m.organisation_id = o.id AND m.account_id = s.account_id
        WHERE s.token_hash = $1 AND s.expires_at > $2"
    ))
    .bind(token)
    .bind(now)
    .bind(terms.name)
    .bind(terms.version)
    .bind(privacy.name)
    .bind(privacy.version)
    .one(on)
    .await
}

impl FromRow for Loaded {
    fn from_row(row: &mut Row) -> Result<Self> {
        let visitor = Visitor::from_row(row)?;
        let Some(role) = row.take("member_role")? else { return Ok(Self { visitor, workplace: None }) };
        let organisation = Organisation {
            id: row.take("id")?,
            kind: row.take("kind")?,
            name: row.take("name")?,
            sought: row.take("sought")?,
            external_id: row.take("external_id")?,
            province: row.take("province")?,
            email: row.take("official_email")?,
            documentation_url: row.take("documentation_url")?,
            protection_officer: row.take("protection_officer")?,
            managing_learners: row.take("managing_learners")?,
            shows_skills: row.take("shows_skills")?,
            identity_provider: row.take("identity_provider")?,
            parent_id: row.take("parent_id")?,
            tags: row.take("tags")?,
            features: row.take("features")?,
            created_at: row.take("created_at")?,
            archived_at: None,
        };
        Ok(Self { visitor, workplace: Some((organisation, role)) })
    }
}

/// Makes somebody a member; whoever left before is one again. A present member keeps the role they have.
pub async fn join(
    tx: &mut Tx,
    organisation: OrganisationId,
    account: AccountId,
    role: Role,
    now: i64,
) -> Result<()> {
    q("INSERT INTO membership (organisation_id, account_id, role, joined_at) VALUES ($1, $2, $3, $4)
        ON CONFLICT (organisation_id, account_id) DO UPDATE
            SET role = excluded.role, joined_at = excluded.joined_at, left_at = NULL
            WHERE membership.left_at IS NOT NULL")
    .bind(organisation)
    .bind(account)
    .bind(role)
    .bind(now)
    .exec(tx)
    .await?;
    Ok(())
}

/// Chooses the organisation whose pages somebody sees; tells whether they are a member of it.
pub async fn choose(tx: &mut Tx, account: AccountId, organisation: OrganisationId) -> Result<bool> {
    let changed =
        q("UPDATE account SET organisation_id = $2 WHERE id = $1 AND EXISTS (SELECT 1 FROM membership m
            WHERE m.organisation_id = $2 AND m.account_id = $1 AND m.left_at IS NULL)")
        .bind(account)
        .bind(organisation)
        .exec(tx)
        .await?;
    Ok(changed == 1)
}

record! {
    /// An organisation that somebody works in.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Workplace {
        /// Which one it is.
        id: OrganisationId,
        /// Its name.
        name: String,
        /// Its number elsewhere.
        external_id: Option<String>,
        /// What the person may do there.
        role: Role,
    }
}

record! {
    /// What ties somebody to organisations.
    #[derive(Debug, Clone, PartialEq, Eq, Default)]
    pub struct Bonds {
        /// Whether they work in one that is not archived.
        works: bool,
        /// The name of the one they left.
        left_name: Option<String>,
    }
}

/// Tells whether somebody works in an organisation, and that they left another one, as long as that is remembered.
pub async fn bonds(on: impl Into<On<'_>>, account: AccountId, left: Option<OrganisationId>) -> Result<Bonds> {
    let found: Option<Bonds> = q("SELECT EXISTS (SELECT 1 FROM membership m
            JOIN organisation o ON o.id = m.organisation_id
            WHERE m.account_id = $1 AND m.left_at IS NULL AND o.archived_at IS NULL) AS works,
            (SELECT o.name FROM membership m JOIN organisation o ON o.id = m.organisation_id
                WHERE m.account_id = $1 AND m.organisation_id = $2 AND m.left_at IS NOT NULL) AS left_name")
    .bind(account)
    .bind(left)
    .one(on)
    .await?;
    Ok(found.unwrap_or_default())
}

/// Lists the organisations somebody works in, by name; at most [`MOST`].
pub async fn workplaces(on: impl Into<On<'_>>, account: AccountId) -> Result<Vec<Workplace>> {
    q("SELECT o.id, o.name, o.external_id, m.role FROM membership m JOIN organisation o ON o.id = m.organisation_id
        WHERE m.account_id = $1 AND m.left_at IS NULL AND o.archived_at IS NULL ORDER BY o.name, o.id LIMIT $2")
    .bind(account)
    .bind(MOST)
    .all(on)
    .await
}
