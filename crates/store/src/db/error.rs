//! What can go wrong with a database, in the words a caller acts upon.

use rusqlite::ErrorCode;

/// The result of whatever touches the database.
pub type Result<T> = std::result::Result<T, Error>;

/// Why a statement or a transaction did not happen. It carries no personal data: values never enter a message.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// A row with this key exists already.
    #[error("a row with this key exists already ({0})")]
    Unique(String),
    /// The row refers to another one that does not exist, or is referred to.
    #[error("the row refers to one that does not exist, or is still referred to ({0})")]
    Reference(String),
    /// Others hold the database for too long: try again later (the web answers 503).
    #[error("the database is busy, try again later")]
    Busy,
    /// Two transactions contradict each other and this one was chosen to start again (PostgreSQL).
    #[error("two transactions met, start this one again")]
    Conflict,
    /// The connection broke or the server stopped; whether the last commit happened is unknown.
    #[error("the database cannot be reached ({0})")]
    Lost(String),
    /// The disk is full: nothing was written.
    #[error("the database's disk is full, free some space")]
    Full,
    /// An earlier statement of this transaction failed: drop it, then begin another.
    #[error("an earlier statement of this transaction failed, begin another")]
    Aborted,
    /// A column is missing or is not of the type the code expects.
    #[error("column {0} is missing or has another type")]
    Column(String),
    /// The address is neither `sqlite:PATH` nor `postgres://…`.
    #[error("the database address must be sqlite:PATH or postgres://…")]
    Address,
    /// The migrations and the database do not agree.
    #[error("{0}")]
    Migration(String),
    /// Anything else: a mistake in a statement, a damaged file.
    #[error("the database refused: {0}")]
    Other(String),
}

impl Error {
    /// Tells whether the same request may succeed a moment later, unchanged (the web answers 503).
    #[must_use]
    pub fn is_passing(&self) -> bool {
        matches!(self, Self::Busy | Self::Conflict | Self::Lost(_) | Self::Full)
    }
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        let rusqlite::Error::SqliteFailure(failure, message) = error else {
            return Self::Other(error.to_string());
        };
        let message = message.unwrap_or_else(|| failure.to_string());
        match (failure.code, failure.extended_code) {
            (_, rusqlite::ffi::SQLITE_CONSTRAINT_UNIQUE | rusqlite::ffi::SQLITE_CONSTRAINT_PRIMARYKEY) => {
                Self::Unique(message)
            }
            (_, rusqlite::ffi::SQLITE_CONSTRAINT_FOREIGNKEY) => Self::Reference(message),
            (ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked, _) => Self::Busy,
            (ErrorCode::DiskFull, _) => Self::Full,
            (ErrorCode::SystemIoFailure | ErrorCode::CannotOpen, _) => Self::Lost(message),
            _ => Self::Other(message),
        }
    }
}

impl From<sqlx::Error> for Error {
    fn from(error: sqlx::Error) -> Self {
        match error {
            sqlx::Error::Database(refusal) => refused(&*refusal),
            sqlx::Error::PoolTimedOut => Self::Busy,
            sqlx::Error::Io(_)
            | sqlx::Error::PoolClosed
            | sqlx::Error::WorkerCrashed
            | sqlx::Error::Protocol(_) => Self::Lost(error.to_string()),
            other => Self::Other(other.to_string()),
        }
    }
}

/// Reads PostgreSQL's five-letter code (Appendix A of its manual). Only the constraint's name is kept of a refusal
/// about data: the server's message may quote values.
fn refused(refusal: &dyn sqlx::error::DatabaseError) -> Error {
    let code = refusal.code().unwrap_or_default();
    let constraint = || refusal.constraint().unwrap_or_default().to_owned();
    match &*code {
        "23505" => Error::Unique(constraint()),
        "23503" => Error::Reference(constraint()),
        "40001" | "40P01" => Error::Conflict,
        "55P03" | "57014" | "53300" => Error::Busy,
        "53100" => Error::Full,
        "25P02" => Error::Aborted,
        // 25006: a standby that was the primary a moment ago; 57P…: stopping, starting, cut by an administrator.
        "25006" => Error::Lost(code.into_owned()),
        lost if lost.starts_with("08") || lost.starts_with("57P") => Error::Lost(code.into_owned()),
        data if data.starts_with("22") || data.starts_with("23") => {
            Error::Other(format!("{data} {}", constraint()))
        }
        _ => Error::Other(format!("{code} {}", refusal.message())),
    }
}
