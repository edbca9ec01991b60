//! One SQL text, two engines.
//!
//! SQLite runs inline on the calling task (no thread hop), with one writing connection shared by group commit
//! (see [`line`]) and a pool of readers. PostgreSQL runs through a pool. Every statement passes through
//! [`query`], where [`tally`] counts it.
//!
//! A transaction never awaits anything but the database: no mail, no HTTP, no password hash. It is short: on
//! SQLite the other writers wait for it. Reads over 5 ms (exports, statistics) belong on a blocking thread.

mod dialect;
mod error;
mod line;
mod lite;
mod postgres;
mod pulse;
mod query;
mod row;
pub mod tally;
mod tx;
mod value;

use std::sync::Arc;
use std::time::{Duration, Instant};

pub use error::{Error, Result};
pub use pulse::Pulse;
pub use query::{On, json_list};
pub(crate) use query::{Query, q};
pub(crate) use row::record;
pub use row::{FromRow, Row};
pub use tx::Tx;
pub use value::{Bind, Column, Value};

/// How patient and how wide a database handle is.
#[derive(Debug, Clone)]
pub struct Options {
    /// How long a writer waits for its turn (or a PostgreSQL request for a connection or a lock) before [`Error::Busy`].
    pub patience: Duration,
    /// The most PostgreSQL connections one program opens.
    pub connections: u32,
}

impl Default for Options {
    fn default() -> Self {
        Self { patience: Duration::from_secs(5), connections: 16 }
    }
}

/// Runs `work` again when two transactions met and it was the one to give way (PostgreSQL), four times at most.
///
/// `work` begins and commits its own transaction and has no effect outside of it: `retry(|| answer(&db, &form)).await`.
/// What it decides, refusals included, is its value; its errors are the database's.
pub async fn retry<T, F: Future<Output = Result<T>>>(mut work: impl FnMut() -> F) -> Result<T> {
    const AGAIN: usize = 3;
    for _ in 0..AGAIN {
        match work().await {
            Err(Error::Conflict) => {}
            outcome => return outcome,
        }
    }
    work().await
}

/// A database: cheap to clone, shared by the whole program.
#[derive(Clone)]
pub struct Db {
    pub(crate) engine: Engine,
    pulse: Arc<Pulse>,
}

impl std::fmt::Debug for Db {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Db").field("embedded", &self.is_embedded()).finish_non_exhaustive()
    }
}

#[derive(Clone)]
pub(crate) enum Engine {
    Lite(Arc<lite::Lite>),
    Postgres(postgres::Postgres),
}

impl Db {
    /// Opens `sqlite:PATH` (created when missing) or `postgres://…` with the default options.
    pub async fn open(url: &str) -> Result<Self> {
        Self::open_with(url, Options::default()).await
    }

    /// Opens `sqlite:PATH` (created when missing) or `postgres://…`; the schema is [`crate::migration`]'s affair.
    pub async fn open_with(url: &str, options: Options) -> Result<Self> {
        let pulse = Arc::<Pulse>::default();
        let engine = match url.strip_prefix("sqlite:") {
            Some(path) => Engine::Lite(Arc::new(lite::Lite::open(path, options.patience)?)),
            None if url.starts_with("postgres:") || url.starts_with("postgresql:") => {
                Engine::Postgres(postgres::Postgres::open(url, &options, pulse.clone()).await?)
            }
            None => return Err(Error::Address),
        };
        Ok(Self { engine, pulse })
    }

    /// Opens a writing transaction; a [`Tx`] that is dropped without `commit` leaves nothing behind.
    pub async fn begin(&self) -> Result<Tx> {
        let asked = Instant::now();
        let begun = match &self.engine {
            Engine::Lite(lite) => Tx::lite(lite.line.turn(lite.patience).await?, self.pulse.clone()),
            Engine::Postgres(postgres) => Tx::postgres(postgres.begin().await?, self.pulse.clone()),
        };
        self.pulse.waits.observe(asked.elapsed().as_secs_f64());
        Ok(begun)
    }

    /// How many times this handle really wrote to disk: under load, fewer than the transactions that succeeded.
    ///
    /// PostgreSQL groups commits itself, so there it counts one per transaction.
    #[must_use]
    pub fn commits(&self) -> u64 {
        match &self.engine {
            Engine::Lite(lite) => lite.line.commits(),
            Engine::Postgres(postgres) => postgres.commits(),
        }
    }

    /// What is counted of the work of this handle and of its clones.
    #[must_use]
    pub fn pulse(&self) -> &Pulse {
        &self.pulse
    }

    /// Tells whether this is the embedded engine (backup and checks differ).
    #[must_use]
    pub fn is_embedded(&self) -> bool {
        matches!(self.engine, Engine::Lite(_))
    }

    /// Waits for the work in progress and closes every connection that can be closed.
    pub async fn close(&self) {
        match &self.engine {
            Engine::Lite(lite) => lite.close(),
            Engine::Postgres(postgres) => postgres.close().await,
        }
    }
}
