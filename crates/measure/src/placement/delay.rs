//! How many days a learner waits before starting a competence again or improving it.

/// The waiting times in days, which are configuration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Delays {
    /// Before a competence may be reset.
    pub reset: u32,
    /// Before a competence may be improved.
    pub improve: u32,
    /// Before a campaign may be tried again.
    pub retry: u32,
}

impl Default for Delays {
    fn default() -> Self {
        Delays { reset: 7, improve: 4, retry: 4 }
    }
}

/// One day in milliseconds.
pub(super) const DAY_MS: i64 = 24 * 60 * 60 * 1000;

/// The days left before `delay` days have passed since the newest element in force, rounded up;
/// nothing when no element is in force. An element dated in the future lengthens the wait.
///
/// `remaining = max(0, ceil(delay − age))`, where `age = (now − newest)` in days.
pub fn remaining_days(delay: u32, newest: Option<i64>, now: i64) -> Option<u32> {
    let age = now.saturating_sub(newest?);
    let left = i64::from(delay).saturating_mul(DAY_MS).saturating_sub(age).max(0);
    let days = left / DAY_MS + i64::from(left % DAY_MS > 0);
    Some(u32::try_from(days).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_left_are_rounded_up_and_never_negative() {
        let now = 1_000 * DAY_MS;
        let check = |delay, age: Option<i64>, expected| {
            let newest = age.map(|age| now - age);
            assert_eq!(remaining_days(delay, newest, now), expected, "{delay} {age:?}");
        };
        check(7, None, None);
        check(7, Some(0), Some(7));
        check(7, Some(1), Some(7));
        check(7, Some(DAY_MS), Some(6));
        check(7, Some(7 * DAY_MS - 1), Some(1));
        check(7, Some(7 * DAY_MS), Some(0));
        check(7, Some(70 * DAY_MS), Some(0));
        check(7, Some(-1), Some(8));
        check(0, Some(0), Some(0));
        assert_eq!(remaining_days(u32::MAX, Some(i64::MAX), i64::MIN), Some(u32::MAX));
    }

    #[test]
    fn the_usual_delays_are_seven_and_four_days() {
        assert_eq!(Delays::default(), Delays { reset: 7, improve: 4, retry: 4 });
    }
}
