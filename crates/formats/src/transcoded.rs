//! A document as a stream of UTF-8, whatever letters it was written in: bounded, and its lines counted.

use std::io::{self, BufRead, Read};

use encoding_rs::{Decoder, DecoderResult};

use crate::encoding::{Encoding, MARK};
use crate::fault::Fault;

const CHUNK: usize = 16 * 1024;
/// One byte becomes three at most.
const ROOM: usize = 3 * CHUNK + 16;
/// The longest piece between two tags, or tag, that is kept in memory.
pub(crate) const LONGEST_PIECE: usize = 64 * 1024;

/// Why a stream stopped before its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stop {
    /// A byte is no letter of the encoding.
    Letters,
    /// More bytes came than may.
    Size,
    /// A piece is longer than [`LONGEST_PIECE`].
    Piece,
}

/// The stream.
pub(crate) struct Transcoded<R> {
    inner: R,
    decoder: Decoder,
    /// Bytes as they came, from `raw_at` to `raw_end` not decoded yet.
    raw: Vec<u8>,
    raw_at: usize,
    raw_end: usize,
    /// Text, from `at` to `end` not consumed yet.
    text: Vec<u8>,
    at: usize,
    end: usize,
    ended: bool,
    /// How many bytes may come in all, and how many more.
    most: u64,
    left: u64,
    piece: usize,
    line: u64,
    stop: Option<Stop>,
}

impl<R: Read> Transcoded<R> {
    /// Reads the beginning of a document, which tells its letters. At most `most` bytes may come in all.
    pub fn open(inner: R, most: u64) -> Result<Self, Fault> {
        let mut stream = Self {
            inner,
            decoder: Encoding::Utf8.rules().new_decoder_without_bom_handling(),
            raw: vec![0; CHUNK],
            raw_at: 0,
            raw_end: 0,
            text: vec![0; ROOM],
            at: 0,
            end: 0,
            ended: false,
            most,
            left: most,
            piece: 0,
            line: 1,
            stop: None,
        };
        // A stream that fails at once says so again, and why, when it is read.
        stream.receive().unwrap_or_default();
        let head = stream.raw.get(..stream.raw_end).unwrap_or_default();
        stream.raw_at = if head.starts_with(MARK) { MARK.len() } else { 0 };
        stream.decoder = Encoding::of_xml(head)?.rules().new_decoder_without_bom_handling();
        Ok(stream)
    }

    /// The line where reading stands.
    pub const fn line(&self) -> u64 {
        self.line
    }

    /// Why reading stopped, when it was not the end.
    pub const fn stop(&self) -> Option<Stop> {
        self.stop
    }

    /// How many bytes may come in all.
    pub const fn most(&self) -> u64 {
        self.most
    }

    /// Says that a new piece begins.
    pub const fn begin_piece(&mut self) {
        self.piece = 0;
    }

    /// Fills the buffer of bytes as far as it goes: the beginning has to be seen whole, however it comes.
    fn receive(&mut self) -> io::Result<()> {
        (self.raw_at, self.raw_end) = (0, 0);
        while let Some(room) = self.raw.get_mut(self.raw_end..).filter(|room| !room.is_empty()) {
            match self.inner.read(room) {
                Ok(0) => {
                    self.ended = true;
                    break;
                }
                Ok(count) => self.raw_end += count,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        let came = crate::limits::size(self.raw_end);
        self.left = self.left.checked_sub(came).ok_or_else(|| self.stopped(Stop::Size))?;
        Ok(())
    }

    /// Decodes what was received; receives more when nothing is left.
    fn refill(&mut self) -> io::Result<()> {
        (self.at, self.end) = (0, 0);
        while self.end == 0 && !(self.ended && self.raw_at >= self.raw_end) {
            if self.raw_at >= self.raw_end {
                self.receive()?;
            }
            let raw = self.raw.get(self.raw_at..self.raw_end).unwrap_or_default();
            let (result, read, written) =
                self.decoder.decode_to_utf8_without_replacement(raw, &mut self.text, self.ended);
            self.raw_at += read;
            self.end = written;
            if matches!(result, DecoderResult::Malformed(..)) {
                return Err(self.stopped(Stop::Letters));
            }
        }
        Ok(())
    }

    fn stopped(&mut self, why: Stop) -> io::Error {
        self.stop = Some(why);
        io::Error::other("the document is not read further")
    }
}

impl<R: Read> Read for Transcoded<R> {
    fn read(&mut self, room: &mut [u8]) -> io::Result<usize> {
        let mut text = self.fill_buf()?;
        let count = text.read(room)?;
        self.consume(count);
        Ok(count)
    }
}

impl<R: Read> BufRead for Transcoded<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.stop.is_some() || self.piece > LONGEST_PIECE {
            let why = self.stop.unwrap_or(Stop::Piece);
            return Err(self.stopped(why));
        }
        if self.at >= self.end {
            self.refill()?;
        }
        Ok(self.text.get(self.at..self.end).unwrap_or_default())
    }

    fn consume(&mut self, count: usize) {
        let consumed = self.text.get(self.at..self.at + count).unwrap_or_default();
        let ends = consumed.iter().filter(|byte| **byte == b'\n').count();
        self.line += crate::limits::size(ends);
        self.at += count;
        self.piece += count;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Gives its bytes one at a time.
    struct Drop<'b>(&'b [u8]);

    impl Read for Drop<'_> {
        fn read(&mut self, room: &mut [u8]) -> io::Result<usize> {
            let one = room.len().min(1);
            self.0.read(&mut room[..one])
        }
    }

    fn text(bytes: &[u8], most: u64) -> (String, u64, Option<Stop>) {
        let mut stream = Transcoded::open(Drop(bytes), most).unwrap();
        let mut text = Vec::new();
        while let Ok(piece) = stream.fill_buf() {
            if piece.is_empty() {
                break;
            }
            let count = piece.len();
            text.extend_from_slice(piece);
            stream.consume(count);
            stream.begin_piece();
        }
        (String::from_utf8(text).unwrap(), stream.line(), stream.stop())
    }

    #[test]
    fn letters_become_utf8_and_lines_are_counted() {
        let declared = b"<?xml version=\"1.0\" encoding=\"ISO-8859-15\"?>\n<a>B\xBCUF\n</a>";
        let (read, line, stop) = text(declared, 1_000);
        assert!(read.ends_with("<a>BŒUF\n</a>"), "{read}");
        assert_eq!((line, stop), (3, None));
        assert_eq!(text("\u{FEFF}<a>é</a>".as_bytes(), 1_000).0, "<a>é</a>");
        assert_eq!(text(b"", 1_000), (String::new(), 1, None));
        let long = format!("<a>{}</a>", "é\n".repeat(50_000));
        assert_eq!(text(long.as_bytes(), 1_000_000), (long, 50_001, None));
    }

    #[test]
    fn a_stream_stops_where_it_has_to() {
        assert_eq!(text(b"<a>\xE9</a>", 1_000).2, Some(Stop::Letters));
        assert_eq!(text(b"<a>\xC3", 1_000).2, Some(Stop::Letters));
        assert_eq!(text(&[b'x'; 100], 99).2, Some(Stop::Size));
        assert_eq!(text(&[b'x'; 100], 100).2, None);
    }

    #[test]
    fn a_piece_is_bounded() {
        let bytes = vec![b'x'; 10 * LONGEST_PIECE];
        let mut stream = Transcoded::open(bytes.as_slice(), 1 << 30).unwrap();
        let mut kept = Vec::new();
        assert!(stream.read_to_end(&mut kept).is_err());
        assert_eq!(stream.stop(), Some(Stop::Piece));
        assert!(kept.len() <= LONGEST_PIECE + ROOM, "{}", kept.len());
    }
}
