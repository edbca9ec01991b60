//! The E step: how many persons of each ability met each item, as far as is known.

use super::admission::Problem;
use super::pieces::by_piece;
use super::point::Point;
use super::posterior::{Posterior, View};
use super::tables::{Tables, row_mut};
use std::ops::Range;

/// Sums over persons.
#[derive(Debug, Clone)]
pub(super) struct Expected {
    /// Per item and node, the persons expected there who met the item.
    pub(super) met: Vec<f64>,
    /// Per node, the persons who met all items but those listed: added to `met` at the end.
    everyone: Vec<f64>,
    /// Per item, the sum of the expected abilities of those who were right.
    pub(super) abilities: Vec<f64>,
    /// Per item and node, those who were right; with guesses only.
    pub(super) right: Vec<f64>,
    /// Per group, the sums of the expected abilities and of their squares.
    pub(super) moments: Vec<[f64; 2]>,
    /// ln of the probability of all answers.
    pub(super) log_likelihood: f64,
}

/// Does the E step at a point.
pub(super) fn expect(problem: &Problem<'_>, point: &Point) -> Expected {
    let tables = Tables::new(&point.items, problem.guesses(), &problem.grid);
    let weights = problem.weights(point);
    let view = View { responses: problem.responses, grid: &problem.grid, tables: &tables, weights: &weights };
    let pieces = by_piece(problem.responses.persons(), problem.threads, |piece| {
        let mut expected = Expected::new(problem);
        expected.add_persons(&view, piece);
        expected
    });
    let mut pieces = pieces.into_iter();
    let mut all = pieces.next().unwrap_or_else(|| Expected::new(problem));
    pieces.for_each(|piece| all.merge(&piece));
    for row in all.met.chunks_exact_mut(problem.grid.len()) {
        add(row, &all.everyone);
    }
    all
}

impl Expected {
    fn new(problem: &Problem<'_>) -> Self {
        let (items, width) = (problem.responses.names().len(), problem.grid.len());
        Self {
            met: vec![0.0; items * width],
            everyone: vec![0.0; width],
            abilities: vec![0.0; items],
            right: if problem.guesses() { vec![0.0; items * width] } else { Vec::new() },
            moments: vec![[0.0; 2]; problem.responses.group_sizes().len()],
            log_likelihood: 0.0,
        }
    }

    fn add_persons(&mut self, view: &View<'_>, persons: Range<usize>) {
        let mut densities = vec![0.0; view.grid.len()];
        let groups = view.responses.groups().get(persons.clone()).unwrap_or_default();
        for (person, &group) in persons.zip(groups) {
            let posterior = view.posterior(person, group, &mut densities);
            self.log_likelihood += posterior.log_likelihood;
            if let Some([first, second]) = self.moments.get_mut(group as usize) {
                *first += posterior.mean;
                *second += posterior.square;
            }
            self.add_person(view, person, &posterior, &densities);
        }
    }

    fn add_person(&mut self, view: &View<'_>, person: usize, posterior: &Posterior, densities: &[f64]) {
        let width = densities.len();
        let inside = densities.get(posterior.window.clone()).unwrap_or_default();
        let listed = view.responses.listed.of(person);
        if view.responses.missing.get(person).copied().unwrap_or(false) {
            add(self.everyone.get_mut(posterior.window.clone()).unwrap_or_default(), inside);
            for item in listed {
                let row = row_mut(&mut self.met, *item, width);
                take(row.get_mut(posterior.window.clone()).unwrap_or_default(), inside);
            }
        } else {
            for item in listed {
                let row = row_mut(&mut self.met, *item, width);
                add(row.get_mut(posterior.window.clone()).unwrap_or_default(), inside);
            }
        }
        for item in view.responses.right.of(person) {
            if let Some(sum) = self.abilities.get_mut(*item as usize) {
                *sum += posterior.mean;
            }
        }
        if !self.right.is_empty() {
            for item in view.responses.right.of(person) {
                let row = row_mut(&mut self.right, *item, width);
                add(row.get_mut(posterior.window.clone()).unwrap_or_default(), inside);
            }
        }
    }

    fn merge(&mut self, other: &Self) {
        add(&mut self.met, &other.met);
        add(&mut self.everyone, &other.everyone);
        add(&mut self.abilities, &other.abilities);
        add(&mut self.right, &other.right);
        for (sums, others) in self.moments.iter_mut().zip(&other.moments) {
            add(sums, others);
        }
        self.log_likelihood += other.log_likelihood;
    }
}

fn add(sums: &mut [f64], values: &[f64]) {
    for (sum, value) in sums.iter_mut().zip(values) {
        *sum += value;
    }
}

fn take(sums: &mut [f64], values: &[f64]) {
    for (sum, value) in sums.iter_mut().zip(values) {
        *sum -= value;
    }
}
