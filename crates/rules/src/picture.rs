//! Pictures that people send: what they are, by their bytes and not by their names, and how large.

/// The most bytes of a picture.
pub const LARGEST: usize = 200_000;
/// The widest and the highest that a picture is, in dots: more is no help on a page, and costs its reader memory.
pub const WIDEST: u32 = 4_000;

/// The format of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Portable Network Graphics.
    Png,
    /// JPEG.
    Jpeg,
    /// WebP.
    WebP,
}

impl Kind {
    /// Every format.
    pub const ALL: [Self; 3] = [Self::Png, Self::Jpeg, Self::WebP];

    /// Its name for browsers.
    #[must_use]
    pub const fn media(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::WebP => "image/webp",
        }
    }

    /// The format with this name.
    #[must_use]
    pub fn named(media: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.media() == media)
    }
}

/// A picture that can be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Picture {
    /// Its format.
    pub kind: Kind,
    /// Its width in dots.
    pub width: u32,
    /// Its height in dots.
    pub height: u32,
}

/// Why a picture is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// There is none. Expected: a file.
    Missing,
    /// More bytes than [`LARGEST`]. Expected: a smaller file.
    TooHeavy,
    /// Its bytes are no picture that browsers show. Expected: PNG, JPEG or WebP.
    Unknown,
    /// No dot at all, or more than [`WIDEST`] on a side. Expected: a smaller picture.
    TooWide,
    /// Which side is up stands beside the picture only. Expected: one whose first line of dots is the upper one.
    Turned,
}

/// What the bytes of a file are.
///
/// # Errors
/// [`Fault`].
pub fn read(bytes: &[u8]) -> Result<Picture, Fault> {
    if bytes.is_empty() {
        return Err(Fault::Missing);
    }
    if bytes.len() > LARGEST {
        return Err(Fault::TooHeavy);
    }
    let picture = png(bytes).or_else(|| jpeg(bytes)).or_else(|| webp(bytes)).ok_or(Fault::Unknown)?;
    let fits = |side: u32| (1..=WIDEST).contains(&side);
    if fits(picture.width) && fits(picture.height) { Ok(picture) } else { Err(Fault::TooWide) }
}

/// The bytes at a place, as many as the number takes.
pub(crate) fn at<const N: usize>(bytes: &[u8], place: usize) -> Option<[u8; N]> {
    bytes.get(place..)?.first_chunk().copied()
}

/// A signature, then a first chunk that holds the sides (PNG, third edition, 5.2 and 11.2.1).
fn png(bytes: &[u8]) -> Option<Picture> {
    let head = bytes.strip_prefix(b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR")?;
    let [width, height] = [at(head, 0)?, at(head, 4)?].map(u32::from_be_bytes);
    Some(Picture { kind: Kind::Png, width, height })
}

/// Segments, each with its length, until one that begins a frame (ITU-T T.81, B.1 and B.2.2).
fn jpeg(bytes: &[u8]) -> Option<Picture> {
    let mut rest = bytes.strip_prefix(b"\xff\xd8")?;
    loop {
        let [0xff, marker] = at::<2>(rest, 0)? else { return None };
        if marker == 0xff {
            // Any number of these may stand before a marker.
            rest = rest.get(1..)?;
            continue;
        }
        if matches!(marker, 0xc0..=0xcf) && !matches!(marker, 0xc4 | 0xc8 | 0xcc) {
            let [height, width] = [at(rest, 5)?, at(rest, 7)?].map(u16::from_be_bytes);
            return Some(Picture { kind: Kind::Jpeg, width: width.into(), height: height.into() });
        }
        let length = usize::from(u16::from_be_bytes(at(rest, 2)?));
        rest = rest.get(length.checked_add(2)?..)?;
    }
}

/// A container whose first chunk holds the sides, in one of three ways (RFC 9649, 2.5 to 2.7).
fn webp(bytes: &[u8]) -> Option<Picture> {
    let riff = bytes.strip_prefix(b"RIFF")?;
    let chunk = riff.get(4..)?.strip_prefix(b"WEBP")?;
    let body = chunk.get(8..)?;
    let (width, height) = match &at::<4>(chunk, 0)? {
        b"VP8 " => {
            let [0x9d, 0x01, 0x2a] = at::<3>(body, 3)? else { return None };
            let [width, height] = [at(body, 6)?, at(body, 8)?].map(|side| u16::from_le_bytes(side) & 0x3fff);
            (width.into(), height.into())
        }
        b"VP8L" => {
            let [0x2f] = at::<1>(body, 0)? else { return None };
            let sides = u32::from_le_bytes(at(body, 1)?);
            ((sides & 0x3fff) + 1, (sides >> 14 & 0x3fff) + 1)
        }
        b"VP8X" => {
            let side = |place| at(body, place).map(|[a, b, c]| u32::from_le_bytes([a, b, c, 0]) + 1);
            (side(4)?, side(7)?)
        }
        _ => return None,
    };
    Some(Picture { kind: Kind::WebP, width, height })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn png_of(width: u32, height: u32) -> Vec<u8> {
        let sides = [width.to_be_bytes(), height.to_be_bytes()].concat();
        [b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".as_slice(), &sides, b"\x08\x02\0\0\0"].concat()
    }

    const JPEG: &[u8] =
        b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0\xff\xff\xc2\0\x11\x08\x01\x2c\x02\x58\x03";
    const LOSSY: &[u8] = b"RIFF\x1a\0\0\0WEBPVP8 \x0e\0\0\0\x30\x01\0\x9d\x01\x2a\x80\x02\xe0\x01";
    const LOSSLESS: &[u8] = b"RIFF\x1a\0\0\0WEBPVP8L\x0e\0\0\0\x2f\x0f\xc0\x01\0";
    const EXTENDED: &[u8] = b"RIFF\x1a\0\0\0WEBPVP8X\x0a\0\0\0\x10\0\0\0\x1f\x03\0\x57\x02\0";

    #[test]
    fn bytes_tell_the_format_and_the_sides() {
        for (bytes, kind, width, height) in [
            (png_of(640, 480).as_slice(), Kind::Png, 640, 480),
            (JPEG, Kind::Jpeg, 600, 300),
            (LOSSY, Kind::WebP, 640, 480),
            (LOSSLESS, Kind::WebP, 16, 8),
            (EXTENDED, Kind::WebP, 800, 600),
        ] {
            assert_eq!(read(bytes), Ok(Picture { kind, width, height }), "{bytes:?}");
            assert_eq!(Kind::named(kind.media()), Some(kind));
        }
        assert_eq!(Kind::named("text/html"), None);
    }

    #[test]
    fn what_is_no_picture_of_ours_is_refused() {
        for (bytes, fault) in [
            (Vec::new(), Fault::Missing),
            (vec![0; LARGEST + 1], Fault::TooHeavy),
            (b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>".to_vec(), Fault::Unknown),
            (b"GIF89a\x01\0\x01\0".to_vec(), Fault::Unknown),
            (b"<!doctype html><script>".to_vec(), Fault::Unknown),
            (b"\xff\xd8\xff\xe0\0\0".to_vec(), Fault::Unknown),
            (b"RIFF\x1a\0\0\0WAVEfmt ".to_vec(), Fault::Unknown),
            (png_of(0, 10), Fault::TooWide),
            (png_of(10, WIDEST + 1), Fault::TooWide),
        ] {
            assert_eq!(read(&bytes), Err(fault), "{:?}", bytes.get(..8));
        }
    }

    proptest! {
        #[test]
        fn a_cut_file_is_no_picture_and_no_panic(cut in 0_usize..24, which in 0_usize..4) {
            let whole = [JPEG, LOSSY, LOSSLESS, EXTENDED][which];
            let part = &whole[..cut.min(whole.len() - 1)];
            prop_assert!(read(part).is_err(), "{:?}", part);
        }

        #[test]
        fn any_bytes_are_read(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            for head in [b"\xff\xd8".as_slice(), b"RIFF\0\0\0\0WEBPVP8X", b""] {
                let read = read(&[head, &bytes].concat());
                prop_assert!(read.is_err() || read.is_ok_and(|picture| (1..=WIDEST).contains(&picture.width)));
            }
        }
    }
}
