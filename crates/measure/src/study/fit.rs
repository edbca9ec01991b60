//! Whether unfair items and careless persons are found.

use super::appraisal::{Appraisal, LOWEST_LZ, fairness};
use super::calibration::random_items;
use super::{Plan, StudyError};
use crate::calibration::{Options, Responses, calibrate};
use crate::fit::{Class, MeanSquares};
use crate::irt::{Bank, Item, Parameters, Response};
use crate::placement::mix;
use crate::simulation::{Behaviour, Examinee, Population, share};

/// Every so-manieth item is unfair, and every so-manieth person careless.
const EVERY: usize = 10;
/// How much harder an unfair item is for the focal group.
const UNFAIR: f64 = 0.6;
/// How often a careless person answers by chance, right or wrong.
const CARELESS: Behaviour = Behaviour { slip: 0.35, guess: 0.35, dependence: 0.0, leave: 0.0 };
/// A probability below which a difference is told.
const LEVEL: f64 = 0.05;
/// Mean squares within these are usual (Wright and Linacre, 1994).
const USUAL: std::ops::RangeInclusive<f64> = 0.8..=1.2;
/// The purposes of seeds.
const FIT: u64 = 3 << 40;

/// Shares of what was told among the sound and among the odd.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FitStudy {
    /// The persons, half of them of the focal group.
    pub persons: usize,
    /// The items, a tenth of them harder for the focal group by 0.6.
    pub items: usize,
    /// Of fair items and of unfair ones: Mantel and Haenszel's test at 5 %.
    pub mantel_haenszel: (f64, f64),
    /// The same by class: B or C.
    pub class: (f64, f64),
    /// The same by logistic regression at 5 %, uniform.
    pub logistic: (f64, f64),
    /// Of honest persons and of careless ones, a tenth: lz* below −1.645.
    pub lz: (f64, f64),
    /// The share of items whose outfit lies between 0.8 and 1.2.
    pub outfit: f64,
    /// The same of the infit.
    pub infit: f64,
}

impl FitStudy {
    pub(super) fn new(plan: &Plan, bank: &Bank, threads: usize) -> Result<Self, StudyError> {
        let answered = answered(plan, bank)?;
        let names = bank.items().iter().map(|item| item.name.clone()).collect();
        let rows = answered.iter().enumerate().map(|(rank, answers)| (group(rank), answers.clone()));
        let responses = Responses::by_person(names, rows)?;
        let calibration = calibrate(&responses, &Options::default(), threads)?;
        let seen = Appraisal::new(&calibration, &responses, threads);
        let odd_person = |(rank, lz): (usize, &Option<f64>)| Some((careless(rank), (*lz)? < LOWEST_LZ));
        let persons_told: Vec<(bool, bool)> = seen.lz.iter().enumerate().filter_map(odd_person).collect();
        let (mut by_table, mut by_class, mut by_regression) = (Vec::new(), Vec::new(), Vec::new());
        for (place, item) in fairness(&responses, &seen.abilities, 1, threads)?.iter().enumerate() {
            if let Some(found) = item.table {
                by_table.push((unfair(place), found.probability < LEVEL));
                by_class.push((unfair(place), found.class != Class::A));
            }
            if let Some(found) = item.regression {
                by_regression.push((unfair(place), found.uniform_probability < LEVEL));
            }
        }
        let usual = |value: fn(&MeanSquares) -> f64| {
            share(seen.squares.iter().flatten().map(|one| USUAL.contains(&value(one))))
        };
        Ok(Self {
            persons: responses.persons(),
            items: bank.len(),
            mantel_haenszel: shares(&by_table),
            class: shares(&by_class),
            logistic: shares(&by_regression),
            lz: shares(&persons_told),
            outfit: usual(|one| one.outfit),
            infit: usual(|one| one.infit),
        })
    }
}

fn unfair(item: usize) -> bool {
    item % EVERY == EVERY - 1
}

fn careless(person: usize) -> bool {
    // Both groups have their part.
    (person / 2) % EVERY == EVERY - 1
}

fn group(person: usize) -> u32 {
    u32::from(person % 2 == 1)
}

/// Answers to random items.
fn answered(plan: &Plan, bank: &Bank) -> Result<Vec<Vec<Response>>, StudyError> {
    let people = Population::new(plan.seed ^ FIT, Behaviour::default())?.draw(plan.persons);
    let person = |(rank, one): (usize, &Examinee)| {
        let behaviour = if careless(rank) { CARELESS } else { Behaviour::default() };
        let examinee = Examinee { behaviour, ..*one };
        let answer = |item| {
            let held: &Item = bank.get(item)?;
            let shift = if group(rank) == 1 && unfair(item as usize) { UNFAIR } else { 0.0 };
            let Parameters { discrimination, difficulty } = held.parameters;
            let parameters = Parameters { discrimination, difficulty: difficulty + shift };
            let met = Item { name: String::new(), parameters, ..*held };
            Some(Response { item, right: examinee.answers(item, &met) })
        };
        random_items(mix(one.person), bank.len(), plan.questions).into_iter().filter_map(answer).collect()
    };
    Ok(people.iter().enumerate().map(person).collect())
}

/// The shares told among the sound and among the odd.
fn shares(told: &[(bool, bool)]) -> (f64, f64) {
    let of = |odd: bool| share(told.iter().filter(|one| one.0 == odd).map(|one| one.1));
    (of(false), of(true))
}
