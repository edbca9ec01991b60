//! `pix lab replay FILE…`: recomputes every case of vector files and compares with what the files expect.

use serde_json::{Value, json};
use std::io::Write;
use std::path::{Path, PathBuf};

/// Cases of one array of a file: how many, and which differ.
struct Row {
    file: String,
    array: String,
    cases: usize,
    equal: usize,
    different: Vec<[String; 3]>,
}

/// Replays the files, prints a table (or JSON), and tells whether everything is as expected.
///
/// # Errors
/// A sentence that names the file that could not be read, and what was expected of it.
pub fn run(files: &[PathBuf], as_json: bool) -> Result<bool, String> {
    let mut rows = Vec::new();
    for file in files {
        rows.extend(replay_file(file)?);
    }
    let all_equal = rows.iter().all(|row| row.different.is_empty());
    let text = if as_json { as_json_text(&rows) } else { as_table(&rows) };
    let mut out = std::io::stdout().lock();
    writeln!(out, "{text}").map_err(|error| error.to_string())?;
    Ok(all_equal)
}

fn replay_file(path: &Path) -> Result<Vec<Row>, String> {
    let shown = path.display();
    let text = std::fs::read_to_string(path).map_err(|error| format!("{shown}: {error}"))?;
    let value: Value = serde_json::from_str(&text).map_err(|error| format!("{shown}: not JSON: {error}"))?;
    let file = path.file_name().map_or_else(|| shown.to_string(), |name| name.to_string_lossy().into_owned());
    // A file for the other engine is none of the grader's business; both knowing nothing is told below.
    let graded = match grade::replay::replay(&value) {
        Err(grade::replay::ReplayError::NothingKnown) => Vec::new(),
        other => other.map_err(|error| format!("{shown}: {error}"))?,
    };
    let refused = |error: measure::placement::replay::ReplayError| format!("{shown}: {error}");
    let mut measured = measure::placement::replay::replay(&value).map_err(refused)?;
    measured.extend(measure::reference::replay::replay(&value).map_err(refused)?);
    let mut rows: Vec<Row> = Vec::new();
    // Both engines have an array called `cases`; the placement engine takes only those that name skills.
    let mine = |array: &str| !measured.iter().any(|tally| tally.array == array);
    for tally in graded.into_iter().filter(|tally| mine(&tally.array)) {
        let different = tally.different.into_iter().map(|one| [one.id, one.expected, one.got]).collect();
        rows.push(Row {
            file: file.clone(),
            array: tally.array,
            cases: tally.cases,
            equal: tally.equal,
            different,
        });
    }
    for tally in measured {
        let different = tally.different.into_iter().map(|one| [one.id, one.expected, one.got]).collect();
        rows.push(Row {
            file: file.clone(),
            array: tally.array,
            cases: tally.cases,
            equal: tally.equal,
            different,
        });
    }
    if rows.is_empty() {
        return Err(format!("{shown}: no array of cases that this program can replay"));
    }
    Ok(rows)
}

fn as_table(rows: &[Row]) -> String {
    let mut lines =
        vec![format!("{:<18} {:<26} {:>7} {:>7} {:>9}", "file", "array", "cases", "equal", "different")];
    for row in rows {
        lines.push(format!(
            "{:<18} {:<26} {:>7} {:>7} {:>9}",
            row.file,
            row.array,
            row.cases,
            row.equal,
            row.different.len()
        ));
    }
    for row in rows {
        for [id, expected, got] in &row.different {
            lines.push(format!("\n{} {} {id}\n  expected {expected}\n  got      {got}", row.file, row.array));
        }
    }
    lines.join("\n")
}

fn as_json_text(rows: &[Row]) -> String {
    let arrays: Vec<Value> = rows
        .iter()
        .map(|row| {
            let different: Vec<Value> =
                row.different.iter().map(|[id, expected, got]| json!({"id": id, "expected": expected, "got": got})).collect();
            json!({"file": row.file, "array": row.array, "cases": row.cases, "equal": row.equal, "different": different})
        })
        .collect();
    let equal = rows.iter().all(|row| row.different.is_empty());
    format!("{:#}", json!({"allEqual": equal, "arrays": arrays}))
}
