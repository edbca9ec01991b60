//! One version of the test: what is asked next, and what the answers are worth.

use super::rule::{self, Reasons};
use super::{
    Candidate, Circumstances, Configuration, ConfigurationError, Estimate, Estimator, Picked, Reason, Step,
    SuccessRange, pick, rank,
};
use crate::irt::{Bank, Item, ItemIndex, Parameters, Response};

/// A bank and a checked configuration.
#[derive(Debug, Clone)]
pub struct Engine<'a> {
    bank: &'a Bank,
    configuration: Configuration,
}

/// A choice with all that explains it.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice {
    /// What was known of the candidate.
    pub estimate: Estimate,
    /// How many items the rules left.
    pub eligible: usize,
    /// The best of them, by decreasing reward; never empty.
    pub candidates: Vec<Candidate>,
    /// Where the walk down the candidates stopped.
    pub picked: Picked,
    /// The item to ask.
    pub item: ItemIndex,
    /// For every item of the bank that is not a candidate, the reason.
    pub rejected: Vec<(ItemIndex, Reason)>,
}

/// What comes next.
#[derive(Debug, Clone, PartialEq)]
pub enum Next {
    /// Serve again the item that was shown and not answered.
    Again(ItemIndex),
    /// Ask the item chosen.
    Ask(Choice),
    /// The test is over.
    End,
}

/// Why nothing can be said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// An answer is to an item that the bank does not have.
    UnknownItem(ItemIndex),
    /// There are more answers than the test asks.
    TooManyAnswers {
        /// The answers given.
        answers: usize,
        /// The most that the test asks.
        maximum: usize,
    },
    /// No item may be asked any more, though the test is not over.
    LackOfChallenges {
        /// The answers given.
        answers: usize,
        /// The most that the test asks.
        maximum: usize,
        /// The fewest that are scored.
        minimum: usize,
    },
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::UnknownItem(item) => write!(out, "answer to item {item}: expected an item of the bank"),
            Self::TooManyAnswers { answers, maximum } => {
                write!(out, "{answers} answers: expected at most {maximum}")
            }
            Self::LackOfChallenges { answers, maximum, minimum } => write!(
                out,
                "no item is left after {answers} answers: expected enough for {maximum} (scored from {minimum}); add items \
                 or loosen the rules"
            ),
        }
    }
}

impl std::error::Error for Refusal {}

impl<'a> Engine<'a> {
    /// Puts a bank and a configuration together.
    ///
    /// # Errors
    /// [`ConfigurationError`], naming the setting.
    pub fn new(bank: &'a Bank, configuration: Configuration) -> Result<Self, ConfigurationError> {
        configuration.check()?;
        Ok(Self { bank, configuration })
    }

    /// The configuration.
    #[must_use]
    pub fn configuration(&self) -> &Configuration {
        &self.configuration
    }

    /// The estimate after each answer, or each two of a double measure.
    ///
    /// # Errors
    /// [`Refusal::UnknownItem`].
    pub fn history(&self, answers: &[Response]) -> Result<Vec<Step>, Refusal> {
        self.history_from(self.configuration.start, answers)
    }

    /// The estimate after all answers.
    ///
    /// # Errors
    /// [`Refusal::UnknownItem`].
    pub fn estimate(&self, answers: &[Response]) -> Result<Estimate, Refusal> {
        self.estimate_from(self.configuration.start, answers)
    }

    /// Chooses what comes next. The walk down the ranking draws numbers of [0, 1): see [`super::draws`].
    ///
    /// # Errors
    /// [`Refusal`].
    pub fn next(
        &self,
        answers: &[Response],
        circumstances: &Circumstances<'_>,
        draw: impl FnMut() -> f64,
    ) -> Result<Next, Refusal> {
        let maximum = self.configuration.maximum_answers;
        match answers.len() {
            given if given > maximum => return Err(Refusal::TooManyAnswers { answers: given, maximum }),
            given if given == maximum => return Ok(Next::End),
            _ => {}
        }
        let unanswered = |item: &ItemIndex| answers.iter().all(|answer| answer.item != *item);
        if let Some(item) = circumstances.shown.filter(unanswered) {
            self.item(item)?;
            return Ok(Next::Again(item));
        }
        let estimate = self.estimate(answers)?;
        self.choose(estimate, answers, circumstances, self.configuration.pick_percent, draw).map(Next::Ask)
    }

    /// Ranks what may be asked at an estimate and picks one.
    pub(super) fn choose(
        &self,
        estimate: Estimate,
        answers: &[Response],
        circumstances: &Circumstances<'_>,
        percent: f64,
        draw: impl FnMut() -> f64,
    ) -> Result<Choice, Refusal> {
        let reasons = self.reasons(answers, circumstances)?;
        let free = self.bank.indexed().zip(&reasons).filter(|(_, reason)| reason.is_none());
        let pool = free.map(|((index, item), _)| (index, &item.parameters));
        let minimum_success = SuccessRange::minimum(&self.configuration.minimum_success, answers.len());
        let candidates = rank(pool, estimate.capacity, minimum_success);
        let picked = pick(candidates.len(), percent, draw);
        let Some(item) = candidates.get(picked.rank).map(|candidate| candidate.item) else {
            let Configuration { maximum_answers: maximum, minimum_answers: minimum, .. } = self.configuration;
            return Err(Refusal::LackOfChallenges { answers: answers.len(), maximum, minimum });
        };
        let eligible = reasons.iter().filter(|reason| reason.is_none()).count();
        let rejected = rejected(reasons, &candidates);
        Ok(Choice { estimate, eligible, candidates, picked, item, rejected })
    }

    /// The estimate of answers from another start than the configuration's.
    pub(super) fn estimate_from(&self, start: f64, answers: &[Response]) -> Result<Estimate, Refusal> {
        let opening = Estimator::starting(start, None).estimate();
        Ok(self.history_from(start, answers)?.last().map_or(opening, |step| step.estimate))
    }

    fn history_from(&self, start: f64, answers: &[Response]) -> Result<Vec<Step>, Refusal> {
        let read = |answer: &Response| Ok((self.item(answer.item)?.parameters, answer.right));
        let known = answers.iter().map(read).collect::<Result<Vec<(Parameters, bool)>, Refusal>>()?;
        let mut estimator = Estimator::starting(start, self.configuration.variation);
        Ok(estimator.learn_all(&known, self.configuration.double_measures_until))
    }

    fn reasons(&self, answers: &[Response], circumstances: &Circumstances<'_>) -> Result<Reasons, Refusal> {
        let answered =
            answers.iter().map(|answer| self.item(answer.item)).collect::<Result<Vec<&Item>, Refusal>>()?;
        Ok(rule::reasons(self.bank, &self.configuration, &answered, circumstances))
    }

    fn item(&self, index: ItemIndex) -> Result<&Item, Refusal> {
        self.bank.get(index).ok_or(Refusal::UnknownItem(index))
    }
}

/// The reasons of all that are not candidates.
fn rejected(reasons: Reasons, candidates: &[Candidate]) -> Vec<(ItemIndex, Reason)> {
    let candidate = |item: ItemIndex| candidates.iter().any(|it| it.item == item);
    (0..)
        .zip(reasons)
        .filter_map(|(item, reason)| match reason {
            Some(reason) => Some((item, reason)),
            None => (!candidate(item)).then_some((item, Reason::Outranked)),
        })
        .collect()
}
