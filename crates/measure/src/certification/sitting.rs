//! One person taking the test.

use super::exposure::Exposure;
use super::rules::{Candidate, Gate, Rejection, Relaxation};
use super::version::{Randomness, Version};
use super::{Choice, Considered, Ending, Next, NothingAsked, Step};
use crate::ability::{Answers, Likelihood, Posterior};
use crate::irt::{ItemIndex, Parameters};

/// A test under way: nothing but its version, what exposure control has in force, its candidate, its seed and its answers enters.
#[derive(Debug, Clone)]
pub struct Sitting<'a> {
    pub(super) version: &'a Version,
    pub(super) exposure: Option<&'a Exposure>,
    pub(super) randomness: Randomness,
    pub(super) seed: u64,
    pub(super) gate: Gate,
    pub(super) likelihood: Likelihood,
    pub(super) posterior: Posterior,
    pub(super) steps: Vec<Step>,
    pub(super) asked: Option<Choice>,
}

impl<'a> Sitting<'a> {
    /// A person begins.
    #[must_use]
    pub fn new(
        version: &'a Version,
        exposure: Option<&'a Exposure>,
        candidate: &Candidate,
        seed: u64,
    ) -> Self {
        let settings = &version.settings;
        let likelihood = Likelihood::new(&settings.grid);
        let posterior = Posterior::new(&settings.grid, &settings.prior, &likelihood);
        let gate = Gate::new(&version.pool, settings.rules, candidate);
        let (randomness, steps) = (settings.randomness, Vec::with_capacity(32));
        Self { version, exposure, randomness, seed, gate, likelihood, posterior, steps, asked: None }
    }

    /// The steps so far.
    #[must_use]
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// The running ability and its error: mean and deviation of the posterior of a member of the population.
    #[must_use]
    pub fn running(&self) -> (f64, f64) {
        (self.posterior.mean(), self.posterior.deviation())
    }

    /// The answers so far, in an order that is not theirs.
    #[must_use]
    pub fn answers(&self) -> Answers {
        let mut sorted: Vec<(ItemIndex, bool)> =
            self.steps.iter().map(|step| (step.choice.item, step.right)).collect();
        sorted.sort_unstable();
        let curves = sorted.into_iter().filter_map(|(item, right)| Some((self.parameters(item)?, right)));
        Answers::in_order(curves)
    }

    /// The next question, the same until it is answered; or the end.
    pub fn ask(&mut self) -> Next {
        if let Some(choice) = self.asked {
            return Next::Ask(choice);
        }
        if let Some(ending) = self.over() {
            return Next::End(ending);
        }
        for relaxation in [Relaxation::Nothing, Relaxation::Exposure, Relaxation::Minimum] {
            if let Some(choice) = self.choose(relaxation) {
                self.asked = Some(choice);
                return Next::Ask(choice);
            }
        }
        Next::End(self.exhausted())
    }

    /// The answer to the question asked.
    ///
    /// # Errors
    /// [`NothingAsked`] when there is none.
    pub fn answer(&mut self, right: bool, seconds: u32) -> Result<(), NothingAsked> {
        let choice = self.asked.take().ok_or(NothingAsked)?;
        let settings = &self.version.settings;
        if let Some(parameters) = self.parameters(choice.item) {
            self.likelihood.add(&settings.grid, parameters, right);
        }
        self.posterior.update(&settings.grid, &settings.prior, &self.likelihood);
        self.gate.pass(&self.version.pool, choice.item, seconds);
        self.steps.push(Step { choice, right, seconds });
        Ok(())
    }

    /// Every item of the bank by its information at this moment, and why it may not be asked.
    #[must_use]
    pub fn considered(&self) -> Vec<Considered> {
        let theta = self.posterior.mean();
        let relaxation = self.asked.map_or(Relaxation::Nothing, |choice| choice.relaxation);
        let filter = self.filter(relaxation);
        let look = |(item, held): (ItemIndex, &crate::irt::Item)| Considered {
            item,
            reward: held.parameters.information(theta),
            rejection: filter.rejection(item),
        };
        let mut all: Vec<Considered> = self.version.pool.bank().indexed().map(look).collect();
        all.sort_by(|one, other| other.reward.total_cmp(&one.reward).then(one.item.cmp(&other.item)));
        all
    }

    /// What exposure control must know of this test: each item and the ability at which it was chosen.
    #[must_use]
    pub fn exposed(&self) -> Vec<(ItemIndex, f64)> {
        self.steps.iter().map(|step| (step.choice.item, step.choice.ability)).collect()
    }

    pub(super) fn parameters(&self, item: ItemIndex) -> Option<Parameters> {
        self.version.pool.bank().get(item).map(|item| item.parameters)
    }

    /// How many questions were answered.
    pub(super) fn position(&self) -> u32 {
        self.likelihood.answers()
    }

    fn over(&self) -> Option<Ending> {
        let stopping = &self.version.settings.stopping;
        let answers = self.position();
        if answers >= stopping.ceiling {
            return Some(Ending::Length);
        }
        if self.gate.seconds() == Some(0) {
            return Some(Ending::OutOfTime);
        }
        let ripe = answers >= stopping.floor && self.gate.owed() == 0;
        (ripe && stopping.reached(&self.answers(), self.posterior.mean())).then_some(Ending::Goal)
    }

    fn exhausted(&self) -> Ending {
        let filter = self.filter(Relaxation::Minimum);
        let bank = self.version.pool.bank();
        let rejections: Vec<Rejection> =
            bank.indexed().filter_map(|(item, _)| filter.rejection(item)).collect();
        let count = |why: &Rejection| {
            let times = rejections.iter().filter(|rejection| *rejection == why).count();
            (*why, u32::try_from(times).unwrap_or(u32::MAX))
        };
        Ending::Exhausted(Rejection::ALL.iter().map(count).filter(|(_, times)| *times > 0).collect())
    }
}
