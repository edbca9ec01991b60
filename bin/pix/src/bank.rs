//! Where the bank comes from: the folder that was asked for, the one beside us, or the one inside the program.

use crate::settings::Settings;
use content::{Release, Source, folder};
use include_dir::{Dir, include_dir};
use std::path::{Path, PathBuf};

/// The bank as it was when the program was built.
static INSIDE: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../content");

/// How many problems are told before the rest is only counted.
const TOLD: usize = 20;

/// Reads the files of the bank.
///
/// # Errors
/// A sentence that names the folder that cannot be read.
pub fn source(settings: &Settings) -> Result<Source, String> {
    if let Some(folder) = outside(settings) {
        return folder::read(&folder).map_err(|error| error.to_string());
    }
    Ok(inside())
}

/// Builds the release, or says what is wrong with the bank: the program does not start on a broken one. The bank inside
/// the program was checked before the program was made, and so was a folder with the same files: their families are
/// read when they are needed.
///
/// # Errors
/// The problems, each with its file and line.
pub fn release(settings: &Settings, source: &Source) -> Result<Release, String> {
    let checked = outside(settings).is_none() || *source == inside();
    let read = if checked { Release::open } else { Release::build };
    read(source).map_err(|problems| {
        let mut lines: Vec<String> =
            problems.iter().take(TOLD).map(|problem| format!("  {problem}")).collect();
        if problems.len() > TOLD {
            lines.push(format!("  … and {} more", problems.len() - TOLD));
        }
        format!(
            "the question bank is broken; nothing was started. Correct it, then run `pix content check`:\n{}",
            lines.join("\n")
        )
    })
}

/// The folder of the bank, unless it is the one inside the program.
fn outside(settings: &Settings) -> Option<PathBuf> {
    if !settings.content.as_os_str().is_empty() {
        return Some(settings.content.clone());
    }
    let beside = Path::new("content");
    beside.join("framework.toml").is_file().then(|| beside.to_owned())
}

fn inside() -> Source {
    let mut source = Source::new();
    gather(&INSIDE, &mut source);
    source
}

fn gather(dir: &Dir<'_>, source: &mut Source) {
    for file in dir.files() {
        let path = file.path().to_string_lossy().replace('\\', "/");
        if belongs(&path) {
            source.insert(path, file.contents());
        }
    }
    for inner in dir.dirs() {
        gather(inner, source);
    }
}

/// Whether a file is part of a release, as [`folder::read`] decides it: the framework, the library, the competences.
fn belongs(path: &str) -> bool {
    let first = path.split('/').next().unwrap_or_default();
    let placed = first == "library" || matches!(first.as_bytes(), [b'1'..=b'9', b'.', b'1'..=b'9']);
    path == "framework.toml"
        || (placed && [".md", ".toml", ".rhai"].iter().any(|ending| path.ends_with(ending)))
}
