//! The logarithms of the probabilities at every node, made once per step.

use super::grid::Grid;
use super::point::Coordinates;
use crate::irt::{log_sigmoid, sigmoid};

/// What an answer adds to the logarithm of the likelihood at each node: ln(1 − P), and for a right one the lift
/// ln P − ln(1 − P), which without guesses is the line αθ − αδ.
#[derive(Debug)]
pub(super) struct Tables {
    width: usize,
    wrong: Vec<f64>,
    /// α and αδ.
    lines: Vec<(f64, f64)>,
    /// The lifts, with guesses.
    lifts: Vec<f64>,
    /// The sum of ln(1 − P) over all items.
    pub(super) everything: Vec<f64>,
}

impl Tables {
    pub(super) fn new(items: &[Coordinates], guesses: bool, grid: &Grid) -> Self {
        let width = grid.len();
        let mut tables = Self {
            width,
            wrong: Vec::with_capacity(items.len() * width),
            lines: Vec::with_capacity(items.len()),
            lifts: Vec::new(),
            everything: vec![0.0; width],
        };
        for &[log_slope, difficulty, guess] in items {
            let slope = log_slope.exp();
            tables.lines.push((slope, slope * difficulty));
            let logits = grid.nodes.iter().map(|node| slope * (node - difficulty));
            if guesses {
                let (c, log_rest) = (sigmoid(guess), log_sigmoid(-guess));
                for logit in logits {
                    let wrong = log_rest + log_sigmoid(-logit);
                    tables.wrong.push(wrong);
                    tables.lifts.push(
                        (c + (1.0 - c) * sigmoid(logit)).ln().max(log_sigmoid(logit) + log_rest) - wrong,
                    );
                }
            } else {
                tables.wrong.extend(logits.map(|logit| log_sigmoid(-logit)));
            }
        }
        for row in tables.wrong.chunks_exact(width) {
            for (sum, wrong) in tables.everything.iter_mut().zip(row) {
                *sum += wrong;
            }
        }
        tables
    }

    /// Adds ln(1 − P) of several items.
    pub(super) fn add_wrong(&self, items: &[u32], sums: &mut [f64]) {
        let mut fours = items.chunks_exact(4);
        for four in fours.by_ref() {
            let [a, b, c, d] = four else { continue };
            let rows = self.row(*a).iter().zip(self.row(*b)).zip(self.row(*c)).zip(self.row(*d));
            for (sum, (((a, b), c), d)) in sums.iter_mut().zip(rows) {
                *sum += (a + b) + (c + d);
            }
        }
        for item in fours.remainder() {
            for (sum, wrong) in sums.iter_mut().zip(self.row(*item)) {
                *sum += wrong;
            }
        }
    }

    /// Takes ln(1 − P) of several items away.
    pub(super) fn take_wrong(&self, items: &[u32], sums: &mut [f64]) {
        for item in items {
            for (sum, wrong) in sums.iter_mut().zip(self.row(*item)) {
                *sum -= wrong;
            }
        }
    }

    /// Adds the lifts of items answered right.
    pub(super) fn add_lift(&self, items: &[u32], nodes: &[f64], sums: &mut [f64]) {
        if !self.lifts.is_empty() {
            for item in items {
                for (sum, lift) in sums.iter_mut().zip(row(&self.lifts, *item, self.width)) {
                    *sum += lift;
                }
            }
            return;
        }
        let (mut slope, mut offset) = (0.0, 0.0);
        for (a, b) in items.iter().filter_map(|item| self.lines.get(*item as usize)) {
            slope += a;
            offset += b;
        }
        for (sum, node) in sums.iter_mut().zip(nodes) {
            *sum += slope * node - offset;
        }
    }

    fn row(&self, item: u32) -> &[f64] {
        row(&self.wrong, item, self.width)
    }
}

/// The row of an item in a table.
pub(super) fn row(table: &[f64], item: u32, width: usize) -> &[f64] {
    let start = item as usize * width;
    table.get(start..start + width).unwrap_or_default()
}

/// The row of an item in a table, to be changed.
pub(super) fn row_mut(table: &mut [f64], item: u32, width: usize) -> &mut [f64] {
    let start = item as usize * width;
    table.get_mut(start..start + width).unwrap_or_default()
}
