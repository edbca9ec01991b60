//! Is this answer right, and if it is not, which known mistake was made?
//!
//! Everything here is pure: the same question and answer always give the same verdict. This room
//! never reads a clock, a file, a database or a random source, never fails and never panics: an
//! answer that makes no sense is simply wrong.
//!
//! - [`check`] grades an [`Answer`] to a [`Question`] of our bank.
//! - [`reference`] reads the text format of the reference platform and grades as it does, so that
//!   its questions can be understood, compared and converted.
//! - [`replay`](replay::replay) recomputes recorded cases and says where they differ.

mod answer;
mod checking;
mod date;
mod decimal;
mod distance;
mod matching;
mod mistake;
mod question;
pub mod reference;
pub mod replay;
mod treatment;
mod verdict;

pub use answer::{Answer, Circumstances};
pub use checking::check;
pub use date::Date;
pub use decimal::Decimal;
pub use distance::{edits, is_close};
pub use mistake::shapes;
pub use question::{
    Field, FieldSolution, Mistake, NumberSolution, Question, SetSolution, Solution, TextSolution, Tolerance,
    Wrong,
};
pub use verdict::{Status, Verdict};
