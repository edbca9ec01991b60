//! Certification centres: where people are certified, and what each may certify.

use crate::account::Creation;
use crate::db::{On, Result, Tx, q, record};
use crate::id::{CentreId, OrganisationId};
use crate::organisation::{Filter, Kind, kept};

/// More organisations than bear one number; a list without a bound is a mistake.
const MOST_PAIRED: i64 = 20;

record! {
    /// A centre, whole.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Centre {
        /// Which one it is.
        id: CentreId,
        /// What kind it is: a secondary school, higher education, or another one.
        kind: Kind,
        /// Its name.
        name: String,
        /// Name and number as they are searched for, see `rules::search_text`.
        sought: String,
        /// A school's number (UAI), or another name it has elsewhere. No two centres in use have the same.
        external_id: Option<String>,
        /// Who answers for personal data there.
        protection_officer: Option<String>,
        /// What it may certify beyond the common framework, each between spaces, see `rules::centre_draft`.
        habilitations: String,
        /// When it was made.
        created_at: i64,
        /// When it was archived.
        archived_at: Option<i64>,
    }
}

macro_rules! selected {
    () => {
        "SELECT o.id, o.kind, o.name, o.sought, o.external_id, o.protection_officer, o.habilitations, o.created_at,
            o.archived_at FROM centre o"
    };
}

/// Makes a centre; `Taken` when its id or its number is.
pub async fn create(tx: &mut Tx, centre: &Centre) -> Result<Creation> {
    let changed =
        q("INSERT INTO centre (id, kind, name, sought, external_id, protection_officer, habilitations, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING")
        .bind(centre.id)
        .bind(centre.kind)
        .bind(centre.name.as_str())
        .bind(centre.sought.as_str())
        .bind(centre.external_id.as_deref())
        .bind(centre.protection_officer.as_deref())
        .bind(centre.habilitations.as_str())
        .bind(centre.created_at)
        .exec(tx)
        .await?;
    Ok(Creation::of(changed))
}

/// Finds a centre.
pub async fn by_id(on: impl Into<On<'_>>, id: CentreId) -> Result<Option<Centre>> {
    q(concat!(selected!(), " WHERE o.id = $1")).bind(id).one(on).await
}

/// Changes a centre in use; nothing happens where another one has the number. Tells whether it was done.
pub async fn change(tx: &mut Tx, centre: &Centre) -> Result<bool> {
    let changed =
        q("UPDATE centre SET kind = $2, name = $3, sought = $4, external_id = $5, protection_officer = $6,
            habilitations = $7
        WHERE id = $1 AND archived_at IS NULL AND NOT EXISTS (SELECT 1 FROM centre o
            WHERE o.external_id = $5 AND o.archived_at IS NULL AND o.id <> $1)")
        .bind(centre.id)
        .bind(centre.kind)
        .bind(centre.name.as_str())
        .bind(centre.sought.as_str())
        .bind(centre.external_id.as_deref())
        .bind(centre.protection_officer.as_deref())
        .bind(centre.habilitations.as_str())
        .exec(tx)
        .await?;
    Ok(changed == 1)
}

/// Archives a centre: its number is free again. Tells whether it was in use before.
pub async fn archive(tx: &mut Tx, id: CentreId, now: i64) -> Result<bool> {
    let changed = q("UPDATE centre SET archived_at = $2 WHERE id = $1 AND archived_at IS NULL")
        .bind(id)
        .bind(now)
        .exec(tx)
        .await?;
    Ok(changed == 1)
}

/// One page of centres by name, each of `size`, from page 1.
pub async fn list(on: impl Into<On<'_>>, filter: &Filter, page: i64, size: i64) -> Result<Vec<Centre>> {
    let sql = concat!(selected!(), kept!(), " ORDER BY o.name, o.id LIMIT $4 OFFSET $5");
    filter.page(sql, (page, size)).all(on).await
}

/// How many centres a filter keeps.
pub async fn count(on: impl Into<On<'_>>, filter: &Filter) -> Result<i64> {
    filter.count(on, concat!("SELECT COUNT(*) AS n FROM centre o", kept!())).await
}

record! {
    /// An organisation that bears the number of a centre of its kind: the same school, university or company.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Paired {
        /// Which one it is.
        id: OrganisationId,
        /// Its name.
        name: String,
        /// Whether a class list is imported there.
        managing_learners: bool,
    }
}

/// Lists the organisations in use that are paired with a centre by number and kind, by name; at most 20.
pub async fn paired(on: impl Into<On<'_>>, id: CentreId) -> Result<Vec<Paired>> {
    q("SELECT o.id, o.name, o.managing_learners FROM centre c
            JOIN organisation o ON o.external_id = c.external_id AND o.kind = c.kind
        WHERE c.id = $1 AND o.archived_at IS NULL ORDER BY o.name, o.id LIMIT $2")
    .bind(id)
    .bind(MOST_PAIRED)
    .all(on)
    .await
}
