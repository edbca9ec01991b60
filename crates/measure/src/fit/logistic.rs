//! Items that favour a group: success by ability and group.

use super::{FitError, chi_square_tail};
use crate::irt::{log_sigmoid, sigmoid};

/// An answer to the item in question.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Placed {
    /// The ability of the person, or any score that stands for it.
    pub ability: f64,
    /// Whether the person is of the focal group.
    pub focal: bool,
    /// Whether the answer was right.
    pub right: bool,
}

/// What the group adds to ability (Swaminathan and Rogers, 1990).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LogisticDif {
    /// The ln odds of success of the focal group less those of the other, at the same ability.
    pub shift: f64,
    /// Twice the gain of log likelihood by a shift: χ² of one degree of freedom without difference.
    pub uniform: f64,
    /// The probability of a greater one.
    pub uniform_probability: f64,
    /// The same for a difference that changes with ability, beyond a shift.
    pub nonuniform: f64,
    /// The probability of a greater one.
    pub nonuniform_probability: f64,
    /// What group and interaction add to Nagelkerke's R²: below 0.035 negligible, from 0.07 large (Jodoin and Gierl,
    /// 2001).
    pub effect: f64,
}

/// Newton steps.
const STEPS: u32 = 50;
/// A prior precision of each coefficient, too weak to be seen, which holds them where groups are fully separated.
const HOLD: f64 = 1e-4;

/// Compares two groups by three nested regressions: on ability; and on the group; and on the product of both.
///
/// # Errors
/// [`FitError::OneGroup`]; [`FitError::NoAnswer`] if all answers are alike; [`FitError::OutOfRange`] for an ability
/// that is no number.
pub fn logistic(answers: &[Placed]) -> Result<LogisticDif, FitError> {
    if let Some(odd) = answers.iter().find(|answer| !answer.ability.is_finite()) {
        return Err(FitError::OutOfRange { what: "an ability", given: odd.ability });
    }
    let count = answers.len() as f64;
    let focal = answers.iter().filter(|answer| answer.focal).count();
    if focal == 0 || focal == answers.len() {
        return Err(FitError::OneGroup);
    }
    let right = answers.iter().filter(|answer| answer.right).count() as f64;
    if right < 1.0 || right >= count {
        return Err(FitError::NoAnswer);
    }
    let rows = rows(answers);
    let (_, nothing) = regression(&rows, 1);
    let (_, ability) = regression(&rows, 2);
    let (coefficients, group) = regression(&rows, 3);
    let (_, product) = regression(&rows, 4);
    let (uniform, nonuniform) = ((2.0 * (group - ability)).max(0.0), (2.0 * (product - group)).max(0.0));
    let explained = |height: f64| 1.0 - (2.0 * (nothing - height) / count).exp();
    let most = 1.0 - (2.0 * nothing / count).exp();
    Ok(LogisticDif {
        shift: coefficients.get(2).copied().unwrap_or(0.0),
        uniform,
        uniform_probability: chi_square_tail(uniform, 1.0),
        nonuniform,
        nonuniform_probability: chi_square_tail(nonuniform, 1.0),
        effect: ((explained(product) - explained(ability)) / most).max(0.0),
    })
}

/// The terms of each answer. Abilities are centred and scaled; those that hardly differ count as equal.
fn rows(answers: &[Placed]) -> Vec<([f64; 4], bool)> {
    let count = answers.len() as f64;
    let largest = answers.iter().map(|answer| answer.ability.abs()).fold(f64::MIN_POSITIVE, f64::max);
    let mean = answers.iter().map(|answer| answer.ability / largest).sum::<f64>() / count;
    let spread = answers.iter().map(|answer| (answer.ability / largest - mean).powi(2)).sum::<f64>() / count;
    let deviation = spread.sqrt();
    let row = |answer: &Placed| {
        let ability = if deviation > 1e-9 { (answer.ability / largest - mean) / deviation } else { 0.0 };
        let group = if answer.focal { 1.0 } else { 0.0 };
        ([1.0, ability, group, ability * group], answer.right)
    };
    answers.iter().map(row).collect()
}

/// The coefficients of the first terms, and the log likelihood. Newton's steps are halved until they lead up.
fn regression(rows: &[([f64; 4], bool)], terms: usize) -> (Vec<f64>, f64) {
    let mut at = vec![0.0; terms];
    let mut best = height(rows, &at);
    for _ in 0..STEPS {
        let Some(mut step) = newton(rows, &at) else { break };
        let mut next = moved(&at, &step);
        let mut found = height(rows, &next);
        while found < best && step.iter().any(|part| part.abs() > 1e-12) {
            step.iter_mut().for_each(|part| *part /= 2.0);
            next = moved(&at, &step);
            found = height(rows, &next);
        }
        let gain = found - best;
        if gain >= 0.0 {
            (at, best) = (next, found);
        }
        if gain < 1e-10 {
            break;
        }
    }
    let held = best + HOLD / 2.0 * at.iter().map(|value| value * value).sum::<f64>();
    (at, held)
}

fn moved(at: &[f64], step: &[f64]) -> Vec<f64> {
    at.iter().zip(step).map(|(value, step)| value + step).collect()
}

fn logit(row: &[f64; 4], at: &[f64]) -> f64 {
    row.iter().zip(at).map(|(value, coefficient)| value * coefficient).sum()
}

fn height(rows: &[([f64; 4], bool)], at: &[f64]) -> f64 {
    let of = |(row, right): &([f64; 4], bool)| {
        let logit = logit(row, at);
        log_sigmoid(if *right { logit } else { -logit })
    };
    rows.iter().map(of).sum::<f64>() - HOLD / 2.0 * at.iter().map(|value| value * value).sum::<f64>()
}

fn newton(rows: &[([f64; 4], bool)], at: &[f64]) -> Option<Vec<f64>> {
    // The information, each row followed by the gradient.
    let mut system: Vec<Vec<f64>> =
        at.iter().map(|value| vec![0.0; at.len()].into_iter().chain([-HOLD * value]).collect()).collect();
    for (line, row) in system.iter_mut().enumerate() {
        if let Some(own) = row.get_mut(line) {
            *own += HOLD;
        }
    }
    for (row, right) in rows {
        let probability = sigmoid(logit(row, at));
        let excess = if *right { 1.0 } else { 0.0 } - probability;
        let weight = probability * (1.0 - probability);
        for (line, own) in system.iter_mut().zip(row) {
            let (sums, gradient) = line.split_at_mut(at.len());
            sums.iter_mut().zip(row).for_each(|(sum, other)| *sum += weight * own * other);
            gradient.iter_mut().for_each(|sum| *sum += excess * own);
        }
    }
    solution(system)
}

/// Solves a system whose rows end with the right-hand side, by elimination.
fn solution(mut system: Vec<Vec<f64>>) -> Option<Vec<f64>> {
    if system.is_empty() {
        return Some(Vec::new());
    }
    let size = |row: &Vec<f64>| row.first().map_or(0.0, |first| first.abs());
    let (place, _) =
        system.iter().enumerate().max_by(|(_, one), (_, other)| size(one).total_cmp(&size(other)))?;
    let pivot = system.swap_remove(place);
    let (lead, tail) = pivot.split_first()?;
    if !lead.is_normal() {
        return None;
    }
    let reduce = |row: Vec<f64>| {
        let factor = row.first().copied().unwrap_or(0.0) / lead;
        row.iter().skip(1).zip(tail).map(|(value, above)| value - factor * above).collect::<Vec<f64>>()
    };
    let rest = solution(system.into_iter().map(reduce).collect())?;
    let (side, factors) = tail.split_last()?;
    let known: f64 = factors.iter().zip(&rest).map(|(factor, value)| factor * value).sum();
    Some([(side - known) / lead].into_iter().chain(rest).collect())
}
