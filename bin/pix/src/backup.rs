//! `pix backup` and `pix restore`: the embedded database in one file, and back. PostgreSQL has better tools: we name them.

use crate::settings::Settings;
use std::io::Write;
use std::path::Path;
use store::backup;
use web::clock::Clock;

const POSTGRES_BACKUP: &str = "the database is PostgreSQL, which has its own tool: \
    pg_dump --format=custom --file=FILE DATABASE (consistent while the program serves)";
const POSTGRES_RESTORE: &str = "the database is PostgreSQL, which has its own tool: \
    stop the program, createdb NEW, pg_restore --exit-on-error --no-owner --dbname=NEW FILE, \
    then start the program on NEW";

/// Writes a backup of the database, which may be in use.
///
/// # Errors
/// A sentence that says why there is no backup.
pub fn take(settings: &Settings, file: &Path) -> Result<(), String> {
    let address = settings.database();
    let database = backup::file_of(&address).ok_or(POSTGRES_BACKUP)?;
    backup::take(database, file).map_err(|error| error.to_string())?;
    say(&format!("{} holds all of {}, checked.", file.display(), database.display()))
}

/// Puts a backup in the place of the database, which must not be in use.
///
/// # Errors
/// A sentence that says why everything is as before.
pub fn put_back(settings: &Settings, file: &Path, replace: bool) -> Result<(), String> {
    let address = settings.database();
    let database = backup::file_of(&address).ok_or(POSTGRES_RESTORE)?;
    if let Some(folder) = database.parent() {
        std::fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    }
    let kept =
        backup::put_back(file, database, replace, Clock::System.now()).map_err(|error| error.to_string())?;
    say(&format!("{} is the database now, checked.", database.display()))?;
    kept.map_or(Ok(()), |kept| say(&format!("The old one is kept as {}.", kept.display())))
}

fn say(line: &str) -> Result<(), String> {
    writeln!(std::io::stdout(), "{line}").map_err(|error| error.to_string())
}
