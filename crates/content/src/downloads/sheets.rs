//! Comma-separated values: the first sheet as text.

use super::spec::{Cell, Sheets};
use super::text::encode;
use crate::lang::Lang;
use crate::natives::decimal;

/// Writes the first sheet. Unless the family says otherwise the separator is that of the language's
/// spreadsheets: `;` in French, where the comma is the decimal mark, `,` in English.
pub(super) fn csv(sheets: &Sheets, lang: Lang) -> Result<Vec<u8>, String> {
    let separator = sheets.separator.unwrap_or(if lang == Lang::Fr { b';' } else { b',' });
    let marks = if separator == b',' { Lang::En } else { lang };
    let mut writer = csv::WriterBuilder::new()
        .delimiter(separator)
        .flexible(true)
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    let Some(sheet) = sheets.sheets.first() else { return Ok(Vec::new()) };
    let failed = |error: csv::Error| error.to_string();
    if !sheet.header.is_empty() {
        writer.write_record(&sheet.header).map_err(failed)?;
    }
    for row in &sheet.rows {
        writer.write_record(row.iter().map(|cell| shown(cell, marks))).map_err(failed)?;
    }
    let bytes = writer.into_inner().map_err(|error| error.to_string())?;
    encode(&String::from_utf8_lossy(&bytes), sheets.encoding)
}

/// What a cell shows to a reader of a language; of a formula, its value.
pub(super) fn shown(cell: &Cell, lang: Lang) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => text.clone(),
        Cell::Whole(whole) => whole.to_string(),
        Cell::Real(real) => decimal(lang, *real),
        Cell::Date(date) => date.to_string(),
        Cell::Formula(_, value) => shown(value, lang),
    }
}
