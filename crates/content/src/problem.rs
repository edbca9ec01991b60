//! What is wrong with a file, where, and what was expected.

use std::fmt;

/// One thing to correct in the bank.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// Path of the file inside the content folder.
    pub file: String,
    /// Line in that file, from 1; 1 when the whole file is meant.
    pub line: usize,
    /// What was wrong and what was expected, in one sentence.
    pub message: String,
}

impl Problem {
    /// A problem at a line of a file.
    pub fn new(file: impl Into<String>, line: usize, message: impl Into<String>) -> Self {
        Self { file: file.into(), line: line.max(1), message: message.into() }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.message)
    }
}

/// The line, from 1, on which a byte position of a text stands.
pub(crate) fn line_of(text: &str, offset: usize) -> usize {
    text.bytes().take(offset).filter(|byte| *byte == b'\n').count() + 1
}

/// Reads TOML into a typed value; `first` is the line of the file where this TOML begins.
pub(crate) fn from_toml<T: serde::de::DeserializeOwned>(
    file: &str,
    first: usize,
    text: &str,
) -> Result<T, Problem> {
    toml::from_str(text).map_err(|error| {
        let line = error.span().map_or(0, |span| line_of(text, span.start) - 1);
        Problem::new(file, first + line, error.message().replace('\n', " "))
    })
}
