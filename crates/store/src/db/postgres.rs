//! PostgreSQL through a pool. Prepared statements are kept by each connection.

use std::borrow::Cow;
use std::str::FromStr;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::{Duration, Instant};

use sqlx::postgres::{PgArguments, PgConnectOptions, PgPool, PgPoolOptions, PgRow};
use sqlx::{
    Arguments, AssertSqlSafe, Column as _, Connection as _, PgConnection, Row as _, SqlSafeStr, SqlStr,
    TypeInfo,
};

use super::Options;
use super::dialect::Dialect;
use super::error::{Error, Result};
use super::pulse::Pulse;
use super::query::Query;
use super::row::Row;
use super::value::Value;

pub(crate) type Transaction = sqlx::Transaction<'static, sqlx::Postgres>;

/// A connection that rested longer is asked whether it still lives before it is used.
const RESTED: Duration = Duration::from_secs(1);
/// No statement of ours takes so long: locks are waited for half as long at most.
const SILENCE: Duration = Duration::from_secs(10);

#[derive(Clone)]
pub(crate) struct Postgres(Arc<Link>);

/// The way to the server. When nobody is heard from there any more, the whole pool is replaced: its connections may
/// wait for a server that went away without a word for as long as the system does, a quarter of an hour.
struct Link {
    pool: RwLock<Numbered>,
    connect: PgConnectOptions,
    pools: PgPoolOptions,
    patience: Duration,
    born: Instant,
    /// When the server was last heard, in milliseconds since `born`.
    heard: AtomicU64,
    commits: AtomicU64,
    pulse: Arc<Pulse>,
}

/// A pool, and how many there were before it.
#[derive(Clone)]
struct Numbered {
    number: u64,
    pool: PgPool,
}

impl Postgres {
    pub(crate) async fn open(url: &str, options: &Options, pulse: Arc<Pulse>) -> Result<Self> {
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
                // Starting the processes of a parallel plan takes longer than a page may.
                ("max_parallel_workers_per_gather", "0"),
            ]);
        let pools = pools(options);
        let pool = Numbered { number: 0, pool: pools.clone().connect_with(connect.clone()).await? };
        Ok(Self(Arc::new(Link {
            pool: RwLock::new(pool),
            connect,
            pools,
            patience: options.patience,
            born: Instant::now(),
            heard: AtomicU64::default(),
            commits: AtomicU64::default(),
            pulse,
        })))
    }

    /// Opens a transaction; a connection that turns out to be broken is replaced once.
    pub(crate) async fn begin(&self) -> Result<(Transaction, Self)> {
        let begun = match self.begin_once().await {
            Err(Error::Lost(_)) => self.begin_once().await?,
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
        self.0.pulse.transactions.inc();
        Ok(changed)
    }

    /// Waits for the server to answer something asked of a connection already had, but not for ever.
    pub(crate) async fn wait<T>(&self, asked: impl Future<Output = Result<T>>) -> Result<T> {
        let number = self.0.pool().number;
        self.wait_for(number, asked).await
    }

    pub(crate) fn commits(&self) -> u64 {
        self.0.commits.load(Ordering::Relaxed)
    }

    pub(crate) fn count_commit(&self) {
        self.0.commits.fetch_add(1, Ordering::Relaxed);
    }

    pub(crate) async fn close(&self) {
        let pool = self.0.pool().pool;
        pool.close().await;
    }

    async fn begin_once(&self) -> Result<Transaction> {
        let Numbered { number, pool } = self.0.pool();
        self.reach(number, async { Ok(pool.begin().await?) }).await
    }

    async fn change_once(&self, query: &Query) -> Result<u64> {
        let Numbered { number, pool } = self.0.pool();
        let changed = async {
            let asked = Instant::now();
            let mut connection = pool.acquire().await?;
            self.0.pulse.waits.observe(asked.elapsed().as_secs_f64());
            change(&mut connection, query).await
        };
        self.reach(number, changed).await
    }

    async fn read_once(&self, query: &Query) -> Result<Vec<Row>> {
        let Numbered { number, pool } = self.0.pool();
        let read = async {
            let mut connection = pool.acquire().await?;
            rows(&mut connection, query).await
        };
        self.reach(number, read).await
    }

    /// Waits for something that needs a connection of the pool with this number.
    async fn reach<T>(&self, number: u64, asked: impl Future<Output = Result<T>>) -> Result<T> {
        let outcome = self.wait_for(number, asked).await;
        // All connections are taken, which is no wonder under load; but then some answer comes meanwhile.
        if outcome.as_ref().is_err_and(|error| *error == Error::Busy) && self.0.silence() >= self.0.patience {
            self.0.replace(number);
        }
        outcome
    }

    async fn wait_for<T>(&self, number: u64, asked: impl Future<Output = Result<T>>) -> Result<T> {
        match tokio::time::timeout(SILENCE, asked).await {
            Ok(outcome) => {
                if !matches!(outcome, Err(Error::Busy | Error::Lost(_))) {
                    self.0.hear();
                }
                outcome
            }
            Err(_) => {
                self.0.replace(number);
                Err(Error::Lost("the server says nothing".to_owned()))
            }
        }
    }
}

impl Link {
    fn pool(&self) -> Numbered {
        self.pool.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn hear(&self) {
        self.heard.store(self.age(), Ordering::Relaxed);
    }

    /// How long nothing was heard.
    fn silence(&self) -> Duration {
        Duration::from_millis(self.age().saturating_sub(self.heard.load(Ordering::Relaxed)))
    }

    fn age(&self) -> u64 {
        u64::try_from(self.born.elapsed().as_millis()).unwrap_or(u64::MAX)
    }

    /// Puts a new pool in the place of the one with this number, unless that was done already.
    fn replace(&self, number: u64) {
        let mut present = self.pool.write().unwrap_or_else(PoisonError::into_inner);
        if present.number != number || present.pool.is_closed() {
            return;
        }
        tracing::warn!("the database server says nothing: its connections are given up, others are made");
        let pool = self.pools.clone().connect_lazy_with(self.connect.clone());
        let old = std::mem::replace(&mut *present, Numbered { number: number + 1, pool });
        tokio::spawn(async move { old.pool.close().await });
    }
}

fn pools(options: &Options) -> PgPoolOptions {
    PgPoolOptions::new()
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
