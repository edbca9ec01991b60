//! A file of lines and columns.

use std::io::Read;
use std::path::Path;

/// Why a file cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileError {
    /// The file.
    pub file: String,
    /// The line, from 1, where there is one.
    pub line: Option<u64>,
    /// What is wrong, what was expected, what to do.
    pub problem: String,
}

impl std::fmt::Display for FileError {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.line {
            Some(line) => write!(out, "{}, line {line}: {}", self.file, self.problem),
            None => write!(out, "{}: {}", self.file, self.problem),
        }
    }
}

impl std::error::Error for FileError {}

/// A line and its fields.
#[derive(Debug, Clone)]
pub struct Row {
    /// The line of the file, from 1.
    pub line: u64,
    fields: csv::StringRecord,
}

/// A file of lines and columns, the first line naming the columns.
#[derive(Debug, Clone)]
pub struct Sheet {
    file: String,
    /// The names of the columns.
    pub names: Vec<String>,
    /// The lines below.
    pub rows: Vec<Row>,
}

impl Sheet {
    /// Reads a file.
    ///
    /// # Errors
    /// [`FileError`] when it cannot be read or is no table.
    pub fn read(path: &Path) -> Result<Self, FileError> {
        let file = path.display().to_string();
        let fail = |error: std::io::Error| FileError {
            file: file.clone(),
            line: None,
            problem: format!("cannot be read: {error}; give a comma-separated file, gzipped or not"),
        };
        let bytes = std::fs::read(path).map_err(fail)?;
        let mut text = String::new();
        if bytes.starts_with(&[0x1F, 0x8B]) {
            flate2::read::MultiGzDecoder::new(bytes.as_slice()).read_to_string(&mut text).map_err(fail)?;
        } else {
            text = String::from_utf8(bytes).map_err(|error| fail(std::io::Error::other(error)))?;
        }
        Self::parse(&file, &text)
    }

    /// Takes the text of a file apart.
    ///
    /// # Errors
    /// [`FileError`] at the first line that has not as many fields as the first, or without any line.
    pub fn parse(file: &str, text: &str) -> Result<Self, FileError> {
        let fail = |line, problem: String| FileError { file: file.to_owned(), line, problem };
        let text = text.trim_start_matches('\u{feff}');
        let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(text.as_bytes());
        let read = |error: csv::Error| {
            let line = error.position().map(csv::Position::line);
            let problem = match error.kind() {
                csv::ErrorKind::UnequalLengths { expected_len, len, .. } => {
                    format!("{len} fields, expected {expected_len} as in the first line")
                }
                _ => error.to_string(),
            };
            fail(line, problem)
        };
        let names: Vec<String> = reader.headers().map_err(read)?.iter().map(str::to_owned).collect();
        let mut rows = Vec::new();
        for record in reader.into_records() {
            let fields = record.map_err(read)?;
            rows.push(Row { line: fields.position().map_or(0, csv::Position::line), fields });
        }
        if rows.is_empty() {
            return Err(fail(None, "is empty: expected a line of names and lines below".to_owned()));
        }
        Ok(Self { file: file.to_owned(), names, rows })
    }

    /// The place of a column.
    pub fn find(&self, name: &str) -> Option<usize> {
        self.names.iter().position(|known| known == name)
    }

    /// The place of a column that must be there.
    ///
    /// # Errors
    /// [`FileError`] with the columns there are.
    pub fn column(&self, name: &str) -> Result<usize, FileError> {
        let known = self.names.join(", ");
        self.find(name).ok_or_else(|| {
            self.refuse(Some(1), format!("the columns are {known}: expected one named {name}"))
        })
    }

    /// The text of a field.
    pub fn text<'a>(&self, row: &'a Row, column: usize) -> &'a str {
        row.fields.get(column).unwrap_or_default()
    }

    /// A number in a field.
    ///
    /// # Errors
    /// [`FileError`] for what is no finite number.
    pub fn number(&self, row: &Row, column: usize) -> Result<f64, FileError> {
        let given = self.text(row, column);
        let number: Option<f64> = given.parse().ok().filter(|number: &f64| number.is_finite());
        number.ok_or_else(|| self.refuse(Some(row.line), self.odd(column, given, "a number")))
    }

    /// A whole number in a field.
    ///
    /// # Errors
    /// [`FileError`] for what is none.
    pub fn whole(&self, row: &Row, column: usize) -> Result<u32, FileError> {
        let given = self.text(row, column);
        given
            .parse()
            .map_err(|_| self.refuse(Some(row.line), self.odd(column, given, "a whole number from 0")))
    }

    /// What is wrong with a field.
    pub fn odd(&self, column: usize, given: &str, expected: &str) -> String {
        let name = self.names.get(column).map_or("", String::as_str);
        format!("{name} is \"{given}\": expected {expected}")
    }

    /// A refusal of the file.
    pub fn refuse(&self, line: Option<u64>, problem: impl Into<String>) -> FileError {
        FileError { file: self.file.clone(), line, problem: problem.into() }
    }
}
