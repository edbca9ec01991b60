//! Reads a problem report from the posted form.

use web::form::Form;

use crate::report_kind::{self, Kind, Subject};

/// The longest text of a report, in characters.
pub const LONGEST_TEXT: u16 = 10_000;

/// What the form holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Typed {
    /// The code of the kind of problem.
    pub kind: String,
    /// The person's words.
    pub text: String,
}

/// Why a form is no report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wrong {
    /// No kind of problem is chosen.
    Kind,
    /// A kind that says nothing by itself needs words.
    Words,
    /// The text is too long.
    TooLong,
    /// The person told too many problems of late.
    TooMany,
}

/// What was typed. A line break counts as one character, however the browser sends it.
pub fn typed(form: &Form) -> Typed {
    let text = form.text("report").trim().replace("\r\n", "\n");
    Typed { kind: form.text("kind").to_owned(), text }
}

/// The kind of problem that is told.
///
/// # Errors
/// [`Wrong`], when nothing can be kept yet.
pub fn kind(typed: &Typed) -> Result<Kind, Wrong> {
    let (subject, kind) = report_kind::of_code(&typed.kind).ok_or(Wrong::Kind)?;
    if typed.text.chars().count() > usize::from(LONGEST_TEXT) {
        return Err(Wrong::TooLong);
    }
    if subject == Subject::Other && typed.text.is_empty() { Err(Wrong::Words) } else { Ok(kind) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(form: &str, expected: Result<&str, Wrong>) {
        let form: Form = form_urlencoded::parse(form.as_bytes()).into_owned().collect();
        assert_eq!(kind(&typed(&form)).map(|kind| kind.code), expected, "{form:?}");
    }

    #[test]
    fn a_report_has_a_kind_and_perhaps_words() {
        check("kind=file-missing&report=", Ok("file-missing"));
        check("kind=other&report=Tout.", Ok("other"));
        check("kind=other&report=+%0D%0A", Err(Wrong::Words));
        check("report=Tout.", Err(Wrong::Kind));
        check("kind=nonsense&report=Tout.", Err(Wrong::Kind));
    }

    #[test]
    fn a_text_has_an_end() {
        let longest = "é".repeat(usize::from(LONGEST_TEXT) - 1);
        check(&format!("kind=other&report={longest}x"), Ok("other"));
        check(&format!("kind=other&report={longest}%0D%0Ax"), Err(Wrong::TooLong));
    }
}
