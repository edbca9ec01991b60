//! The items that a version may ask, laid out to be scanned.

use crate::irt::{Bank, Item, ItemIndex, Parameters};
use std::collections::BTreeMap;

/// The steepest item accepted: beyond, an item is a step and its calibration an accident.
const STEEPEST: f64 = 50.0;
/// The furthest difficulty accepted.
const FURTHEST: f64 = 50.0;

/// What the rules must know of an item besides its calibration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Traits {
    /// Whether somebody who needs an adjustment can answer it.
    pub accessible: bool,
    /// Whether it forbids leaving the page.
    pub focus: bool,
    /// The seconds that an answer takes.
    pub seconds: u32,
    /// Whether it is tried out only (see [`super::Tryouts`]): its discrimination and difficulty are not known yet, those
    /// given are not used, and its answers do not count.
    pub on_trial: bool,
}

impl Default for Traits {
    /// For everybody, without focus, one minute, known.
    fn default() -> Self {
        Self { accessible: true, focus: false, seconds: 60, on_trial: false }
    }
}

/// Why items cannot be a pool.
#[derive(Debug, Clone, PartialEq)]
pub enum PoolError {
    /// There are not as many traits as items.
    Traits {
        /// How many items.
        items: usize,
        /// How many traits.
        traits: usize,
    },
    /// An item is too steep, or too far away, for its calibration to be one.
    OutOfRange {
        /// The item.
        item: String,
        /// Its discrimination and difficulty.
        parameters: Parameters,
    },
    /// A pair of enemies names an item that is not there, or an item and itself.
    Enemies(ItemIndex, ItemIndex),
}

impl std::fmt::Display for PoolError {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Traits { items, traits } => {
                write!(out, "{items} items and the traits of {traits}: expected those of each item")
            }
            Self::OutOfRange { item, parameters } => write!(
                out,
                "{item}: discrimination {} and difficulty {}; expected at most {STEEPEST} and between -{FURTHEST} and \
                 {FURTHEST}: calibrate it again or leave it out",
                parameters.discrimination, parameters.difficulty
            ),
            Self::Enemies(one, other) => {
                write!(out, "items {one} and {other} are named as enemies: expected two items of the bank")
            }
        }
    }
}

impl std::error::Error for PoolError {}

/// What a look at one candidate reads, side by side in memory.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Facts {
    pub slope: f64,
    pub difficulty: f64,
    /// The place of its competence; of an item on trial, any.
    pub competence: u32,
    pub seconds: u32,
    pub on_trial: bool,
}

/// The curves of all items in single precision, a column each.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Columns {
    pub slope: Vec<f32>,
    pub difficulty: Vec<f32>,
}

/// A bank with the traits of its items.
#[derive(Debug, Clone, PartialEq)]
pub struct Pool {
    bank: Bank,
    traits: Vec<Traits>,
    facts: Vec<Facts>,
    columns: Columns,
    competences: Vec<u32>,
    enemies: BTreeMap<ItemIndex, Vec<ItemIndex>>,
    tubes: BTreeMap<u32, Vec<ItemIndex>>,
    on_trial: Vec<ItemIndex>,
}

impl Pool {
    /// Makes a pool of a bank, the traits of each of its items and pairs of items that must not meet in one test.
    ///
    /// # Errors
    /// [`PoolError`], naming the item.
    pub fn new(
        bank: Bank,
        traits: Vec<Traits>,
        enemies: &[(ItemIndex, ItemIndex)],
    ) -> Result<Self, PoolError> {
        if traits.len() != bank.len() {
            return Err(PoolError::Traits { items: bank.len(), traits: traits.len() });
        }
        if let Some(item) = bank.items().iter().find(|item| !in_range(item.parameters)) {
            return Err(PoolError::OutOfRange { item: item.name.clone(), parameters: item.parameters });
        }
        let enemies = adjacency(&bank, enemies)?;
        let counted = bank.items().iter().zip(&traits).filter(|(_, traits)| !traits.on_trial);
        let mut competences: Vec<u32> = counted.map(|(item, _)| item.competence).collect();
        competences.sort_unstable();
        competences.dedup();
        let facts = bank.items().iter().zip(&traits).map(|(item, traits)| facts(item, traits, &competences));
        let facts = facts.collect();
        let columns = Columns {
            slope: bank.items().iter().map(|item| single(item.parameters.discrimination)).collect(),
            difficulty: bank.items().iter().map(|item| single(item.parameters.difficulty)).collect(),
        };
        let mut tubes: BTreeMap<u32, Vec<ItemIndex>> = BTreeMap::new();
        for (index, item) in bank.indexed() {
            tubes.entry(item.tube).or_default().push(index);
        }
        let tried = (0..).zip(&traits).filter(|(_, traits)| traits.on_trial);
        let on_trial = tried.map(|(item, _)| item).collect();
        Ok(Self { bank, traits, facts, columns, competences, enemies, tubes, on_trial })
    }

    /// A pool of items without any particular trait.
    ///
    /// # Errors
    /// [`PoolError`], naming the item.
    pub fn plain(bank: Bank) -> Result<Self, PoolError> {
        let traits = vec![Traits::default(); bank.len()];
        Self::new(bank, traits, &[])
    }

    /// The bank.
    #[must_use]
    pub fn bank(&self) -> &Bank {
        &self.bank
    }

    /// The competences of its items that count, in order. Elsewhere a competence is named by its place here.
    #[must_use]
    pub fn competences(&self) -> &[u32] {
        &self.competences
    }

    /// The traits of an item.
    #[must_use]
    pub fn traits(&self, item: ItemIndex) -> Option<&Traits> {
        self.traits.get(item as usize)
    }

    /// The items that are tried out only.
    #[must_use]
    pub fn on_trial(&self) -> &[ItemIndex] {
        &self.on_trial
    }

    /// Whether an item may be asked in a question that counts.
    pub(super) fn counts(&self, item: ItemIndex) -> bool {
        self.facts(item).is_some_and(|facts| !facts.on_trial)
    }

    /// The traits of every item.
    pub(super) fn all_traits(&self) -> &[Traits] {
        &self.traits
    }

    pub(super) fn facts(&self, item: ItemIndex) -> Option<&Facts> {
        self.facts.get(item as usize)
    }

    pub(super) fn all_facts(&self) -> &[Facts] {
        &self.facts
    }

    pub(super) fn columns(&self) -> &Columns {
        &self.columns
    }

    /// The items that must not meet this one.
    pub(super) fn enemies(&self, item: ItemIndex) -> &[ItemIndex] {
        self.enemies.get(&item).map_or(&[], Vec::as_slice)
    }

    /// The items of a tube.
    pub(super) fn tube(&self, tube: u32) -> &[ItemIndex] {
        self.tubes.get(&tube).map_or(&[], Vec::as_slice)
    }
}

fn in_range(parameters: Parameters) -> bool {
    parameters.discrimination <= STEEPEST && parameters.difficulty.abs() <= FURTHEST
}

fn facts(item: &Item, traits: &Traits, competences: &[u32]) -> Facts {
    let place = competences.partition_point(|competence| *competence < item.competence);
    Facts {
        slope: item.parameters.discrimination,
        difficulty: item.parameters.difficulty,
        competence: u32::try_from(place).unwrap_or(u32::MAX),
        seconds: traits.seconds,
        on_trial: traits.on_trial,
    }
}

fn adjacency(
    bank: &Bank,
    pairs: &[(ItemIndex, ItemIndex)],
) -> Result<BTreeMap<ItemIndex, Vec<ItemIndex>>, PoolError> {
    let mut enemies: BTreeMap<ItemIndex, Vec<ItemIndex>> = BTreeMap::new();
    for (one, other) in pairs.iter().copied() {
        if one == other || bank.get(one).is_none() || bank.get(other).is_none() {
            return Err(PoolError::Enemies(one, other));
        }
        enemies.entry(one).or_default().push(other);
        enemies.entry(other).or_default().push(one);
    }
    Ok(enemies)
}

/// The single nearest to a double.
#[expect(clippy::cast_possible_truncation, reason = "rounding is what is meant")]
pub(super) fn single(value: f64) -> f32 {
    value as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_a_pool_names_its_item() {
        let bank = |discrimination: f64, difficulty: f64| {
            let item = |name: &str, parameters| Item {
                name: name.to_owned(),
                parameters,
                competence: 0,
                tube: 0,
                skill: 0,
            };
            let plain = Parameters { discrimination: 1.0, difficulty: 0.0 };
            Bank::new(vec![item("first", plain), item("odd", Parameters { discrimination, difficulty })])
                .unwrap()
        };
        let check = |result: Result<Pool, PoolError>, expected: &str| {
            let error = result.unwrap_err().to_string();
            assert!(error.contains(expected), "{error}");
        };
        check(Pool::plain(bank(51.0, 0.0)), "odd: discrimination 51");
        check(Pool::plain(bank(1e300, 0.0)), "odd: discrimination");
        check(Pool::plain(bank(1.0, -60.0)), "difficulty -60");
        check(Pool::new(bank(1.0, 0.0), vec![Traits::default()], &[]), "2 items and the traits of 1");
        let traits = vec![Traits::default(); 2];
        check(Pool::new(bank(1.0, 0.0), traits.clone(), &[(0, 2)]), "items 0 and 2");
        check(Pool::new(bank(1.0, 0.0), traits, &[(1, 1)]), "items 1 and 1");
    }
}
