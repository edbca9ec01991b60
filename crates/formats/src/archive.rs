//! Archives as people make them: what they hold is bounded, and the files that systems hide in them are not seen.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::read::ZipFile;

use crate::fault::{Fault, FaultCode};
use crate::limits::{Limits, size};

/// A file of an archive as a stream.
pub(crate) type Entry<'a, 'b> = ZipFile<'a, Cursor<&'b [u8]>>;

/// Archives of lists hold a few files.
const MOST_ENTRIES: usize = 1_000;

/// An archive in memory.
pub(crate) struct Archive<'b> {
    zip: ZipArchive<Cursor<&'b [u8]>>,
    limits: &'b Limits,
    /// Bytes unpacked so far.
    spent: u64,
}

/// Says whether a file is an archive rather than a text.
pub(crate) fn is_archive(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

impl<'b> Archive<'b> {
    pub fn open(bytes: &'b [u8], limits: &'b Limits) -> Result<Self, Fault> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| broken())?;
        if zip.len() > MOST_ENTRIES {
            return Err(broken().expected([MOST_ENTRIES]));
        }
        Ok(Self { zip, limits, spent: 0 })
    }

    /// The limits it was opened with.
    pub const fn limits(&self) -> &'b Limits {
        self.limits
    }

    /// The files that a person would see, with their places.
    pub fn visible(&self) -> Vec<(usize, String)> {
        let names = self.zip.file_names().enumerate();
        let names = names.filter_map(|(place, name)| Some((place, name.ok()?.into_owned())));
        names.filter(|(_, name)| is_visible(name)).collect()
    }

    /// A file as a stream, and how many bytes of it may come.
    pub fn entry(&mut self, place: usize) -> Result<(Entry<'_, 'b>, u64), Fault> {
        let entry = self.zip.by_index(place).map_err(|_| broken())?;
        let most = self.limits.unpacked(entry.compressed_size(), self.spent);
        Ok((entry, most))
    }

    /// A file whole.
    pub fn bytes(&mut self, place: usize) -> Result<Vec<u8>, Fault> {
        let (entry, most) = self.entry(place)?;
        let mut bytes = Vec::new();
        entry.take(most.saturating_add(1)).read_to_end(&mut bytes).map_err(|_| broken())?;
        if size(bytes.len()) > most {
            return Err(Fault::new(FaultCode::PayloadTooLarge).expected([most]));
        }
        self.spent += size(bytes.len());
        Ok(bytes)
    }
}

fn is_visible(name: &str) -> bool {
    let hidden = |part: &str| part.starts_with('.') || part == "__MACOSX";
    !name.ends_with(['/', '\\']) && !name.split(['/', '\\']).any(hidden)
}

fn broken() -> Fault {
    Fault::new(FaultCode::InvalidFile).expected(["ZIP"])
}

/// Packs files for tests.
#[cfg(test)]
pub(crate) fn packed(files: &[(&str, &[u8])]) -> Vec<u8> {
    use std::io::Write;
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_files_are_not_seen() {
        let files: [(&str, &[u8]); 5] = [
            ("export/eleves.xml", b"<a/>"),
            ("__MACOSX/export/._eleves.xml", b"?"),
            (".DS_Store", b"?"),
            ("export/.cache/x.xml", b"?"),
            ("lisez-moi.txt", b"!"),
        ];
        let (bytes, limits) = (packed(&files), Limits::default());
        let mut archive = Archive::open(&bytes, &limits).unwrap();
        let names: Vec<_> = archive.visible().into_iter().map(|(_, name)| name).collect();
        assert_eq!(names, ["export/eleves.xml", "lisez-moi.txt"]);
        assert_eq!(archive.bytes(0).as_deref(), Ok(&b"<a/>"[..]));
    }

    #[test]
    fn an_archive_that_is_broken_or_grows_is_refused() {
        let limits = Limits { unpacked_bytes: 3 << 20, ..Limits::default() };
        let check = |bytes: &[u8], place: usize, expected: FaultCode| {
            let read = Archive::open(bytes, &limits).and_then(|mut archive| archive.bytes(place));
            assert_eq!(read.err().map(|fault| fault.code), Some(expected));
        };
        check(b"PK\x03\x04 and nothing more", 0, FaultCode::InvalidFile);
        check(&packed(&[("a", b"b")]), 1, FaultCode::InvalidFile);
        check(&packed(&[("bomb", &vec![0; 2 << 20])]), 0, FaultCode::PayloadTooLarge);
        let many: Vec<String> = (0..=MOST_ENTRIES).map(|number| number.to_string()).collect();
        let many: Vec<(&str, &[u8])> = many.iter().map(|name| (name.as_str(), &b""[..])).collect();
        check(&packed(&many), 0, FaultCode::InvalidFile);
    }

    #[test]
    fn all_entries_together_are_bounded() {
        // Noise does not pack, so that the ratio is not what refuses it.
        let noise: Vec<u8> =
            (0..600_000_u32).map(|n| n.wrapping_mul(2_654_435_761).to_be_bytes()[0]).collect();
        let limits = Limits { unpacked_bytes: 1_000_000, ..Limits::default() };
        let bytes = packed(&[("a", &noise), ("b", &noise)]);
        let mut archive = Archive::open(&bytes, &limits).unwrap();
        assert!(archive.bytes(0).is_ok());
        assert_eq!(archive.bytes(1).err().map(|fault| fault.code), Some(FaultCode::PayloadTooLarge));
    }
}
