//! The best questions to ask: those of the greatest information.

use crate::irt::{ItemIndex, Parameters};

/// How many candidates are kept.
pub const CANDIDATES: usize = 5;

/// An item that could be asked.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Candidate {
    /// The item.
    pub item: ItemIndex,
    /// Fisher's information at the capacity: α²·P·(1 − P).
    pub reward: f64,
    /// Whether a right answer is as likely as was wanted.
    pub likely: bool,
}

impl Candidate {
    fn new(item: ItemIndex, parameters: &Parameters, capacity: f64, minimum_success: f64) -> Self {
        let likely = parameters.probability(capacity) >= minimum_success;
        Self { item, reward: parameters.information(capacity), likely }
    }

    /// Whether it ranks before one that comes earlier in the bank.
    fn overtakes(&self, earlier: &Self) -> bool {
        (self.likely, self.reward) > (earlier.likely, earlier.reward)
    }
}

/// The candidates of greatest reward, at most [`CANDIDATES`], those likely enough first; equals keep their order.
pub fn rank<'a>(
    pool: impl IntoIterator<Item = (ItemIndex, &'a Parameters)>,
    capacity: f64,
    minimum_success: f64,
) -> Vec<Candidate> {
    let mut best: Vec<Candidate> = Vec::with_capacity(CANDIDATES + 1);
    for (item, parameters) in pool {
        let candidate = Candidate::new(item, parameters, capacity, minimum_success);
        let place = best.iter().position(|earlier| candidate.overtakes(earlier)).unwrap_or(best.len());
        if place < CANDIDATES {
            best.insert(place, candidate);
            best.truncate(CANDIDATES);
        }
    }
    best
}
