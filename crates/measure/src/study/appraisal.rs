//! Items and persons of a calibration judged one by one.

use super::persons::judge;
use crate::calibration::{Calibration, ItemEstimate, Model, Responses};
use crate::fit::{
    Curve, FitError, LogisticDif, MantelHaenszel, Marked, MeanSquares, ScoreFit, comparisons, logistic,
    mantel_haenszel, score_fit,
};
use crate::irt::Response;
use crate::simulation::each;

/// Below this lz* is told: one honest person in twenty, if the model holds.
pub const LOWEST_LZ: f64 = -1.645;
/// Strata of ability for the comparison of groups.
const STRATA: u32 = 10;

/// How the answers fit a calibration.
#[derive(Debug, Clone, PartialEq)]
pub struct Appraisal {
    /// The ability of each person: weighted likelihood, or with guesses the mean of the posterior.
    pub abilities: Vec<f64>,
    /// lz* of each person, where it says anything; nowhere with guesses.
    pub lz: Vec<Option<f64>>,
    /// The mean squares of each item.
    pub squares: Vec<Option<MeanSquares>>,
}

impl Appraisal {
    /// Judges answers by the calibration made of them, with so many threads.
    #[must_use]
    pub fn new(calibration: &Calibration, responses: &Responses, threads: usize) -> Self {
        let persons: Vec<usize> = (0..responses.persons()).collect();
        let guesses = calibration.items.iter().any(|item| item.guessing > 0.0);
        let measured = each(&persons, threads, |person| {
            if guesses {
                let known = calibration.abilities.get(*person);
                (known.map_or(0.0, |ability| ability.mean), None)
            } else {
                measured(calibration, &responses.of(*person))
            }
        });
        let (abilities, lz): (Vec<f64>, Vec<Option<f64>>) = measured.into_iter().unzip();
        let squares = squares(calibration, responses, &abilities);
        Self { abilities, lz, squares }
    }
}

/// The weighted likelihood ability of a person, and lz*.
fn measured(calibration: &Calibration, answers: &[Response]) -> (f64, Option<f64>) {
    let marked: Vec<Marked> = answers
        .iter()
        .filter_map(|answer| {
            let parameters = calibration.items.get(answer.item as usize)?.parameters;
            Some(Marked { parameters, right: answer.right })
        })
        .collect();
    let judged = judge(&marked);
    (judged.ability, judged.fit.map(|fit| fit.lz))
}

fn squares(calibration: &Calibration, responses: &Responses, abilities: &[f64]) -> Vec<Option<MeanSquares>> {
    let mut items: Vec<Vec<(f64, bool)>> = vec![Vec::new(); calibration.items.len()];
    for (person, ability) in abilities.iter().enumerate() {
        for answer in responses.of(person) {
            let place = answer.item as usize;
            let Some((list, item)) = items.get_mut(place).zip(calibration.items.get(place)) else { continue };
            list.push((Curve::from(item).probability(*ability), answer.right));
        }
    }
    items.into_iter().map(|list| MeanSquares::new(list).ok()).collect()
}

/// S-X² of each item of a calibration, by the answers that it was made of.
///
/// # Errors
/// [`FitError::NoAnswer`] if no score says anything; the others of [`score_fit`] where the answers are not those of
/// the calibration.
pub fn score_fits(
    calibration: &Calibration,
    responses: &Responses,
    model: Model,
    threads: usize,
) -> Result<Vec<Option<ScoreFit>>, FitError> {
    let parameters = match model {
        Model::Rasch => 1.0,
        Model::TwoParameters => 2.0,
        Model::ThreeParameters => 3.0,
    };
    let estimated = |item: &ItemEstimate| if item.anchor { 0.0 } else { parameters };
    let estimated: Vec<f64> = calibration.items.iter().map(estimated).collect();
    let curves: Vec<Curve> = calibration.items.iter().map(Curve::from).collect();
    score_fit(&curves, responses, &calibration.groups, &estimated, threads)
}

/// Whether an item favours a group, by both tests; none where they have no answer.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fairness {
    /// By strata of ability.
    pub table: Option<MantelHaenszel>,
    /// By regression on ability.
    pub regression: Option<LogisticDif>,
}

/// Compares a focal group with all others, item by item.
///
/// # Errors
/// [`FitError::Abilities`] unless there is one ability per person, [`FitError::OutOfRange`] for one that is no number.
pub fn fairness(
    responses: &Responses,
    abilities: &[f64],
    focal: u32,
    threads: usize,
) -> Result<Vec<Fairness>, FitError> {
    let compared = comparisons(responses, abilities, focal, STRATA)?;
    Ok(each(&compared, threads, |item| Fairness {
        table: mantel_haenszel(&item.matched).ok(),
        regression: logistic(&item.placed).ok(),
    }))
}
