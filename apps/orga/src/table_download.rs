//! A table that is handed over as a file: its name, and its reply.

use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use rules::search_text::search_text;

/// What a table for spreadsheets says that it is.
pub const CSV: &str = "text/csv; charset=utf-8";

/// The header that names a file after something: as it is, and for old browsers without accents. `named` makes the name
/// of the file.
pub fn attachment(name: &str, named: impl Fn(&str) -> String) -> String {
    let plain = search_text(name).replace(|sign: char| !sign.is_ascii_alphanumeric(), "-");
    let full: String = name.chars().map(|sign| if is_forbidden(sign) { '-' } else { sign }).collect();
    let encoded: String = form_urlencoded::byte_serialize(named(&full).as_bytes()).collect();
    format!("attachment; filename=\"{}\"; filename*=UTF-8''{}", named(&plain), encoded.replace('+', "%20"))
}

/// A table that is written whole; it is nobody else's, and no copy of it is kept on the way.
pub fn csv(attachment: String, table: Vec<u8>) -> Response {
    let headers = [
        (CONTENT_TYPE, CSV.to_owned()),
        (CONTENT_DISPOSITION, attachment),
        (CACHE_CONTROL, "no-store".to_owned()),
    ];
    (headers, table).into_response()
}

/// What file systems refuse in a name.
const fn is_forbidden(sign: char) -> bool {
    matches!(sign, '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|') || sign.is_ascii_control()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_of_a_file_has_no_separator() {
        for (sign, forbidden) in [('/', true), ('"', true), ('\n', true), ('é', false), (' ', false)] {
            assert_eq!(is_forbidden(sign), forbidden, "{sign:?}");
        }
    }

    #[test]
    fn old_browsers_get_a_name_without_accents() {
        assert_eq!(
            attachment("Collège a/b", |name| format!("{name}.csv")),
            "attachment; filename=\"college-a-b.csv\"; filename*=UTF-8''Coll%C3%A8ge%20a-b.csv"
        );
    }
}
