//! What a calibration gives.

use super::admission::Problem;
use super::ascent::climb;
use super::expectation::expect;
use super::point::{Coordinates, on_bound};
use super::precision::covariances;
use super::symmetric::Symmetric;
use super::{CalibrationError, Options, Responses};
use crate::irt::{Parameters, sigmoid};

/// Items, groups and persons, as the answers tell.
#[derive(Debug, Clone, PartialEq)]
pub struct Calibration {
    /// The items, in the order given.
    pub items: Vec<ItemEstimate>,
    /// The groups.
    pub groups: Vec<Group>,
    /// The persons, in the order given.
    pub abilities: Vec<Ability>,
    /// ln of the probability of all the answers.
    pub log_likelihood: f64,
    /// The steps of EM taken.
    pub steps: u32,
    /// Whether the steps became shorter than the tolerance.
    pub converged: bool,
    /// The nodes of the grid.
    pub nodes: usize,
}

/// An item.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ItemEstimate {
    /// Its discrimination and difficulty.
    pub parameters: Parameters,
    /// Its share of right guesses: 0 unless the model has three parameters.
    pub guessing: f64,
    /// Its standard errors; none for an anchor, nor where answers and priors tell too little.
    pub errors: Option<Errors>,
    /// How many answered it.
    pub answers: u32,
    /// How many answered it right.
    pub right: u32,
    /// Whether its parameters were given.
    pub anchor: bool,
    /// Whether it ran to a bound of what is searched: without priors, some items have no finite estimate.
    pub on_bound: bool,
}

/// Standard errors of an item.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Errors {
    /// Of α.
    pub discrimination: f64,
    /// Of δ.
    pub difficulty: f64,
    /// Of the share of right guesses: 0 unless the model has three parameters.
    pub guessing: f64,
}

/// A group of persons.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Group {
    /// The mean of its abilities: 0 for the first, without anchors.
    pub mean: f64,
    /// Their standard deviation: 1 for the first, without anchors.
    pub deviation: f64,
    /// Its persons.
    pub persons: u32,
}

/// What is known of a person: the mean and the deviation of the posterior of the ability.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ability {
    /// The mean.
    pub mean: f64,
    /// The standard deviation.
    pub deviation: f64,
}

/// Calibrates items from answers, with so many threads. The result does not depend on the number of threads.
///
/// # Errors
/// [`CalibrationError`], naming the item: too few answers, answers all alike without a prior on difficulty, anchors or
/// options that make no sense.
pub fn calibrate(
    responses: &Responses,
    options: &Options,
    threads: usize,
) -> Result<Calibration, CalibrationError> {
    let problem = Problem::new(responses, options, threads)?;
    let ascent = climb(&problem, problem.start(options), options.most_steps);
    let point = ascent.point;
    let expected = expect(&problem, &point);
    let (covariances, abilities) = covariances(&problem, &expected, &point);
    let counts = responses.met().iter().zip(responses.right_counts());
    let facts = counts.zip(&problem.free).zip(covariances);
    let items = point.items.iter().zip(facts).map(|(at, (((answers, right), free), covariance))| {
        let anchor = !free.contains(&true);
        let [log_slope, difficulty, guess] = *at;
        ItemEstimate {
            parameters: Parameters { discrimination: log_slope.exp(), difficulty },
            guessing: if problem.guesses() { sigmoid(guess) } else { 0.0 },
            errors: covariance
                .filter(|_| !anchor)
                .map(|covariance| errors(*at, &covariance, problem.guesses())),
            answers: *answers,
            right: *right,
            anchor,
            on_bound: !anchor && on_bound(*at),
        }
    });
    let groups = point.groups.iter().zip(responses.group_sizes()).map(|([mean, log_deviation], persons)| {
        Group { mean: *mean, deviation: log_deviation.exp(), persons: *persons }
    });
    Ok(Calibration {
        items: items.collect(),
        groups: groups.collect(),
        abilities,
        log_likelihood: expected.log_likelihood,
        steps: ascent.steps,
        converged: ascent.converged,
        nodes: problem.grid.len(),
    })
}

/// The errors of α = e^λ and c = σ(γ) from those of λ and γ.
fn errors([log_slope, _, guess]: Coordinates, covariance: &Symmetric, guesses: bool) -> Errors {
    let c = if guesses { sigmoid(guess) } else { 0.0 };
    Errors {
        discrimination: log_slope.exp() * covariance.aa.max(0.0).sqrt(),
        difficulty: covariance.bb.max(0.0).sqrt(),
        guessing: c * (1.0 - c) * covariance.cc.max(0.0).sqrt(),
    }
}
