//! Brings a database to the present schema: forward only, each file once, in order.
//!
//! A file that was applied never changes: its SHA-256 is kept and compared. All pending files of one call share one
//! transaction, and one program at a time applies them, so several nodes may start together. A database that knows a
//! migration we do not (a newer program ran) is left alone: old code runs against the new schema during a deployment.

use sha2::{Digest, Sha256};

use crate::db::{Db, Error, FromRow, Result, Row, Tx, q};

/// A migration: its name, and its SQL as [`Tx`] runs it on both engines.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Migration {
    pub(crate) name: &'static str,
    pub(crate) sql: &'static str,
}

/// Every migration, in order. To change the schema, add a file and a line here.
pub(crate) const ALL: &[Migration] = &[
    Migration { name: "0001_learner", sql: include_str!("../migrations/0001_learner.sql") },
    Migration { name: "0002_accounts", sql: include_str!("../migrations/0002_accounts.sql") },
    Migration { name: "0003_leaving", sql: include_str!("../migrations/0003_leaving.sql") },
    Migration { name: "0004_taking", sql: include_str!("../migrations/0004_taking.sql") },
    Migration { name: "0005_around", sql: include_str!("../migrations/0005_around.sql") },
    Migration { name: "0006_allowance", sql: include_str!("../migrations/0006_allowance.sql") },
    Migration { name: "0007_orga", sql: include_str!("../migrations/0007_orga.sql") },
    Migration { name: "0008_leavers", sql: include_str!("../migrations/0008_leavers.sql") },
    Migration { name: "0009_courses", sql: include_str!("../migrations/0009_courses.sql") },
];

const TABLE: &str = "CREATE TABLE IF NOT EXISTS schema_migration (
    name TEXT NOT NULL PRIMARY KEY, checksum TEXT NOT NULL, applied_at BIGINT NOT NULL)";

/// Applies what is pending at the instant `now`; gives the names of what was applied.
pub async fn apply(db: &Db, now: i64) -> Result<Vec<&'static str>> {
    apply_all(db, ALL, now).await
}

/// Gives the names of the migrations that this program has and the database has not.
pub async fn pending(db: &Db) -> Result<Vec<&'static str>> {
    let mut tx = db.begin().await?;
    tx.script(TABLE).await?;
    let applied = applied(&mut tx).await?;
    let missing = ALL.iter().filter(|migration| !applied.iter().any(|done| done.name == migration.name));
    Ok(missing.map(|migration| migration.name).collect())
}

/// Tells whether every migration of this program was applied; only reads.
pub async fn is_complete(db: &Db) -> Result<bool> {
    let applied: Vec<Applied> = q("SELECT name, checksum FROM schema_migration").all(db).await?;
    Ok(ALL.iter().all(|migration| applied.iter().any(|done| done.name == migration.name)))
}

/// Gives the names of the migrations that the database has and this program has not, or has otherwise.
pub async fn foreign(db: &Db) -> Result<Vec<String>> {
    let mut tx = db.begin().await?;
    tx.script(TABLE).await?;
    let foreign = applied(&mut tx).await?.into_iter();
    let foreign = foreign.filter(|done| is_same(&done.name, &done.checksum) != Some(true));
    Ok(foreign.map(|done| done.name).collect())
}

/// Compares a migration that a database has with ours of that name; none when we have none.
pub(crate) fn is_same(name: &str, sum: &str) -> Option<bool> {
    ALL.iter().find(|migration| migration.name == name).map(|migration| checksum(migration.sql) == sum)
}

/// What the programs that start name to each other, so that one at a time puts the schema in order.
const NUMBER: i64 = 7_049_611;

pub(crate) async fn apply_all(db: &Db, all: &[Migration], now: i64) -> Result<Vec<&'static str>> {
    let mut tx = db.begin().await?;
    tx.stand_alone(NUMBER).await?;
    tx.script(TABLE).await?;
    let applied = applied(&mut tx).await?;
    let mut names = Vec::new();
    for migration in all {
        match applied.iter().find(|done| done.name == migration.name) {
            Some(done) => done.compare(migration)?,
            None => {
                tx.script(migration.sql).await?;
                record(&mut tx, migration, now).await?;
                names.push(migration.name);
            }
        }
    }
    tx.commit().await?;
    Ok(names)
}

struct Applied {
    name: String,
    checksum: String,
}

impl FromRow for Applied {
    fn from_row(row: &mut Row) -> Result<Self> {
        Ok(Self { name: row.take("name")?, checksum: row.take("checksum")? })
    }
}

impl Applied {
    fn compare(&self, migration: &Migration) -> Result<()> {
        if self.checksum == checksum(migration.sql) {
            return Ok(());
        }
        Err(Error::Migration(format!(
            "migration {} was changed after it was applied to this database: restore the file, and put the change \
             in a new migration",
            self.name
        )))
    }
}

async fn applied(tx: &mut Tx) -> Result<Vec<Applied>> {
    q("SELECT name, checksum FROM schema_migration ORDER BY name").all(tx).await
}

async fn record(tx: &mut Tx, migration: &Migration, now: i64) -> Result<()> {
    q("INSERT INTO schema_migration (name, checksum, applied_at) VALUES ($1, $2, $3)")
        .bind(migration.name)
        .bind(checksum(migration.sql))
        .bind(now)
        .exec(tx)
        .await?;
    Ok(())
}

fn checksum(sql: &str) -> String {
    Sha256::digest(sql.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}
