//! A board of squares: the ground of a robot, or a picture made of squares.

use super::reading::list;
use crate::lang::Lang;
use crate::value::{At, Shape};

/// A board.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Board {
    /// Its rows from the top, each of the same length.
    pub rows: Vec<Vec<Square>>,
}

/// What stands on a square.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Square {
    /// Nothing.
    Empty,
    /// One of the things that are drawn.
    Drawn(Drawn),
    /// A number, a letter.
    Text(String),
}

/// What is drawn on a square.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Drawn {
    /// A wall.
    Wall,
    /// Where to arrive.
    Goal,
    /// Something to pick up.
    Star,
    /// A robot that looks to the top.
    RobotNorth,
    /// A robot that looks to the right.
    RobotEast,
    /// A robot that looks to the foot.
    RobotSouth,
    /// A robot that looks to the left.
    RobotWest,
    /// Painted black.
    Black,
    /// Painted white.
    White,
    /// Painted red.
    Red,
    /// Painted green.
    Green,
    /// Painted blue.
    Blue,
    /// Painted yellow.
    Yellow,
}

const DRAWN: [(&str, Drawn); 13] = [
    ("wall", Drawn::Wall),
    ("goal", Drawn::Goal),
    ("star", Drawn::Star),
    ("robot_north", Drawn::RobotNorth),
    ("robot_east", Drawn::RobotEast),
    ("robot_south", Drawn::RobotSouth),
    ("robot_west", Drawn::RobotWest),
    ("black", Drawn::Black),
    ("white", Drawn::White),
    ("red", Drawn::Red),
    ("green", Drawn::Green),
    ("blue", Drawn::Blue),
    ("yellow", Drawn::Yellow),
];
/// The rows and columns of a board.
const SIDE: std::ops::RangeInclusive<usize> = 2..=12;
/// The longest text of a square.
const LONGEST: usize = 3;

pub(super) fn read(at: At<'_>, lang: Lang) -> Shape<Board> {
    at.only(&["kind", "title", "cells"])?;
    let cells = at.key("cells")?;
    let rows = list(cells, *SIDE.end(), |row| list(row, *SIDE.end(), |cell| square(cell, lang)))?;
    let width = rows.first().map_or(0, Vec::len);
    if !SIDE.contains(&rows.len()) || !SIDE.contains(&width) {
        let (low, high) = (SIDE.start(), SIDE.end());
        return Err(format!(
            "{}: {} rows of {width}, expected {low} to {high} of each",
            cells.place,
            rows.len()
        ));
    }
    match rows.iter().position(|row| row.len() != width) {
        None => Ok(Board { rows }),
        Some(index) => {
            let found = rows.get(index).map_or(0, Vec::len);
            Err(format!("{}[{index}]: {found} cells, expected {width} as in the first row", cells.place))
        }
    }
}

fn square(at: At<'_>, lang: Lang) -> Shape<Square> {
    let text = at.shown(lang)?;
    if text.trim().is_empty() {
        return Ok(Square::Empty);
    }
    if let Some((_, drawn)) = DRAWN.iter().find(|(name, _)| *name == text) {
        return Ok(Square::Drawn(*drawn));
    }
    if text.chars().count() <= LONGEST {
        return Ok(Square::Text(text));
    }
    let names = DRAWN.map(|(name, _)| name).join(", ");
    at.expected(&format!("{names}, \"\" or a text of at most {LONGEST} characters"))
}

/// The name of a column: A, B, C…
#[must_use]
pub fn column_name(column: usize) -> char {
    u8::try_from(column).map_or('?', |column| char::from(b'A'.saturating_add(column)))
}

impl Board {
    pub(crate) fn lines(&self) -> Vec<String> {
        let one = |(number, row): (usize, &Vec<Square>)| {
            let cells = row.iter().enumerate().map(|(column, square)| {
                let shown = match square {
                    Square::Empty => "empty".to_owned(),
                    Square::Drawn(drawn) => name(*drawn).to_owned(),
                    Square::Text(text) => text.clone(),
                };
                format!("{}{number} {shown}", column_name(column))
            });
            cells.collect::<Vec<_>>().join(" | ")
        };
        (1..).zip(&self.rows).map(one).collect()
    }
}

fn name(drawn: Drawn) -> &'static str {
    DRAWN.iter().find(|(_, known)| *known == drawn).map_or("", |(name, _)| name)
}
