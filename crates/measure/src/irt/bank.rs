//! A bank of calibrated items.

use super::Parameters;
use std::collections::HashSet;

/// The place of an item in its bank.
pub type ItemIndex = u32;

/// A calibrated item.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// Its name, unique in the bank.
    pub name: String,
    /// Its discrimination and difficulty.
    pub parameters: Parameters,
    /// The competence it belongs to, by a number of the caller's.
    pub competence: u32,
    /// The tube it belongs to, by a number of the caller's.
    pub tube: u32,
    /// The skill it tests, by a number of the caller's.
    pub skill: u32,
}

/// Why a bank cannot be used.
#[derive(Debug, Clone, PartialEq)]
pub enum BankError {
    /// It holds no item.
    Empty,
    /// It holds more items than can be numbered.
    TooLarge,
    /// Two items have this name.
    Twice(String),
    /// An item is not calibrated: its discrimination is not a positive number, or its difficulty not a number.
    NotCalibrated {
        /// The item.
        item: String,
        /// Its discrimination and difficulty.
        parameters: Parameters,
    },
}

impl std::fmt::Display for BankError {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Empty => write!(out, "the bank is empty: expected at least one calibrated item"),
            Self::TooLarge => write!(out, "the bank has more items than can be numbered"),
            Self::Twice(item) => write!(out, "{item}: two items have this name; give each its own"),
            Self::NotCalibrated { item, parameters } => write!(
                out,
                "{item}: discrimination {} and difficulty {}; expected a positive number and a number: calibrate it or \
                 leave it out",
                parameters.discrimination, parameters.difficulty
            ),
        }
    }
}

impl std::error::Error for BankError {}

/// Items that can be asked: at least one, each calibrated, each with its own name.
#[derive(Debug, Clone, PartialEq)]
pub struct Bank {
    items: Vec<Item>,
}

impl Bank {
    /// Makes a bank of items.
    ///
    /// # Errors
    /// [`BankError`], naming the item.
    pub fn new(items: Vec<Item>) -> Result<Self, BankError> {
        if items.is_empty() {
            return Err(BankError::Empty);
        }
        if ItemIndex::try_from(items.len()).is_err() {
            return Err(BankError::TooLarge);
        }
        let mut names = HashSet::with_capacity(items.len());
        for item in &items {
            let Parameters { discrimination, difficulty } = item.parameters;
            if !discrimination.is_finite() || discrimination <= 0.0 || !difficulty.is_finite() {
                return Err(BankError::NotCalibrated {
                    item: item.name.clone(),
                    parameters: item.parameters,
                });
            }
            if !names.insert(item.name.as_str()) {
                return Err(BankError::Twice(item.name.clone()));
            }
        }
        Ok(Self { items })
    }

    /// The items, in the order given.
    #[must_use]
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// The item at a place.
    #[must_use]
    pub fn get(&self, index: ItemIndex) -> Option<&Item> {
        self.items.get(index as usize)
    }

    /// Every item with its place.
    pub fn indexed(&self) -> impl Iterator<Item = (ItemIndex, &Item)> {
        (0..).zip(&self.items)
    }

    /// How many items there are; never 0.
    #[must_use]
    #[expect(clippy::len_without_is_empty, reason = "a bank is never empty")]
    pub fn len(&self) -> usize {
        self.items.len()
    }
}
