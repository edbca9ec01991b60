//! One person taking the test.

use super::exposure::Exposure;
use super::rules::{Candidate, Gate, Rejection, Relaxation};
use super::tryouts::Tryouts;
use super::version::{Randomness, Version};
use super::{Choice, Considered, Ending, Next, NothingAsked, Step};
use crate::ability::{Answers, Likelihood, Posterior};
use crate::irt::{ItemIndex, Parameters};

/// A test under way: nothing but its version, what exposure control has in force, the answers that items on trial had, its candidate, its seed and its answers enters.
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
    pub(super) tryouts: Option<&'a Tryouts>,
    /// Before which of the questions that count an item is tried out.
    pub(super) places: Vec<u32>,
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
        let gate = Gate::new(&version.pool, &version.quotas, settings.rules.distinct, candidate);
        Self {
            version,
            exposure,
            randomness: settings.randomness,
            seed,
            gate,
            likelihood,
            posterior,
            steps: Vec::with_capacity(32),
            asked: None,
            tryouts: None,
            places: Vec::new(),
        }
    }

    /// The steps so far, items tried out included.
    #[must_use]
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// The steps that count.
    pub fn counted(&self) -> impl Iterator<Item = &Step> {
        self.steps.iter().filter(|step| step.counts())
    }

    /// The items tried out, as [`Tryouts::record`] counts them.
    pub fn tried(&self) -> impl Iterator<Item = &Step> {
        self.steps.iter().filter(|step| !step.counts())
    }

    /// The running ability and its error: mean and deviation of the posterior of a member of the population.
    #[must_use]
    pub fn running(&self) -> (f64, f64) {
        (self.posterior.mean(), self.posterior.deviation())
    }

    /// The answers so far that count, in an order that is not theirs.
    #[must_use]
    pub fn answers(&self) -> Answers {
        let mut sorted: Vec<(ItemIndex, bool)> =
            self.counted().map(|step| (step.choice.item, step.right)).collect();
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
        if let Some(choice) = self.tryout() {
            self.asked = Some(choice);
            return Next::Ask(choice);
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
        if let Some(parameters) = self.parameters(choice.item).filter(|_| choice.counts()) {
            self.likelihood.add(&settings.grid, parameters, right);
            self.posterior.update(&settings.grid, &settings.prior, &self.likelihood);
        }
        self.gate.pass(&self.version.pool, &self.version.quotas, choice.item, seconds);
        self.steps.push(Step { choice, right, seconds });
        Ok(())
    }

    /// Every item of the bank by its information at this moment, and why it may not be asked.
    #[must_use]
    pub fn considered(&self) -> Vec<Considered> {
        let theta = self.posterior.mean();
        let relaxation = self.asked.map_or(Relaxation::Nothing, |choice| choice.relaxation);
        let filter = self.filter(relaxation);
        let pool = &self.version.pool;
        let tryouts = self.tryouts.filter(|_| self.asked.is_some_and(|choice| !choice.counts()));
        let look = |(item, held): (ItemIndex, &crate::irt::Item)| Considered {
            item,
            reward: if pool.counts(item) { held.parameters.information(theta) } else { 0.0 },
            rejection: match tryouts {
                Some(tryouts) => self.gate.untried(pool, item, tryouts),
                None => filter.rejection(item),
            },
        };
        let mut all: Vec<Considered> = pool.bank().indexed().map(look).collect();
        all.sort_by(|one, other| other.reward.total_cmp(&one.reward).then(one.item.cmp(&other.item)));
        all
    }

    /// What exposure control must know of this test: each item that counts and the ability at which it was chosen.
    #[must_use]
    pub fn exposed(&self) -> Vec<(ItemIndex, f64)> {
        self.counted().map(|step| (step.choice.item, step.choice.ability)).collect()
    }

    pub(super) fn parameters(&self, item: ItemIndex) -> Option<Parameters> {
        self.version.pool.bank().get(item).map(|item| item.parameters)
    }

    /// How many questions that count were answered.
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
        let ripe = answers >= stopping.floor && self.gate.owed(&self.version.quotas) == 0;
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
