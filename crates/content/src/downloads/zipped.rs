//! A small writer of ZIP archives whose bytes depend on nothing but its input.
//!
//! The libraries at hand put a random header before encrypted files (and some put the current time into
//! theirs); an instance must give the same bytes for ever. Format: PKWARE APPNOTE 6.3, without ZIP64.

use std::io::Write;

use flate2::Compression;
use jiff::civil::DateTime;

use crate::random::{Random, derive};

/// Flag bits: the data is encrypted; the name is UTF-8.
const ENCRYPTED: u16 = 1;
const UTF8: u16 = 1 << 11;
/// The oldest program version that can extract deflated or encrypted files: 2.0.
const VERSION: u16 = 20;
/// The length of the header before encrypted data.
const CIPHER_HEADER: usize = 12;

/// An archive being written.
pub(super) struct Zipped {
    bytes: Vec<u8>,
    directory: Vec<u8>,
    count: u16,
    password: Option<String>,
}

/// How a file is kept.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Packing {
    Stored,
    Deflated,
}

impl Zipped {
    pub const fn new(password: Option<String>) -> Self {
        Self { bytes: Vec::new(), directory: Vec::new(), count: 0, password }
    }

    /// Adds a file, or an empty folder when the path ends with `/`.
    pub fn add(
        &mut self,
        path: &str,
        data: &[u8],
        modified: DateTime,
        packing: Packing,
    ) -> Result<(), String> {
        let mut sum = flate2::Crc::new();
        sum.update(data);
        let folder = path.ends_with('/');
        let deflated = packing == Packing::Deflated && !folder;
        let mut packed = if deflated { deflate(data) } else { data.to_vec() };
        let password = self.password.as_ref().filter(|_| !folder);
        if let Some(password) = password {
            packed = encrypted(password, path, sum.sum(), &packed);
        }
        let header = Header {
            flags: UTF8 | if password.is_some() { ENCRYPTED } else { 0 },
            method: if deflated { 8 } else { 0 },
            moment: dos(modified),
            sum: sum.sum(),
            packed: length(packed.len())?,
            plain: length(data.len())?,
            name: u16::try_from(path.len()).map_err(|_| format!("the path {path:?} is too long"))?,
        };
        let offset = length(self.bytes.len())?;
        self.bytes.extend_from_slice(b"PK\x03\x04");
        header.write(&mut self.bytes);
        self.bytes.extend_from_slice(&0_u16.to_le_bytes());
        self.bytes.extend_from_slice(path.as_bytes());
        self.bytes.extend_from_slice(&packed);
        self.list(&header, path, offset, folder);
        self.count = self.count.checked_add(1).ok_or("too many files in an archive")?;
        Ok(())
    }

    /// The entry of the central directory.
    fn list(&mut self, header: &Header, path: &str, offset: u32, folder: bool) {
        let directory = &mut self.directory;
        directory.extend_from_slice(b"PK\x01\x02");
        // Made by "Unix", so that the permissions below count.
        directory.extend_from_slice(&(3 << 8 | VERSION).to_le_bytes());
        header.write(directory);
        // No extra field, no comment, first disk, binary data.
        directory.extend_from_slice(&[0; 8]);
        let permissions: u32 = if folder { 0o040_755 << 16 | 0x10 } else { 0o100_644 << 16 };
        directory.extend_from_slice(&permissions.to_le_bytes());
        directory.extend_from_slice(&offset.to_le_bytes());
        directory.extend_from_slice(path.as_bytes());
    }

    /// The whole archive.
    pub fn finish(mut self) -> Result<Vec<u8>, String> {
        let start = length(self.bytes.len())?;
        let size = length(self.directory.len())?;
        self.bytes.append(&mut self.directory);
        self.bytes.extend_from_slice(b"PK\x05\x06\0\0\0\0");
        self.bytes.extend_from_slice(&self.count.to_le_bytes());
        self.bytes.extend_from_slice(&self.count.to_le_bytes());
        self.bytes.extend_from_slice(&size.to_le_bytes());
        self.bytes.extend_from_slice(&start.to_le_bytes());
        self.bytes.extend_from_slice(&0_u16.to_le_bytes());
        Ok(self.bytes)
    }
}

/// What the local header and the directory both say.
struct Header {
    flags: u16,
    method: u16,
    moment: (u16, u16),
    sum: u32,
    packed: u32,
    plain: u32,
    name: u16,
}

impl Header {
    fn write(&self, out: &mut Vec<u8>) {
        for half in [VERSION, self.flags, self.method, self.moment.0, self.moment.1] {
            out.extend_from_slice(&half.to_le_bytes());
        }
        for word in [self.sum, self.packed, self.plain] {
            out.extend_from_slice(&word.to_le_bytes());
        }
        out.extend_from_slice(&self.name.to_le_bytes());
    }
}

fn length(length: usize) -> Result<u32, String> {
    u32::try_from(length).map_err(|_| "an archive larger than 4 GB".to_owned())
}

fn deflate(data: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::DeflateEncoder::new(Vec::new(), Compression::default());
    // Writing to memory cannot fail; an empty result would be caught by the checksum.
    if encoder.write_all(data).is_err() {
        return Vec::new();
    }
    encoder.finish().unwrap_or_default()
}

/// Time and date as MS-DOS counts them, from 1980 and by two seconds.
fn dos(moment: DateTime) -> (u16, u16) {
    let part = |part: i8| u16::try_from(part).unwrap_or(0);
    let year = u16::try_from(moment.year()).unwrap_or(1980).clamp(1980, 2107) - 1980;
    let time = part(moment.hour()) << 11 | part(moment.minute()) << 5 | (part(moment.second()) / 2);
    (time, year << 9 | part(moment.month()) << 5 | part(moment.day()))
}

/// The traditional PKWARE encryption: weak, and the one every system opens without another program.
/// Its header should be random; here it comes from the file's path and checksum.
fn encrypted(password: &str, path: &str, sum: u32, data: &[u8]) -> Vec<u8> {
    let mut keys = Keys([0x1234_5678, 0x2345_6789, 0x3456_7890]);
    password.bytes().for_each(|byte| keys.update(byte));
    let salt = path.bytes().fold(u64::from(sum), |salt, byte| derive(salt, u64::from(byte)));
    let random = Random::new(salt);
    let [.., check] = sum.to_le_bytes();
    let header = (1..CIPHER_HEADER).map(|_| random.next().to_le_bytes()[0]).chain([check]);
    header.chain(data.iter().copied()).map(|byte| keys.encrypt(byte)).collect()
}

/// The three running keys of the cipher.
struct Keys([u32; 3]);

impl Keys {
    fn update(&mut self, byte: u8) {
        let [one, two, three] = self.0;
        let one = crc(one, byte);
        let two = two.wrapping_add(one & 0xff).wrapping_mul(134_775_813).wrapping_add(1);
        let [.., high] = two.to_le_bytes();
        self.0 = [one, two, crc(three, high)];
    }

    fn encrypt(&mut self, byte: u8) -> u8 {
        let [_, _, three] = self.0;
        let mixed = (three | 2) & 0xffff;
        let [_, mask, ..] = mixed.wrapping_mul(mixed ^ 1).to_le_bytes();
        self.update(byte);
        byte ^ mask
    }
}

/// One step of CRC-32.
fn crc(sum: u32, byte: u8) -> u32 {
    (0..8).fold(sum ^ u32::from(byte), |sum, _| if sum & 1 == 1 { sum >> 1 ^ 0xedb8_8320 } else { sum >> 1 })
}
