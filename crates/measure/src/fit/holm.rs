//! Many tests at once.

/// Probabilities adjusted for their number (Holm, 1979): whoever tells what lies below 5 % is wrong about any of the
/// sound ones with a probability of 5 % at most, however the tests hang together. A test without an answer counts for
/// nothing.
#[must_use]
pub fn holm(probabilities: &[Option<f64>]) -> Vec<Option<f64>> {
    let mut known: Vec<(usize, f64)> =
        probabilities.iter().enumerate().filter_map(|(place, one)| Some((place, (*one)?))).collect();
    known.sort_by(|one, other| one.1.total_cmp(&other.1));
    let mut adjusted = vec![None; probabilities.len()];
    let (count, mut reached) = (known.len(), 0.0_f64);
    for (rank, (place, probability)) in known.into_iter().enumerate() {
        reached = reached.max((probability * (count - rank) as f64).min(1.0));
        if let Some(slot) = adjusted.get_mut(place) {
            *slot = Some(reached);
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
}
