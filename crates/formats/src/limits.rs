//! How much a file may hold, so that no file fills the memory.

use crate::fault::{Fault, FaultCode};

/// A small file may grow to this whatever the ratio: a list of spaces packs well and harms nobody.
const HARMLESS: u64 = 1 << 20;

/// The most a file may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the file as it was sent.
    pub bytes: u64,
    /// Bytes of all that is read from an archive.
    pub unpacked_bytes: u64,
    /// How many bytes one byte of an archive may become.
    pub ratio: u64,
    /// People in the file, whether imported or left aside.
    pub learners: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { bytes: 20 << 20, unpacked_bytes: 128 << 20, ratio: 100, learners: 100_000 }
    }
}

impl Limits {
    /// Refuses a file that is too large as it was sent, and one of no bytes.
    pub(crate) fn admit(&self, bytes: &[u8]) -> Result<(), Fault> {
        if bytes.is_empty() {
            return Err(Fault::new(FaultCode::Empty));
        }
        if size(bytes.len()) > self.bytes {
            return Err(Fault::new(FaultCode::PayloadTooLarge).expected([self.bytes]));
        }
        Ok(())
    }

    /// How large an entry of an archive may become, when `spent` bytes were unpacked before it.
    pub(crate) fn unpacked(&self, packed: u64, spent: u64) -> u64 {
        let by_ratio = packed.saturating_mul(self.ratio).max(HARMLESS);
        by_ratio.min(self.unpacked_bytes.saturating_sub(spent))
    }
}

/// A number of bytes in the width that files are counted in.
pub(crate) fn size(bytes: usize) -> u64 {
    u64::try_from(bytes).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_is_bounded_by_its_ratio_and_by_what_is_left() {
        let limits = Limits { unpacked_bytes: 10 << 20, ratio: 100, ..Limits::default() };
        for (packed, spent, expected) in [
            (0, 0, HARMLESS),
            (100, 0, HARMLESS),
            (50_000, 0, 5_000_000),
            (50_000, 10 << 20, 0),
            (u64::MAX, 1 << 20, 9 << 20),
        ] {
            assert_eq!(limits.unpacked(packed, spent), expected, "{packed} {spent}");
        }
    }

    #[test]
    fn a_file_is_admitted_by_its_size() {
        let limits = Limits { bytes: 3, ..Limits::default() };
        for (bytes, expected) in
            [(&b""[..], Some(FaultCode::Empty)), (b"abc", None), (b"abcd", Some(FaultCode::PayloadTooLarge))]
        {
            assert_eq!(limits.admit(bytes).err().map(|fault| fault.code), expected, "{bytes:?}");
        }
    }
}
