//! The bank found again from answers.

use super::{Found, Plan, StudyError};
use crate::calibration::{Options, Responses, calibrate};
use crate::irt::{Bank, ItemIndex, Parameters, Response};
use crate::placement::{draw, mix};
use crate::simulation::{Behaviour, Cohort, Population};

/// What one calibration showed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CalibrationStudy {
    /// Where the answers come from.
    pub answers: &'static str,
    /// The persons.
    pub persons: usize,
    /// The items that were answered.
    pub items: usize,
    /// The fewest answers to an item.
    pub fewest: u32,
    /// Estimates beside the truth.
    pub found: Found,
    /// The steps of the search.
    pub steps: u32,
    /// Whether they became shorter than the tolerance.
    pub converged: bool,
}

/// The purposes of seeds.
const CALIBRATION: u64 = 2 << 40;
const ITEMS: u32 = 0xCA11;

pub(super) fn rows(
    plan: &Plan,
    bank: &Bank,
    constrained: &Cohort,
    threads: usize,
) -> Result<Vec<CalibrationStudy>, StudyError> {
    let people = Population::new(plan.seed ^ CALIBRATION, Behaviour::default())?.draw(plan.persons);
    let random = people.iter().map(|person| {
        random_items(mix(person.person), bank.len(), plan.questions)
            .into_iter()
            .filter_map(|item| Some(Response { item, right: person.answers(item, bank.get(item)?) }))
            .collect()
    });
    let random: Vec<Vec<Response>> = random.collect();
    let adaptive: Vec<Vec<Response>> = constrained
        .taken
        .iter()
        .map(|test| {
            test.asked.iter().map(|asked| Response { item: asked.item, right: asked.right }).collect()
        })
        .collect();
    [("random items", random), ("the test with all rules", adaptive)]
        .into_iter()
        .map(|(name, persons)| row(name, bank, &persons, threads))
        .collect()
}

fn row(
    name: &'static str,
    bank: &Bank,
    persons: &[Vec<Response>],
    threads: usize,
) -> Result<CalibrationStudy, StudyError> {
    let answered = Answered::new(bank, persons);
    let rows = persons.iter().map(|answers| (0, answered.renumbered(answers)));
    let responses = Responses::by_person(answered.names.clone(), rows)?;
    let calibration = calibrate(&responses, &Options::default(), threads)?;
    Ok(CalibrationStudy {
        answers: name,
        persons: responses.persons(),
        items: responses.names().len(),
        fewest: responses.met().iter().copied().min().unwrap_or(0),
        found: Found::new(&calibration, &answered.truth),
        steps: calibration.steps,
        converged: calibration.converged,
    })
}

/// The items of a bank that somebody answered.
struct Answered {
    names: Vec<String>,
    truth: Vec<Parameters>,
    /// The new place of each item of the bank.
    places: Vec<Option<ItemIndex>>,
}

impl Answered {
    fn new(bank: &Bank, persons: &[Vec<Response>]) -> Self {
        let mut met = vec![false; bank.len()];
        for answer in persons.iter().flatten() {
            if let Some(met) = met.get_mut(answer.item as usize) {
                *met = true;
            }
        }
        let mut answered = Self { names: Vec::new(), truth: Vec::new(), places: Vec::new() };
        for (item, met) in bank.items().iter().zip(met) {
            answered.places.push(met.then(|| u32::try_from(answered.names.len()).unwrap_or(u32::MAX)));
            if met {
                answered.names.push(item.name.clone());
                answered.truth.push(item.parameters);
            }
        }
        answered
    }

    fn renumbered(&self, answers: &[Response]) -> Vec<Response> {
        let place = |answer: &Response| {
            let item = self.places.get(answer.item as usize).copied().flatten()?;
            Some(Response { item, right: answer.right })
        };
        answers.iter().filter_map(place).collect()
    }
}

/// So many different items of a bank, drawn with a seed (Floyd's way of drawing without putting back).
pub(super) fn random_items(seed: u64, bank: usize, count: u32) -> Vec<ItemIndex> {
    let size = u32::try_from(bank).unwrap_or(u32::MAX);
    let count = count.min(size);
    let mut drawn: Vec<ItemIndex> = Vec::with_capacity(count as usize);
    for last in size - count..size {
        let lot = draw(seed, last, ITEMS, last as usize + 1);
        let lot = ItemIndex::try_from(lot).unwrap_or(last);
        drawn.push(if drawn.contains(&lot) { last } else { lot });
    }
    drawn
}
