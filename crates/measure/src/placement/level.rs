//! The level a learner is thought to have, from the answers given.

use std::fmt;

/// A level on the grid 0.5, 1, …, 7.5, counted in halves so that comparisons are exact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Level {
    halves: u8,
}

impl Level {
    /// The level reported before the first question: 2.
    pub const OPENING: Level = Level { halves: 4 };

    /// The level as a number.
    pub fn value(self) -> f64 {
        f64::from(self.halves) / 2.0
    }

    /// Whether a skill of this difficulty is more than two levels above.
    pub fn is_far_below(self, difficulty: u8) -> bool {
        u16::from(difficulty) * 2 > u16::from(self.halves) + 4
    }
}

impl fmt::Display for Level {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.value().fmt(formatter)
    }
}

/// The probability that a learner of level L succeeds at difficulty d: `1 / (1 + e^−(L−d))`
/// (the Rasch model).
pub fn probability(level: Level, difficulty: u8) -> f64 {
    1.0 / (1.0 + (f64::from(difficulty) - level.value()).exp())
}

/// The virtual answers that keep the estimate on the grid: difficulty 0 succeeded, 7 failed.
const VIRTUAL: [(u8, bool); 2] = [(0, true), (7, false)];

/// The predicted level after these direct answers, each a difficulty and whether it succeeded.
///
/// It is the value L of the grid that minimises `|Σ (outcome − P(L, d))|` over the answers and the
/// two virtual ones, the lowest on ties: the Rasch likelihood equation solved on a grid.
pub fn predicted(answers: impl IntoIterator<Item = (u8, bool)>) -> Level {
    let mut successes = 0_u32;
    let mut counts = [0_u32; 256];
    for (difficulty, success) in VIRTUAL.into_iter().chain(answers) {
        successes += u32::from(success);
        if let Some(count) = counts.get_mut(usize::from(difficulty)) {
            *count += 1;
        }
    }
    // `e^(d−L)` as `e^d · e^(−L)`: one exponential per difficulty and one per level of the grid.
    let asked: Vec<(f64, f64)> = (0..=u8::MAX)
        .zip(counts)
        .filter(|(_, n)| *n > 0)
        .map(|(d, n)| (f64::from(d).exp(), f64::from(n)))
        .collect();
    let gap = |level: Level| {
        let ease = (-level.value()).exp();
        let expected: f64 = asked.iter().map(|(hardness, n)| n / (1.0 + hardness * ease)).sum();
        (f64::from(successes) - expected).abs()
    };
    let grid = (1..=15).map(|halves| Level { halves });
    // `min_by` keeps the first of equal elements, which is the lowest level.
    grid.map(|level| (level, gap(level)))
        .min_by(|one, other| one.1.total_cmp(&other.1))
        .map_or(Level::OPENING, |(level, _)| level)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn answers_give_a_level() {
        let check = |answers: &[(u8, bool)], expected: f64| {
            let got = predicted(answers.iter().copied()).value();
            assert!((got - expected).abs() < 1e-12, "{answers:?} {got}");
        };
        check(&[], 3.5);
        check(&[(1, false)], 0.5);
        check(&[(2, true)], 4.5);
        check(&[(3, true)], 5.0);
        check(&[(6, false), (8, false), (5, false)], 2.5);
        check(&[(1, false); 40], 0.5);
        check(&[(7, true); 40], 7.5);
    }

    #[test]
    fn two_levels_above_is_the_limit() {
        let check = |halves, difficulty, expected| {
            assert_eq!(Level { halves }.is_far_below(difficulty), expected, "{halves} {difficulty}");
        };
        check(1, 2, false);
        check(1, 3, true);
        check(4, 4, false);
        check(4, 5, true);
        check(15, 9, false);
        check(15, 255, true);
    }

    proptest! {
        #[test]
        fn one_more_success_never_lowers_the_level(
            answers in prop::collection::vec((1_u8..=8, any::<bool>()), 0..30), difficulty in 1_u8..=8
        ) {
            let before = predicted(answers.iter().copied());
            let after = |success| predicted(answers.iter().copied().chain([(difficulty, success)]));
            prop_assert!(after(true) >= before);
            prop_assert!(after(false) <= before);
        }
    }
}
