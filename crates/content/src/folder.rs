//! Reading a content folder. The only module of this crate that touches the disk.

use std::path::{Path, PathBuf};

use crate::source::Source;

/// How many folders are read at the same time.
const READERS: usize = 8;

/// A name, its path, whether it is a folder.
type Entry = (String, PathBuf, bool);
/// A path inside the bank, and its bytes.
type File = (String, Vec<u8>);

/// Why a content folder cannot be read.
#[derive(Debug, thiserror::Error)]
#[error("{path}: {error}; expected a readable content folder with framework.toml in it")]
pub struct FolderError {
    /// What was being read.
    pub path: String,
    /// What the system answered.
    pub error: std::io::Error,
}

/// Reads the files that make a bank: `framework.toml`, `library/`, and the competence folders (`1.2/`).
/// Other files (this format's README, the licence, drafts beside) are no part of a release.
///
/// # Errors
/// A folder or a file that cannot be read.
pub fn read(root: &Path) -> Result<Source, FolderError> {
    let mut source = Source::new();
    let framework = root.join("framework.toml");
    source.insert("framework.toml", read_file(&framework)?);
    let mut folders = list(root)?;
    folders.retain(|(name, _, is_folder)| *is_folder && (name == "library" || is_competence(name)));
    for (path, bytes) in read_all(&folders)? {
        source.insert(path, bytes);
    }
    Ok(source)
}

/// Reads the folders side by side: where the files lie cold, the disk is waited for, not the processor.
fn read_all(folders: &[Entry]) -> Result<Vec<File>, FolderError> {
    let share = folders.len().div_ceil(READERS).max(1);
    std::thread::scope(|scope| {
        let readers: Vec<_> =
            folders.chunks(share).map(|part| scope.spawn(move || read_in_turn(part))).collect();
        let mut files = Vec::new();
        for reader in readers {
            files.extend(reader.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))?);
        }
        Ok(files)
    })
}

fn read_in_turn(folders: &[Entry]) -> Result<Vec<File>, FolderError> {
    let mut files = Vec::new();
    for (name, path, _) in folders {
        read_into(&mut files, name, path)?;
    }
    Ok(files)
}

/// Whether a folder name is the number of a competence, such as `1.2`.
fn is_competence(name: &str) -> bool {
    matches!(name.as_bytes(), [b'1'..=b'9', b'.', b'1'..=b'9'])
}

/// Adds the files under one folder, whose path inside the bank is `prefix`.
fn read_into(files: &mut Vec<File>, prefix: &str, folder: &Path) -> Result<(), FolderError> {
    for (name, path, is_folder) in list(folder)? {
        let inside = format!("{prefix}/{name}");
        if name.starts_with(['.', '_', '#']) || name.ends_with('~') {
            continue;
        } else if is_folder {
            read_into(files, &inside, &path)?;
        } else if [".md", ".toml", ".rhai"].iter().any(|ending| name.ends_with(ending)) {
            files.push((inside, read_file(&path)?));
        }
    }
    Ok(())
}

/// The entries of a folder; a link counts as what it leads to.
fn list(folder: &Path) -> Result<Vec<Entry>, FolderError> {
    let failed = |error| FolderError { path: folder.display().to_string(), error };
    let mut entries = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let path = entry.path();
        let kind = entry.file_type().map_err(failed)?;
        let is_folder = if kind.is_symlink() { path.is_dir() } else { kind.is_dir() };
        entries.push((entry.file_name().to_string_lossy().into_owned(), path, is_folder));
    }
    Ok(entries)
}

/// The bytes of one file.
fn read_file(path: &Path) -> Result<Vec<u8>, FolderError> {
    std::fs::read(path).map_err(|error| FolderError { path: path.display().to_string(), error })
}
