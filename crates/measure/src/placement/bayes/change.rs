//! What the latest answers changed, as data for one sentence.

use super::{Estimate, Reached};

/// The difference between two estimates of one competence: « your last answers show that you reach
/// level 4 in this subject (2 before); your level is 3, between 25 and 33 pix ».
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// The pix and the level before.
    pub before: (f64, u8),
    /// The pix and the level after.
    pub after: (f64, u8),
    /// The tubes where the level reached is another one, the largest step first.
    pub moved: Vec<Moved>,
}

/// A tube where the level reached is another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moved {
    /// What was reached before.
    pub from: Reached,
    /// What is reached now, in the same tube.
    pub to: Reached,
}

impl Change {
    /// What changed between two estimates of the same course. A tube may move without any answer in
    /// it: what is learnt in the others says something of it too.
    pub fn between(before: &Estimate, after: &Estimate) -> Change {
        let pairs = before.reached.iter().zip(&after.reached).filter(|(from, to)| from.level != to.level);
        let mut moved: Vec<Moved> = pairs.map(|(from, to)| Moved { from: *from, to: *to }).collect();
        moved.sort_by_key(|moved| std::cmp::Reverse(moved.from.level.abs_diff(moved.to.level)));
        Change { before: (before.pix, before.level), after: (after.pix, after.level), moved }
    }
}
