//! Many tests at once.

/// Probabilities adjusted for their number (Holm, 1979): whoever tells what lies below 5 % is wrong about any of the
/// sound ones with a probability of 5 % at most, however the tests hang together. A test without an answer counts for
/// nothing.
#[must_use]
pub fn holm(probabilities: &[Option<f64>]) -> Vec<Option<f64>> {
    let known: Vec<(usize, f64)> =
        probabilities.iter().enumerate().filter_map(|(place, one)| Some((place, (*one)?))).collect();
    let values: Vec<f64> = known.iter().map(|one| one.1).collect();
    let mut adjusted = vec![None; probabilities.len()];
    for ((place, _), value) in known.iter().zip(holm_smallest(&values, known.len())) {
        if let Some(slot) = adjusted.get_mut(*place) {
            *slot = Some(value);
        }
    }
    adjusted
}

/// The same where only the smallest of so many probabilities are at hand: all others are at least as large.
#[must_use]
pub fn holm_smallest(probabilities: &[f64], tests: usize) -> Vec<f64> {
    let mut sorted: Vec<(usize, f64)> = probabilities.iter().copied().enumerate().collect();
    sorted.sort_by(|one, other| one.1.total_cmp(&other.1));
    let mut adjusted = vec![1.0; probabilities.len()];
    let (tests, mut reached) = (tests.max(probabilities.len()), 0.0_f64);
    for (rank, (place, probability)) in sorted.into_iter().enumerate() {
        reached = reached.max((probability * (tests - rank) as f64).min(1.0));
        if let Some(slot) = adjusted.get_mut(place) {
            *slot = reached;
        }
    }
    adjusted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_probabilities_are_multiplied_by_what_is_left() {
        let check = |given: &[Option<f64>], expected: &[Option<f64>]| {
            let got = holm(given);
            assert_eq!(got.len(), expected.len());
            for (got, expected) in got.iter().zip(expected) {
                let same = match (got, expected) {
                    (Some(got), Some(expected)) => (got - expected).abs() < 1e-12,
                    (None, None) => true,
                    _ => false,
                };
                assert!(same, "{given:?}: {got:?} instead of {expected:?}");
            }
        };
        check(&[], &[]);
        check(&[None, Some(0.04)], &[None, Some(0.04)]);
        check(&[Some(0.04), Some(0.01), None, Some(0.03)], &[Some(0.06), Some(0.03), None, Some(0.06)]);
        check(&[Some(0.9), Some(0.8)], &[Some(1.0), Some(1.0)]);
    }

    #[test]
    fn the_smallest_are_enough() {
        let all = [0.2, 0.001, 0.9, 0.004, 0.6];
        let whole: Vec<f64> = holm(&all.map(Some)).into_iter().flatten().collect();
        let few = holm_smallest(&[0.001, 0.004], 5);
        assert!((few[0] - whole[1]).abs() < 1e-12 && (few[1] - whole[3]).abs() < 1e-12, "{few:?} {whole:?}");
        assert_eq!(holm_smallest(&[0.5], 0), [0.5]);
    }
}
