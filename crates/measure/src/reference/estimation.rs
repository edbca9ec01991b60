//! The capacity: the mean of a posterior on a grid, whose prior follows the latest estimate.

use super::ConfigurationError;
use crate::irt::Parameters;

/// The nodes of the grid: −9 + 0.225·k, for k = 0 to 80.
const NODES: usize = 81;
const LOWEST: f64 = -9.0;
const HIGHEST: f64 = 9.0;
const STEP: f64 = 0.225;
/// The variance of the prior around the latest capacity.
const PRIOR_VARIANCE: f64 = 1.5;
/// What the reference takes for the width of a class of the grid (half of what it is).
const CLASS_WIDTH: f64 = 9.0 / 80.0;
/// The error rate before any answer.
const OPENING_ERROR: f64 = 5.0;
/// The smallest log-likelihood that one answer may have, so that no sum of them is infinite.
const IMPOSSIBLE: f64 = -1e100;

/// What is known of a candidate.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Estimate {
    /// The ability.
    pub capacity: f64,
    /// The error that the reference announces; it understates the error.
    pub error_rate: f64,
}

/// The estimate after so many answers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Step {
    /// How many answers were used.
    pub answers: usize,
    /// The estimate they give.
    pub estimate: Estimate,
}

/// A limit to what one answer may change.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Variation {
    /// v: the capacity moves at most by v while it is within ]−v, v[, and by |v·capacity| elsewhere. Not 0.
    pub share: f64,
    /// The limit holds for the first answers only, this many; for all when absent.
    pub until: Option<usize>,
}

/// The estimation of one candidate in progress.
///
/// After each answer: prior weights ∝ exp(−(x − c)²/(2·1.5)) around the latest capacity c; the likelihood of all answers
/// so far; the new capacity is the mean of their normalised product, moved back within the variation limit; the error
/// rate is the root of Σ posterior·(x − new capacity)² − (9/80)²/12 (Sheppard's correction, as the reference applies it).
/// All in logarithms: neither steep nor contradictory items can make 0/0.
#[derive(Debug, Clone, PartialEq)]
pub struct Estimator {
    log_likelihood: [f64; NODES],
    estimate: Estimate,
    variation: Option<Variation>,
    answers: usize,
}

impl Estimator {
    /// Starts at a capacity, before any answer.
    ///
    /// # Errors
    /// [`ConfigurationError`] when the start is not on the grid or the variation is not a positive number.
    pub fn new(start: f64, variation: Option<Variation>) -> Result<Self, ConfigurationError> {
        if !(LOWEST..=HIGHEST).contains(&start) {
            return Err(ConfigurationError::Start(start));
        }
        if let Some(Variation { share, .. }) = variation.filter(|it| !it.share.is_finite() || it.share <= 0.0)
        {
            return Err(ConfigurationError::Variation(share));
        }
        Ok(Self::starting(start, variation))
    }

    /// The same, from values that were checked.
    pub(super) fn starting(start: f64, variation: Option<Variation>) -> Self {
        let estimate = Estimate { capacity: start, error_rate: OPENING_ERROR };
        Self { log_likelihood: [0.0; NODES], estimate, variation, answers: 0 }
    }

    /// The estimate now.
    #[must_use]
    pub fn estimate(&self) -> Estimate {
        self.estimate
    }

    /// How many answers were used.
    #[must_use]
    pub fn answers(&self) -> usize {
        self.answers
    }

    /// Takes one answer into account.
    pub fn learn(&mut self, item: Parameters, right: bool) -> Estimate {
        for (log, x) in self.log_likelihood.iter_mut().zip(nodes()) {
            *log += bounded(item, x, right);
        }
        self.settle(1)
    }

    /// Takes two answers into account at once: the likelihood is multiplied by the mean of their probabilities. This
    /// loses information, in order to damp the first steps.
    pub fn learn_two(&mut self, first: (Parameters, bool), second: (Parameters, bool)) -> Estimate {
        for (log, x) in self.log_likelihood.iter_mut().zip(nodes()) {
            let (one, two) = (bounded(first.0, x, first.1), bounded(second.0, x, second.1));
            let (low, high) = (one.min(two), one.max(two));
            *log += high + (low - high).exp().ln_1p() - std::f64::consts::LN_2;
        }
        self.settle(2)
    }

    /// Takes all these answers into account, two by two while fewer than `double_until` were given, and tells the
    /// estimate after each.
    pub fn learn_all(&mut self, answers: &[(Parameters, bool)], double_until: usize) -> Vec<Step> {
        let mut steps = Vec::with_capacity(answers.len());
        let mut left = answers;
        loop {
            left = match left {
                [] => return steps,
                [first, second, rest @ ..] if self.answers < double_until => {
                    self.learn_two(*first, *second);
                    rest
                }
                [one, rest @ ..] => {
                    self.learn(one.0, one.1);
                    rest
                }
            };
            steps.push(Step { answers: self.answers, estimate: self.estimate });
        }
    }

    /// The new estimate, from the likelihood and the prior around the latest.
    fn settle(&mut self, answers: usize) -> Estimate {
        let latest = self.estimate.capacity;
        let mut posterior = self.log_likelihood;
        for (log, x) in posterior.iter_mut().zip(nodes()) {
            *log -= (x - latest) * (x - latest) / (2.0 * PRIOR_VARIANCE);
        }
        let highest = posterior.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        posterior.iter_mut().for_each(|log| *log = (*log - highest).exp());
        // At least 1: the node of the highest weight counts 1.
        let total: f64 = posterior.iter().sum();
        let mean = posterior.iter().zip(nodes()).map(|(weight, x)| weight * x).sum::<f64>() / total;
        let capacity = self.limited(mean);
        let spread = |(weight, x): (&f64, f64)| weight * (x - capacity) * (x - capacity);
        let variance = posterior.iter().zip(nodes()).map(spread).sum::<f64>() / total;
        let error_rate = (variance - CLASS_WIDTH * CLASS_WIDTH / 12.0).max(0.0).sqrt();
        self.estimate = Estimate { capacity, error_rate };
        self.answers += answers;
        self.estimate
    }

    /// The capacity as near to `mean` as the variation limit allows.
    fn limited(&self, mean: f64) -> f64 {
        let holds = |it: &Variation| it.until.is_none_or(|until| self.answers < until);
        let Some(Variation { share, .. }) = self.variation.filter(holds) else { return mean };
        let latest = self.estimate.capacity;
        let gap = if latest.abs() < share { share } else { (latest * share).abs() };
        mean.max(latest - gap).min(latest + gap)
    }
}

/// The nodes of the grid, in order.
fn nodes() -> impl Iterator<Item = f64> {
    (0_u8..).map(|place| LOWEST + STEP * f64::from(place))
}

/// The log-likelihood of an answer, a number whatever the item.
fn bounded(item: Parameters, x: f64, right: bool) -> f64 {
    item.log_likelihood(x, right).max(IMPOSSIBLE)
}
