//! PostgreSQL through a pool. Prepared statements are kept by each connection.

use std::borrow::Cow;
use std::str::FromStr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use sqlx::postgres::{PgArguments, PgConnectOptions, PgPool, PgPoolOptions, PgRow};
use sqlx::{
    Arguments, AssertSqlSafe, Column as _, Connection as _, PgConnection, Row as _, SqlSafeStr, SqlStr,
    TypeInfo,
};

use super::Options;
use super::dialect::Dialect;
use super::error::{Error, Result};
use super::query::Query;
use super::row::Row;
use super::value::Value;

pub(crate) type Transaction = sqlx::Transaction<'static, sqlx::Postgres>;

/// A connection that rested longer is asked whether it still lives before it is used.
const RESTED: Duration = Duration::from_secs(1);

#[derive(Clone)]
pub(crate) struct Postgres {
    pub(crate) pool: PgPool,
    commits: Arc<AtomicU64>,
}

impl Postgres {
    pub(crate) async fn open(url: &str, options: &Options) -> Result<Self> {
        let patience = options.patience.as_millis().to_string();
        let connect = PgConnectOptions::from_str(url)
            .map_err(|_| Error::Address)?
            .statement_cache_capacity(512)
            .options([
                ("lock_timeout", patience.as_str()),
                ("idle_in_transaction_session_timeout", "60000"),
                // Every statement finds its rows by a key whatever the values: planning it anew costs more than running it.
                ("plan_cache_mode", "force_generic_plan"),
                ("jit", "off"),
            ]);
        let pool = PgPoolOptions::new()
            .max_connections(options.connections)
            .acquire_timeout(options.patience)
            .test_before_acquire(false)
            .before_acquire(|connection, about| {
                Box::pin(async move {
                    if about.idle_for > RESTED {
                        connection.ping().await?;
                    }
                    Ok(true)
                })
            })
            .connect_with(connect)
            .await?;
        Ok(Self { pool, commits: Arc::default() })
    }

    /// Opens a transaction; a connection that turns out to be broken is replaced once.
    pub(crate) async fn begin(&self) -> Result<(Transaction, Self)> {
        let begun = match self.pool.begin().await.map_err(Error::from) {
            Err(Error::Lost(_)) => self.pool.begin().await?,
            begun => begun?,
        };
        Ok((begun, self.clone()))
    }

    /// Reads outside of any transaction; a connection that turns out to be broken is replaced once.
    pub(crate) async fn read(&self, query: &Query) -> Result<Vec<Row>> {
        match self.read_once(query).await {
            Err(Error::Lost(_)) => self.read_once(query).await,
            outcome => outcome,
        }
    }

    /// Runs a statement that writes and is a transaction of its own; once more when the connection turns out to be broken.
    pub(crate) async fn change_alone(&self, query: &Query) -> Result<u64> {
        let changed = match self.change_once(query).await {
            Err(Error::Lost(_)) => self.change_once(query).await?,
            outcome => outcome?,
        };
        self.count_commit();
        Ok(changed)
    }

    pub(crate) fn commits(&self) -> u64 {
        self.commits.load(Ordering::Relaxed)
    }

    pub(crate) fn count_commit(&self) {
        self.commits.fetch_add(1, Ordering::Relaxed);
    }

    pub(crate) async fn close(&self) {
        self.pool.close().await;
    }

    async fn change_once(&self, query: &Query) -> Result<u64> {
        let mut connection = self.pool.acquire().await?;
        change(&mut connection, query).await
    }

    async fn read_once(&self, query: &Query) -> Result<Vec<Row>> {
        let mut connection = self.pool.acquire().await?;
        rows(&mut connection, query).await
    }
}

/// Runs a statement that answers rows.
pub(crate) async fn rows(connection: &mut PgConnection, query: &Query) -> Result<Vec<Row>> {
    let found = sqlx::query_with(text(query), arguments(&query.values)?).fetch_all(connection).await?;
    let Some(first) = found.first() else { return Ok(Vec::new()) };
    let names: Arc<[String]> = first.columns().iter().map(|column| column.name().to_owned()).collect();
    found.iter().map(|row| Ok(Row::new(names.clone(), read(row)?))).collect()
}

/// Runs a statement that answers nothing; gives how many rows it changed.
pub(crate) async fn change(connection: &mut PgConnection, query: &Query) -> Result<u64> {
    let done = sqlx::query_with(text(query), arguments(&query.values)?).execute(connection).await?;
    Ok(done.rows_affected())
}

/// Our statements are literals, and the dialect puts only words of its own in them: no value ever enters the text.
fn text(query: &Query) -> SqlStr {
    match Dialect::Postgres.statement(query.sql) {
        Cow::Borrowed(sql) => sql.into_sql_str(),
        Cow::Owned(sql) => AssertSqlSafe(sql).into_sql_str(),
    }
}

fn arguments(values: &[Value]) -> Result<PgArguments> {
    let mut arguments = PgArguments::default();
    for value in values {
        match value {
            Value::Integer(integer) => arguments.add(*integer),
            Value::Real(real) => arguments.add(*real),
            Value::Truth(truth) => arguments.add(*truth),
            Value::Text(text) => arguments.add(text.as_deref()),
            Value::Bytes(bytes) => arguments.add(bytes.as_deref()),
        }
        .map_err(|_| Error::Other("a parameter cannot be sent".to_owned()))?;
    }
    Ok(arguments)
}

/// The types of the portable subset; anything else must be CAST in the statement.
fn read(row: &PgRow) -> Result<Vec<Value>> {
    let value = |(place, column): (usize, &sqlx::postgres::PgColumn)| {
        Ok(match column.type_info().name() {
            "INT8" => Value::Integer(row.try_get(place)?),
            "INT4" => Value::Integer(row.try_get::<Option<i32>, _>(place)?.map(i64::from)),
            "INT2" => Value::Integer(row.try_get::<Option<i16>, _>(place)?.map(i64::from)),
            "BOOL" => Value::Truth(row.try_get(place)?),
            "FLOAT8" => Value::Real(row.try_get(place)?),
            "TEXT" | "VARCHAR" | "NAME" => Value::Text(row.try_get(place)?),
            "BYTEA" => Value::Bytes(row.try_get(place)?),
            other => return Err(Error::Column(format!("{} ({other}: CAST it)", column.name()))),
        })
    };
    row.columns().iter().enumerate().map(value).collect()
}
