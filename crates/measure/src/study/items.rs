//! Whether items that do not fit, and items that drifted, are found.

use super::calibration::random_items;
use super::{Plan, StudyError, appraisal::score_fits};
use crate::calibration::{Calibration, Model, Options, Responses, calibrate};
use crate::fit::{Curve, Displacement, Linking, Measured, Remeasured, displacements, holm};
use crate::irt::{Bank, Item, ItemIndex, Parameters, Response};
use crate::placement::mix;
use crate::simulation::{Behaviour, Population, chance, share};

/// The most items: with so many persons, each is met by some hundreds of them.
const ITEMS: usize = 100;
/// Every so-manieth item is odd.
const EVERY: usize = 10;
/// How often an odd item is guessed right by who does not know.
const GUESSED: f64 = 0.3;
/// How much harder a drifted item is the second time.
const HARDER: f64 = 0.6;
/// The second population.
const SECOND: (f64, f64) = (0.5, 1.2);
/// A probability below which an item is told.
const LEVEL: f64 = 0.05;
/// The number of standard errors on each side of a band of 95 %.
const SIDES: f64 = 1.959_963_984_540_054;
/// The purposes of seeds.
const FIRST_COHORT: u64 = 4 << 40;
const SECOND_COHORT: u64 = 5 << 40;

/// Shares of what was told among the sound and among the odd.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ItemsStudy {
    /// The persons of each calibration.
    pub persons: usize,
    /// The items.
    pub items: usize,
    /// Of items that fit and of those that who does not know guesses with probability 0.3: S-X² at 5 %.
    pub score_fit: (f64, f64),
    /// The same, adjusted for all items (Holm).
    pub score_fit_adjusted: (f64, f64),
    /// The share of items for which S-X² is defined.
    pub defined: f64,
    /// Of items that stayed and of items harder by 0.6 the second time: the change of difficulty at 5 %.
    pub drift: (f64, f64),
    /// The same, adjusted for all items and parameters (Holm).
    pub drift_adjusted: (f64, f64),
    /// The scale and the shift of the second population: found, and true.
    pub link: ((f64, f64), (f64, f64)),
}

/// What is odd about every tenth item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Oddity {
    None,
    Guessed,
    Harder,
}

impl ItemsStudy {
    pub(super) fn new(plan: &Plan, bank: &Bank, threads: usize) -> Result<Self, StudyError> {
        let items = bank.items().get(..ITEMS.min(bank.len())).unwrap_or_default();
        let cohort = |seed, population, oddity| -> Result<(Responses, Calibration), StudyError> {
            let answered = answered(plan, seed, population, items, oddity)?;
            let names = items.iter().map(|item| item.name.clone()).collect();
            let responses = Responses::by_person(names, answered.into_iter().map(|answers| (0, answers)))?;
            let calibration = calibrate(&responses, &Options::default(), threads)?;
            Ok((responses, calibration))
        };
        let standard = (0.0, 1.0);
        let (responses, guessed) = cohort(FIRST_COHORT, standard, Oddity::Guessed)?;
        let fits = score_fits(&guessed, &responses, Model::TwoParameters, threads)?;
        let tails: Vec<Option<f64>> = fits.iter().map(|fit| fit.map(|fit| fit.probability)).collect();
        let (_, before) = cohort(FIRST_COHORT, standard, Oddity::None)?;
        let (_, after) = cohort(SECOND_COHORT, SECOND, Oddity::Harder)?;
        let (odds, pairs): (Vec<bool>, Vec<Remeasured>) = items
            .iter()
            .zip(before.items.iter().zip(&after.items))
            .enumerate()
            .filter_map(|(place, pair)| {
                let (item, (before, after)) = pair;
                let (before, after) = (Measured::of(before)?, Measured::of(after)?);
                Some((odd(place), Remeasured { name: item.name.clone(), before, after }))
            })
            .unzip();
        let found = displacements(&pairs, &Linking::Stable)?;
        let moved = |told: &dyn Fn(&Displacement) -> bool| {
            shares(odds.iter().copied().zip(found.items.iter().map(told)))
        };
        let fit = |tails: &[Option<f64>]| {
            let known = tails.iter().enumerate().filter_map(|(place, tail)| Some((odd(place), (*tail)?)));
            shares(known.map(|(odd, tail)| (odd, tail < LEVEL)))
        };
        Ok(Self {
            persons: responses.persons(),
            items: items.len(),
            score_fit: fit(&tails),
            score_fit_adjusted: fit(&holm(&tails)),
            defined: share(tails.iter().map(Option::is_some)),
            drift: moved(&|one| one.difficulty.abs() > SIDES * one.difficulty_error),
            drift_adjusted: moved(&|one| one.drift.is_some()),
            link: ((found.link.scale, found.link.shift), (SECOND.1, SECOND.0)),
        })
    }
}

fn odd(place: usize) -> bool {
    place % EVERY == EVERY - 1
}

/// Answers of a population to random items.
fn answered(
    plan: &Plan,
    seed: u64,
    (mean, deviation): (f64, f64),
    items: &[Item],
    oddity: Oddity,
) -> Result<Vec<Vec<Response>>, StudyError> {
    let people = Population::new(plan.seed ^ seed, Behaviour::default())?.draw(plan.persons);
    let person = |one: crate::simulation::Examinee| {
        let theta = mean + deviation * one.theta;
        let answer = |index: ItemIndex| {
            let place = index as usize;
            let probability = probability(items.get(place)?.parameters, theta, oddity, odd(place));
            Some(Response { item: index, right: chance::answer(one.person, index) < probability })
        };
        random_items(mix(one.person), items.len(), plan.questions).into_iter().filter_map(answer).collect()
    };
    Ok(people.into_iter().map(person).collect())
}

fn probability(parameters: Parameters, theta: f64, oddity: Oddity, odd: bool) -> f64 {
    let Parameters { discrimination, difficulty } = parameters;
    match oddity {
        Oddity::Guessed if odd => Curve { parameters, guessing: GUESSED }.probability(theta),
        Oddity::Harder if odd => {
            Parameters { discrimination, difficulty: difficulty + HARDER }.probability(theta)
        }
        _ => parameters.probability(theta),
    }
}

/// The shares told among the sound and among the odd.
fn shares(told: impl Iterator<Item = (bool, bool)>) -> (f64, f64) {
    let told: Vec<(bool, bool)> = told.collect();
    let of = |odd: bool| share(told.iter().filter(|one| one.0 == odd).map(|one| one.1));
    (of(false), of(true))
}
