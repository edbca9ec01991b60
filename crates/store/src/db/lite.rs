//! SQLite, run inline on the calling task: one writing connection (see [`super::line`]), a pool of readers, WAL.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OpenFlags, params_from_iter};

use super::dialect::Dialect;
use super::error::{Error, Result};
use super::line::Line;
use super::query::Query;
use super::row::Row;
use super::value::Value;

/// Prepared statements kept by each connection: more than this room has.
const STATEMENTS: usize = 512;
/// Bytes of the file that a reader maps into memory.
const MAPPED: u32 = 256 << 20;

pub(crate) struct Lite {
    pub(crate) line: Arc<Line>,
    pub(crate) patience: Duration,
    readers: Mutex<Vec<Connection>>,
    /// Readers that map nothing: who walks through the file would have all of it in memory.
    walkers: Mutex<Vec<Connection>>,
    path: String,
}

impl Lite {
    pub(crate) fn open(path: &str, patience: Duration) -> Result<Self> {
        if path.is_empty() || path == ":memory:" {
            return Err(Error::Address);
        }
        let connection = Connection::open(path)?;
        connection.set_prepared_statement_cache_capacity(STATEMENTS);
        plan_once(&connection)?;
        connection.busy_timeout(patience)?;
        connection.execute_batch(
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;
             PRAGMA cache_size=-65536; PRAGMA mmap_size=268435456",
        )?;
        // From here on the line waits for other programs without blocking a thread.
        connection.busy_timeout(Duration::ZERO)?;
        let (readers, walkers) = (Mutex::default(), Mutex::default());
        Ok(Self { line: Line::new(connection), patience, readers, walkers, path: path.to_owned() })
    }

    /// Reads outside of any transaction: what was committed last.
    pub(crate) fn read(&self, query: &Query) -> Result<Vec<Row>> {
        let (pool, mapped) = if query.walks { (&self.walkers, 0) } else { (&self.readers, MAPPED) };
        let rested = locked(pool).pop();
        let reader = match rested {
            Some(reader) => reader,
            None => self.reader(mapped)?,
        };
        let rows = rows(&reader, query);
        locked(pool).push(reader);
        rows
    }

    pub(crate) fn close(&self) {
        self.line.close();
        locked(&self.readers).clear();
        locked(&self.walkers).clear();
    }

    fn reader(&self, mapped: u32) -> Result<Connection> {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let reader = Connection::open_with_flags(&self.path, flags)?;
        reader.set_prepared_statement_cache_capacity(STATEMENTS);
        plan_once(&reader)?;
        // Readers of a WAL never wait for writers; only a recovery after a crash makes them wait a moment.
        reader.busy_timeout(Duration::from_secs(1))?;
        reader.pragma_update(None, "mmap_size", mapped)?;
        Ok(reader)
    }
}

fn locked(pool: &Mutex<Vec<Connection>>) -> MutexGuard<'_, Vec<Connection>> {
    pool.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A statement keeps its plan whatever values are bound to it: otherwise SQLite may prepare it anew for each of them.
fn plan_once(connection: &Connection) -> Result<()> {
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    Ok(())
}

/// Runs a statement that answers rows.
pub(crate) fn rows(connection: &Connection, query: &Query) -> Result<Vec<Row>> {
    let mut statement = connection.prepare_cached(&Dialect::Lite.statement(query.sql))?;
    let names: Arc<[String]> = statement.column_names().map(str::to_owned).collect();
    let mut answer = statement.query(params_from_iter(&query.values))?;
    let mut found = Vec::new();
    while let Some(row) = answer.next()? {
        let values = names.iter().enumerate().map(|(place, name)| value(row.get_ref(place)?, name));
        found.push(Row::new(names.clone(), values.collect::<Result<_>>()?));
    }
    Ok(found)
}

/// Runs a statement that answers nothing; gives how many rows it changed.
pub(crate) fn change(connection: &Connection, query: &Query) -> Result<u64> {
    let mut statement = connection.prepare_cached(&Dialect::Lite.statement(query.sql))?;
    let changed = statement.execute(params_from_iter(&query.values))?;
    Ok(u64::try_from(changed).unwrap_or(u64::MAX))
}

fn value(found: ValueRef<'_>, column: &str) -> Result<Value> {
    Ok(match found {
        ValueRef::Null => Value::Integer(None),
        ValueRef::Integer(integer) => Value::Integer(Some(integer)),
        ValueRef::Real(real) => Value::Real(Some(real)),
        ValueRef::Blob(bytes) => Value::Bytes(Some(bytes.to_vec())),
        ValueRef::Text(text) => {
            let text = std::str::from_utf8(text).map_err(|_| Error::Column(column.to_owned()))?;
            Value::Text(Some(text.to_owned()))
        }
    })
}
