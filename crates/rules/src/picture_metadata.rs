//! What the file of a picture tells beside it: where and when it was taken, with which device, who made it, a small copy
//! of what was cut off. All of that goes; what the eye sees stays as it is, dot for dot.
//!
//! Only the parts are kept that are known to make the picture. Whatever follows its end goes too.

use crate::picture::{Fault, Kind, Picture, at, read};

/// A picture by its bytes alone, without anything that they tell beside it.
///
/// # Errors
/// [`Fault`]: [`Fault::Turned`] where only what would go says which side is up, the others as [`read`].
pub fn bare(bytes: &[u8]) -> Result<(Picture, Vec<u8>), Fault> {
    let picture = read(bytes)?;
    let kept = match picture.kind {
        Kind::Png => png(bytes),
        Kind::Jpeg => jpeg(bytes),
        Kind::WebP => webp(bytes),
    }?;
    if read(&kept) == Ok(picture) { Ok((picture, kept)) } else { Err(Fault::Unknown) }
}

/// The first `length` bytes, and the others.
fn cut(bytes: &[u8], length: usize) -> Result<(&[u8], &[u8]), Fault> {
    bytes.split_at_checked(length).ok_or(Fault::Unknown)
}

/// The parts of a PNG that make the picture: its dots, their colours, their frames.
const PNG_KEPT: [&[u8; 4]; 16] = [
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sRGB", b"cICP", b"sBIT",
    b"bKGD", b"pHYs", b"acTL", b"fcTL", b"fdAT",
];

/// After a signature, chunks: a length, a name, so many bytes and a sum over them (PNG, third edition, 5.3).
fn png(bytes: &[u8]) -> Result<Vec<u8>, Fault> {
    let (signature, mut rest) = cut(bytes, 8)?;
    let mut kept = signature.to_vec();
    while !rest.is_empty() {
        let length = u32::from_be_bytes(at(rest, 0).ok_or(Fault::Unknown)?);
        let length = usize::try_from(length).unwrap_or(usize::MAX);
        let name = at::<4>(rest, 4).ok_or(Fault::Unknown)?;
        let (chunk, after) = cut(rest, length.saturating_add(12))?;
        if name == *b"eXIf" {
            check_upright(chunk.get(8..).unwrap_or_default())?;
        }
        if PNG_KEPT.contains(&&name) {
            kept.extend_from_slice(chunk);
        }
        rest = if name == *b"IEND" { &[] } else { after };
    }
    Ok(kept)
}

/// Segments, each with its length; a scan is followed by its dots, which run to the next marker (ITU-T T.81, B.1).
fn jpeg(bytes: &[u8]) -> Result<Vec<u8>, Fault> {
    let (start, mut rest) = cut(bytes, 2)?;
    let mut kept = start.to_vec();
    while !rest.is_empty() {
        let [0xff, marker] = at::<2>(rest, 0).ok_or(Fault::Unknown)? else { return Err(Fault::Unknown) };
        if marker == 0xff {
            // Any number of these may stand before a marker.
            rest = rest.get(1..).unwrap_or_default();
            continue;
        }
        if marker == 0xd9 {
            kept.extend_from_slice(b"\xff\xd9");
            break;
        }
        let length = usize::from(u16::from_be_bytes(at(rest, 2).ok_or(Fault::Unknown)?));
        let (segment, after) = cut(rest, length.max(2) + 2)?;
        let body = segment.get(4..).unwrap_or_default();
        if let (0xe1, Some(tiff)) = (marker, body.strip_prefix(b"Exif\0\0")) {
            check_upright(tiff)?;
        }
        if makes_a_jpeg(marker, body) {
            kept.extend_from_slice(segment);
        }
        let (dots, after) = cut(after, if marker == 0xda { scan_length(after) } else { 0 })?;
        kept.extend_from_slice(dots);
        rest = after;
    }
    Ok(kept)
}

/// Whether a segment makes the picture: frames, tables and scans, and how colours are meant. The head that most files
/// begin with may hold a small copy of the picture, and then goes.
fn makes_a_jpeg(marker: u8, body: &[u8]) -> bool {
    match marker {
        0xc8 => false,
        0xc0..=0xcf | 0xda..=0xdd => true,
        0xe0 => body.starts_with(b"JFIF\0") && body.len() == 14,
        0xe2 => body.starts_with(b"ICC_PROFILE\0"),
        0xee => body.starts_with(b"Adobe"),
        _ => false,
    }
}

/// How many bytes the dots of a scan take: a marker ends them that is neither a stuffed byte nor a restart.
fn scan_length(bytes: &[u8]) -> usize {
    let ends = |pair: &[u8]| matches!(pair, [0xff, marker] if !matches!(marker, 0 | 0xd0..=0xd7));
    bytes.windows(2).position(ends).unwrap_or(bytes.len())
}

/// A container of chunks (RFC 9649, 2.3), as long as it says itself.
fn webp(bytes: &[u8]) -> Result<Vec<u8>, Fault> {
    let size = u32::from_le_bytes(at(bytes, 4).ok_or(Fault::Unknown)?);
    let end = usize::try_from(size).unwrap_or(usize::MAX).saturating_add(8).min(bytes.len());
    let (_, inside) = cut(bytes.get(..end).unwrap_or_default(), 12)?;
    let mut kept = Vec::new();
    put(&mut kept, *b"RIFF", &[b"WEBP", webp_chunks(inside, true)?.as_slice()].concat())?;
    Ok(kept)
}

/// The chunks that make a picture, or one frame of a moving one.
fn webp_chunks(mut rest: &[u8], whole: bool) -> Result<Vec<u8>, Fault> {
    let mut kept = Vec::new();
    while !rest.is_empty() {
        let name = at::<4>(rest, 0).ok_or(Fault::Unknown)?;
        let size = u32::from_le_bytes(at(rest, 4).ok_or(Fault::Unknown)?);
        let (chunk, after) = cut(rest, usize::try_from(size).unwrap_or(usize::MAX).saturating_add(8))?;
        let body = chunk.get(8..).unwrap_or_default();
        match &name {
            b"EXIF" => check_upright(body.strip_prefix(b"Exif\0\0").unwrap_or(body))?,
            // Its first byte says, among others, whether EXIF (8) and XMP (4) follow.
            b"VP8X" => match body.split_first() {
                Some((flags, sides)) => put(&mut kept, name, &[&[flags & !0x0c], sides].concat())?,
                None => return Err(Fault::Unknown),
            },
            b"ANMF" if whole => {
                let (head, frame) = cut(body, 16)?;
                put(&mut kept, name, &[head, webp_chunks(frame, false)?.as_slice()].concat())?;
            }
            b"VP8 " | b"VP8L" | b"ALPH" | b"ANIM" | b"ICCP" => put(&mut kept, name, body)?,
            _ => {}
        }
        rest = after.get(body.len() % 2..).unwrap_or_default();
    }
    Ok(kept)
}

/// Writes a chunk of WebP, padded to an even length.
fn put(out: &mut Vec<u8>, name: [u8; 4], body: &[u8]) -> Result<(), Fault> {
    let size = u32::try_from(body.len()).map_err(|_| Fault::TooHeavy)?;
    out.extend_from_slice(&name);
    out.extend_from_slice(&size.to_le_bytes());
    out.extend_from_slice(body);
    out.extend((body.len() % 2 == 1).then_some(0));
    Ok(())
}

/// Refuses EXIF data that says that the picture is to be turned or mirrored: without them it would lie on its side.
fn check_upright(tiff: &[u8]) -> Result<(), Fault> {
    match orientation(tiff) {
        Some(2..=8) => Err(Fault::Turned),
        _ => Ok(()),
    }
}

/// The orientation in the first directory (EXIF 2.32, 4.6.4: tag 0x0112), 1 for upright.
fn orientation(tiff: &[u8]) -> Option<u16> {
    let little = match &at::<4>(tiff, 0)? {
        b"II*\0" => true,
        b"MM\0*" => false,
        _ => return None,
    };
    let two = |pair| if little { u16::from_le_bytes(pair) } else { u16::from_be_bytes(pair) };
    let four = at(tiff, 4)?;
    let place = if little { u32::from_le_bytes(four) } else { u32::from_be_bytes(four) };
    let directory = tiff.get(usize::try_from(place).ok()?..)?;
    let count = usize::from(two(at(directory, 0)?));
    let mut entries = directory.get(2..)?.chunks_exact(12).take(count);
    let entry = entries.find(|entry| at(entry, 0).map(two) == Some(0x0112))?;
    at(entry, 8).map(two)
}

#[cfg(test)]
mod tests;
