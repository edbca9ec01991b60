//! What the answers of one person say of their ability.

use super::Responses;
use super::grid::Grid;
use super::tables::Tables;
use std::ops::Range;

/// Nodes whose logarithm is this far below the highest hold nothing: less than 10⁻¹¹.
const NOTHING: f64 = 25.0;

/// What is needed to see persons at one point of the search.
#[derive(Debug)]
pub(super) struct View<'a> {
    pub(super) responses: &'a Responses,
    pub(super) grid: &'a Grid,
    pub(super) tables: &'a Tables,
    /// ln of the weights of the nodes, per group.
    pub(super) weights: &'a [Vec<f64>],
}

/// The law of one ability, apart from its densities.
#[derive(Debug, Clone)]
pub(super) struct Posterior {
    /// ln of the probability of the answers.
    pub(super) log_likelihood: f64,
    /// The mean of the ability.
    pub(super) mean: f64,
    /// The mean of its square.
    pub(super) square: f64,
    /// The nodes that hold something.
    pub(super) window: Range<usize>,
}

impl View<'_> {
    /// Writes the densities at the nodes; they sum to 1.
    pub(super) fn posterior(&self, person: usize, group: u32, densities: &mut [f64]) -> Posterior {
        if let Some(weights) = self.weights.get(group as usize) {
            densities.copy_from_slice(weights);
        }
        let listed = self.responses.listed.of(person);
        if self.responses.missing.get(person).copied().unwrap_or(false) {
            for (density, all) in densities.iter_mut().zip(&self.tables.everything) {
                *density += all;
            }
            self.tables.take_wrong(listed, densities);
        } else {
            self.tables.add_wrong(listed, densities);
        }
        self.tables.add_lift(self.responses.right.of(person), &self.grid.nodes, densities);
        self.normalise(densities)
    }

    /// Turns logarithms into densities.
    fn normalise(&self, densities: &mut [f64]) -> Posterior {
        let highest = densities.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let floor = highest - NOTHING;
        let start = densities.iter().position(|log| *log > floor).unwrap_or(0);
        let end = densities.iter().rposition(|log| *log > floor).map_or(densities.len(), |last| last + 1);
        let window = start..end;
        let (mut total, mut first, mut second) = (0.0, 0.0, 0.0);
        let inside = densities.get_mut(window.clone()).unwrap_or_default();
        let nodes = self.grid.nodes.get(window.clone()).unwrap_or_default();
        for (density, node) in inside.iter_mut().zip(nodes) {
            *density = (*density - highest).exp();
            total += *density;
            first += *density * node;
            second += *density * node * node;
        }
        for density in inside {
            *density /= total;
        }
        Posterior {
            log_likelihood: highest + total.ln(),
            mean: first / total,
            square: second / total,
            window,
        }
    }
}
