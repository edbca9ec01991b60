//! Reading a content folder. The only module of this crate that touches the disk.

use std::path::Path;

use crate::source::Source;

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
    for (name, path, is_folder) in list(root)? {
        if is_folder && (name == "library" || is_competence(&name)) {
            read_into(&mut source, &name, &path)?;
        }
    }
    Ok(source)
}

/// Whether a folder name is the number of a competence, such as `1.2`.
fn is_competence(name: &str) -> bool {
    matches!(name.as_bytes(), [b'1'..=b'9', b'.', b'1'..=b'9'])
}

/// Adds the files under one folder, whose path inside the bank is `prefix`.
fn read_into(source: &mut Source, prefix: &str, folder: &Path) -> Result<(), FolderError> {
    for (name, path, is_folder) in list(folder)? {
        let inside = format!("{prefix}/{name}");
        if name.starts_with(['.', '_', '#']) || name.ends_with('~') {
            continue;
        } else if is_folder {
            read_into(source, &inside, &path)?;
        } else if [".md", ".toml", ".rhai"].iter().any(|ending| name.ends_with(ending)) {
            source.insert(inside, read_file(&path)?);
        }
    }
    Ok(())
}

/// The entries of a folder: name, path, whether it is a folder.
fn list(folder: &Path) -> Result<Vec<(String, std::path::PathBuf, bool)>, FolderError> {
    let failed = |error| FolderError { path: folder.display().to_string(), error };
    let mut entries = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let path = entry.path();
        entries.push((entry.file_name().to_string_lossy().into_owned(), path.clone(), path.is_dir()));
    }
    Ok(entries)
}

/// The bytes of one file.
fn read_file(path: &Path) -> Result<Vec<u8>, FolderError> {
    std::fs::read(path).map_err(|error| FolderError { path: path.display().to_string(), error })
}
