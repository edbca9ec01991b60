//! Sums of the pix of tubes, as distributions over a grid.

/// States less likely than this are left out of a sum.
const NEGLIGIBLE: f64 = 1e-4;

/// The distribution of a sum over consecutive points of the grid: nothing is outside.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Sum {
    first: usize,
    odds: Vec<f64>,
    /// The probability of less than each point, from the first one to the one after the last.
    below: Vec<f64>,
}

impl Sum {
    /// The sum of no tube: nothing, for sure.
    pub fn nothing() -> Sum {
        Sum { first: 0, odds: vec![1.0], below: vec![0.0, 1.0] }
    }

    /// Makes this the sum of another one and one tube more, whose states have these probabilities
    /// at these points.
    pub fn extend(&mut self, sum: &Sum, states: &[f64], points: &[usize]) {
        let likely = || states.iter().zip(points).filter(|(odds, _)| **odds > NEGLIGIBLE);
        let lowest = likely().next().map_or(0, |(_, point)| *point);
        let highest = likely().next_back().map_or(lowest, |(_, point)| *point);
        self.first = sum.first + lowest;
        self.odds.clear();
        self.odds.resize(sum.odds.len() + highest - lowest, 0.0);
        for (state, point) in likely() {
            let shifted = self.odds.iter_mut().skip(point - lowest);
            shifted.zip(&sum.odds).for_each(|(wide, part)| *wide += state * part);
        }
    }

    /// Prepares [`Sum::under`] for sums of this one and others.
    pub fn accumulate(&mut self) {
        self.below.clear();
        self.below.push(0.0);
        let mut sum = 0.0;
        self.below.extend(self.odds.iter().map(|odds| {
            sum += odds;
            sum
        }));
    }

    /// The probability that this sum and another one, which was accumulated, are under a point.
    pub fn under(&self, other: &Sum, point: usize) -> f64 {
        let Some(reach) = point.checked_sub(self.first + other.first) else { return 0.0 };
        let length = other.odds.len();
        if reach + 1 >= self.odds.len() + length {
            return 1.0;
        }
        // Of this sum so much, and of the other one less than the rest.
        let whole = (reach + 1).saturating_sub(length);
        let certain: f64 = self.odds.iter().take(whole).sum();
        let rest = other.below.iter().take(length.min(reach + 1)).rev();
        certain + self.odds.iter().skip(whole).zip(rest).map(|(odds, below)| odds * below).sum::<f64>()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_added_and_compared_with_a_point() {
        // 1 or 3 (a quarter and three), and 0, 2 or 4 (a half, a quarter, a quarter).
        let (mut one, mut other) = (Sum::default(), Sum::default());
        one.extend(&Sum::nothing(), &[0.25, 0.0, 0.75], &[1, 2, 3]);
        other.extend(&Sum::nothing(), &[0.5, 0.25, 0.25], &[0, 2, 4]);
        one.accumulate();
        other.accumulate();
        let check = |point, expected: f64| {
            for got in [one.under(&other, point), other.under(&one, point)] {
                assert!((got - expected).abs() < 1e-12, "{point} {got}");
            }
        };
        check(0, 0.0);
        check(1, 0.0);
        check(2, 0.125);
        check(3, 0.125);
        check(4, 0.125 + 0.375 + 0.0625);
        check(6, 0.125 + 0.375 + 0.0625 + 0.1875 + 0.0625);
        check(7, 0.125 + 0.375 + 0.0625 + 0.1875 + 0.0625);
        check(8, 1.0);
        check(99, 1.0);
        let mut both = Sum::default();
        both.extend(&one, &[0.5, 0.25, 0.25], &[0, 2, 4]);
        let mut nothing = Sum::nothing();
        nothing.accumulate();
        for point in 0..10 {
            let (apart, together) = (one.under(&other, point), both.under(&nothing, point));
            assert!((apart - together).abs() < 1e-12, "{point} {apart} {together}");
        }
    }
}
