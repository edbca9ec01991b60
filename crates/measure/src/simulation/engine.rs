//! Who asks the questions.

use super::design::LEAST_ANSWERS;
use super::{Asked, Close, Examinee, Taken};
use crate::certification::{Exposure, Next, Scale, Sitting, Step, Tryouts, Version};
use crate::irt::{Bank, Response};
use crate::reference::{self, Circumstances, draws};

/// The number of standard errors on each side of a band that holds 95 % of a normal law.
const SIDES: f64 = 1.959_963_984_540_054;

/// A certification engine, ready to examine.
#[derive(Debug, Clone, Copy)]
pub enum Engine<'a> {
    /// Ours.
    Best(&'a Version),
    /// The reference's, its capacity read on a scale.
    Reference(&'a Bank, &'a reference::Engine<'a>, &'a Scale),
}

impl Engine<'_> {
    /// The items.
    #[must_use]
    pub fn bank(&self) -> &Bank {
        match self {
            Self::Best(version) => version.pool().bank(),
            Self::Reference(bank, ..) => bank,
        }
    }

    /// The scale.
    #[must_use]
    pub fn scale(&self) -> &Scale {
        match self {
            Self::Best(version) => &version.settings().scale,
            Self::Reference(.., scale) => scale,
        }
    }

    /// The questions of a whole test.
    fn length(&self) -> usize {
        match self {
            Self::Best(version) => version.settings().stopping.ceiling as usize,
            Self::Reference(_, engine, _) => engine.configuration().maximum_answers,
        }
    }

    /// One person takes the test.
    pub(super) fn sit(&self, around: Around<'_>, examinee: &Examinee) -> Taken {
        match self {
            Self::Best(version) => best(version, around, examinee, self.length()),
            Self::Reference(bank, engine, scale) => compat(bank, engine, scale, examinee, self.length()),
        }
    }
}

/// What past tests left for this one; the reference knows neither.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Around<'a> {
    /// What exposure control has in force.
    pub(super) exposure: Option<&'a Exposure>,
    /// The answers that items on trial have.
    pub(super) tryouts: Option<&'a Tryouts>,
}

/// Our test. A person who leaves is measured by the answers given.
fn best(version: &Version, around: Around<'_>, examinee: &Examinee, length: usize) -> Taken {
    let candidate = crate::certification::Candidate::default();
    let mut sitting = Sitting::new(version, around.exposure, &candidate, examinee.seed());
    if let Some(tryouts) = around.tryouts {
        sitting = sitting.trying(tryouts);
    }
    let mut close = Close::Complete;
    loop {
        let position = sitting.steps().len();
        if sitting.counted().count() < length && examinee.leaves(position) {
            close = Close::Left;
            break;
        }
        let Next::Ask(choice) = sitting.ask() else { break };
        let Some(item) = version.pool().bank().get(choice.item) else { break };
        if sitting.answer(examinee.answers(choice.item, item), 0).is_err() {
            break;
        }
    }
    let of = |step: &Step| Asked { item: step.choice.item, right: step.right, ability: step.choice.ability };
    let asked: Vec<Asked> = sitting.counted().map(of).collect();
    if close == Close::Complete && asked.len() < length && exhausted(&mut sitting) {
        close = Close::Exhausted;
    }
    let mut taken = Taken::unscored(examinee, asked, close);
    taken.tried = sitting.tried().map(of).collect();
    if close.scored(taken.asked.len(), LEAST_ANSWERS.min(length))
        && let Some(score) = sitting.score()
    {
        taken.scored = true;
        taken.expected = Some(score.expected);
        (taken.ability, taken.error) = (score.issued.ability, score.issued.error);
        (taken.band, taken.worth) = (score.band.abilities, score.worth);
    }
    taken
}

fn exhausted(sitting: &mut Sitting<'_>) -> bool {
    matches!(sitting.ask(), Next::End(crate::certification::Ending::Exhausted(_)))
}

/// The reference's test. A person who leaves is degraded by its rule: the missing questions count as wrong.
fn compat(
    bank: &Bank,
    engine: &reference::Engine<'_>,
    scale: &Scale,
    examinee: &Examinee,
    length: usize,
) -> Taken {
    let around = Circumstances::default();
    let (mut answers, mut asked): (Vec<Response>, Vec<Asked>) = (Vec::new(), Vec::new());
    let mut close = Close::Complete;
    while answers.len() < length {
        if examinee.leaves(answers.len()) {
            close = Close::Left;
            break;
        }
        let next = engine.next(&answers, &around, draws(examinee.seed(), answers.len()));
        let Ok(reference::Next::Ask(choice)) = next else {
            close = Close::Exhausted;
            break;
        };
        let right = bank.get(choice.item).is_some_and(|item| examinee.answers(choice.item, item));
        answers.push(Response { item: choice.item, right });
        asked.push(Asked { item: choice.item, right, ability: choice.estimate.capacity });
    }
    let mut taken = Taken::unscored(examinee, asked, close);
    let least = engine.configuration().minimum_answers;
    if !close.scored(answers.len(), least) {
        return taken;
    }
    let degraded = if close == Close::Left { engine.degradation(&answers, &around).ok() } else { None };
    let last = degraded.and_then(|steps| steps.last().map(|step| step.estimate));
    let Some(estimate) = last.or_else(|| engine.estimate(&answers).ok()) else { return taken };
    let half = SIDES * estimate.error_rate;
    taken.scored = true;
    (taken.ability, taken.error) = (estimate.capacity, estimate.error_rate);
    taken.band = (estimate.capacity - half, estimate.capacity + half);
    taken.worth = scale.worth(estimate.capacity);
    taken
}
