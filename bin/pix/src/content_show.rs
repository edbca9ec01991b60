//! `pix content show ID`: one instance of a family as text, and its files on request.

use crate::bank;
use crate::settings::Settings;
use content::{Family, Instance, Lang, show};
use std::io::Write;
use std::path::Path;

/// Prints an instance with its solution; writes its files when a folder is given.
///
/// # Errors
/// A sentence about what does not exist or cannot be written.
pub fn run(settings: &Settings, id: &str, seed: u64, lang: &str, files: Option<&Path>) -> Result<(), String> {
    let lang = Lang::parse(lang).ok_or_else(|| format!("--lang is {lang}; expected fr or en"))?;
    let release = bank::release(settings, &bank::source(settings)?)?;
    let family = release
        .family(id)
        .ok_or_else(|| format!("no family {id} in the bank; `pix content check` lists them by tube"))?;
    let instance = family.instance(seed, lang).map_err(|error| error.to_string())?;
    let mut out = std::io::stdout().lock();
    write!(out, "{}", show::instance(&instance)).map_err(|error| error.to_string())?;
    if instance.paper.web.is_some() {
        let web = family.web(seed, lang).map_err(|error| error.to_string())?;
        write!(out, "{}", show::web(&web)).map_err(|error| error.to_string())?;
    }
    files.map_or(Ok(()), |folder| write_files(family, &instance, (seed, lang), folder))
}

fn write_files(
    family: &Family,
    instance: &Instance,
    (seed, lang): (u64, Lang),
    folder: &Path,
) -> Result<(), String> {
    std::fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    for (number, download) in instance.paper.downloads.iter().enumerate() {
        for format in &download.formats {
            let file = family.file(seed, lang, number, *format).map_err(|error| error.to_string())?;
            let path = folder.join(&file.name);
            std::fs::write(&path, &file.bytes).map_err(|error| format!("{}: {error}", path.display()))?;
        }
    }
    Ok(())
}
