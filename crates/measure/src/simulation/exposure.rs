//! How a cohort used the bank.

use super::Cohort;

/// The use of the items.
#[derive(Debug, Clone, PartialEq)]
pub struct Exposure {
    /// The share of tests in which each item was asked, in the order of the bank.
    pub rates: Vec<f64>,
    /// The greatest of them.
    pub most: f64,
    /// The items never asked.
    pub unused: usize,
    /// The share of questions that two tests have in common, on the mean: Σn(n − 1)/((N − 1)·Σn) for items asked n
    /// times in N tests (Chen, Ankenmann and Spray, 2003).
    pub overlap: f64,
}

impl Exposure {
    /// Counts what a cohort was asked.
    #[must_use]
    pub fn new(cohort: &Cohort) -> Self {
        let mut times = vec![0.0_f64; cohort.items];
        for asked in cohort.taken.iter().flat_map(|test| &test.asked) {
            if let Some(count) = times.get_mut(asked.item as usize) {
                *count += 1.0;
            }
        }
        let tests = (cohort.taken.len() as f64).max(1.0);
        let questions: f64 = times.iter().sum();
        let pairs: f64 = times.iter().map(|count| count * (count - 1.0)).sum();
        let rates: Vec<f64> = times.iter().map(|count| count / tests).collect();
        Self {
            most: rates.iter().copied().fold(0.0, f64::max),
            unused: times.iter().filter(|count| **count < 1.0).count(),
            overlap: pairs / ((tests - 1.0).max(1.0) * questions.max(1.0)),
            rates,
        }
    }

    /// The rates, the greatest first.
    #[must_use]
    pub fn sorted(&self) -> Vec<f64> {
        let mut rates = self.rates.clone();
        rates.sort_by(|one, other| other.total_cmp(one));
        rates
    }
}
