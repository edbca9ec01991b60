//! Compressed folders.

use jiff::civil::DateTime;

use super::spec::{Archive, Entry, Held};
use super::zipped::{Packing, Zipped};
use super::{Making, bytes};
use crate::paper::Format;
use crate::random::derive;

/// The moment of every file that has none of its own.
pub(super) const FIXED: DateTime = jiff::civil::datetime(2024, 1, 15, 9, 0, 0, 0);

pub(super) fn write(archive: &Archive, making: &Making) -> Result<Vec<u8>, String> {
    let mut zipped = Zipped::new(archive.password.clone());
    for (index, entry) in (1..).zip(&archive.entries) {
        let making = Making { seed: derive(making.seed, index), ..*making };
        let data = content(entry, &making)?;
        zipped.add(&entry.path, &data, entry.modified.unwrap_or(FIXED), Packing::Deflated)?;
    }
    zipped.finish()
}

/// The bytes of an entry, padded to the size it asks for.
fn content(entry: &Entry, making: &Making) -> Result<Vec<u8>, String> {
    let (mut data, filler) = match &entry.held {
        Held::Text(text) => (text.clone().into_bytes(), b' '),
        Held::File(spec) => {
            let format = spec.formats.first().copied().unwrap_or(Format::Txt);
            let filler = if matches!(format, Format::Txt | Format::Csv | Format::Eml) { b' ' } else { 0 };
            (bytes(spec, format, making)?, filler)
        }
    };
    if let Some(size) = entry.size {
        if data.len() > size {
            let (path, length) = (&entry.path, data.len());
            return Err(format!("entries: {path:?} has {length} bytes, more than the {size} asked for"));
        }
        data.resize(size, filler);
    }
    Ok(data)
}
