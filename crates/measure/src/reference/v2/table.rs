//! The table that says what the answers to the questions of one competence are worth.

/// What was asked of a competence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asked {
    /// The questions.
    pub asked: u8,
    /// Those answered right that count.
    pub right: u8,
    /// Those that do not count.
    pub neutralised: u8,
}

/// What becomes of the level of a competence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// The profile's level and pix.
    Validated,
    /// One level and 8 pix less.
    Downgraded,
    /// No level, no pix.
    Uncertified,
}

use Kept::{Downgraded as D, Uncertified as U, Validated as V};

/// (asked, right, neutralised) → what is kept at a rate of at least 80 %, of at least 70 %, and below.
const TABLE: [([u8; 3], [Kept; 3]); 10] = [
    ([3, 3, 0], [V, V, V]),
    ([3, 2, 0], [V, D, D]),
    ([3, 2, 1], [V, V, V]),
    ([3, 1, 0], [U, U, U]),
    ([3, 1, 1], [V, D, U]),
    ([3, 1, 2], [V, V, D]),
    ([2, 2, 0], [V, V, V]),
    ([2, 1, 0], [V, D, U]),
    ([2, 1, 1], [V, V, D]),
    ([1, 1, 0], [V, V, D]),
];

/// The row of the table, if it has one; without a right answer nothing is certified.
#[must_use]
pub fn kept(asked: Asked, rate: u32) -> Option<Kept> {
    if asked.right == 0 {
        return Some(U);
    }
    let key = [asked.asked, asked.right, asked.neutralised];
    let (_, [from_80, from_70, below]) = TABLE.iter().find(|(row, _)| *row == key)?;
    Some(match rate {
        80.. => *from_80,
        70.. => *from_70,
        _ => *below,
    })
}
