//! The questions that a candidate left unanswered, simulated as skipped.

use super::{Circumstances, Engine, Estimate, Refusal};
use crate::irt::{ItemIndex, Response};

/// A question that was not answered, as it is simulated.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Simulated {
    /// The best candidate at that moment.
    pub item: ItemIndex,
    /// The estimate with the item counted wrong.
    pub estimate: Estimate,
}

impl Engine<'_> {
    /// Simulates the missing questions of a test that the candidate left: each time the best candidate, counted wrong.
    /// [`super::Situation::degraded`] says when. Every estimate replays all answers, and starts from the capacity
    /// obtained before, not from that of the configuration.
    ///
    /// # Errors
    /// [`Refusal`].
    pub fn degradation(
        &self,
        answers: &[Response],
        circumstances: &Circumstances<'_>,
    ) -> Result<Vec<Simulated>, Refusal> {
        let maximum = self.configuration().maximum_answers;
        if answers.len() > maximum {
            return Err(Refusal::TooManyAnswers { answers: answers.len(), maximum });
        }
        let mut estimate = self.estimate(answers)?;
        let before = estimate.capacity;
        let mut all = answers.to_vec();
        let mut simulated = Vec::new();
        while all.len() < maximum {
            let item = self.choose(estimate, &all, circumstances, 100.0, || 0.0)?.item;
            all.push(Response { item, right: false });
            estimate = self.estimate_from(before, &all)?;
            simulated.push(Simulated { item, estimate });
        }
        Ok(simulated)
    }
}
