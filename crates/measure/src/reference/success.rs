//! The minimum success rate of 2023-24: some questions had to be likely to be answered right.

use super::ConfigurationError;

/// Questions for which a minimum probability of success is wanted: the same for all, or moving in a straight line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SuccessRange {
    /// The first question, counted from 0.
    pub first: usize,
    /// The last question, included.
    pub last: usize,
    /// The minimum at the first.
    pub from: f64,
    /// The minimum at the last.
    pub to: f64,
}

impl SuccessRange {
    /// The minimum for this question, if it is in the range.
    #[must_use]
    pub fn at(&self, question: usize) -> Option<f64> {
        if !(self.first..=self.last).contains(&question) {
            return None;
        }
        let share = (question - self.first) as f64 / (self.last - self.first).max(1) as f64;
        Some(self.from + (self.to - self.from) * share)
    }

    /// The minimum for this question: that of the first range that holds it, otherwise 0.
    #[must_use]
    pub fn minimum(ranges: &[Self], question: usize) -> f64 {
        ranges.iter().find_map(|range| range.at(question)).unwrap_or(0.0)
    }

    pub(super) fn check(&self) -> Result<(), ConfigurationError> {
        let probability = |share| (0.0..=1.0).contains(&share);
        let sound = self.first <= self.last && probability(self.from) && probability(self.to);
        if sound { Ok(()) } else { Err(ConfigurationError::Success(*self)) }
    }
}
