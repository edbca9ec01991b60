//! How sure the estimates are.
//!
//! The observed information of an item is that of the completed data less what is missing because abilities are not
//! known (Louis, 1982): Σ I − Σ E(ss′) + Σ E(s)E(s′), s being the score of one answer at one ability. It is taken
//! item by item. What all items share, the location and the scale that the standard group fixes, is added after:
//! with N persons of reliability ρ, 1/(Nρ) and 1/(2Nρ²) are the variances of a shift and of the logarithm of a scale.

use super::admission::Problem;
use super::curvature::curvature;
use super::estimate::Ability;
use super::expectation::Expected;
use super::maximisation::tally;
use super::pieces::by_piece;
use super::point::{Coordinates, Point};
use super::posterior::{Posterior, View};
use super::symmetric::Symmetric;
use super::tables::{Tables, row, row_mut};
use crate::irt::sigmoid;
use std::ops::Range;

/// The sums of one piece of the persons.
struct Sums {
    /// Per item, Σ E(s)E(s′).
    known: Vec<Symmetric>,
    /// Per item and node, the persons who were right.
    right: Vec<f64>,
    abilities: Vec<Ability>,
}

/// The derivatives of the log likelihood of a wrong and of a right answer, by the logit and by that of the guess.
struct Scores {
    wrong: Vec<f64>,
    right: Vec<f64>,
    /// Of a right answer by the guess; empty without guesses.
    guess: Vec<f64>,
}

/// The covariance of the coordinates of each item, where the answers and the priors tell enough, and the abilities.
pub(super) fn covariances(
    problem: &Problem<'_>,
    expected: &Expected,
    point: &Point,
) -> (Vec<Option<Symmetric>>, Vec<Ability>) {
    let sums = gather(problem, point);
    let scores = Scores::new(problem, point);
    let mut informations = Vec::with_capacity(point.items.len());
    for (item, (at, known)) in (0..).zip(point.items.iter().zip(&sums.known)) {
        let tally = tally(problem, expected, item);
        let (_, complete) = curvature(*at, &problem.grid.nodes, &tally);
        let spread = scores.spread(problem, item, *at, tally.met, row(&sums.right, item, problem.grid.len()));
        let observed = minus(&complete.plus(known), &spread);
        informations.push((observed, *known));
    }
    let covariances = if problem.common_slope() {
        common(problem, &informations)
    } else {
        let prior = problem.prior_information();
        let invert = |(observed, known): &(Symmetric, Symmetric), free: &[bool; 3]| {
            let best = observed.plus(&prior).only(*free).inverse();
            best.or_else(|| known.plus(&prior).only(*free).inverse())
        };
        informations.iter().zip(&problem.free).map(|(each, free)| invert(each, free)).collect()
    };
    (shared(problem, point, &sums.abilities, covariances), sums.abilities)
}

fn minus(one: &Symmetric, other: &Symmetric) -> Symmetric {
    Symmetric {
        aa: one.aa - other.aa,
        ab: one.ab - other.ab,
        ac: one.ac - other.ac,
        bb: one.bb - other.bb,
        bc: one.bc - other.bc,
        cc: one.cc - other.cc,
    }
}

/// With one discrimination for all, its variance comes from all items, and each difficulty inherits from it.
fn common(problem: &Problem<'_>, informations: &[(Symmetric, Symmetric)]) -> Vec<Option<Symmetric>> {
    let prior = problem.prior_information();
    let mut total = prior.aa;
    for ((observed, _), _) in informations.iter().zip(&problem.free).filter(|(_, free)| free.contains(&true))
    {
        total += observed.aa - observed.ab * observed.ab / (observed.bb + prior.bb);
    }
    let aa = 1.0 / total;
    let one = |(observed, _): &(Symmetric, Symmetric)| {
        let own = observed.bb + prior.bb;
        let slope = -observed.ab / own;
        let found =
            Symmetric { aa, ab: slope * aa, bb: 1.0 / own + slope * slope * aa, ..Symmetric::default() };
        (aa > 0.0 && own > 0.0 && aa.is_finite() && found.bb.is_finite()).then_some(found)
    };
    informations.iter().map(one).collect()
}

/// Adds the errors that all items share.
fn shared(
    problem: &Problem<'_>,
    point: &Point,
    abilities: &[Ability],
    covariances: Vec<Option<Symmetric>>,
) -> Vec<Option<Symmetric>> {
    if !problem.standard {
        return covariances;
    }
    let first = || abilities.iter().zip(problem.responses.groups()).filter(|(_, group)| **group == 0);
    let size = first().count() as f64;
    let unknown = first().map(|(ability, _)| ability.deviation * ability.deviation).sum::<f64>() / size;
    let reliability = (1.0 - unknown).clamp(0.01, 1.0);
    let [slopes, difficulties, _] = &problem.laws;
    let items = if problem.common_slope() { 1.0 } else { point.items.len() as f64 };
    let shift = 1.0 / (size * reliability + point.items.len() as f64 * difficulties.precision());
    let scale = 1.0 / (2.0 * size * reliability * reliability + items * slopes.precision());
    let add = |(covariance, [_, difficulty, _]): (Option<Symmetric>, &Coordinates)| {
        let mut sum = covariance?;
        sum.add(shift, [0.0, -1.0, 0.0]);
        sum.add(scale, [1.0, -difficulty, 0.0]);
        Some(sum)
    };
    covariances.into_iter().zip(&point.items).map(add).collect()
}

fn gather(problem: &Problem<'_>, point: &Point) -> Sums {
    let tables = Tables::new(&point.items, problem.guesses(), &problem.grid);
    let weights = problem.weights(point);
    let view = View { responses: problem.responses, grid: &problem.grid, tables: &tables, weights: &weights };
    let scores = Scores::new(problem, point);
    let (items, width) = (point.items.len(), problem.grid.len());
    let empty = || Sums {
        known: vec![Symmetric::default(); items],
        right: vec![0.0; items * width],
        abilities: Vec::new(),
    };
    let pieces = by_piece(problem.responses.persons(), problem.threads, |piece| {
        let mut sums = empty();
        sums.add_persons(&view, &scores, point, piece);
        sums
    });
    let mut all = empty();
    for piece in pieces {
        for (sum, other) in all.known.iter_mut().zip(&piece.known) {
            *sum = sum.plus(other);
        }
        for (sum, other) in all.right.iter_mut().zip(&piece.right) {
            *sum += other;
        }
        all.abilities.extend(piece.abilities);
    }
    all
}

impl Sums {
    fn add_persons(&mut self, view: &View<'_>, scores: &Scores, point: &Point, persons: Range<usize>) {
        let mut densities = vec![0.0; view.grid.len()];
        let mut by_node = densities.clone();
        let groups = view.responses.groups().get(persons.clone()).unwrap_or_default();
        for (person, &group) in persons.zip(groups) {
            let posterior = view.posterior(person, group, &mut densities);
            let spread = (posterior.square - posterior.mean * posterior.mean).max(0.0);
            self.abilities.push(Ability { mean: posterior.mean, deviation: spread.sqrt() });
            for ((product, density), node) in by_node.iter_mut().zip(&densities).zip(&view.grid.nodes) {
                *product = density * node;
            }
            let law = Law { densities: &densities, by_node: &by_node, posterior: &posterior };
            for response in view.responses.of(person) {
                if response.right {
                    law.add_to(row_mut(&mut self.right, response.item, densities.len()));
                }
                let (Some(known), Some(at)) =
                    (self.known.get_mut(response.item as usize), point.items.get(response.item as usize))
                else {
                    continue;
                };
                known.add(1.0, scores.mean(response.item, response.right, *at, &law));
            }
        }
    }
}

/// The law of one ability.
struct Law<'a> {
    densities: &'a [f64],
    /// The densities times the abilities.
    by_node: &'a [f64],
    posterior: &'a Posterior,
}

impl Law<'_> {
    fn inside<'b>(&self, row: &'b [f64]) -> &'b [f64] {
        row.get(self.posterior.window.clone()).unwrap_or_default()
    }

    fn add_to(&self, row: &mut [f64]) {
        let inside = row.get_mut(self.posterior.window.clone()).unwrap_or_default();
        for (sum, density) in inside.iter_mut().zip(self.inside(self.densities)) {
            *sum += density;
        }
    }

    /// The means of a row, and of a row times the ability.
    fn means(&self, row: &[f64]) -> (f64, f64) {
        let laws = self.inside(self.densities).iter().zip(self.inside(self.by_node));
        self.inside(row).iter().zip(laws).fold((0.0, 0.0), |(plain, by), (value, (density, product))| {
            (plain + value * density, by + value * product)
        })
    }
}

impl Scores {
    fn new(problem: &Problem<'_>, point: &Point) -> Self {
        let mut scores = Self { wrong: Vec::new(), right: Vec::new(), guess: Vec::new() };
        for &[log_slope, difficulty, guess] in &point.items {
            let slope = log_slope.exp();
            let c = if problem.guesses() { sigmoid(guess) } else { 0.0 };
            for node in &problem.grid.nodes {
                let logistic = sigmoid(slope * (node - difficulty));
                let probability = (c + (1.0 - c) * logistic).max(f64::MIN_POSITIVE);
                scores.wrong.push(-logistic);
                scores.right.push((1.0 - probability) * logistic / probability);
                if problem.guesses() {
                    scores.guess.push((1.0 - probability) * c / probability);
                }
            }
        }
        scores
    }

    /// The mean score of one answer.
    fn mean(
        &self,
        item: u32,
        right: bool,
        [log_slope, difficulty, guess]: Coordinates,
        law: &Law<'_>,
    ) -> [f64; 3] {
        let width = law.densities.len();
        let table = if right { &self.right } else { &self.wrong };
        let (plain, by) = law.means(row(table, item, width));
        let guessed = match (self.guess.is_empty(), right) {
            (true, _) => 0.0,
            (false, true) => law.means(row(&self.guess, item, width)).0,
            (false, false) => -sigmoid(guess),
        };
        let slope = log_slope.exp();
        [slope * (by - difficulty * plain), -slope * plain, guessed]
    }

    /// Σ E(ss′) of the answers to an item.
    fn spread(
        &self,
        problem: &Problem<'_>,
        item: u32,
        at: Coordinates,
        met: &[f64],
        right: &[f64],
    ) -> Symmetric {
        let [log_slope, difficulty, guess] = at;
        let (slope, width) = (log_slope.exp(), problem.grid.len());
        let mut guesses = row(&self.guess, item, width).iter();
        let scores = row(&self.wrong, item, width).iter().zip(row(&self.right, item, width));
        let persons = met.iter().zip(right);
        let mut sum = Symmetric::default();
        for ((node, (wrong, success)), (met, right)) in problem.grid.nodes.iter().zip(scores).zip(persons) {
            let (direction, guessed) = ([slope * (node - difficulty), -slope], guesses.next());
            let score = |by: f64, guess: f64| {
                let [first, second] = direction;
                [by * first, by * second, guess]
            };
            sum.add(*right, score(*success, guessed.copied().unwrap_or(0.0)));
            sum.add(
                (met - right).max(0.0),
                score(*wrong, if guessed.is_some() { -sigmoid(guess) } else { 0.0 }),
            );
        }
        sum
    }
}
