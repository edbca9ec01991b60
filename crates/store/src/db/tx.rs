//! A writing transaction.

use std::sync::Arc;

use super::dialect::Dialect;
use super::error::{Error, Result};
use super::line::Turn;
use super::lite;
use super::postgres::{self, Postgres, Transaction};
use super::pulse::Pulse;
use super::query::Query;
use super::row::Row;
use super::tally;

/// A transaction in which one writes. Dropped without [`Tx::commit`], it leaves nothing behind.
///
/// After a statement failed, every later one is refused with [`Error::Aborted`] on both engines, and so is the commit:
/// drop it and begin another.
pub struct Tx {
    work: Work,
    failed: bool,
    pulse: Arc<Pulse>,
}

impl std::fmt::Debug for Tx {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Tx").field("failed", &self.failed).finish_non_exhaustive()
    }
}

enum Work {
    Lite(Turn),
    Postgres(Transaction, Postgres),
}

impl Tx {
    pub(super) fn lite(turn: Turn, pulse: Arc<Pulse>) -> Self {
        Self { work: Work::Lite(turn), failed: false, pulse }
    }

    pub(super) fn postgres((transaction, postgres): (Transaction, Postgres), pulse: Arc<Pulse>) -> Self {
        Self { work: Work::Postgres(transaction, postgres), failed: false, pulse }
    }

    /// Returns once the work is on disk. On an error nothing of it was kept, except after [`Error::Lost`], where the
    /// server may have committed just before the connection broke: ask again with the same ids.
    pub async fn commit(self) -> Result<()> {
        if self.failed {
            return Err(Error::Aborted);
        }
        match self.work {
            Work::Lite(turn) => commit_together(turn).await?,
            Work::Postgres(transaction, postgres) => {
                postgres.wait(async { Ok(transaction.commit().await?) }).await?;
                postgres.count_commit();
            }
        }
        tally::note_commit();
        self.pulse.transactions.inc();
        Ok(())
    }

    /// Ends it and keeps nothing, as a drop does; but once this returns, the rows that it held are free for others.
    pub async fn rollback(self) -> Result<()> {
        match self.work {
            Work::Lite(turn) => drop(turn),
            Work::Postgres(transaction, postgres) => {
                postgres.wait(async { Ok(transaction.rollback().await?) }).await?;
            }
        }
        Ok(())
    }

    pub(super) async fn rows(&mut self, query: &Query) -> Result<Vec<Row>> {
        self.check()?;
        let outcome = match &mut self.work {
            Work::Lite(turn) => turn.run(|connection| lite::rows(connection, query)),
            Work::Postgres(transaction, server) => server.wait(postgres::rows(transaction, query)).await,
        };
        self.note(outcome)
    }

    pub(super) async fn change(&mut self, query: &Query) -> Result<u64> {
        self.check()?;
        let outcome = match &mut self.work {
            Work::Lite(turn) => turn.run(|connection| lite::change(connection, query)),
            Work::Postgres(transaction, server) => server.wait(postgres::change(transaction, query)).await,
        };
        self.note(outcome)
    }

    /// Runs several statements at once, as they stand: for migrations.
    pub(crate) async fn script(&mut self, sql: &str) -> Result<()> {
        self.check()?;
        let outcome = match &mut self.work {
            Work::Lite(turn) => {
                let sql = Dialect::Lite.schema(sql);
                turn.run(|connection| Ok(connection.execute_batch(&sql)?))
            }
            Work::Postgres(transaction, _) => {
                let sql = sqlx::AssertSqlSafe(Dialect::Postgres.schema(sql));
                sqlx::raw_sql(sql).execute(&mut **transaction).await.map(|_| ()).map_err(Error::from)
            }
        };
        self.note(outcome)
    }

    /// Of the transactions that name this number, lets one at a time go on, until it ends; SQLite's writers are alone
    /// anyway.
    pub(crate) async fn stand_alone(&mut self, number: i64) -> Result<()> {
        self.check()?;
        let outcome = match &mut self.work {
            Work::Lite(_) => Ok(()),
            Work::Postgres(transaction, server) => {
                let sql = sqlx::AssertSqlSafe(format!("SELECT pg_advisory_xact_lock({number})"));
                let locked = async {
                    sqlx::raw_sql(sql).execute(&mut **transaction).await?;
                    Ok(())
                };
                server.wait(locked).await
            }
        };
        self.note(outcome)
    }

    fn check(&self) -> Result<()> {
        if self.failed { Err(Error::Aborted) } else { Ok(()) }
    }

    fn note<T>(&mut self, outcome: Result<T>) -> Result<T> {
        self.failed |= outcome.is_err();
        outcome
    }
}

/// Before closing the batch, the last in line looks around once: those who are about to write join it. When nobody
/// else is at work this costs nothing.
async fn commit_together(turn: Turn) -> Result<()> {
    if turn.is_last() {
        tokio::task::yield_now().await;
    }
    let letter = turn.finish()?;
    letter.await.map_err(|_| Error::Lost("the writer stopped before its commit".to_owned()))?
}
