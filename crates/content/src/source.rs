//! The files a release is made of, in memory: hashed, packed, unpacked.

use std::collections::BTreeMap;
use std::io::{Read, Write};

use sha2::{Digest, Sha256};

/// The first bytes of a packed source; the digit is the version of the layout.
const MAGIC: &[u8] = b"pixbank1";
/// No bank unpacks to more than this many bytes.
const MAX_UNPACKED: u64 = 256 * 1024 * 1024;
/// No bank has more files; small ones would otherwise cost far more memory than their bytes.
const MAX_FILES: usize = 100_000;

/// Every file of a bank: path inside the content folder → bytes, in the order of the paths.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    files: BTreeMap<String, Vec<u8>>,
}

/// Why an archive is not a packed source.
#[derive(Debug, thiserror::Error)]
pub enum UnpackError {
    /// The bytes do not begin as a packed bank does.
    #[error("not a packed bank: it must begin with \"pixbank1\"")]
    Magic,
    /// The compressed part is damaged.
    #[error("the packed bank is damaged: {0}")]
    Damaged(#[from] std::io::Error),
    /// More bytes or files than any bank has.
    #[error("the packed bank is larger than any bank: expected at most 256 MB in 100,000 files")]
    TooLarge,
    /// A length or a path inside does not fit.
    #[error("the packed bank is cut short, or a path in it is not UTF-8")]
    Cut,
}

impl Source {
    /// A source without files.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds or replaces a file; the path uses `/` and is relative to the content folder.
    pub fn insert(&mut self, path: impl Into<String>, bytes: impl Into<Vec<u8>>) {
        self.files.insert(path.into(), bytes.into());
    }

    /// Takes a file away, and says whether it was there.
    pub fn remove(&mut self, path: &str) -> bool {
        self.files.remove(path).is_some()
    }

    /// The bytes of a file.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<&[u8]> {
        self.files.get(path).map(Vec::as_slice)
    }

    /// Every path and its bytes, sorted by path.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice()))
    }

    /// The identity of these files: hex SHA-256 over each path and its bytes, with their lengths.
    #[must_use]
    pub fn id(&self) -> String {
        let mut hash = Sha256::new();
        for (path, bytes) in &self.files {
            hash.update((path.len() as u64).to_le_bytes());
            hash.update(path.as_bytes());
            hash.update((bytes.len() as u64).to_le_bytes());
            hash.update(bytes);
        }
        hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// One deflated archive of all files; the same files give the same bytes.
    #[must_use]
    pub fn pack(&self) -> Vec<u8> {
        let mut plain = Vec::new();
        for (path, bytes) in &self.files {
            for part in [path.as_bytes(), bytes.as_slice()] {
                plain.extend_from_slice(&(part.len() as u64).to_le_bytes());
                plain.extend_from_slice(part);
            }
        }
        let mut encoder = flate2::write::DeflateEncoder::new(MAGIC.to_vec(), flate2::Compression::fast());
        // Fast: the first start waits for it. Writing to memory cannot fail; `unpack` would refuse an empty archive.
        if encoder.write_all(&plain).is_err() {
            return Vec::new();
        }
        encoder.finish().unwrap_or_default()
    }

    /// Reads an archive made by [`Source::pack`].
    ///
    /// # Errors
    /// Bytes that `pack` did not make, or a damaged archive.
    pub fn unpack(archive: &[u8]) -> Result<Self, UnpackError> {
        let deflated = archive.strip_prefix(MAGIC).ok_or(UnpackError::Magic)?;
        Self::read(&inflated(deflated, MAX_UNPACKED)?, MAX_FILES)
    }

    /// Reads what an archive holds once inflated.
    fn read(plain: &[u8], most: usize) -> Result<Self, UnpackError> {
        let mut rest = plain;
        let mut source = Self::new();
        while !rest.is_empty() {
            let path = take_part(&mut rest).ok_or(UnpackError::Cut)?;
            let bytes = take_part(&mut rest).ok_or(UnpackError::Cut)?;
            let path = std::str::from_utf8(path).map_err(|_| UnpackError::Cut)?;
            source.insert(path, bytes);
            if source.files.len() > most {
                return Err(UnpackError::TooLarge);
            }
        }
        Ok(source)
    }
}

/// Inflates at most so many bytes: a small archive must not fill the memory.
fn inflated(deflated: &[u8], most: u64) -> Result<Vec<u8>, UnpackError> {
    let mut plain = Vec::new();
    flate2::read::DeflateDecoder::new(deflated).take(most + 1).read_to_end(&mut plain)?;
    if plain.len() as u64 > most { Err(UnpackError::TooLarge) } else { Ok(plain) }
}

/// Takes one length and its bytes from the front.
fn take_part<'a>(rest: &mut &'a [u8]) -> Option<&'a [u8]> {
    let (length, after) = rest.split_first_chunk::<8>()?;
    let length = usize::try_from(u64::from_le_bytes(*length)).ok()?;
    let (part, after) = after.split_at_checked(length)?;
    *rest = after;
    Some(part)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What unpacking says of a bank of these files, within limits.
    fn check(files: usize, bytes: usize, most: (u64, usize), fits: bool) {
        let mut source = Source::new();
        (0..files).for_each(|number| source.insert(number.to_string(), vec![0; bytes]));
        let packed = source.pack();
        let deflated = packed.strip_prefix(MAGIC).expect("a packed bank");
        let read = inflated(deflated, most.0).and_then(|plain| Source::read(&plain, most.1));
        match read {
            Ok(back) => assert!(fits && back == source, "{files} files of {bytes} bytes"),
            Err(error) => assert!(!fits && matches!(error, UnpackError::TooLarge), "{error}"),
        }
    }

    #[test]
    fn a_small_archive_cannot_fill_the_memory() {
        // One file: two lengths, a path of one letter, and its bytes.
        for (files, bytes, most, fits) in [
            (1, 1000, (1017, 1), true),
            (1, 1001, (1017, 1), false),
            (1, 10_000_000, (1017, 1), false),
            (9, 0, (1017, 9), true),
            (10, 0, (1017, 9), false),
        ] {
            check(files, bytes, most, fits);
        }
    }
}
