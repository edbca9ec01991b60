//! Organisations as the service's staff look for them.

use super::{Kind, On, Organisation, OrganisationId, Result, q, record};
use crate::db::{FromRow, Query, Row};

/// Children shown of one organisation.
const MOST_CHILDREN: i64 = 200;

/// Which organisations are listed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// A part of a name or a number as it is searched for, see `rules::search_text`; empty for all.
    pub sought: String,
    /// One kind only.
    pub kind: Option<Kind>,
    /// The archived ones instead of the others.
    pub archived: bool,
}

record! {
    /// An organisation in a list.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Listed {
        /// Which one it is.
        id: OrganisationId,
        /// What kind it is.
        kind: Kind,
        /// Its name.
        name: String,
        /// Its number.
        external_id: Option<String>,
        /// The province's code.
        province: Option<String>,
        /// How many people work there.
        members: i64,
    }
}

/// Which rows a [`Filter`] keeps, of a table named `o` with kinds, names and an archive; see [`Filter::of`].
macro_rules! kept {
    () => {
        " WHERE o.sought LIKE $1 AND ($2 = '' OR o.kind = $2) AND (o.archived_at IS NOT NULL) = $3"
    };
}
pub(crate) use kept;

record! {
    struct Count {
        n: i64,
    }
}

impl Filter {
    /// A statement with the values of `kept!()`.
    fn of(&self, sql: &'static str) -> Query {
        let kind = self.kind.map_or("", Kind::name);
        q(sql).bind(format!("%{}%", self.sought)).bind(kind).bind(self.archived)
    }

    /// One page of what is kept, each of `size`, from page 1: `$4` and `$5` are its bounds.
    pub(crate) fn page(&self, sql: &'static str, (page, size): (i64, i64)) -> Query {
        self.of(sql).bind(size).bind((page - 1).saturating_mul(size))
    }

    /// How many rows are kept: those that a statement counts as `n`.
    pub(crate) async fn count(&self, on: impl Into<On<'_>>, sql: &'static str) -> Result<i64> {
        let counted: Option<Count> = self.of(sql).one(on).await?;
        Ok(counted.map_or(0, |count| count.n))
    }
}

macro_rules! listed {
    () => {
        "SELECT o.id, o.kind, o.name, o.external_id, o.province, (SELECT COUNT(*) FROM membership m
            WHERE m.organisation_id = o.id AND m.left_at IS NULL) AS members FROM organisation o"
    };
}

/// One page of organisations by name, each of `size`, from page 1.
pub async fn list(on: impl Into<On<'_>>, filter: &Filter, page: i64, size: i64) -> Result<Vec<Listed>> {
    let sql = concat!(listed!(), kept!(), " ORDER BY o.name, o.id LIMIT $4 OFFSET $5");
    filter.page(sql, (page, size)).all(on).await
}

/// How many organisations a filter keeps.
pub async fn count(on: impl Into<On<'_>>, filter: &Filter) -> Result<i64> {
    filter.count(on, concat!("SELECT COUNT(*) AS n FROM organisation o", kept!())).await
}

/// The organisations of a network, by name; at most 200.
pub async fn children(on: impl Into<On<'_>>, parent: OrganisationId) -> Result<Vec<Listed>> {
    q(concat!(listed!(), " WHERE o.parent_id = $1 ORDER BY o.name, o.id LIMIT $2"))
        .bind(parent)
        .bind(MOST_CHILDREN)
        .all(on)
        .await
}

record! {
    /// An organisation that bears a number.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Found {
        /// Which one it is.
        id: OrganisationId,
        /// Its number.
        external_id: String,
        /// The network it belongs to.
        parent_id: Option<OrganisationId>,
    }
}

/// The open organisations that bear one of these numbers (a JSON list of texts).
pub async fn numbers(on: impl Into<On<'_>>, json: &str) -> Result<Vec<Found>> {
    q("SELECT o.id, o.external_id, o.parent_id FROM organisation o
        WHERE o.external_id IN {each text $1} AND o.archived_at IS NULL ORDER BY o.id")
    .bind(json)
    .all(on)
    .await
}

/// An organisation, its network, and how much it has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Whole {
    /// The organisation.
    pub organisation: Organisation,
    /// The name and the number of its network.
    pub parent: Option<(String, Option<String>)>,
    /// How many people work there.
    pub members: i64,
    /// How many campaigns it has, deleted ones not counted.
    pub campaigns: i64,
    /// How many organisations are in its network.
    pub children: i64,
}

/// Finds an organisation with its counts, in one statement.
pub async fn whole(on: impl Into<On<'_>>, id: OrganisationId) -> Result<Option<Whole>> {
    q("SELECT o.id, o.kind, o.name, o.sought, o.external_id, o.province, o.email, o.documentation_url, o.protection_officer,
            o.managing_learners, o.shows_skills, o.identity_provider, o.parent_id, o.tags, o.features, o.created_at,
            o.archived_at, p.name AS parent_name, p.external_id AS parent_number,
            (SELECT COUNT(*) FROM membership m WHERE m.organisation_id = o.id AND m.left_at IS NULL) AS members,
            (SELECT COUNT(*) FROM campaign c WHERE c.organisation_id = o.id AND c.deleted_at IS NULL) AS campaigns,
            (SELECT COUNT(*) FROM organisation c WHERE c.parent_id = o.id) AS children
        FROM organisation o LEFT JOIN organisation p ON p.id = o.parent_id WHERE o.id = $1")
    .bind(id)
    .one(on)
    .await
}

impl FromRow for Whole {
    fn from_row(row: &mut Row) -> Result<Self> {
        let organisation = Organisation::from_row(row)?;
        let name: Option<String> = row.take("parent_name")?;
        let number = row.take("parent_number")?;
        let (members, campaigns) = (row.take("members")?, row.take("campaigns")?);
        let children = row.take("children")?;
        Ok(Self { organisation, parent: name.map(|name| (name, number)), members, campaigns, children })
    }
}
