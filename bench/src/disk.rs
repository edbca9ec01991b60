//! What an answer leaves on the disk: rows and indexes that stay, and the log that passes.

use crate::report::Figure;
use crate::scenario::Engine;
use crate::server::{Place, Server};
use std::process::Command;

/// Bytes at one moment.
pub struct Written {
    rows: f64,
    log: f64,
}

impl Written {
    /// What stands on the disk now.
    pub fn now(engine: &Engine<'_>, place: &Place, server: &Server) -> Result<Self, String> {
        if engine.url.is_none() {
            let file = std::fs::metadata(place.file()).map_err(|error| error.to_string())?;
            return Ok(Self { rows: file.len() as f64, log: written(server.pid()) });
        }
        let rows = psql(
            &place.database,
            "SELECT pg_total_relation_size('answer') + pg_total_relation_size('learner_state') + pg_total_relation_size('attempt')",
        )?;
        let log = psql(&place.database, "SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')")?;
        Ok(Self { rows, log })
    }

    /// What each of `answers` answers added.
    pub fn since(
        &self,
        engine: &Engine<'_>,
        place: &Place,
        server: &Server,
        answers: usize,
    ) -> Result<Vec<Figure>, String> {
        let now = Self::now(engine, place, server)?;
        let each = |before: f64, after: f64| (after - before) / answers.max(1) as f64;
        Ok(vec![
            Figure::new(
                engine.name,
                "disk per answer, tables + indexes, with the share of attempt and state, B",
                each(self.rows, now.rows),
            )
            .at_most(150.0),
            Figure::new(engine.name, "log written per answer, B", each(self.log, now.log)).at_most(1000.0),
        ])
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
