//! Files of learners: uploaded, read by a job, previewed line by line, then applied at once, and undone for some days.
//!
//! Whatever a file changes is one statement for new people and one for known ones, however many they are.

mod change;

use crate::account::Creation;
use crate::db::{Bind, Column, On, Result, Tx, Value, q, record};
use crate::id::{AccountId, ImportId, OrganisationId};

pub use change::{Change, Kind, PORTION, changes, note};

/// The name of the job that reads a file; its payload is the import's number.
pub const JOB: &str = "learner-import";
/// How long an import can be undone: seven days.
pub const UNDONE_WITHIN_MS: i64 = 7 * 24 * 3_600_000;

/// How far an import is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// The file waits to be read.
    Uploaded,
    /// The file has faults: nothing of it is kept.
    Refused,
    /// What it changes waits to be confirmed.
    Previewed,
    /// The list is the file's.
    Applied,
    /// Given up before it was applied.
    Cancelled,
    /// The list is again what it was.
    Undone,
}

impl State {
    /// Every state.
    pub const ALL: [Self; 6] =
        [Self::Uploaded, Self::Refused, Self::Previewed, Self::Applied, Self::Cancelled, Self::Undone];

    /// Its name in the database.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Uploaded => "uploaded",
            Self::Refused => "refused",
            Self::Previewed => "previewed",
            Self::Applied => "applied",
            Self::Cancelled => "cancelled",
            Self::Undone => "undone",
        }
    }
}

impl Bind for State {
    const NULL: Value = Value::Text(None);
    fn bind(self) -> Value {
        self.name().bind()
    }
}

impl Column for State {
    fn read(value: Value) -> Option<Self> {
        let name = String::read(value)?;
        Self::ALL.into_iter().find(|state| state.name() == name)
    }
}

/// A file that somebody sends.
#[derive(Debug, Clone, Copy)]
pub struct Upload<'a> {
    /// Whose list it is for.
    pub organisation: OrganisationId,
    /// Which import it becomes.
    pub id: ImportId,
    /// Who sends it.
    pub by: AccountId,
    /// Its format, and what becomes of whoever is not in it.
    pub format: &'a str,
    /// Its name.
    pub file_name: &'a str,
    /// What it holds.
    pub file: &'a [u8],
}

/// Keeps a file until it is read; `Taken` while another import of the organisation is not ended. It waits for an import of
/// the organisation that is being undone.
pub async fn upload(tx: &mut Tx, upload: &Upload<'_>, now: i64) -> Result<Creation> {
    tx.stand_alone(upload.organisation.number()).await?;
    let changed =
        q("INSERT INTO learner_import (organisation_id, id, uploaded_by, format, file_name, state, file, report,
            created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, '', $8) ON CONFLICT DO NOTHING")
        .bind(upload.organisation)
        .bind(upload.id)
        .bind(upload.by)
        .bind(upload.format)
        .bind(upload.file_name)
        .bind(State::Uploaded)
        .bind(upload.file)
        .bind(now)
        .exec(tx)
        .await?;
    Ok(Creation::of(changed))
}

record! {
    /// An import, without its file.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Import {
        /// Which one it is.
        id: ImportId,
        /// The first name of who sent it.
        first_name: Option<String>,
        /// The last name of who sent it.
        last_name: Option<String>,
        /// Its format.
        format: String,
        /// The file's name.
        file_name: String,
        /// How far it is.
        state: State,
        /// Counts, faults and warnings, once it is read.
        report: String,
        /// When it was sent.
        created_at: i64,
        /// When it was applied.
        applied_at: Option<i64>,
        /// When it was undone.
        undone_at: Option<i64>,
        /// Whether another one is under way or was applied later, and counts on what this one made of the list.
        followed: bool,
    }
}

impl Import {
    /// Whether it can still be undone.
    #[must_use]
    pub fn can_be_undone(&self, now: i64) -> bool {
        self.is_recent(now) && !self.followed
    }

    /// Whether it was applied, and the days in which it can be undone are not over.
    #[must_use]
    pub fn is_recent(&self, now: i64) -> bool {
        self.state == State::Applied && self.applied_at.is_some_and(|at| at > now - UNDONE_WITHIN_MS)
    }
}

macro_rules! select {
    ($which:literal) => {
        concat!(
            "SELECT i.id, a.first_name, a.last_name, i.format, i.file_name, i.state, i.report, i.created_at,
                i.applied_at, i.undone_at, EXISTS (SELECT 1 FROM learner_import o
                    WHERE o.organisation_id = i.organisation_id AND o.id <> i.id AND (o.state IN ('uploaded', 'previewed')
                        OR (o.state = 'applied' AND o.applied_at > i.applied_at))) AS followed
                FROM learner_import i LEFT JOIN account a ON a.id = i.uploaded_by ",
            $which
        )
    };
}

/// An import of an organisation.
pub async fn by_id(
    on: impl Into<On<'_>>,
    organisation: OrganisationId,
    id: ImportId,
) -> Result<Option<Import>> {
    q(select!("WHERE i.organisation_id = $1 AND i.id = $2")).bind(organisation).bind(id).one(on).await
}

/// The newest import of an organisation, whatever became of it.
pub async fn latest(on: impl Into<On<'_>>, organisation: OrganisationId) -> Result<Option<Import>> {
    q(select!("WHERE i.organisation_id = $1 ORDER BY i.id DESC LIMIT 1")).bind(organisation).one(on).await
}

record! {
    /// A file that waits to be read.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Waiting {
        /// Whose list it is for.
        organisation_id: OrganisationId,
        /// The school's number, which some formats must name.
        external_id: Option<String>,
        /// Its format.
        format: String,
        /// What it holds.
        file: Vec<u8>,
    }
}

/// The file of an import that is not read yet.
pub async fn waiting(on: impl Into<On<'_>>, id: ImportId) -> Result<Option<Waiting>> {
    q("SELECT i.organisation_id, o.external_id, i.format, i.file FROM learner_import i
            JOIN organisation o ON o.id = i.organisation_id
        WHERE i.id = $1 AND i.state = $2 AND i.file IS NOT NULL")
    .bind(id)
    .bind(State::Uploaded)
    .one(on)
    .await
}

/// Notes what reading a file gave, and drops the file; tells whether it still waited.
pub async fn read(tx: &mut Tx, id: ImportId, state: State, report: &str, now: i64) -> Result<bool> {
    let changed = q("UPDATE learner_import SET state = $2, report = $3, read_at = $4, file = NULL
        WHERE id = $1 AND state = $5")
    .bind(id)
    .bind(state)
    .bind(report)
    .bind(now)
    .bind(State::Uploaded)
    .exec(tx)
    .await?;
    Ok(changed == 1)
}

/// Gives an import up before it is applied; tells whether it was not ended.
pub async fn cancel(tx: &mut Tx, organisation: OrganisationId, id: ImportId) -> Result<bool> {
    let changed = q("UPDATE learner_import SET state = $3, file = NULL
        WHERE organisation_id = $1 AND id = $2 AND state IN ($4, $5)")
    .bind(organisation)
    .bind(id)
    .bind(State::Cancelled)
    .bind(State::Uploaded)
    .bind(State::Previewed)
    .exec(tx)
    .await?;
    Ok(changed == 1)
}

/// Does what was previewed; tells whether it waited for that.
pub async fn apply(tx: &mut Tx, organisation: OrganisationId, id: ImportId, now: i64) -> Result<bool> {
    let changed = q("UPDATE learner_import SET state = $3, applied_at = $4
        WHERE organisation_id = $1 AND id = $2 AND state = $5")
    .bind(organisation)
    .bind(id)
    .bind(State::Applied)
    .bind(now)
    .bind(State::Previewed)
    .exec(tx)
    .await?;
    if changed == 0 {
        return Ok(false);
    }
    change::add(tx, organisation, id, now).await?;
    change::rewrite(tx, organisation, id, now).await?;
    Ok(true)
}

/// Puts back what an import changed, where nothing changed since; tells whether it was applied, its days not over, and no
/// other one counts on it ([`Import::followed`]), not even one that comes at the same instant. Whoever it added and did
/// nothing since goes.
pub async fn undo(tx: &mut Tx, organisation: OrganisationId, id: ImportId, now: i64) -> Result<bool> {
    tx.stand_alone(organisation.number()).await?;
    let changed = q("UPDATE learner_import SET state = $3, undone_at = $4
        WHERE organisation_id = $1 AND id = $2 AND state = $5 AND applied_at > $6
            AND NOT EXISTS (SELECT 1 FROM learner_import o WHERE o.organisation_id = $1 AND (o.state IN ($7, $8)
                OR (o.state = $5 AND o.applied_at > learner_import.applied_at)))")
    .bind(organisation)
    .bind(id)
    .bind(State::Undone)
    .bind(now)
    .bind(State::Applied)
    .bind(now - UNDONE_WITHIN_MS)
    .bind(State::Uploaded)
    .bind(State::Previewed)
    .exec(tx)
    .await?;
    if changed == 0 {
        return Ok(false);
    }
    change::take_back(tx, organisation, id).await?;
    change::restore(tx, organisation, id, now).await?;
    Ok(true)
}

/// Forgets what at most `limit` lines of imports were about, whose days are over, and gives up the imports that nobody
/// confirmed; gives how many lines it removed.
pub async fn sweep(tx: &mut Tx, now: i64, limit: i64) -> Result<u64> {
    let before = now - UNDONE_WITHIN_MS;
    q("UPDATE learner_import SET state = CASE WHEN state IN ($2, $3) THEN $4 ELSE state END, file = NULL,
            file_name = '', report = ''
        WHERE COALESCE(applied_at, created_at) <= $1 AND file_name <> ''")
    .bind(before)
    .bind(State::Uploaded)
    .bind(State::Previewed)
    .bind(State::Cancelled)
    .exec(tx)
    .await?;
    change::sweep(tx, before, limit).await
}
