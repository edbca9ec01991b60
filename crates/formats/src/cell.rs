//! What stands in a cell of a table that goes out, whatever its format.

use jiff::civil::Date;

/// What stands in a cell.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Cell<'c> {
    /// Nothing.
    Empty,
    /// A text.
    Text(&'c str),
    /// A whole number.
    Whole(i64),
    /// A number and how many decimals are shown; one that is not finite is left out.
    Decimal(f64, usize),
    /// A day.
    Day(Date),
}
