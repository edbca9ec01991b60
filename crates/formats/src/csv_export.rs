//! Tables for spreadsheets: they open with their accents, their columns and their numbers, and no cell of them is
//! taken for a formula.

use std::io::{self, Write};

use crate::cell::Cell;
use crate::encoding::MARK;

/// A text that begins with one of these may be computed by a spreadsheet instead of shown; some take the wide forms
/// for the narrow ones.
const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// A table being written, line after line.
#[derive(Debug)]
pub struct CsvExport<W> {
    out: W,
}

impl<W: Write> CsvExport<W> {
    /// Begins a table, with the mark by which spreadsheets know UTF-8.
    ///
    /// # Errors
    /// When `out` cannot be written.
    pub fn new(mut out: W) -> io::Result<Self> {
        out.write_all(MARK)?;
        Ok(Self { out })
    }

    /// Writes a line.
    ///
    /// # Errors
    /// When the table cannot be written.
    pub fn row<'c>(&mut self, cells: impl IntoIterator<Item = Cell<'c>>) -> io::Result<()> {
        for (place, cell) in cells.into_iter().enumerate() {
            if place > 0 {
                self.out.write_all(b";")?;
            }
            self.cell(cell)?;
        }
        self.out.write_all(b"\r\n")
    }

    /// Ends the table.
    ///
    /// # Errors
    /// When the table cannot be written.
    pub fn finish(mut self) -> io::Result<W> {
        self.out.flush()?;
        Ok(self.out)
    }

    fn cell(&mut self, cell: Cell<'_>) -> io::Result<()> {
        match cell {
            Cell::Empty => Ok(()),
            Cell::Text(text) => {
                let guard = if text.starts_with(FORMULA) { "'" } else { "" };
                write!(self.out, "\"{guard}{}\"", text.replace('"', "\"\""))
            }
            Cell::Whole(number) => write!(self.out, "{number}"),
            Cell::Decimal(number, _) if !number.is_finite() => Ok(()),
            Cell::Decimal(number, decimals) => {
                let written = format!("{number:.decimals$}").replace('.', ",");
                self.out.write_all(written.as_bytes())
            }
            Cell::Day(day) => write!(self.out, "{day}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn written(cells: &[Cell<'_>]) -> String {
        let mut export = CsvExport::new(Vec::new()).unwrap();
        export.row(cells.iter().copied()).unwrap();
        String::from_utf8(export.finish().unwrap()).unwrap()
    }

    #[test]
    fn cells_are_written_as_spreadsheets_read_them() {
        let check = |cell: Cell<'_>, expected: &str| {
            assert_eq!(written(&[cell]), format!("\u{FEFF}{expected}\r\n"), "{cell:?}");
        };
        check(Cell::Empty, "");
        check(Cell::Text("Élodie; \"la\" vraie"), "\"Élodie; \"\"la\"\" vraie\"");
        check(Cell::Whole(-12), "-12");
        check(Cell::Decimal(0.5, 2), "0,50");
        check(Cell::Decimal(66.666, 0), "67");
        check(Cell::Decimal(f64::NAN, 2), "");
        check(Cell::Day(jiff::civil::date(2026, 3, 5)), "2026-03-05");
        for dangerous in ["=1+1", "+33", "-Dupont", "@SUM", "\t=1", "\r=1", "\n=1", "＝1"] {
            check(Cell::Text(dangerous), &format!("\"'{dangerous}\""));
        }
        check(Cell::Text("N'GUESSAN"), "\"N'GUESSAN\"");
    }

    #[test]
    fn a_line_has_its_separators() {
        assert_eq!(written(&[Cell::Text("a"), Cell::Empty, Cell::Whole(3)]), "\u{FEFF}\"a\";;3\r\n");
        assert_eq!(written(&[]), "\u{FEFF}\r\n");
    }

    /// A place where nothing can be written.
    struct Full;

    impl Write for Full {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(io::ErrorKind::StorageFull.into())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_place_that_is_full_is_told() {
        assert_eq!(CsvExport::new(Full).err().map(|error| error.kind()), Some(io::ErrorKind::StorageFull));
    }

    proptest! {
        #[test]
        fn texts_come_back_and_are_no_formula(texts in prop::collection::vec("\\PC*|[=+@\"\\r\\n;-]*", 1..5)) {
            let cells: Vec<Cell<'_>> = texts.iter().map(|text| Cell::Text(text)).collect();
            let table = written(&cells);
            let mut reader = csv::ReaderBuilder::new()
                .delimiter(b';')
                .has_headers(false)
                .from_reader(table.trim_start_matches('\u{FEFF}').as_bytes());
            let record = reader.records().next().unwrap().unwrap();
            prop_assert_eq!(record.len(), texts.len());
            for (read, text) in record.iter().zip(&texts) {
                prop_assert!(!read.starts_with(FORMULA));
                prop_assert_eq!(read.strip_prefix('\'').filter(|_| text.starts_with(FORMULA)).unwrap_or(read), text);
            }
        }
    }
}
