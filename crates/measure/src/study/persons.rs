//! Persons judged by a bank that is calibrated: who answered unlike the model, and who like whom.

use crate::ability::{Answers, Grid, Method};
use crate::calibration::Responses;
use crate::fit::{
    Estimator, FitError, Likenesses, Marked, Pairing, Participant, PersonFit, Weighed, holm, likenesses,
    person_fit,
};
use crate::irt::{Parameters, Response};
use crate::simulation::each;

/// A person, as the answers tell.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Judged {
    /// The answers.
    pub answers: usize,
    /// The right ones.
    pub right: usize,
    /// The weighted likelihood ability; without answers it says nothing.
    pub ability: f64,
    /// Its standard error.
    pub error: f64,
    /// How likely the answers are, where that says anything.
    pub fit: Option<PersonFit>,
    /// Its probability, adjusted for all persons (Holm, 1979).
    pub adjusted: Option<f64>,
}

/// Judges every person by items whose parameters are known, one for each item of the answers; with so many threads.
///
/// # Errors
/// [`FitError::Curves`] unless there are as many parameters as items.
pub fn judged(
    parameters: &[Parameters],
    responses: &Responses,
    threads: usize,
) -> Result<Vec<Judged>, FitError> {
    enough(parameters, responses)?;
    let persons: Vec<usize> = (0..responses.persons()).collect();
    let mut all = each(&persons, threads, |person| judge(&marked(parameters, &responses.of(*person))));
    let adjusted = holm(&all.iter().map(|one| one.fit.map(|fit| fit.probability)).collect::<Vec<_>>());
    all.iter_mut().zip(adjusted).for_each(|(one, adjusted)| one.adjusted = adjusted);
    Ok(all)
}

/// Compares persons with one another, each of an ability that [`judged`] gave, within their rooms.
///
/// # Errors
/// Those of [`likenesses`], and [`FitError::Abilities`] unless there are an ability and a room for each person.
pub fn compared(
    parameters: &[Parameters],
    responses: &Responses,
    abilities: &[f64],
    rooms: &[u32],
    pairing: Pairing,
    threads: usize,
) -> Result<Likenesses, FitError> {
    enough(parameters, responses)?;
    let persons = responses.persons();
    if let Some(given) = [abilities.len(), rooms.len()].into_iter().find(|given| *given != persons) {
        return Err(FitError::Abilities { given, persons });
    }
    let participant = |(person, (ability, room)): (usize, (&f64, &u32))| {
        let weigh = |answer: Response| {
            let probability = parameters.get(answer.item as usize)?.probability(*ability);
            Some(Weighed { item: answer.item, probability, right: answer.right })
        };
        Participant { room: *room, answers: responses.of(person).into_iter().filter_map(weigh).collect() }
    };
    let participants: Vec<Participant> = abilities.iter().zip(rooms).enumerate().map(participant).collect();
    likenesses(&participants, pairing, threads)
}

fn enough(parameters: &[Parameters], responses: &Responses) -> Result<(), FitError> {
    let (given, items) = (parameters.len(), responses.names().len());
    if given == items { Ok(()) } else { Err(FitError::Curves { given, items }) }
}

fn marked(parameters: &[Parameters], answers: &[Response]) -> Vec<Marked> {
    let mark = |answer: &Response| {
        let parameters = *parameters.get(answer.item as usize)?;
        Some(Marked { parameters, right: answer.right })
    };
    answers.iter().filter_map(mark).collect()
}

/// The weighted likelihood ability of a person, and lz*.
pub(super) fn judge(marked: &[Marked]) -> Judged {
    let known = Answers::in_order(marked.iter().map(|one| (one.parameters, one.right)));
    let estimate = known.estimate(Method::WeightedLikelihood, &Grid::default());
    Judged {
        answers: known.len(),
        right: known.right(),
        ability: estimate.ability,
        error: estimate.error,
        fit: person_fit(marked, estimate.ability, Estimator::Weighted).ok(),
        adjusted: None,
    }
}
