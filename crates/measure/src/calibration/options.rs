//! How to calibrate.

use crate::irt::{ItemIndex, Parameters};

/// The law of an answer.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Model {
    /// One discrimination for all items, each its difficulty (Rasch's model, with the deviation of the abilities
    /// fixed to 1 and the discrimination free).
    Rasch,
    /// Each item its discrimination and difficulty.
    #[default]
    TwoParameters,
    /// Each item its discrimination, difficulty and share of right guesses.
    ThreeParameters,
}

/// A normal prior.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Prior {
    /// Its mean.
    pub mean: f64,
    /// Its standard deviation, positive.
    pub deviation: f64,
}

/// What is thought of items before any answer. Priors are what saves items with few answers, with answers all alike,
/// or met within a narrow range of ability only; without them such items have no finite estimate.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Priors {
    /// Of ln α.
    pub discrimination: Option<Prior>,
    /// Of δ.
    pub difficulty: Option<Prior>,
    /// Of ln(c / (1 − c)), with three parameters.
    pub guessing: Prior,
}

impl Default for Priors {
    /// Honest ones: a deviation of 0.5 for ln α and of 2 for δ around 0; guesses around 1 in 5.
    fn default() -> Self {
        Self {
            discrimination: Some(Prior { mean: 0.0, deviation: 0.5 }),
            difficulty: Some(Prior { mean: 0.0, deviation: 2.0 }),
            guessing: Prior { mean: -1.4, deviation: 0.5 },
        }
    }
}

impl Priors {
    /// None on discrimination and difficulty: maximum likelihood.
    #[must_use]
    pub fn flat() -> Self {
        Self { discrimination: None, difficulty: None, ..Self::default() }
    }
}

/// An item whose parameters are known and stay.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Anchor {
    /// The item.
    pub item: ItemIndex,
    /// Its discrimination and difficulty.
    pub parameters: Parameters,
    /// Its share of right guesses: 0 unless the model has three parameters.
    pub guessing: f64,
}

/// Where the search begins. It should not matter where it ends.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Start {
    /// From the share of right answers of each item.
    #[default]
    Shares,
    /// Anywhere: discriminations between 0.3 and 2.7, difficulties between −3 and 3, drawn with a seed.
    Random(u64),
}

/// How to calibrate.
#[derive(Debug, Clone, PartialEq)]
pub struct Options {
    /// The law of an answer.
    pub model: Model,
    /// What is thought of the items before any answer.
    pub priors: Priors,
    /// The items that are known.
    pub anchors: Vec<Anchor>,
    /// The nodes of the grid of abilities; chosen from the length of the tests if none.
    pub nodes: Option<usize>,
    /// The search ends when a step of EM changes no parameter by more.
    pub tolerance: f64,
    /// The search ends after so many steps at the latest.
    pub most_steps: u32,
    /// The answers that an item needs.
    pub least_answers: u32,
    /// Where the search begins.
    pub start: Start,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            model: Model::default(),
            priors: Priors::default(),
            anchors: Vec::new(),
            nodes: None,
            tolerance: 2e-4,
            most_steps: 500,
            least_answers: 1,
            start: Start::default(),
        }
    }
}
