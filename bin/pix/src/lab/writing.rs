//! What the lab writes.

use std::io::Write;
use std::path::Path;

/// Writes a file, whole or not at all.
///
/// # Errors
/// A sentence that names the file.
pub fn file(path: &Path, text: &str) -> Result<(), String> {
    let draft = path.with_extension("draft");
    let fail = |error: std::io::Error| {
        format!("{}: cannot be written: {error}; choose another place", path.display())
    };
    std::fs::write(&draft, text).map_err(fail)?;
    std::fs::rename(&draft, path).map_err(fail)
}

/// Makes a folder where there is none.
///
/// # Errors
/// A sentence that names the folder.
pub fn folder(path: &Path) -> Result<(), String> {
    std::fs::create_dir_all(path).map_err(|error| {
        format!("{}: cannot be made a folder: {error}; choose another place", path.display())
    })
}

/// Prints a text.
///
/// # Errors
/// What the terminal says.
pub fn print(text: &str) -> Result<(), String> {
    writeln!(std::io::stdout().lock(), "{text}").map_err(|error| error.to_string())
}

/// Writes what was found to the file that was asked for, JSON if it ends in .json, otherwise comma-separated; and prints
/// it, as JSON or as tables.
///
/// # Errors
/// A sentence that names the file, or what the terminal says.
pub fn findings(
    out: Option<&Path>,
    as_json: bool,
    (json, csv, text): (impl Fn() -> serde_json::Value, impl Fn() -> String, impl Fn() -> String),
) -> Result<(), String> {
    if let Some(path) = out {
        let is_json = path.extension().is_some_and(|end| end == "json");
        file(path, &if is_json { format!("{:#}\n", json()) } else { csv() })?;
    }
    print(&if as_json { format!("{:#}", json()) } else { text() })
}

/// A field as comma-separated files have it.
pub fn quoted(field: &str) -> String {
    if field.contains([',', '"', '\n']) {
        format!("\"{}\"", field.replace('"', "\"\""))
    } else {
        field.to_owned()
    }
}
