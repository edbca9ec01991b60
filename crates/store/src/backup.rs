//! Backups of the embedded engine: one file, taken while the program serves, put back while it does not.
//!
//! A backup is what was committed at one instant (`VACUUM INTO` reads a snapshot, writers do not wait). Whatever is
//! written appears under its name only when it is whole, checked and on disk: it is made beside, then renamed.
//! PostgreSQL has its own tools.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, ErrorCode, OpenFlags};

use crate::migration;

/// How long to wait for somebody who holds the file.
const PATIENCE: Duration = Duration::from_secs(5);

/// Why a backup was not taken or not put back. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// There is no database to back up.
    #[error("{0}: there is no database here")]
    NoDatabase(PathBuf),
    /// A file is in the way.
    #[error("{0}: exists already, and nothing is overwritten; choose another name")]
    FileExists(PathBuf),
    /// A database is in the way.
    #[error(
        "{0}: a database exists already; --replace puts the backup in its place and keeps the old one beside"
    )]
    DatabaseExists(PathBuf),
    /// A program uses the database.
    #[error("{0}: a program uses this database; stop it first")]
    InUse(PathBuf),
    /// The file is not a sound backup.
    #[error("this is not a sound backup: {0}")]
    Unsound(String),
    /// A newer program wrote it.
    #[error("the backup has migration {0}, which this program does not know: use a newer program")]
    Newer(String),
    /// The disk refused.
    #[error("{0}: {1}")]
    Disk(PathBuf, io::Error),
    /// The engine refused.
    #[error("the database refused: {0}")]
    Engine(#[from] rusqlite::Error),
}

/// The file of an address `sqlite:PATH`; none for another engine.
#[must_use]
pub fn file_of(url: &str) -> Option<&Path> {
    url.strip_prefix("sqlite:").map(Path::new)
}

/// Writes to `into` what `database` holds now; the program may serve meanwhile.
///
/// # Errors
/// See [`BackupError`]; then `into` does not exist.
pub fn take(database: &Path, into: &Path) -> Result<(), BackupError> {
    if !database.is_file() {
        return Err(BackupError::NoDatabase(database.to_owned()));
    }
    if into.exists() {
        return Err(BackupError::FileExists(into.to_owned()));
    }
    let draft = Draft::beside(into);
    let source = Connection::open_with_flags(database, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    source.busy_timeout(PATIENCE)?;
    source.execute("VACUUM INTO ?1", [draft.0.to_string_lossy()])?;
    check(&draft.0)?;
    draft.publish(into)
}

/// Puts a backup where `database` is read from. An old database is kept beside, and its place is given; `now` is in
/// its name.
///
/// # Errors
/// See [`BackupError`]; then the old database is where it was.
pub fn put_back(
    backup: &Path,
    database: &Path,
    replace: bool,
    now: i64,
) -> Result<Option<PathBuf>, BackupError> {
    let there = database.exists();
    if there && !replace {
        return Err(BackupError::DatabaseExists(database.to_owned()));
    }
    if !backup.is_file() {
        return Err(BackupError::NoDatabase(backup.to_owned()));
    }
    let draft = Draft::beside(database);
    fs::copy(backup, &draft.0).map_err(on(backup))?;
    check(&draft.0)?;
    if !there {
        set_aside_log(database, &with_ending(database, &format!(".before-{now}")))?;
        draft.publish(database)?;
        return Ok(None);
    }
    let kept = with_ending(database, &format!(".before-{now}"));
    let hold = hold(database)?;
    set_aside_log(database, &kept)?;
    // A second name, not a move: at no instant is there no database.
    fs::hard_link(database, &kept).or_else(|_| fs::rename(database, &kept)).map_err(on(&kept))?;
    draft.publish(database)?;
    drop(hold);
    Ok(Some(kept))
}

/// Checks a whole file: pages, indexes, references, and that this program knows its schema.
fn check(file: &Path) -> Result<(), BackupError> {
    let unsound = |error: rusqlite::Error| BackupError::Unsound(error.to_string());
    let database = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    // One file, without a log beside it.
    database.pragma_update(None, "journal_mode", "DELETE").map_err(unsound)?;
    let verdict: String =
        database.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0)).map_err(unsound)?;
    if verdict != "ok" {
        return Err(BackupError::Unsound(verdict));
    }
    if database.prepare("PRAGMA foreign_key_check")?.exists([])? {
        return Err(BackupError::Unsound("a row refers to one that does not exist".to_owned()));
    }
    let mut applied =
        database.prepare("SELECT name, checksum FROM schema_migration ORDER BY name").map_err(unsound)?;
    let applied = applied.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let applied: Vec<(String, String)> = applied.collect::<Result<_, _>>().map_err(unsound)?;
    if applied.is_empty() {
        return Err(BackupError::Unsound("it has no table of ours".to_owned()));
    }
    for (name, checksum) in applied {
        match migration::is_same(&name, &checksum) {
            None => return Err(BackupError::Newer(name)),
            Some(false) => return Err(BackupError::Unsound(format!("migration {name} was another one"))),
            Some(true) => {}
        }
    }
    Ok(())
}

/// Makes sure that no program uses a database, and that none does while the connection lives; none is given for a
/// file that is damaged.
fn hold(database: &Path) -> Result<Option<Connection>, BackupError> {
    let connection = Connection::open_with_flags(database, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    // Leaving the log asks for the file alone, and writes what the log still holds into it.
    let held = connection
        .pragma_update(None, "journal_mode", "DELETE")
        .and_then(|()| connection.execute_batch("BEGIN EXCLUSIVE"));
    match held {
        Ok(()) => Ok(Some(connection)),
        Err(rusqlite::Error::SqliteFailure(failure, _))
            if matches!(failure.code, ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) =>
        {
            Err(BackupError::InUse(database.to_owned()))
        }
        // A damaged database is why one restores.
        Err(_) => Ok(None),
    }
}

/// A log belongs to the database it was written for: applied to another one, it would destroy it.
fn set_aside_log(database: &Path, kept: &Path) -> Result<(), BackupError> {
    for ending in ["-wal", "-shm"] {
        let log = with_ending(database, ending);
        if log.exists() {
            fs::rename(&log, with_ending(kept, ending)).map_err(on(&log))?;
        }
    }
    Ok(())
}

/// A file being made, removed unless it is published.
struct Draft(PathBuf);

impl Draft {
    fn beside(target: &Path) -> Self {
        Self(with_ending(target, &format!(".{}.draft", std::process::id())))
    }

    fn publish(self, target: &Path) -> Result<(), BackupError> {
        File::open(&self.0).and_then(|file| file.sync_all()).map_err(on(&self.0))?;
        fs::rename(&self.0, target).map_err(on(target))?;
        let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty());
        let folder = folder.unwrap_or(Path::new("."));
        File::open(folder).and_then(|folder| folder.sync_all()).map_err(on(folder))
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        for ending in ["", "-wal", "-shm", "-journal"] {
            // What was published, and what never was, is not there.
            let _ = fs::remove_file(with_ending(&self.0, ending));
        }
    }
}

fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

fn on(path: &Path) -> impl FnOnce(io::Error) -> BackupError + use<> {
    let path = path.to_owned();
    move |error| BackupError::Disk(path, error)
}
