//! Office Open XML spreadsheets.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use super::sheets::shown;
use super::spec::{Cell, Sheet, Sheets};
use crate::lang::Lang;

/// The widest column, in characters.
const WIDEST: usize = 60;

pub(super) fn write(sheets: &Sheets) -> Result<Vec<u8>, String> {
    build(sheets).map_err(|error| error.to_string())
}

fn build(sheets: &Sheets) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let created = ExcelDateTime::from_ymd(2024, 1, 15)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&created));
    for sheet in &sheets.sheets {
        let page = book.add_worksheet();
        page.set_name(&sheet.name)?;
        fill(page, sheet)?;
    }
    book.save_to_buffer()
}

fn fill(page: &mut Worksheet, sheet: &Sheet) -> Result<(), XlsxError> {
    let bold = Format::new().set_bold();
    let day = Format::new().set_num_format("yyyy-mm-dd");
    for (column, title) in (0..).zip(&sheet.header) {
        page.write_string_with_format(0, column, title, &bold)?;
        page.set_column_width(column, width(sheet, usize::from(column)))?;
    }
    let first = u32::from(!sheet.header.is_empty());
    for (row, cells) in (first..).zip(&sheet.rows) {
        for (column, cell) in (0..).zip(cells) {
            match cell {
                Cell::Empty => continue,
                Cell::Text(text) => page.write_string(row, column, text)?,
                #[expect(clippy::cast_precision_loss, reason = "spreadsheets keep numbers so")]
                Cell::Whole(whole) => page.write_number(row, column, *whole as f64)?,
                Cell::Real(real) => page.write_number(row, column, *real)?,
                Cell::Date(date) => {
                    let part = |part: i8| u8::try_from(part).unwrap_or(1);
                    let year = u16::try_from(date.year()).unwrap_or(1900);
                    let moment = ExcelDateTime::from_ymd(year, part(date.month()), part(date.day()))?;
                    page.write_datetime_with_format(row, column, &moment, &day)?
                }
                Cell::Formula(formula, value) => {
                    let formula = rust_xlsxwriter::Formula::new(formula.excel());
                    // Programs that do not compute show the value kept beside it.
                    page.write_formula(row, column, formula.set_result(shown(value, Lang::En)))?
                }
            };
        }
    }
    Ok(())
}

/// The width of a column: its longest text and a little air.
fn width(sheet: &Sheet, column: usize) -> f64 {
    let texts = sheet.rows.iter().filter_map(|row| match row.get(column) {
        Some(Cell::Text(text)) => Some(text.chars().count()),
        _ => None,
    });
    let header = sheet.header.get(column).map_or(0, |title| title.chars().count());
    let longest = texts.chain([header, 8]).max().unwrap_or(8).min(WIDEST);
    f64::from(u32::try_from(longest + 2).unwrap_or(10))
}
