//! The files that the lab reads: comma-separated, with a line of names, gzipped if they end in `.gz`.
//!
//! Whatever is wrong with one is told with its line, what was expected and what to do.

mod abilities;
mod bank;
mod measured;
mod records;
mod responses;
mod scale;
mod sheet;

pub use abilities::abilities;
pub use bank::{bank, parameters};
pub use measured::{measured, named};
pub use records::{Record, ordered, records};
pub use responses::{Answered, answered};
pub use scale::scale;
pub use sheet::{FileError, Sheet};

#[cfg(test)]
mod tests;
