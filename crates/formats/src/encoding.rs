//! In which letters a file is written. The people who send it do not know, so the file is asked.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::archive::is_archive;
use crate::fault::{Fault, FaultCode};
use crate::table::{Column, columns_found};

/// The mark that some programs put before a text in UTF-8.
pub(crate) const MARK: &[u8] = b"\xEF\xBB\xBF";
/// The marks before a text in UTF-16, and the beginnings of an XML document without one.
const WIDE: [&[u8]; 4] = [b"\xFE\xFF", b"\xFF\xFE", b"\0<\0?", b"<\0?\0"];
/// So many bytes of lines with accents are enough to tell encodings apart.
const SAMPLE: usize = 64 * 1024;
/// Accented letters of French, with which the other ones are rare.
const FRENCH: &str = "àâäçéèêëîïôöùûüÿœæÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸŒÆ";
/// Signs that office programs write by themselves.
const OFFICE: &str = "’‘“”«»–—…€°";

/// An encoding of letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Encoding {
    /// UTF-8.
    #[serde(rename = "utf-8", alias = "utf8")]
    Utf8,
    /// Windows-1252, which holds ISO-8859-1.
    #[serde(rename = "windows-1252", alias = "iso-8859-1", alias = "latin1")]
    Windows1252,
    /// ISO-8859-15.
    #[serde(rename = "iso-8859-15")]
    Iso8859_15,
    /// The encoding of old Macintoshes, which their spreadsheets still write.
    #[serde(rename = "macintosh")]
    MacRoman,
}

impl Encoding {
    /// All of them, the more frequent first.
    pub const ALL: [Self; 4] = [Self::Utf8, Self::Windows1252, Self::Iso8859_15, Self::MacRoman];

    /// The encoding that the beginning of an XML document tells: its mark, else its declaration, else UTF-8.
    pub(crate) fn of_xml(head: &[u8]) -> Result<Self, Fault> {
        if WIDE.iter().any(|wide| head.starts_with(wide)) {
            return Err(unsupported(&Self::ALL).value("UTF-16"));
        }
        if head.starts_with(MARK) {
            return Ok(Self::Utf8);
        }
        let Some(label) = declared(head) else { return Ok(Self::Utf8) };
        Self::of_label(&label).ok_or_else(|| unsupported(&Self::ALL).value(&label))
    }

    pub(crate) fn rules(self) -> &'static encoding_rs::Encoding {
        match self {
            Self::Utf8 => encoding_rs::UTF_8,
            Self::Windows1252 => encoding_rs::WINDOWS_1252,
            Self::Iso8859_15 => encoding_rs::ISO_8859_15,
            Self::MacRoman => encoding_rs::MACINTOSH,
        }
    }

    fn of_label(label: &str) -> Option<Self> {
        let rules = encoding_rs::Encoding::for_label(label.as_bytes())?;
        Self::ALL.into_iter().find(|encoding| encoding.rules() == rules)
    }

    fn decode(self, bytes: &[u8]) -> Option<Cow<'_, str>> {
        self.rules().decode_without_bom_handling_and_without_replacement(bytes)
    }
}

/// The text of a table. Its encoding is UTF-8 when it can be; else the one in which most of the columns are found,
/// and of several the one that makes the most plausible words.
pub(crate) fn text_of_table<'b>(
    bytes: &'b [u8],
    accepted: &[Encoding],
    columns: &[Column<'_>],
    delimiter: char,
) -> Result<Cow<'b, str>, Fault> {
    // A workbook that was only renamed.
    if is_archive(bytes) {
        return Err(Fault::new(FaultCode::InvalidFile).expected(["CSV"]));
    }
    // A zero byte stands in no table, but in UTF-16 and in the files of every other program.
    if WIDE.iter().any(|wide| bytes.starts_with(wide)) || bytes.contains(&0) {
        return Err(unsupported(accepted));
    }
    let unmarked = bytes.strip_prefix(MARK).unwrap_or(bytes);
    if let Ok(text) = std::str::from_utf8(unmarked) {
        let possible = text.is_ascii() || accepted.contains(&Encoding::Utf8);
        return if possible { Ok(Cow::Borrowed(text)) } else { Err(unsupported(accepted)) };
    }
    let sample = accented_lines(bytes);
    // Of equals the last would win; the more frequent stands first.
    let likely =
        accepted.iter().rev().filter(|encoding| **encoding != Encoding::Utf8).max_by_key(|encoding| {
            let text = encoding.decode(&sample).unwrap_or_default();
            (columns_found(&text, columns, delimiter), plausibility(&text))
        });
    likely.and_then(|encoding| encoding.decode(bytes)).ok_or_else(|| unsupported(accepted))
}

fn unsupported(accepted: &[Encoding]) -> Fault {
    let names = accepted.iter().map(|encoding| encoding.rules().name());
    Fault::new(FaultCode::EncodingNotSupported).expected(names)
}

/// The encoding that a declaration such as `<?xml version="1.0" encoding="ISO-8859-15"?>` names.
fn declared(head: &[u8]) -> Option<String> {
    let text = String::from_utf8_lossy(head);
    let declaration = text.strip_prefix("<?xml")?.split("?>").next()?;
    let after = declaration.split_once("encoding")?.1.trim_start().strip_prefix('=')?.trim_start();
    let quote = after.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
    after.split(quote).nth(1).map(|label| label.trim().to_owned())
}

/// The first line, and after it lines that are not plain ASCII, up to a size.
fn accented_lines(bytes: &[u8]) -> Vec<u8> {
    let mut sample = Vec::new();
    for (number, line) in bytes.split(|byte| matches!(byte, b'\n' | b'\r')).enumerate() {
        let room = SAMPLE.saturating_sub(sample.len());
        if room == 0 {
            break;
        }
        if number == 0 || !line.is_ascii() {
            sample.extend(line.iter().take(room));
            sample.push(b'\n');
        }
    }
    sample
}

/// How much the accented letters of a text look like those of names and words.
fn plausibility(text: &str) -> i64 {
    let mut before = ' ';
    let mut sum = 0;
    for letter in text.chars() {
        if !letter.is_ascii() {
            sum += worth(before, letter);
        }
        before = letter;
    }
    sum
}

fn worth(before: char, letter: char) -> i64 {
    if letter.is_control() {
        return -3;
    }
    // A capital letter inside a word: é of a Macintosh, read as if Windows had written it, is Ž.
    if letter.is_uppercase() && before.is_lowercase() {
        return -1;
    }
    if FRENCH.contains(letter) {
        return 2;
    }
    if OFFICE.contains(letter) {
        return 0;
    }
    if letter.is_alphabetic() { 1 } else { -1 }
}

#[cfg(test)]
mod tests {
    use super::*;

    const COLUMNS: [Column<'_>; 2] = [Column::required("Prénom"), Column::required("Nom")];

    #[test]
    fn a_table_is_read_in_its_own_letters() {
        let check = |bytes: &[u8], expected: &str| {
            let text = text_of_table(bytes, &Encoding::ALL, &COLUMNS, ';');
            assert_eq!(text.as_deref(), Ok(expected), "{bytes:?}");
        };
        check(b"Pr\xC3\xA9nom;Nom\nZo\xC3\xA9;A", "Prénom;Nom\nZoé;A");
        check(b"\xEF\xBB\xBFPr\xC3\xA9nom;Nom\n", "Prénom;Nom\n");
        check(b"Pr\xE9nom;Nom\nZo\xE9;A", "Prénom;Nom\nZoé;A");
        check(b"Pr\x8Enom;Nom\nZo\x8E;A", "Prénom;Nom\nZoé;A");
        // The bytes that ISO-8859-15 took from ISO-8859-1 for the letters of French and Finnish.
        check(b"Pr\xE9nom;Nom\nZo\xE9;KOVA\xA6\nL\xE9a;B\xBCUF", "Prénom;Nom\nZoé;KOVAŠ\nLéa;BŒUF");
        check(b"Pr\xE9nom;Nom\nZo\xE9;B\x8CUF\nL\xE9a;D\x92ORS", "Prénom;Nom\nZoé;BŒUF\nLéa;D’ORS");
        // Nothing in the header tells: words do.
        check(b"Nom\nRen\x8Ee\nAndr\x8E\n", "Nom\nRenée\nAndré\n");
        check(b"Nom\nRen\xE9e\nAndr\xE9\n", "Nom\nRenée\nAndré\n");
    }

    #[test]
    fn letters_that_cannot_be_told_are_refused() {
        for (bytes, accepted) in [
            (&b"\xFF\xFEN\0o\0m\0"[..], &Encoding::ALL[..]),
            (b"Nom\0;", &Encoding::ALL),
            (b"Pr\xE9nom;Nom\n", &[Encoding::Utf8]),
            (b"Pr\xC3\xA9nom;Nom\n", &[Encoding::Windows1252]),
        ] {
            let code = text_of_table(bytes, accepted, &COLUMNS, ';').err().map(|fault| fault.code);
            assert_eq!(code, Some(FaultCode::EncodingNotSupported), "{bytes:?}");
        }
    }

    #[test]
    fn a_workbook_is_no_table() {
        let refused = text_of_table(b"PK\x03\x04xlsx", &Encoding::ALL, &COLUMNS, ';').err();
        assert_eq!(refused.map(|fault| fault.code), Some(FaultCode::InvalidFile));
    }

    #[test]
    fn a_document_tells_its_letters() {
        let check = |head: &[u8], expected: Option<Encoding>| {
            assert_eq!(Encoding::of_xml(head).ok(), expected, "{head:?}");
        };
        check(b"<?xml version=\"1.0\" encoding=\"ISO-8859-15\"?><a/>", Some(Encoding::Iso8859_15));
        check(b"<?xml version='1.0' encoding = 'iso-8859-1' ?>", Some(Encoding::Windows1252));
        check(b"<?xml version=\"1.0\"?><a encoding=\"x\"/>", Some(Encoding::Utf8));
        check(b"<a/>", Some(Encoding::Utf8));
        check(b"\xEF\xBB\xBF<?xml version=\"1.0\" encoding=\"ISO-8859-15\"?>", Some(Encoding::Utf8));
        check(b"<?xml version=\"1.0\" encoding=\"UTF-16\"?>", None);
        check(b"<?xml version=\"1.0\" encoding=\"klingon\"?>", None);
        check(b"\xFF\xFE<\0?\0", None);
    }
}
