//! Fresh databases for tests, of this room and of those above: each behaviour is checked on both engines.
//!
//! ```ignore
//! #[tokio::test]
//! async fn links_work_once() {
//!     trial::each(async |db| { … }).await;
//! }
//! ```
//!
//! SQLite gets a new file, PostgreSQL a new schema of the server named by `PIX_TEST_POSTGRES` (set by
//! `cargo xtask test`). Without that variable each test program starts a server of its own from the system's
//! programs, which stops with it. Files are written for good (fsync), as in production.
#![expect(clippy::panic, reason = "test support: a database that cannot be had must fail the test")]

mod server;

use std::path::PathBuf;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, Ordering};

use sqlx::Connection;
use tempfile::TempDir;

use crate::{Db, Options, migration};

pub use server::Server;

/// The instant at which trials begin: 2026-11-02T03:33:20Z, in milliseconds.
pub const NOW: i64 = 1_793_590_400_000;

/// A database of one's own, with every table and no row. It goes away with the value (PostgreSQL's with its server).
pub struct Trial {
    /// The database, migrated.
    pub db: Db,
    /// Its address, to open it again or to give it to a program.
    pub url: String,
    folder: Option<TempDir>,
}

impl Trial {
    /// Opens a new SQLite file.
    pub async fn sqlite() -> Self {
        Self::sqlite_with(Options::default()).await
    }

    /// Opens a new SQLite file with these options.
    pub async fn sqlite_with(options: Options) -> Self {
        let folder = tempfile::tempdir().unwrap_or_else(|error| panic!("no temporary folder: {error}"));
        let url = format!("sqlite:{}", folder.path().join("pix.sqlite").display());
        Self::open(url, Some(folder), options).await
    }

    /// Opens a new schema of a PostgreSQL server.
    pub async fn postgres() -> Self {
        Self::open(fresh_schema(&server_url()).await, None, Options { connections: 8, ..Options::default() })
            .await
    }

    /// Opens a new schema of a PostgreSQL server with these options. Its tables are made with the usual patience: the
    /// trials beside wait for each other there.
    pub async fn postgres_with(options: Options) -> Self {
        let Self { db, url, folder } = Self::postgres().await;
        db.close().await;
        let db = Db::open_with(&url, options).await.unwrap_or_else(|error| panic!("{url}: {error}"));
        Self { db, url, folder }
    }

    /// Where the SQLite file is; `None` on PostgreSQL.
    #[must_use]
    pub fn file(&self) -> Option<PathBuf> {
        self.folder.as_ref().map(|folder| folder.path().join("pix.sqlite"))
    }

    async fn open(url: String, folder: Option<TempDir>, options: Options) -> Self {
        let db = Db::open_with(&url, options).await.unwrap_or_else(|error| panic!("{url}: {error}"));
        migration::apply(&db, NOW).await.unwrap_or_else(|error| panic!("{url}: {error}"));
        Self { db, url, folder }
    }
}

/// Checks a behaviour on a new SQLite file, then on a new PostgreSQL schema.
pub async fn each(check: impl AsyncFn(Db)) {
    let trial = Trial::sqlite().await;
    check(trial.db.clone()).await;
    let trial = Trial::postgres().await;
    check(trial.db.clone()).await;
    trial.db.close().await;
}

/// Gives the address of the PostgreSQL server of this test run, and starts one when there is none.
#[must_use]
pub fn server_url() -> String {
    static SERVER: OnceLock<Server> = OnceLock::new();
    if let Ok(url) = std::env::var("PIX_TEST_POSTGRES") {
        return url;
    }
    SERVER.get_or_init(Server::start).url().to_owned()
}

async fn fresh_schema(server: &str) -> String {
    static SCHEMAS: AtomicU64 = AtomicU64::new(0);
    let schema = format!("trial_{}_{}", std::process::id(), SCHEMAS.fetch_add(1, Ordering::Relaxed));
    let made = async {
        let mut connection = sqlx::PgConnection::connect(server).await?;
        let sql = format!("DROP SCHEMA IF EXISTS {schema} CASCADE; CREATE SCHEMA {schema}");
        sqlx::raw_sql(sqlx::AssertSqlSafe(sql)).execute(&mut connection).await?;
        connection.close().await
    };
    made.await.unwrap_or_else(|error| panic!("{server}: {error}"));
    let joint = if server.contains('?') { '&' } else { '?' };
    format!("{server}{joint}options=-csearch_path%3D{schema}")
}
