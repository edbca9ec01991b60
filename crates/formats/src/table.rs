//! Tables of separated values, read line after line, with the line numbers of a text editor.

use csv::{ReaderBuilder, StringRecord};

use crate::fault::{Fault, FaultCode, Faults};
use crate::limits::size;

/// What people separate values with.
const DELIMITERS: [char; 3] = [';', ',', '\t'];

/// The longest line, in bytes: registers have lines of some hundred.
const LONGEST_LINE: usize = 64 * 1024;
/// The most columns a table may have.
const MOST_COLUMNS: usize = 1_000;

/// A column that a format knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Column<'c> {
    pub name: &'c str,
    pub required: bool,
}

impl<'c> Column<'c> {
    pub const fn required(name: &'c str) -> Self {
        Self { name, required: true }
    }

    pub const fn optional(name: &'c str) -> Self {
        Self { name, required: false }
    }
}

/// What the first line of a table has to say.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Shape<'c> {
    pub columns: &'c [Column<'c>],
    pub delimiter: char,
    /// Whether columns that the format does not know may stand there too.
    pub others_allowed: bool,
}

/// A table being read.
pub(crate) struct Table<'t> {
    reader: csv::Reader<&'t [u8]>,
    record: StringRecord,
    lines: Lines<'t>,
    /// Where each known column stands.
    places: Vec<(String, usize)>,
    width: usize,
}

/// One line of a table.
pub(crate) struct Row<'r> {
    pub line: u64,
    record: &'r StringRecord,
    places: &'r [(String, usize)],
}

impl<'t> Table<'t> {
    /// Reads the first line.
    pub fn open(text: &'t str, shape: &Shape<'_>) -> Result<Self, Faults> {
        bounded(text)?;
        let delimiter = u8::try_from(shape.delimiter).unwrap_or(b';');
        let reader = ReaderBuilder::new()
            .delimiter(delimiter)
            .has_headers(false)
            .flexible(true)
            .from_reader(text.as_bytes());
        let lines = Lines { text: text.as_bytes(), at: 0, line: 1 };
        let mut table = Self { reader, record: StringRecord::new(), lines, places: Vec::new(), width: 0 };
        let Some(line) = table.advance() else { return Err(Faults::from(Fault::new(FaultCode::Empty))) };
        separated(text, shape, line)?;
        table.width = table.record.len();
        table.places = places(&table.record, shape, line)?;
        Ok(table)
    }

    /// The next line that says something.
    pub fn row(&mut self, faults: &mut Faults) -> Option<Row<'_>> {
        let line = self.advance()?;
        if self.record.iter().skip(self.width).any(|cell| !cell.trim().is_empty()) {
            faults.push(Fault::new(FaultCode::BadCsvFormat).line(line).expected([self.width]));
        }
        Some(Row { line, record: &self.record, places: &self.places })
    }

    fn advance(&mut self) -> Option<u64> {
        // Reading text from memory cannot fail: every line may have its own length, and letters are valid.
        while self.reader.read_record(&mut self.record).unwrap_or(false) {
            if self.record.iter().any(|cell| !cell.trim().is_empty()) {
                let start = self.record.position().map_or(0, csv::Position::byte);
                return Some(self.lines.number(start));
            }
        }
        None
    }
}

impl Row<'_> {
    /// What stands in a column, without spaces around; nothing when the file has not this column.
    pub fn cell(&self, name: &str) -> &str {
        let place = self.places.iter().find(|(column, _)| column == name);
        place.and_then(|(_, place)| self.record.get(*place)).unwrap_or_default().trim()
    }
}

/// How many of the columns the first line of a text names.
pub(crate) fn columns_found(text: &str, columns: &[Column<'_>], delimiter: char) -> usize {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let cells = first.split(delimiter).take(MOST_COLUMNS);
    let names: Vec<String> = cells.map(|cell| label(cell.trim_matches('"'))).collect();
    columns.iter().filter(|column| names.contains(&label(column.name))).count()
}

/// Refuses a table with a line that no register has, before anything of it is kept.
fn bounded(text: &str) -> Result<(), Fault> {
    let lines = text.as_bytes().split(|byte| matches!(byte, b'\n' | b'\r'));
    if lines.map(<[u8]>::len).max().is_some_and(|longest| longest > LONGEST_LINE) {
        return Err(Fault::new(FaultCode::PayloadTooLarge).expected([LONGEST_LINE]));
    }
    Ok(())
}

/// Refuses a table whose columns are found with another separator only.
fn separated(text: &str, shape: &Shape<'_>, line: u64) -> Result<(), Fault> {
    if columns_found(text, shape.columns, shape.delimiter) > 0 {
        return Ok(());
    }
    let other = DELIMITERS.iter().find(|other| columns_found(text, shape.columns, **other) > 0);
    let Some(other) = other else { return Ok(()) };
    let shown = if *other == '\t' { "\\t".to_owned() } else { other.to_string() };
    Err(Fault::new(FaultCode::BadCsvFormat).line(line).value(&shown).expected([shape.delimiter]))
}

fn places(header: &StringRecord, shape: &Shape<'_>, line: u64) -> Result<Vec<(String, usize)>, Faults> {
    let mut faults = Faults::default();
    let mut places: Vec<(String, usize)> = Vec::new();
    if header.len() > MOST_COLUMNS {
        return Err(Fault::new(FaultCode::BadCsvFormat).line(line).expected([MOST_COLUMNS]).into());
    }
    for (place, cell) in header.iter().enumerate() {
        let name = label(cell);
        let known = shape.columns.iter().find(|column| label(column.name) == name);
        match known {
            Some(column) if places.iter().any(|(other, _)| other == column.name) => {
                faults.push(Fault::new(FaultCode::BadCsvFormat).line(line).field(column.name).value(cell));
            }
            Some(column) => places.push((column.name.to_owned(), place)),
            None if name.is_empty() || shape.others_allowed => {}
            None => faults.push(unknown(cell, shape).line(line)),
        }
    }
    for column in shape.columns.iter().filter(|column| column.required) {
        if places.iter().all(|(name, _)| name != column.name) {
            faults.push(Fault::new(FaultCode::HeaderRequired).line(line).field(column.name));
        }
    }
    if faults.is_empty() { Ok(places) } else { Err(faults) }
}

fn unknown(cell: &str, shape: &Shape<'_>) -> Fault {
    let known = shape.columns.iter().map(|column| column.name);
    Fault::new(FaultCode::HeaderUnknown).field(cell).expected(known)
}

/// The name of a column as people and programs vary it: case, spaces, and the apostrophe of office programs.
fn label(name: &str) -> String {
    name.replace('’', "'").split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// Counts lines as an editor does, blank ones and those inside quotes too.
struct Lines<'t> {
    text: &'t [u8],
    at: usize,
    line: u64,
}

impl Lines<'_> {
    /// The number of the line that begins at a byte, or after the ends of lines that stand there.
    fn number(&mut self, start: u64) -> u64 {
        let ahead = self.text.iter().enumerate().skip(self.at);
        let mut stop = self.text.len();
        for (at, byte) in ahead {
            if size(at) >= start && !matches!(byte, b'\n' | b'\r') {
                stop = at;
                break;
            }
            let ends = *byte == b'\n' || (*byte == b'\r' && self.text.get(at + 1) != Some(&b'\n'));
            self.line += u64::from(ends);
        }
        self.at = stop;
        self.line
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const COLUMNS: [Column<'_>; 3] =
        [Column::required("Nom"), Column::required("Prénom"), Column::optional("Nom d'usage")];
    const SHAPE: Shape<'_> = Shape { columns: &COLUMNS, delimiter: ';', others_allowed: false };

    fn rows(text: &str, shape: &Shape<'_>) -> (Vec<(u64, String)>, Faults) {
        let mut faults = Faults::default();
        let mut rows = Vec::new();
        match Table::open(text, shape) {
            Err(found) => faults = found,
            Ok(mut table) => {
                while let Some(row) = table.row(&mut faults) {
                    rows.push((row.line, format!("{}|{}", row.cell("Nom"), row.cell("Nom d'usage"))));
                }
            }
        }
        (rows, faults)
    }

    #[test]
    fn lines_are_numbered_as_in_an_editor() {
        let check = |text: &str, expected: &[(u64, &str)]| {
            let (rows, faults) = rows(text, &SHAPE);
            let rows: Vec<(u64, &str)> = rows.iter().map(|(line, row)| (*line, row.as_str())).collect();
            assert_eq!((rows.as_slice(), faults.is_empty()), (expected, true), "{text:?}");
        };
        check("Nom;Prénom\na;b\nc;d", &[(2, "a|"), (3, "c|")]);
        check("Nom;Prénom\r\na;b\r\nc;d\r\n", &[(2, "a|"), (3, "c|")]);
        check("Nom;Prénom\ra;b\rc;d\r", &[(2, "a|"), (3, "c|")]);
        check("\nNom;Prénom\n\n\na;b\n ; \nc;d\n\n", &[(5, "a|"), (7, "c|")]);
        check("Nom;Prénom\n\"a\nz\";b\nc;d", &[(2, "a\nz|"), (4, "c|")]);
        check("Prénom;  NOM ;Nom d’usage;\nb; a ;u\nd;c", &[(2, "a|u"), (3, "c|")]);
        check("Nom;Prénom\na;b;;\n", &[(2, "a|")]);
    }

    #[test]
    fn a_table_of_another_shape_is_refused() {
        use FaultCode::{BadCsvFormat, Empty, HeaderRequired, HeaderUnknown};
        let check = |text: &str, expected: &[(FaultCode, Option<&str>, Option<u64>)]| {
            let (_, faults) = rows(text, &SHAPE);
            let found: Vec<_> =
                faults.listed.iter().map(|fault| (fault.code, fault.field.as_deref(), fault.line)).collect();
            assert_eq!(found, expected, "{text:?}");
        };
        check("", &[(Empty, None, None)]);
        check("\n \n", &[(Empty, None, None)]);
        check("Nom,Prénom\n", &[(BadCsvFormat, None, Some(1))]);
        check("Nom\tPrénom\n", &[(BadCsvFormat, None, Some(1))]);
        check("Nom\n", &[(HeaderRequired, Some("Prénom"), Some(1))]);
        check("Nom;Nom;Prénom\n", &[(BadCsvFormat, Some("Nom"), Some(1))]);
        check("Nom;Prénom;Âge\n", &[(HeaderUnknown, Some("Âge"), Some(1))]);
        check("Nom;Prénom\na;b\nc;d;e\n", &[(BadCsvFormat, None, Some(3))]);
    }

    #[test]
    fn lines_and_columns_are_bounded() {
        let check = |text: String, expected: FaultCode| {
            let codes: Vec<_> = rows(&text, &SHAPE).1.listed.iter().map(|fault| fault.code).collect();
            assert_eq!(codes, [expected]);
        };
        check("x".repeat(LONGEST_LINE + 1), FaultCode::PayloadTooLarge);
        check(format!("Nom;Prénom\na;b\n{}", ";".repeat(LONGEST_LINE + 1)), FaultCode::PayloadTooLarge);
        check(format!("Nom;Prénom{}\n", ";".repeat(MOST_COLUMNS)), FaultCode::BadCsvFormat);
    }

    #[test]
    fn other_columns_are_tolerated_where_the_format_says_so() {
        let shape = Shape { others_allowed: true, ..SHAPE };
        assert_eq!(rows("Nom;Prénom;Âge\na;b;7\n", &shape).0, [(2, "a|".to_owned())]);
    }
}
