//! S-X²: whether the shares of right answers by total score are those that the curves predict.

use super::{Curve, FitError, chi_square_tail};
use crate::calibration::{Group, Responses};

/// Nodes of the grid of abilities.
const NODES: u32 = 61;
/// How far the grid reaches, in deviations.
const REACH: f64 = 5.0;
/// The least that is expected of right and of wrong answers in a cell; scores are put together until it is.
const LEAST: f64 = 5.0;

/// The fit of one item.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ScoreFit {
    /// Σ N(O − E)²/(E(1 − E)) over the cells of scores.
    pub chi_square: f64,
    /// The cells less the parameters estimated.
    pub degrees: f64,
    /// The probability of a greater one, if the curve is right.
    pub probability: f64,
}

/// The fit of each item of a form that persons answered whole; persons who did not are left out. None for an item
/// whose cells are no more than the parameters estimated from the same answers (two as a rule, 0 for known items).
///
/// In the cell of score k, E = ∫P(θ)·S(k − 1 without the item | θ)φ(θ)dθ / ∫S(k | θ)φ(θ)dθ, S by Lord and
/// Wingersky's recursion (Orlando and Thissen, 2000). The work grows with the cube of the items.
///
/// # Errors
/// [`FitError::Curves`] unless there is one curve per item, [`FitError::NoAnswer`] if nobody answered all items.
pub fn score_fit(
    curves: &[Curve],
    responses: &Responses,
    group: &Group,
    estimated: u32,
) -> Result<Vec<Option<ScoreFit>>, FitError> {
    let items = responses.names().len();
    if curves.len() != items {
        return Err(FitError::Curves { given: curves.len(), items });
    }
    let observed = Observed::new(responses);
    if observed.persons.iter().all(|count| *count < 1.0) {
        return Err(FitError::NoAnswer);
    }
    let nodes = nodes(group);
    let fit = |item: usize| {
        let expected = expected(curves, item, &nodes);
        let right = observed.right.iter().skip(item * (items + 1)).copied();
        cells(observed.persons.iter().copied(), right, expected, f64::from(estimated))
    };
    Ok((0..items).map(fit).collect())
}

/// Counts by score, from 0 to the number of items.
struct Observed {
    /// The persons of each score.
    persons: Vec<f64>,
    /// Per item, those of each score who were right.
    right: Vec<f64>,
}

impl Observed {
    fn new(responses: &Responses) -> Self {
        let items = responses.names().len();
        let mut observed = Self { persons: vec![0.0; items + 1], right: vec![0.0; items * (items + 1)] };
        for person in (0..responses.persons()).filter(|person| responses.length(*person) == items) {
            let answers = responses.of(person);
            let score = answers.iter().filter(|answer| answer.right).count();
            if let Some(count) = observed.persons.get_mut(score) {
                *count += 1.0;
            }
            for answer in answers.iter().filter(|answer| answer.right) {
                if let Some(count) = observed.right.get_mut(answer.item as usize * (items + 1) + score) {
                    *count += 1.0;
                }
            }
        }
        observed
    }
}

/// Abilities and weights.
fn nodes(group: &Group) -> Vec<(f64, f64)> {
    let place = |node| 2.0 * REACH * f64::from(node) / f64::from(NODES - 1) - REACH;
    (0..NODES).map(place).map(|z: f64| (group.mean + group.deviation * z, (-z * z / 2.0).exp())).collect()
}

/// The share of right answers to an item that is expected at each score.
fn expected(curves: &[Curve], item: usize, nodes: &[(f64, f64)]) -> Vec<f64> {
    let scores = curves.len() + 1;
    let (mut right, mut all) = (vec![0.0; scores], vec![0.0; scores]);
    for &(ability, weight) in nodes {
        let mut rest = vec![0.0; scores];
        if let Some(none) = rest.first_mut() {
            *none = weight;
        }
        for (_, curve) in curves.iter().enumerate().filter(|(other, _)| *other != item) {
            convolve(&mut rest, curve.probability(ability));
        }
        let probability = curves.get(item).map_or(0.0, |curve| curve.probability(ability));
        let mut before = 0.0;
        for ((right, all), density) in right.iter_mut().zip(&mut all).zip(rest) {
            *right += before * probability;
            *all += before * probability + density * (1.0 - probability);
            before = density;
        }
    }
    right.iter().zip(all).map(|(right, all)| if all > 0.0 { right / all } else { 0.0 }).collect()
}

/// The law of the score with one item more.
fn convolve(densities: &mut [f64], probability: f64) {
    let mut before = 0.0;
    for density in densities {
        let own = *density;
        *density = own * (1.0 - probability) + before * probability;
        before = own;
    }
}

/// Scores 1 to n − 1, put together from below until enough is expected; what is left over joins the last cell.
fn cells(
    persons: impl Iterator<Item = f64>,
    right: impl Iterator<Item = f64>,
    expected: Vec<f64>,
    estimated: f64,
) -> Option<ScoreFit> {
    let inner = expected.len().checked_sub(2)?;
    let (mut cells, mut open) = (Vec::new(), [0.0; 3]);
    for ((count, right), share) in persons.zip(right).zip(expected).skip(1).take(inner) {
        let [all, successes, hopes] = open;
        open = [all + count, successes + right, hopes + count * share];
        let [all, _, hopes] = open;
        if hopes >= LEAST && all - hopes >= LEAST {
            cells.push(open);
            open = [0.0; 3];
        }
    }
    if let Some(last) = cells.last_mut() {
        last.iter_mut().zip(open).for_each(|(sum, rest)| *sum += rest);
    }
    let degrees = cells.len() as f64 - estimated;
    let share = |[all, right, hopes]: &[f64; 3]| (right - hopes).powi(2) * all / (hopes * (all - hopes));
    let chi_square = cells.iter().map(share).sum();
    (degrees >= 1.0).then(|| ScoreFit {
        chi_square,
        degrees,
        probability: chi_square_tail(chi_square, degrees),
    })
}
