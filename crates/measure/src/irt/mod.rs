//! Item response theory: what every engine below shares. An item has a discrimination α and a difficulty δ, a person
//! an ability θ, and the probability of a right answer is P(θ) = 1 / (1 + exp(α(δ − θ))) (Birnbaum's two-parameter
//! logistic model, 1968).

mod bank;
mod model;

pub use bank::{Bank, BankError, Item, ItemIndex};
pub use model::{Parameters, log_sigmoid, sigmoid};

/// An answer to an item of a bank: right, or anything else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Response {
    /// The item.
    pub item: ItemIndex,
    /// Whether the answer was right. Wrong, skipped, partly right, late: all count as not right.
    pub right: bool,
}
