//! What the expected answers to one item say of its coordinates.

use super::point::Coordinates;
use super::symmetric::Symmetric;
use crate::irt::sigmoid;

/// The expected answers to an item.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tally<'a> {
    /// Per node, the persons who met it.
    pub(super) met: &'a [f64],
    /// Per node, those who were right; empty without guesses.
    pub(super) right: &'a [f64],
    /// How many were right.
    pub(super) count: f64,
    /// The sum of their expected abilities.
    pub(super) abilities: f64,
}

/// The gradient of the expected log likelihood and its expected information, by ln α, δ and ln(c/(1 − c)).
pub(super) fn curvature(at: Coordinates, nodes: &[f64], tally: &Tally<'_>) -> ([f64; 3], Symmetric) {
    if tally.right.is_empty() { two(at, nodes, tally) } else { three(at, nodes, tally) }
}

/// Without guesses: Σ r(θ)·z, with z = α(θ − δ), needs the sum of the abilities of those who were right only.
fn two([log_slope, difficulty, _]: Coordinates, nodes: &[f64], tally: &Tally<'_>) -> ([f64; 3], Symmetric) {
    let slope = log_slope.exp();
    let (mut right, mut right_by, mut weight, mut weight_by, mut weight_by_by) = (0.0, 0.0, 0.0, 0.0, 0.0);
    for (node, met) in nodes.iter().zip(tally.met).filter(|(_, met)| **met > 0.0) {
        let gap = node - difficulty;
        let probability = sigmoid(slope * gap);
        let expected = met * probability;
        right += expected;
        right_by += expected * gap;
        let spread = expected * (1.0 - probability);
        weight += spread;
        weight_by += spread * gap;
        weight_by_by += spread * gap * gap;
    }
    let observed_by = tally.abilities - difficulty * tally.count;
    let square = slope * slope;
    let gradient = [slope * (observed_by - right_by), -slope * (tally.count - right), 0.0];
    let information = Symmetric {
        aa: square * weight_by_by,
        ab: -square * weight_by,
        bb: square * weight,
        ..Symmetric::default()
    };
    (gradient, information)
}

/// With guesses: for logistic σ and P = c + (1 − c)σ, the derivatives of P divided by P(1 − P) are σ/P by the logit and
/// c/P by that of the guess.
fn three(
    [log_slope, difficulty, guess]: Coordinates,
    nodes: &[f64],
    tally: &Tally<'_>,
) -> ([f64; 3], Symmetric) {
    let (slope, c) = (log_slope.exp(), sigmoid(guess));
    let mut gradient = [0.0; 3];
    let mut information = Symmetric::default();
    for ((node, met), right) in
        nodes.iter().zip(tally.met).zip(tally.right).filter(|((_, met), _)| **met > 0.0)
    {
        let logit = slope * (node - difficulty);
        let logistic = sigmoid(logit);
        let probability = (c + (1.0 - c) * logistic).max(f64::MIN_POSITIVE);
        let failure = (1.0 - c) * sigmoid(-logit);
        let (by_logit, by_guess) = (logistic / probability, c / probability);
        let direction = [by_logit * logit, -by_logit * slope, by_guess];
        let excess = right - met * probability;
        for (sum, along) in gradient.iter_mut().zip(direction) {
            *sum += excess * along;
        }
        information.add(met * probability * failure, direction);
    }
    (gradient, information)
}
