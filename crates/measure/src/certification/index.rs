//! Which items are worth a look at an ability.
//!
//! The abilities are cut into cells. The information of an item over a cell is at most α²/4 when its difficulty lies
//! inside, and else what it is at the nearer end, since it falls on both sides of the difficulty. Each cell lists its
//! items by this bound, less their price if items have one (see [`super::Exposure`]). A search walks down the list, computes the information of what the rules admit exactly, and
//! ends as soon as the next bound is below the last place of the ranking: the result is that of looking at all items,
//! without looking at them. When a list ends too early, all items are looked at.

use super::pool::{Pool, single};
use super::ranking::{Ranked, Ranking};
use crate::ability::exponential::{exponential_single, variance};
use crate::irt::ItemIndex;

/// By how much a value in single precision may err, as a share; generous.
const SLACK: f64 = 1e-3;
/// The ability at which cells begin and end; the outermost ones are without end.
const REACH: f64 = 6.0;
/// How many cells to a unit of ability.
const FINENESS: u16 = 32;
/// How many items a cell lists.
pub const DEPTH: usize = 256;

#[derive(Debug, Clone, Copy, PartialEq)]
struct Entry {
    item: ItemIndex,
    bound: f32,
}

/// The items of a pool by ability.
#[derive(Debug, Clone, PartialEq)]
pub struct Index {
    ends: Vec<f64>,
    cells: Vec<Vec<Entry>>,
    /// Whether each cell lists every item.
    complete: bool,
}

/// How the order blends information with chance: key = weight·information − price + span·u, with u from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Blend {
    /// The weight of the information.
    pub weight: f64,
    /// The weight of chance.
    pub span: f64,
}

impl Blend {
    /// Information alone.
    pub const NONE: Self = Self { weight: 1.0, span: 0.0 };
}

/// A search for the best items at an ability.
pub struct Search<'a, Admit, Chance> {
    /// The pool.
    pub pool: &'a Pool,
    /// The ability.
    pub theta: f64,
    /// How many items.
    pub count: usize,
    /// Which items may be asked.
    pub admit: Admit,
    /// The chance of an item, from 0 to 1; not called when nothing is blended.
    pub chance: Chance,
    /// The price of each item; one that has none is free.
    pub prices: &'a [f64],
    /// How chance is blended in.
    pub blend: Blend,
}

impl Index {
    /// Builds the index of a pool, each cell with `depth` items. An item without a price is free.
    #[must_use]
    pub fn new(pool: &Pool, prices: &[f64], depth: usize) -> Self {
        let steps = 2 * 6 * FINENESS;
        let inner = (0..=steps).map(|rank| f64::from(rank) / f64::from(FINENESS) - REACH);
        let ends: Vec<f64> = inner.collect();
        let starts = std::iter::once(f64::NEG_INFINITY).chain(ends.iter().copied());
        let stops = ends.iter().copied().chain(std::iter::once(f64::INFINITY));
        let cells = starts.zip(stops).map(|(low, high)| cell(pool, prices, low, high, depth)).collect();
        Self { ends, cells, complete: depth >= pool.bank().len() }
    }

    /// The best items at an ability among those admitted, exactly.
    pub fn search<Admit, Chance>(&self, search: &Search<'_, Admit, Chance>) -> Ranking
    where
        Admit: Fn(ItemIndex) -> bool,
        Chance: Fn(ItemIndex) -> f64,
    {
        let mut ranking = Ranking::new(search.count);
        let place = self.ends.partition_point(|end| *end <= search.theta);
        for entry in self.cells.get(place).into_iter().flatten() {
            let Blend { weight, span } = search.blend;
            if weight * f64::from(entry.bound) + span < ranking.entry() {
                return ranking;
            }
            search.look(entry.item, &mut ranking);
        }
        if self.complete { ranking } else { search.all() }
    }
}

impl<Admit, Chance> Search<'_, Admit, Chance>
where
    Admit: Fn(ItemIndex) -> bool,
    Chance: Fn(ItemIndex) -> f64,
{
    /// The same result by looking at every item: in single precision first, exactly where that might matter.
    pub fn all(&self) -> Ranking {
        let mut ranking = Ranking::new(self.count);
        let rough = rough(self.pool, self.theta);
        for (item, rough) in (0..).zip(rough) {
            let rough = f64::from(rough) * (1.0 + SLACK) + f64::from(f32::MIN_POSITIVE);
            let most = self.blend.weight * rough + self.blend.span;
            if most >= ranking.entry() {
                self.look(item, &mut ranking);
            }
        }
        ranking
    }

    /// A candidate of a reward, with its key.
    #[inline]
    pub(super) fn ranked(&self, item: ItemIndex, reward: f64) -> Ranked {
        let Blend { weight, span } = self.blend;
        let luck = if span > 0.0 { span * (self.chance)(item) } else { 0.0 };
        let price = self.prices.get(item as usize).copied().unwrap_or(0.0);
        Ranked { item, reward, key: weight * reward - price + luck }
    }

    #[inline]
    fn look(&self, item: ItemIndex, ranking: &mut Ranking) {
        let Some(facts) = self.pool.facts(item) else { return };
        if !(self.admit)(item) {
            return;
        }
        let reward = facts.slope * facts.slope * variance(facts.slope * (self.theta - facts.difficulty));
        ranking.offer(self.ranked(item, reward));
    }
}

/// The information of every item in single precision: an upper bound once [`SLACK`] is added. One pass over two
/// columns, without branch or call, which the compiler makes vector instructions of.
fn rough(pool: &Pool, theta: f64) -> Vec<f32> {
    let columns = pool.columns();
    let theta = single(theta);
    let information = |(slope, difficulty): (&f32, &f32)| {
        let power = exponential_single(-(slope * (theta - difficulty)).abs());
        slope * slope * power / ((1.0 + power) * (1.0 + power))
    };
    columns.slope.iter().zip(&columns.difficulty).map(information).collect()
}

fn cell(pool: &Pool, prices: &[f64], low: f64, high: f64, depth: usize) -> Vec<Entry> {
    let entry = |(item, facts): (ItemIndex, &super::pool::Facts)| {
        let nearest = facts.difficulty.clamp(low, high);
        let most = facts.slope * facts.slope * variance(facts.slope * (nearest - facts.difficulty));
        // Rounded up: a bound must never be below what it bounds.
        let price = prices.get(item as usize).copied().unwrap_or(0.0);
        Entry { item, bound: single(most - price + 1e-6 * (most + price)) + f32::MIN_POSITIVE }
    };
    let counted = (0..).zip(pool.all_facts()).filter(|(_, facts)| !facts.on_trial);
    let mut entries: Vec<Entry> = counted.map(entry).collect();
    let order =
        |one: &Entry, other: &Entry| other.bound.total_cmp(&one.bound).then(one.item.cmp(&other.item));
    if depth < entries.len() {
        entries.select_nth_unstable_by(depth, order);
        entries.truncate(depth);
    }
    entries.sort_unstable_by(order);
    entries
}
