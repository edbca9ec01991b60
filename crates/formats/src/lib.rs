//! The files of other houses: lists of pupils that come in, tables that go out.
//!
//! Everything here is pure: bytes are given, a [`Reading`] comes back, and nothing else is touched. A file is read
//! whole or refused whole: the [`Fault`]s of a refused file are all listed, each with its line, its field and what
//! was expected; the sentences are the app's. What was sent is not trusted: [`Limits`] bound bytes, unpacked bytes
//! and learners, and no file makes a reader panic.
//!
//! - [`siecle`], [`fregata`], [`sup`], [`onde`], [`generic`] and [`one_roster`] read one format each; [`Format`]
//!   names them and the endings of their files.
//! - [`username`] makes a sign-in name from a list, [`roll`] the names that a class is called by.
//! - [`csv_export`] and [`ods_export`] write tables of [`cell`]s that spreadsheets open well and cannot be harmed by.

mod archive;
pub mod cell;
mod city_code;
pub mod csv_export;
mod day;
mod encoding;
mod fault;
mod field;
mod format;
pub mod fregata;
mod gathering;
pub mod generic;
mod learner;
mod limits;
pub mod ods_export;
pub mod onde;
pub mod one_roster;
mod reading;
pub mod roll;
pub mod siecle;
pub mod sup;
mod table;
#[cfg(test)]
mod tests;
mod transcoded;
mod uniqueness;
pub mod username;
mod xml;

pub use encoding::Encoding;
pub use fault::{Fault, FaultCode, MOST_FAULTS};
pub use format::Format;
pub use jiff::civil::Date;
pub use learner::{BirthPlace, Key, Learner, Sex, Status};
pub use limits::Limits;
pub use reading::{Reading, SkipReason, Skipped, Warning};
