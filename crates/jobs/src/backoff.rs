//! How long to wait after a failure: 10 s, then twice as long each time, at most one hour.

const FIRST_MS: i64 = 10_000;
const LONGEST_MS: i64 = 3_600_000;

/// The pause in milliseconds after the `tries`th failure in a row.
pub(crate) fn pause(tries: i64) -> i64 {
    let doublings = u32::try_from(tries.saturating_sub(1).clamp(0, 20)).unwrap_or(0);
    (FIRST_MS << doublings).min(LONGEST_MS)
}

#[cfg(test)]
mod tests {
    use super::pause;

    #[test]
    fn pauses_double_up_to_an_hour() {
        for (tries, seconds) in
            [(-1, 10), (0, 10), (1, 10), (2, 20), (3, 40), (9, 2_560), (10, 3_600), (i64::MAX, 3_600)]
        {
            assert_eq!(pause(tries), seconds * 1_000, "after {tries}");
        }
    }
}
