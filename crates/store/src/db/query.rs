//! A statement, from its text to its rows: the one gate through which this house speaks to a database.

use super::error::Result;
use super::postgres::Postgres;
use super::row::{FromRow, Row};
use super::tx::Tx;
use super::value::{Bind, Value};
use super::{Db, Engine, tally};

/// Where a read takes place: outside of any transaction, or inside one.
pub enum On<'a> {
    /// What was committed last, by any connection.
    Db(&'a Db),
    /// What this transaction sees.
    Tx(&'a mut Tx),
}

impl<'a> From<&'a Db> for On<'a> {
    fn from(db: &'a Db) -> Self {
        Self::Db(db)
    }
}

impl<'a> From<&'a mut Tx> for On<'a> {
    fn from(tx: &'a mut Tx) -> Self {
        Self::Tx(tx)
    }
}

/// A statement and its parameters.
pub(crate) struct Query {
    pub(super) sql: &'static str,
    pub(super) values: Vec<Value>,
    pub(super) walks: bool,
}

/// Starts a statement; its parameters are `$1`, `$2`… in the order of [`Query::bind`].
pub(crate) fn q(sql: &'static str) -> Query {
    Query { sql, values: Vec::new(), walks: false }
}

impl Query {
    /// Gives the next parameter.
    pub(crate) fn bind(mut self, value: impl Bind) -> Self {
        self.values.push(value.bind());
        self
    }

    /// Says that this is a part of a walk through more rows than one wants in memory: SQLite then reads the file without
    /// mapping it.
    pub(crate) fn walking(self) -> Self {
        Self { walks: true, ..self }
    }

    /// Reads every row.
    pub(crate) async fn all<T: FromRow>(self, on: impl Into<On<'_>>) -> Result<Vec<T>> {
        let rows = self.rows(on.into()).await?;
        rows.into_iter().map(|mut row| T::from_row(&mut row)).collect()
    }

    /// Reads the first row, if any.
    pub(crate) async fn one<T: FromRow>(self, on: impl Into<On<'_>>) -> Result<Option<T>> {
        let rows = self.rows(on.into()).await?;
        rows.into_iter().next().map(|mut row| T::from_row(&mut row)).transpose()
    }

    /// Writes; gives how many rows changed.
    pub(crate) async fn exec(self, tx: &mut Tx) -> Result<u64> {
        tally::note_statement(self.sql);
        tx.change(&self).await
    }

    /// Writes in a statement that is a transaction of its own; gives how many rows changed. When the connection breaks it
    /// is sent once more: it must do nothing where it was done already.
    pub(crate) async fn alone(self, postgres: &Postgres) -> Result<u64> {
        tally::note_statement(self.sql);
        let changed = postgres.change_alone(&self).await?;
        tally::note_commit();
        Ok(changed)
    }

    async fn rows(self, on: On<'_>) -> Result<Vec<Row>> {
        tally::note_statement(self.sql);
        match on {
            On::Tx(tx) => tx.rows(&self).await,
            On::Db(db) => match &db.engine {
                Engine::Lite(lite) => lite.read(&self),
                Engine::Postgres(postgres) => postgres.read(&self).await,
            },
        }
    }
}

/// Writes a list of integers as the JSON text that `{each $1}` expects.
#[must_use]
pub fn json_list(integers: impl IntoIterator<Item = i64>) -> String {
    let integers: Vec<String> = integers.into_iter().map(|integer| integer.to_string()).collect();
    format!("[{}]", integers.join(","))
}
