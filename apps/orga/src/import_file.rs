//! A form with a file, read within a limit: what was filled in, the file's name and what it holds.

use axum::body::Bytes;
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::{StatusCode, header};
use web::form::Form;
use web::house::House;
use web::refusal::Refusal;

/// The most bytes of a form: the largest file of any format, and its other fields.
pub const LARGEST_BODY: usize = 20_000_000 + LARGEST_FIELDS;
/// What surrounds the file.
const LARGEST_FIELDS: usize = 64 << 10;
/// The field that holds the file.
pub const FILE: &str = "file";

/// A form as it was sent.
#[derive(Debug, Default)]
pub struct Sent {
    /// What was filled in.
    pub form: Form,
    /// The file's name as the sender's machine has it; empty when none was chosen.
    pub name: String,
    /// What the file holds.
    pub bytes: Bytes,
}

/// Why a form is not read.
#[derive(Debug, PartialEq, Eq)]
pub enum Unread {
    /// More bytes than any file may have.
    TooLarge,
    /// Not a form with a file, or cut off.
    Broken,
}

impl Sent {
    /// Reads a form; one that says beforehand that it is too large is not read at all.
    ///
    /// # Errors
    /// [`Unread`].
    pub async fn read(request: Request, house: &House) -> Result<Self, Unread> {
        let told = request.headers().get(header::CONTENT_LENGTH);
        let told = told.and_then(|length| length.to_str().ok()?.parse::<usize>().ok());
        if told.is_some_and(|length| length > LARGEST_BODY) {
            return Err(Unread::TooLarge);
        }
        let unread =
            |status| if status == StatusCode::PAYLOAD_TOO_LARGE { Unread::TooLarge } else { Unread::Broken };
        let mut parts = Multipart::from_request(request, house).await.map_err(|_| Unread::Broken)?;
        let (mut sent, mut fields) = (Self::default(), Vec::new());
        while let Some(part) = parts.next_field().await.map_err(|error| unread(error.status()))? {
            let name = part.name().unwrap_or_default().to_owned();
            let file_name = part.file_name().map(str::to_owned);
            let bytes = part.bytes().await.map_err(|error| unread(error.status()))?;
            if name == FILE {
                sent.name = shown(&file_name.unwrap_or_default());
                sent.bytes = bytes;
            } else if bytes.len() <= LARGEST_FIELDS {
                fields.push((name, String::from_utf8_lossy(&bytes).into_owned()));
            }
        }
        sent.form = fields.into_iter().collect();
        Ok(sent)
    }
}

impl From<Unread> for Refusal {
    fn from(unread: Unread) -> Self {
        match unread {
            Unread::TooLarge => Self::TooLarge,
            Unread::Broken => Self::BrokenForm,
        }
    }
}

/// A file's name without folders, control characters, or too many letters.
fn shown(name: &str) -> String {
    const LONGEST: usize = 120;
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let visible: Vec<char> = last.chars().filter(|sign| !sign.is_control()).collect();
    // The ending tells what the file is: a long name is cut at its beginning.
    visible.iter().skip(visible.len().saturating_sub(LONGEST)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_shown_without_folders() {
        for (name, expected) in [
            ("siecle.xml", "siecle.xml"),
            ("C:\\Users\\zoe\\élèves.zip", "élèves.zip"),
            ("/home/zoe/a.csv", "a.csv"),
            ("a\u{0}\nb.csv", "ab.csv"),
            ("", ""),
        ] {
            assert_eq!(shown(name), expected);
        }
        let long = shown(&format!("{}.xml", "a".repeat(500)));
        assert!(long.ends_with(".xml") && long.len() == 120);
    }
}
