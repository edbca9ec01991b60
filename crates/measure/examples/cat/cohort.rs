//! A cohort takes the test, and what is seen of it.

use measure::certification::{Candidate, Counts, Exposure, Next, Score, Sitting, Version};
use measure::irt::Response;
use measure::placement::mix;

use super::vectors::chance;

/// Tests between two tables of prices or eligibilities.
const REFRESH: u64 = 10;

/// What one test gave.
pub struct Taken {
    pub theta: f64,
    pub score: Score,
}

/// What a cohort gave.
pub struct Cohort {
    pub taken: Vec<Taken>,
    /// How often each item was asked.
    pub asked: Vec<u32>,
}

/// One person takes the test, answering with the common random numbers.
pub fn sit<'a>(version: &'a Version, exposure: Option<&'a Exposure>, person: u64, theta: f64) -> Sitting<'a> {
    let mut sitting = Sitting::new(version, exposure, &Candidate::default(), seed(person));
    while let Next::Ask(choice) = sitting.ask() {
        let held = version.pool().bank().get(choice.item);
        let right = held.is_some_and(|item| chance(person, choice.item) < item.parameters.probability(theta));
        if sitting.answer(right, 0).is_err() {
            break;
        }
    }
    sitting
}

fn seed(person: u64) -> u64 {
    mix(person ^ 0x5EED)
}

/// Examinees take the test one after the other, numbered from `first`.
pub fn examine(version: &Version, thetas: &[f64], first: u64, mut counts: Option<&mut Counts>) -> Cohort {
    let mut exposure: Option<Exposure> = counts.as_deref().map(Counts::exposure);
    let mut cohort = Cohort { taken: Vec::new(), asked: vec![0; version.pool().bank().len()] };
    for (person, theta) in (first..).zip(thetas.iter().copied()) {
        let sitting = sit(version, exposure.as_ref(), person, theta);
        for step in sitting.steps() {
            if let Some(times) = cohort.asked.get_mut(step.choice.item as usize) {
                *times += 1;
            }
        }
        if let Some(score) = sitting.score() {
            cohort.taken.push(Taken { theta, score });
        }
        if let (Some(counts), Some(used)) = (counts.as_deref_mut(), exposure.as_ref()) {
            counts.record(seed(person), used, &sitting.exposed());
            if counts.tests() % REFRESH == 0 {
                exposure = Some(counts.exposure());
            }
        }
    }
    cohort
}

/// The answers of a test.
pub fn responses(sitting: &Sitting<'_>) -> Vec<Response> {
    sitting.steps().iter().map(|step| Response { item: step.choice.item, right: step.right }).collect()
}

/// The figures of a row.
pub struct Figures {
    pub rmse_eap: f64,
    pub rmse_wle: f64,
    pub bias_wle: f64,
    pub cover_eap: f64,
    pub cover_wle: f64,
    pub exposure: f64,
    pub unused: usize,
    pub overlap: f64,
}

/// The mean of some values; 0 of none.
pub fn mean(values: impl Iterator<Item = f64>) -> f64 {
    let (sum, count) = values.fold((0.0, 0.0_f64), |(sum, count), value| (sum + value, count + 1.0));
    sum / count.max(1.0)
}

impl Cohort {
    /// The figures over everybody.
    pub fn figures(&self) -> Figures {
        let tests = self.taken.len() as f64;
        let times = || self.asked.iter().map(|times| f64::from(*times));
        let (questions, pairs) =
            (times().sum::<f64>(), times().map(|times| times * (times - 1.0)).sum::<f64>());
        let taken = || self.taken.iter();
        Figures {
            rmse_eap: mean(taken().map(|one| (one.score.expected.0 - one.theta).powi(2))).sqrt(),
            rmse_wle: mean(taken().map(|one| one.error().powi(2))).sqrt(),
            bias_wle: mean(taken().map(Taken::error)),
            cover_eap: mean(taken().map(|one| {
                let (ability, error) = one.score.expected;
                share((ability - one.theta).abs() <= 1.96 * error)
            })),
            cover_wle: mean(taken().map(Taken::covered)),
            exposure: times().fold(0.0, f64::max) / tests,
            unused: self.asked.iter().filter(|times| **times == 0).count(),
            // The share of questions that two tests have in common: Σ n(n − 1) / (N(N − 1)·length), where N·length is
            // the number of questions asked.
            overlap: pairs / ((tests - 1.0) * questions),
        }
    }
}

impl Taken {
    /// The issued ability less the true one.
    pub fn error(&self) -> f64 {
        self.score.issued.ability - self.theta
    }

    /// 1 if the band of 95 % holds the true ability.
    pub fn covered(&self) -> f64 {
        let (low, high) = self.score.band.abilities;
        share((low..=high).contains(&self.theta))
    }
}

fn share(inside: bool) -> f64 {
    f64::from(u8::from(inside))
}
