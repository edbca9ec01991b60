//! A test that was left before its end.

use super::version::Randomness;
use super::{Next, Score, Sitting, Worth};

/// The share of true abilities below the lower bound.
const DOUBT: f64 = 0.05;

/// What a test left unfinished is worth; both readings are kept, a jury sees both.
#[derive(Debug, Clone, PartialEq)]
pub struct Abandonment {
    /// The questions that count and were not answered.
    pub missing: u32,
    /// The ability that the given answers prove: the true one lies above with probability 95 %.
    pub lower_bound: f64,
    /// Its worth.
    pub lower_worth: Worth,
    /// The score as if the best question had been asked each time and answered wrong, as the reference platform does.
    pub degraded: Score,
}

impl Sitting<'_> {
    /// What the test is worth if the person leaves now; none without any answer.
    #[must_use]
    pub fn abandoned(&self) -> Option<Abandonment> {
        let answers = self.answers();
        if answers.is_empty() {
            return None;
        }
        let grid = &self.version.settings.grid;
        let all_right = answers.right() == answers.len();
        let lower_bound = if all_right {
            answers.one_sided_bound(DOUBT, grid)
        } else {
            self.unbiased(&answers).quantile(DOUBT)
        };
        let mut rest =
            Self { randomness: Randomness::None, exposure: None, asked: None, tryouts: None, ..self.clone() };
        let given = rest.steps().len();
        while let Next::Ask(_) = rest.ask() {
            if rest.answer(false, 0).is_err() {
                break;
            }
        }
        let missing = u32::try_from(rest.steps().len() - given).unwrap_or(u32::MAX);
        let lower_worth = self.version.settings.scale.worth(lower_bound);
        Some(Abandonment { missing, lower_bound, lower_worth, degraded: rest.score()? })
    }
}
