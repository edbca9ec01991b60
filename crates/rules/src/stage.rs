//! Stages: thresholds of mastery in percent, each with a title and a message; the stage reached is the highest one.

/// More stages than anybody tells apart.
pub const MOST: usize = 10;

/// The stage reached with a mastery, among the thresholds of a target profile in any order: the highest that is not
/// above. `None` when there are no stages.
#[must_use]
pub fn reached(percent: u32, thresholds: &[u32]) -> Option<u32> {
    thresholds.iter().copied().filter(|threshold| *threshold <= percent).max()
}

/// The stars of a stage: none for the first (0 %), one more for each that follows. `None` for a stage that is not there.
#[must_use]
pub fn stars(reached: u32, thresholds: &[u32]) -> Option<usize> {
    thresholds.contains(&reached).then(|| thresholds.iter().filter(|threshold| **threshold < reached).count())
}

/// Why thresholds make no stages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// There is no stage at 0 %: somebody would reach none.
    NoZero,
    /// Two stages begin at the same mastery.
    Twice(u32),
    /// A mastery is at most 100 %.
    TooHigh(u32),
    /// There are more than [`MOST`].
    TooMany,
}

/// Makes sure that thresholds make stages; no threshold at all makes a profile without stages.
///
/// # Errors
/// The first thing that is wrong.
pub fn check(thresholds: &[u32]) -> Result<(), Fault> {
    if thresholds.is_empty() {
        return Ok(());
    }
    if thresholds.len() > MOST {
        return Err(Fault::TooMany);
    }
    if let Some(high) = thresholds.iter().find(|threshold| **threshold > 100) {
        return Err(Fault::TooHigh(*high));
    }
    let mut sorted = thresholds.to_vec();
    sorted.sort_unstable();
    if let Some([twice, _]) = sorted.array_windows().find(|[one, next]| one == next) {
        return Err(Fault::Twice(*twice));
    }
    if sorted.contains(&0) { Ok(()) } else { Err(Fault::NoZero) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const STAGES: [u32; 4] = [75, 0, 50, 20];

    #[test]
    fn the_highest_threshold_not_above_is_reached() {
        for (percent, expected, stars_shown) in [
            (0, 0, 0),
            (19, 0, 0),
            (20, 20, 1),
            (49, 20, 1),
            (50, 50, 2),
            (74, 50, 2),
            (75, 75, 3),
            (100, 75, 3),
        ] {
            assert_eq!(reached(percent, &STAGES), Some(expected), "{percent} %");
            assert_eq!(stars(expected, &STAGES), Some(stars_shown), "{percent} %");
        }
        assert_eq!(reached(50, &[]), None);
        assert_eq!(stars(30, &STAGES), None);
    }

    #[test]
    fn thresholds_are_checked() {
        for (thresholds, expected) in [
            (&[][..], Ok(())),
            (&[0], Ok(())),
            (&STAGES, Ok(())),
            (&[10, 50], Err(Fault::NoZero)),
            (&[0, 50, 50], Err(Fault::Twice(50))),
            (&[0, 101], Err(Fault::TooHigh(101))),
            (&[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10], Err(Fault::TooMany)),
        ] {
            assert_eq!(check(thresholds), expected, "{thresholds:?}");
        }
    }

    proptest! {
        #[test]
        fn with_a_zero_stage_everybody_reaches_one(mut thresholds in prop::collection::vec(0u32..=100, 0..9), percent in 0u32..=100) {
            thresholds.push(0);
            let stage = reached(percent, &thresholds);
            prop_assert!(stage.is_some_and(|stage| stage <= percent));
            prop_assert!(thresholds.iter().all(|other| *other > percent || Some(*other) <= stage));
        }
    }
}
