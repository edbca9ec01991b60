//! The information of every item at every node, for choosing by its mean over the posterior.

use super::index::Search;
use super::pool::{Pool, single};
use super::ranking::Ranking;
use crate::ability::exponential::variance;
use crate::ability::{Grid, Posterior};
use crate::irt::ItemIndex;

/// Nodes less likely than this are left out.
const LEAST: f64 = 1e-5;

/// One row of informations per node of the grid.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    rows: Vec<Vec<f32>>,
}

impl Table {
    /// Computes the table of a pool.
    #[must_use]
    pub fn new(pool: &Pool, grid: &Grid) -> Self {
        let row = |theta: &f64| {
            let information = |facts: &super::pool::Facts| {
                single(facts.slope * facts.slope * variance(facts.slope * (theta - facts.difficulty)))
            };
            pool.all_facts().iter().map(information).collect()
        };
        Self { rows: grid.nodes().iter().map(row).collect() }
    }

    /// The best items by mean information over a posterior, in single precision, among those that a search admits.
    pub fn search<Admit, Chance>(&self, posterior: &Posterior, search: &Search<'_, Admit, Chance>) -> Ranking
    where
        Admit: Fn(ItemIndex) -> bool,
        Chance: Fn(ItemIndex) -> f64,
    {
        let mut sums = vec![0.0_f32; search.pool.bank().len()];
        for (row, weight) in self.rows.iter().zip(posterior.weights()).filter(|(_, weight)| **weight > LEAST)
        {
            let weight = single(*weight);
            sums.iter_mut().zip(row).for_each(|(sum, information)| *sum += weight * information);
        }
        let mut ranking = Ranking::new(search.count);
        for (item, sum) in (0..).zip(sums) {
            let reward = f64::from(sum);
            let (weight, span) = (search.blend.weight, search.blend.span);
            if weight * reward + span < ranking.entry() || !(search.admit)(item) {
                continue;
            }
            ranking.offer(search.ranked(item, reward));
        }
        ranking
    }
}
