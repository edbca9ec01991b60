//! The probability of each answer, by the answers of the person before it.

use super::StudyError;
use crate::ability::{Grid, Likelihood, Posterior, Prior, PriorError};
use crate::calibration::{Anchor, Answer, Group, Options, Responses, calibrate};
use crate::irt::{ItemIndex, Parameters};
use crate::simulation::each;

/// How far an item is moved at most.
const FARTHEST: f64 = 4.0;

/// What predicts the answers.
pub(super) struct Prediction<'a> {
    parameters: &'a [Parameters],
    responses: &'a Responses,
    /// The laws of the groups.
    pub(super) groups: Vec<Group>,
    priors: Vec<Prior>,
    /// The answers, in the order of time.
    pub(super) answers: &'a [Answer],
    threads: usize,
}

/// What was thought before an answer.
#[derive(Debug, Clone, Copy)]
pub(super) struct Predicted {
    /// The probability of a right one.
    pub(super) probability: f64,
    /// The mean and the deviation of the ability.
    ability: (f64, f64),
}

/// An item as it has become, since an answer.
#[derive(Debug, Clone, Copy)]
pub(super) struct Moved {
    since: usize,
    parameters: Parameters,
}

impl<'a> Prediction<'a> {
    /// Fits the laws of the groups, the items being known.
    pub(super) fn new(
        parameters: &'a [Parameters],
        responses: &'a Responses,
        answers: &'a [Answer],
        threads: usize,
    ) -> Result<Self, StudyError> {
        let groups = laws(parameters, responses, threads)?;
        let priors = priors(&groups)?;
        Ok(Self { parameters, responses, groups, priors, answers, threads })
    }

    /// What is thought before each answer, by the answers of the person before it.
    pub(super) fn all(&self, moved: &[Option<Moved>]) -> Vec<Predicted> {
        let start = |group: &u32| (*group, Vec::new());
        let mut persons: Vec<(u32, Vec<(usize, Answer)>)> =
            self.responses.groups().iter().map(start).collect();
        for (place, answer) in self.answers.iter().enumerate() {
            if let Some((_, own)) = persons.get_mut(answer.person as usize) {
                own.push((place, *answer));
            }
        }
        let grid = Grid::default();
        let rows = each(&persons, self.threads, |(group, own)| {
            let prior = self.priors.get(*group as usize).copied().unwrap_or_default();
            self.of(&grid, &prior, own, moved)
        });
        let mut all = vec![Predicted { probability: 0.5, ability: (0.0, 1.0) }; self.answers.len()];
        for (place, predicted) in rows.into_iter().flatten() {
            if let Some(slot) = all.get_mut(place) {
                *slot = predicted;
            }
        }
        all
    }

    /// The same for one person.
    fn of(
        &self,
        grid: &Grid,
        prior: &Prior,
        answers: &[(usize, Answer)],
        moved: &[Option<Moved>],
    ) -> Vec<(usize, Predicted)> {
        let mut likelihood = Likelihood::new(grid);
        let mut posterior = Posterior::new(grid, prior, &likelihood);
        let mut found = Vec::with_capacity(answers.len());
        for (place, answer) in answers {
            let item = answer.item as usize;
            let Some(parameters) = self.parameters.get(item) else { continue };
            let nodes = posterior.weights().iter().zip(grid.nodes());
            let probability: f64 = nodes.map(|(weight, theta)| weight * parameters.probability(*theta)).sum();
            let ability = (posterior.mean(), posterior.deviation());
            found.push((*place, Predicted { probability: probability.clamp(0.0, 1.0), ability }));
            let moved = moved.get(item).copied().flatten().filter(|moved| moved.since <= *place);
            likelihood.add(grid, moved.map_or(*parameters, |moved| moved.parameters), answer.right);
            posterior.update(grid, prior, &likelihood);
        }
        found
    }

    /// The difficulty that explains the right answers to an item since one of them: that for which as many are expected,
    /// the mean of a logistic curve over a normal law being about σ(α(m − δ)/√(1 + α²s²/2.89)).
    pub(super) fn since(&self, item: usize, since: usize, predicted: &[Predicted]) -> Option<Moved> {
        let parameters = *self.parameters.get(item)?;
        let own = |place: usize, answer: &Answer| place >= since && answer.item as usize == item;
        let known = self.answers.iter().zip(predicted).enumerate();
        let answers: Vec<(bool, (f64, f64))> = known
            .filter(|(place, (answer, _))| own(*place, answer))
            .map(|(_, (answer, predicted))| (answer.right, predicted.ability))
            .collect();
        let right = answers.iter().filter(|(right, _)| *right).count() as f64;
        let slope = parameters.discrimination;
        let expected = |difficulty: f64| -> f64 {
            let chance = |(_, (mean, deviation)): &(bool, (f64, f64))| {
                let flat = (1.0 + (slope * deviation).powi(2) / 2.89).sqrt();
                Parameters { discrimination: slope / flat, difficulty }.probability(*mean)
            };
            answers.iter().map(chance).sum()
        };
        let (mut low, mut high) = (parameters.difficulty - FARTHEST, parameters.difficulty + FARTHEST);
        for _ in 0..40 {
            let middle = f64::midpoint(low, high);
            if expected(middle) > right {
                low = middle;
            } else {
                high = middle;
            }
        }
        let difficulty = f64::midpoint(low, high);
        Some(Moved { since, parameters: Parameters { difficulty, ..parameters } })
    }
}

/// The laws of the abilities of the groups, the items being anchors all.
fn laws(parameters: &[Parameters], responses: &Responses, threads: usize) -> Result<Vec<Group>, StudyError> {
    let anchor = |(item, parameters): (ItemIndex, &Parameters)| Anchor {
        item,
        parameters: *parameters,
        guessing: 0.0,
    };
    let anchors = (0..).zip(parameters).map(anchor).collect();
    Ok(calibrate(responses, &Options { anchors, ..Options::default() }, threads)?.groups)
}

/// What is thought of the persons of each group before their first answer.
fn priors(groups: &[Group]) -> Result<Vec<Prior>, StudyError> {
    // Persons who answered alike have no spread; some is kept, so that surprises stay possible.
    let prior = |group: &Group| Prior::new(group.mean, group.deviation.max(0.1));
    let all: Result<Vec<Prior>, PriorError> = groups.iter().map(prior).collect();
    all.map_err(|error| StudyError::Refused(error.to_string()))
}
