//! Where the bank comes from: the folder that was asked for, the one beside us, or the one inside the program.

use crate::settings::Settings;
use content::{Problem, Release, Source, folder};
use std::borrow::Cow;
use std::path::{Path, PathBuf};

/// The bank as it was when the program was built, packed.
static INSIDE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/bank"));
/// The identity of that bank.
static INSIDE_ID: &str = include_str!(concat!(env!("OUT_DIR"), "/bank_id"));

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
    Source::unpack(INSIDE).map_err(|error| format!("the bank inside the program: {error}"))
}

/// Builds the release, or says what is wrong with the bank: the program does not start on a broken one. The bank inside
/// the program was checked before the program was made, and so was a folder with the same files: their families are
/// read when they are needed.
///
/// # Errors
/// The problems, each with its file and line.
pub fn release(settings: &Settings, source: &Source) -> Result<Release, String> {
    let checked = Release::open(source).ok().filter(|release| is_checked(settings, release.id()));
    checked.map_or_else(|| Release::build(source).map_err(|problems| broken(&problems)), Ok)
}

/// The archive of a bank, by its identity; the one inside the program is packed already.
pub fn packed(source: &Source, id: &str) -> Cow<'static, [u8]> {
    if id == INSIDE_ID { Cow::Borrowed(INSIDE) } else { Cow::Owned(source.pack()) }
}

fn is_checked(settings: &Settings, id: &str) -> bool {
    outside(settings).is_none() || id == INSIDE_ID
}

/// The folder of the bank, unless it is the one inside the program.
fn outside(settings: &Settings) -> Option<PathBuf> {
    if !settings.content.as_os_str().is_empty() {
        return Some(settings.content.clone());
    }
    let beside = Path::new("content");
    beside.join("framework.toml").is_file().then(|| beside.to_owned())
}

fn broken(problems: &[Problem]) -> String {
    let mut lines: Vec<String> = problems.iter().take(TOLD).map(|problem| format!("  {problem}")).collect();
    if problems.len() > TOLD {
        lines.push(format!("  … and {} more", problems.len() - TOLD));
    }
    format!(
        "the question bank is broken; nothing was started. Correct it, then run `pix content check`:\n{}",
        lines.join("\n")
    )
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    #[test]
    fn the_bank_inside_is_the_folder_it_was_made_of() {
        let inside = Source::unpack(INSIDE).unwrap();
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
        assert_eq!(inside.id(), INSIDE_ID);
        assert!(inside == folder::read(&folder).unwrap());
        let mut other = inside.clone();
        other.insert("1.1/a/README.md", "");
        assert!(matches!(packed(&inside, INSIDE_ID), Cow::Borrowed(_)));
        let archive = packed(&other, &other.id());
        assert!(Source::unpack(&archive).unwrap() == other);
    }
}
