//! Items watched, answer after answer: which drift, which way and since when.

use super::StudyError;
use super::prediction::{Moved, Predicted, Prediction};
use crate::calibration::{Answer, Group, Responses};
use crate::fit::{Cusum, Drift, FitError};
use crate::irt::Parameters;

/// The most items that are moved in turn.
const ROUNDS: usize = 30;

/// How items are watched.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Watch {
    /// k, half of the shift of the mean residual that is found soonest.
    pub allowance: f64,
    /// h; without, the least with which any of all sound items is suspected in about one study of twenty.
    pub limit: Option<f64>,
}

impl Default for Watch {
    fn default() -> Self {
        Self { allowance: 0.1, limit: None }
    }
}

/// An item beyond its limit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Alarm {
    /// Which way it drifts.
    pub drift: Drift,
    /// The answer, by place among all, that was the first of the run: since then, probably.
    pub since: usize,
    /// The answer at which the sum exceeded the limit.
    pub told: usize,
    /// The answers to the item from the one to the other, both included.
    pub answers: u32,
    /// The share of them that is right.
    pub right: f64,
    /// The share expected.
    pub expected: f64,
}

/// An item and its answers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Watched {
    /// The answers.
    pub answers: u32,
    /// The right ones.
    pub right: u32,
    /// How many right ones were expected.
    pub expected: f64,
    /// The sums, towards easier and towards harder: at the alarm, or at the end.
    pub sums: (f64, f64),
    /// The alarm, the first one.
    pub alarm: Option<Alarm>,
}

/// All items watched.
#[derive(Debug, Clone, PartialEq)]
pub struct Surveillance {
    /// k and h.
    pub allowance: f64,
    /// h.
    pub limit: f64,
    /// What is thought of persons before their first answer, a law for each group.
    pub groups: Vec<Group>,
    /// The items, in the order given.
    pub items: Vec<Watched>,
}

/// Watches the items of a bank that is calibrated; the answers are in the order of time.
///
/// The probability of a right answer is its mean over what the earlier answers of the person tell of the ability, and
/// the law of the person's group before them: so it never knows the answer itself, and holds in an adaptive test too,
/// where the questions that come later depend on it. The laws of the groups are fitted to all answers, the items being
/// known.
///
/// An item that drifts misleads about the persons who meet it, and items asked after it would look as if they drifted the
/// other way. So the item told first is given the difficulty that explains its answers since then, by which alone it tells
/// of persons from there on, and everything is watched again, until no other item is told. It is itself watched against
/// what the bank says of it.
///
/// # Errors
/// What is wrong with the answers, the parameters or the watch.
pub fn watched(
    parameters: &[Parameters],
    responses: &Responses,
    answers: &[Answer],
    watch: Watch,
    threads: usize,
) -> Result<Surveillance, StudyError> {
    if parameters.len() != responses.names().len() {
        let (given, items) = (parameters.len(), responses.names().len());
        return Err(FitError::Curves { given, items }.into());
    }
    let cusum = match watch.limit {
        Some(limit) => Cusum::new(watch.allowance, limit)?,
        None => Cusum::for_answers(watch.allowance, answers.len() as u64)?,
    };
    let prediction = Prediction::new(parameters, responses, answers, threads)?;
    let mut moved = vec![None; parameters.len()];
    let (mut items, mut predicted) = run(cusum, &prediction, &moved)?;
    for _ in 0..ROUNDS {
        let Some((item, since)) = first_told(&items, &moved) else { break };
        if let Some(slot) = moved.get_mut(item) {
            *slot = prediction.since(item, since, &predicted);
        }
        (items, predicted) = run(cusum, &prediction, &moved)?;
    }
    Ok(Surveillance { allowance: watch.allowance, limit: cusum.limit(), groups: prediction.groups, items })
}

/// The item told first of those that were not moved yet, and the answer since which it drifts.
fn first_told(items: &[Watched], moved: &[Option<Moved>]) -> Option<(usize, usize)> {
    let alarms = items.iter().zip(moved).enumerate().filter(|(_, (_, moved))| moved.is_none());
    let alarms = alarms.filter_map(|(item, (watched, _))| Some((item, watched.alarm?)));
    alarms.min_by_key(|(_, alarm)| alarm.told).map(|(item, alarm)| (item, alarm.since))
}

/// Watches all items, some of which tell of persons as what they have become.
fn run(
    cusum: Cusum,
    prediction: &Prediction<'_>,
    moved: &[Option<Moved>],
) -> Result<(Vec<Watched>, Vec<Predicted>), StudyError> {
    let mut states = vec![State::new(cusum); moved.len()];
    let predicted = prediction.all(moved);
    for (place, (answer, predicted)) in prediction.answers.iter().zip(&predicted).enumerate() {
        if let Some(state) = states.get_mut(answer.item as usize) {
            state.add(place, predicted.probability, answer.right)?;
        }
    }
    Ok((states.into_iter().map(|state| state.watched).collect(), predicted))
}

/// The answers since a sum was 0.
#[derive(Debug, Clone, Copy, Default)]
struct Run {
    first: usize,
    answers: u32,
    right: u32,
    expected: f64,
}

impl Run {
    fn add(&mut self, place: usize, probability: f64, right: bool, sum: f64) {
        if sum <= 0.0 {
            *self = Self::default();
            return;
        }
        if self.answers == 0 {
            self.first = place;
        }
        self.answers += 1;
        self.right += u32::from(right);
        self.expected += probability;
    }
}

#[derive(Debug, Clone, Copy)]
struct State {
    cusum: Cusum,
    easier: Run,
    harder: Run,
    watched: Watched,
}

impl State {
    fn new(cusum: Cusum) -> Self {
        let watched = Watched { answers: 0, right: 0, expected: 0.0, sums: (0.0, 0.0), alarm: None };
        Self { cusum, easier: Run::default(), harder: Run::default(), watched }
    }

    fn add(&mut self, place: usize, probability: f64, right: bool) -> Result<(), FitError> {
        self.watched.answers += 1;
        self.watched.right += u32::from(right);
        self.watched.expected += probability;
        if self.watched.alarm.is_some() {
            return Ok(());
        }
        let drift = self.cusum.add(probability, right)?;
        self.watched.sums = self.cusum.sums();
        self.easier.add(place, probability, right, self.watched.sums.0);
        self.harder.add(place, probability, right, self.watched.sums.1);
        self.watched.alarm = drift.map(|drift| {
            let run = if drift == Drift::Easier { self.easier } else { self.harder };
            let answers = f64::from(run.answers.max(1));
            Alarm {
                drift,
                since: run.first,
                told: place,
                answers: run.answers,
                right: f64::from(run.right) / answers,
                expected: run.expected / answers,
            }
        });
        Ok(())
    }
}
