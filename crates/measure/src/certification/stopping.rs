//! When a test ends.

use crate::ability::Answers;
use crate::ability::exponential::logarithm;

/// What a test waits for between its shortest and its longest length.
#[derive(Debug, Clone, PartialEq)]
pub enum Goal {
    /// Nothing: it has its full length.
    Length,
    /// A standard error of the issued score at most this large.
    Error(f64),
    /// A decision at each cut of the ability, by the sequential probability ratio test (Wald, 1947; for adaptive tests
    /// Reckase, 1983): with ℓ the log likelihood, a cut κ is decided once |ℓ(κ + h) − ℓ(κ − h)| ≥ ln((1 − e)/e).
    Classification {
        /// The cuts.
        cuts: Vec<f64>,
        /// h, half the width of the zone of indifference.
        half_width: f64,
        /// e, the share of wrong decisions tolerated at the edges of that zone.
        wrong: f64,
    },
}

/// When a test ends.
#[derive(Debug, Clone, PartialEq)]
pub struct Stopping {
    /// The answers that a test has at least.
    pub floor: u32,
    /// The answers that it has at most.
    pub ceiling: u32,
    /// What ends it in between.
    pub goal: Goal,
}

/// Why a test can never end as said.
#[derive(Debug, Clone, PartialEq)]
pub enum StoppingError {
    /// The longest length is 0 or below the shortest.
    Lengths {
        /// The shortest.
        floor: u32,
        /// The longest.
        ceiling: u32,
    },
    /// A number of the goal is not in its range.
    Goal {
        /// Which.
        name: &'static str,
        /// Its value.
        value: f64,
    },
}

impl std::fmt::Display for StoppingError {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Lengths { floor, ceiling } => write!(
                out,
                "from {floor} to {ceiling} answers: expected at least one, and the longest not below the shortest"
            ),
            Self::Goal { name, value } => write!(
                out,
                "{name} {value}: expected an error target and a half width above 0, a share of wrong decisions \
                 between 0 and 0.5, cuts between -50 and 50"
            ),
        }
    }
}

impl std::error::Error for StoppingError {}

impl Stopping {
    /// A fixed length.
    #[must_use]
    pub fn after(answers: u32) -> Self {
        Self { floor: answers, ceiling: answers, goal: Goal::Length }
    }

    pub(super) fn check(&self) -> Result<(), StoppingError> {
        let Self { floor, ceiling, .. } = *self;
        if ceiling == 0 || ceiling < floor {
            return Err(StoppingError::Lengths { floor, ceiling });
        }
        let refuse = |name, value: f64, fine: bool| {
            if fine { Ok(()) } else { Err(StoppingError::Goal { name, value }) }
        };
        match &self.goal {
            Goal::Length => Ok(()),
            Goal::Error(target) => refuse("error target", *target, *target > 0.0),
            Goal::Classification { cuts, half_width, wrong } => {
                refuse("half width", *half_width, *half_width > 0.0 && *half_width < 50.0)?;
                refuse("share of wrong decisions", *wrong, *wrong > 0.0 && *wrong < 0.5)?;
                let odd = cuts.iter().copied().find(|cut| cut.is_nan() || cut.abs() > 50.0);
                odd.map_or(Ok(()), |cut| refuse("cut", cut, false))
            }
        }
    }

    /// Whether the goal is reached by these answers, the running ability being known.
    pub(super) fn reached(&self, answers: &Answers, theta: f64) -> bool {
        match &self.goal {
            Goal::Length => false,
            Goal::Error(target) => answers.information(theta) * target * target >= 1.0,
            Goal::Classification { cuts, half_width, wrong } => {
                let enough = logarithm((1.0 - wrong) / wrong);
                cuts.iter().all(|cut| {
                    let above = answers.log_likelihood(cut + half_width);
                    (above - answers.log_likelihood(cut - half_width)).abs() >= enough
                })
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_test_that_cannot_end_is_refused() {
        let check = |floor: u32, ceiling: u32, goal: Goal, expected: &str| {
            let error = Stopping { floor, ceiling, goal }.check().unwrap_err().to_string();
            assert!(error.contains(expected), "{error}");
        };
        let cuts = |cuts: &[f64], half_width: f64, wrong: f64| Goal::Classification {
            cuts: cuts.to_vec(),
            half_width,
            wrong,
        };
        check(0, 0, Goal::Length, "from 0 to 0");
        check(9, 8, Goal::Length, "from 9 to 8");
        check(1, 8, Goal::Error(0.0), "error target 0");
        check(1, 8, Goal::Error(f64::NAN), "error target NaN");
        check(1, 8, cuts(&[0.0], -1.0, 0.1), "half width -1");
        check(1, 8, cuts(&[0.0], 0.2, 0.5), "decisions 0.5");
        check(1, 8, cuts(&[f64::NAN], 0.2, 0.1), "cut NaN");
    }
}
