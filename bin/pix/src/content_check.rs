//! `pix content check`: everything the bank promises, on many seeds, with file and line for each problem.

use crate::bank;
use crate::settings::Settings;
use content::check;
use std::io::Write;
use std::time::Instant;

/// Checks, prints problems and the table of families, and tells whether nothing must be corrected.
///
/// # Errors
/// A sentence about a bank that cannot be read.
pub fn run(settings: &Settings, prefix: String, seeds: u64) -> Result<bool, String> {
    let started = Instant::now();
    let source = bank::source(settings)?;
    let report = check::run(&source, &check::Options { seeds, prefix, ..check::Options::default() });
    let mut lines: Vec<String> = report.notes.iter().map(|note| format!("note: {note}")).collect();
    lines.extend(report.problems.iter().map(ToString::to_string));
    lines.push(format!("\n{:<8}{}", "tube", (1..=8).map(|level| format!("{level:>4}")).collect::<String>()));
    for (tube, levels) in &report.table {
        lines.push(format!(
            "{tube:<8}{}",
            levels.iter().map(|count| format!("{count:>4}")).collect::<String>()
        ));
    }
    lines.push(format!(
        "\n{} families, {seeds} seeds each in two languages: {} problems, {} notes, {:.1} s",
        report.families,
        report.problems.len(),
        report.notes.len(),
        started.elapsed().as_secs_f64()
    ));
    let mut out = std::io::stdout().lock();
    writeln!(out, "{}", lines.join("\n")).map_err(|error| error.to_string())?;
    Ok(report.problems.is_empty())
}
