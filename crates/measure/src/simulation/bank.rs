//! Items that do not exist.

use super::chance;
use crate::irt::{Bank, BankError, Item, Parameters};

/// The deviation of ln α.
const SPREAD: f64 = 0.3;
/// The competences.
const COMPETENCES: u32 = 16;
/// The items of a tube, about.
const PER_TUBE: u32 = 3;

/// A bank of so many items: α = exp(N(0, 0.3)), δ = N(0, 1), dealt out to 16 competences and tubes of three items or
/// four, as the bank of the published comparison is.
///
/// # Errors
/// [`BankError::Empty`] for no items.
pub fn bank(items: u32, seed: u64) -> Result<Bank, BankError> {
    let rounded = items / PER_TUBE / COMPETENCES * COMPETENCES;
    let tubes = rounded.max(COMPETENCES);
    let item = |rank: u32| {
        let draw = u64::from(rank);
        let parameters = Parameters {
            discrimination: (SPREAD * chance::normal(seed, 2 * draw)).exp(),
            difficulty: chance::normal(seed, 2 * draw + 1),
        };
        let (competence, tube) = (rank % COMPETENCES, rank % tubes);
        Item { name: rank.to_string(), parameters, competence, tube, skill: rank }
    };
    Bank::new((0..items).map(item).collect())
}
