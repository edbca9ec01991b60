//! What an answer leaves on the disk: the rows and indexes that stay, and the log that passes.

use crate::report::Figure;
use crate::scenario::Engine;
use crate::server::{Place, Server};
use std::process::Command;

/// Bytes of the table of answers, with its index.
const ROWS: &str = "SELECT pg_total_relation_size('answer')";
const LOG: &str = "SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')";

/// What each answer adds to the database, told from two databases whose learners answered few and many times.
pub fn each_row(engine: &Engine<'_>, few: (&Place, usize), many: (&Place, usize)) -> Result<Figure, String> {
    let added = rows(engine, many.0)? - rows(engine, few.0)?;
    let each = added / (many.1 - few.1).max(1) as f64;
    Ok(Figure::new(
        engine.name,
        "disk per answer, table + index (SQLite: and its share of the attempt), B",
        each,
    )
    .at_most(150.0))
}

fn rows(engine: &Engine<'_>, place: &Place) -> Result<f64, String> {
    match engine.url {
        Some(_) => psql(&place.database, ROWS),
        None => Ok(std::fs::metadata(place.file()).map_err(|error| error.to_string())?.len() as f64),
    }
}

/// Bytes logged so far. For SQLite everything that the program wrote, the log and what is carried from it to the file.
pub fn logged(engine: &Engine<'_>, place: &Place, server: &Server) -> Result<f64, String> {
    match engine.url {
        Some(_) => psql(&place.database, LOG),
        None => Ok(written(server.pid())),
    }
}

/// Bytes that a process had written to the disk.
fn written(pid: u32) -> f64 {
    let io = std::fs::read_to_string(format!("/proc/{pid}/io")).unwrap_or_default();
    let line = io.lines().find_map(|line| line.strip_prefix("write_bytes: ")).unwrap_or("0");
    line.parse().unwrap_or(0.0)
}

/// A number that PostgreSQL is asked for.
pub fn psql(url: &str, sql: &str) -> Result<f64, String> {
    let output =
        Command::new("psql").args(["-XtA", url, "-c", sql]).output().map_err(|error| error.to_string())?;
    let text = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    if !output.status.success() {
        return Err(format!("psql: {}", String::from_utf8_lossy(&output.stderr)));
    }
    Ok(text.parse().unwrap_or(0.0))
}
