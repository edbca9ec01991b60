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

    /// Prepares [`Sum::unders`] for sums of this one and others.
    pub fn accumulate(&mut self) {
        self.below.clear();
        self.below.push(0.0);
        let mut sum = 0.0;
        self.below.extend(self.odds.iter().map(|odds| {
            sum += odds;
            sum
        }));
    }

    /// The probabilities that this sum and another one, both accumulated, are together under each bound less each of
    /// some points, bound by bound.
    ///
    /// For a rest, Σ P(this = i)·P(other < rest − i): where the other one is certainly less, a sum of this one alone,
    /// known already; what is left is a product of this one and the other one backwards, taken in the order of i in
    /// either of two ways, which give the same to the last bit. Where both are short, all rests together; otherwise
    /// those asked for, several at once.
    pub fn unders(&self, other: &Sum, bounds: &[usize], desk: &mut Desk) {
        desk.unders.clear();
        if self.odds.len() * other.odds.len() <= SHORT {
            self.all_rests(other, bounds, desk);
        } else {
            self.some_rests(other, bounds, desk);
        }
    }

    fn all_rests(&self, other: &Sum, bounds: &[usize], desk: &mut Desk) {
        let Desk { points, unders, table, .. } = desk;
        let length = other.odds.len();
        table.clear();
        table.resize((self.odds.len() + length).saturating_sub(1), 0.0);
        let below = other.below.get(..length).unwrap_or_default();
        for (place, odds) in self.odds.iter().enumerate() {
            let shifted = table.iter_mut().skip(place);
            shifted.zip(below).for_each(|(sum, below)| *sum += odds * below);
        }
        let certain = self.below.iter().skip(1);
        table.iter_mut().skip(length).zip(certain).for_each(|(sum, certain)| *sum += certain);
        let first = self.first + other.first;
        for bound in bounds {
            unders.extend(points.iter().map(|point| {
                let reach = bound.checked_sub(point + first);
                reach.map_or(0.0, |reach| table.get(reach).copied().unwrap_or(1.0))
            }));
        }
    }

    fn some_rests(&self, other: &Sum, bounds: &[usize], desk: &mut Desk) {
        let Desk { points, unders, padded, pending, .. } = desk;
        let (own, length) = (self.odds.len(), other.odds.len());
        let margin = own.saturating_sub(1);
        padded.clear();
        padded.resize(margin, 0.0);
        padded.extend(other.below.iter().take(length).rev());
        padded.resize(padded.len() + margin, 0.0);
        pending.clear();
        let first = self.first + other.first;
        for reach in
            bounds.iter().flat_map(|bound| points.iter().map(|point| bound.checked_sub(point + first)))
        {
            unders.push(match reach {
                None => 0.0,
                Some(reach) if reach + 1 >= own + length => 1.0,
                Some(reach) => {
                    pending.push((unders.len(), own + length - 2 - reach));
                    let certain = (reach + 1).saturating_sub(length);
                    self.below.get(certain).copied().unwrap_or(1.0)
                }
            });
        }
        for several in pending.chunks(LANES) {
            let products = products(&self.odds, length, padded, several);
            for ((place, _), product) in several.iter().zip(products) {
                if let Some(under) = unders.get_mut(*place) {
                    *under += product;
                }
            }
        }
    }
}

/// Sums are short when all products of their points are no more than this.
const SHORT: usize = 1_024;
/// How many products are taken at once.
const LANES: usize = 8;

/// What [`Sum::unders`] works on, to be used again, and what it found.
#[derive(Debug, Default)]
pub(super) struct Desk {
    /// The points, to be given.
    pub points: Vec<usize>,
    /// The probabilities found, a row of points for each bound.
    pub unders: Vec<f64>,
    /// The probability of less than each rest.
    table: Vec<f64>,
    /// The other sum backwards, between zeros.
    padded: Vec<f64>,
    /// What is not known yet: its place, and where its window of the other sum begins.
    pending: Vec<(usize, usize)>,
}

/// The products of some odds with windows of another sum of some length: only from where the first window leaves the
/// zeros to where the last one enters them again.
fn products(odds: &[f64], length: usize, padded: &[f64], windows: &[(usize, usize)]) -> [f64; LANES] {
    let margin = odds.len().saturating_sub(1);
    let latest = windows.iter().map(|(_, start)| *start).max().unwrap_or_default();
    let earliest = windows.iter().map(|(_, start)| *start).min().unwrap_or_default();
    let low = margin.saturating_sub(latest);
    let high = (margin + length).saturating_sub(earliest).min(odds.len());
    let window = |rank: usize| {
        let start = windows.get(rank).map_or(latest, |(_, start)| *start);
        padded.get(start + low..start + high).unwrap_or_default()
    };
    let [a, b, c, d, e, f, g, h] = std::array::from_fn(window);
    let left = a.iter().zip(b).zip(c.iter().zip(d));
    let right = e.iter().zip(f).zip(g.iter().zip(h));
    let mut sums = [0.0; LANES];
    let odds = odds.get(low..high).unwrap_or_default();
    for (odds, (((a, b), (c, d)), ((e, f), (g, h)))) in odds.iter().zip(left.zip(right)) {
        for (sum, below) in sums.iter_mut().zip([a, b, c, d, e, f, g, h]) {
            *sum += odds * below;
        }
    }
    sums
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn sums_are_added_and_compared_with_a_point() {
        // 1 or 3 (a quarter and three), and 0, 2 or 4 (a half, a quarter, a quarter).
        let (mut one, mut other) = (Sum::default(), Sum::default());
        one.extend(&Sum::nothing(), &[0.25, 0.0, 0.75], &[1, 2, 3]);
        other.extend(&Sum::nothing(), &[0.5, 0.25, 0.25], &[0, 2, 4]);
        one.accumulate();
        other.accumulate();
        let under = |one: &Sum, other: &Sum, point| {
            let mut desk = Desk::default();
            desk.points.push(0);
            one.unders(other, &[point], &mut desk);
            desk.unders[0]
        };
        let check = |point, expected: f64| {
            for got in [under(&one, &other, point), under(&other, &one, point)] {
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
        both.accumulate();
        let mut nothing = Sum::nothing();
        nothing.accumulate();
        for point in 0..10 {
            let (apart, together) = (under(&one, &other, point), under(&both, &nothing, point));
            assert!((apart - together).abs() < 1e-12, "{point} {apart} {together}");
        }
    }

    /// The sum of products as it is written, term by term.
    fn plainly(one: &Sum, other: &Sum, point: usize) -> f64 {
        let mut sum = 0.0;
        for (i, odds) in one.odds.iter().enumerate() {
            let rest = point.checked_sub(one.first + other.first + i);
            let below = rest.map_or(0.0, |rest| other.below.get(rest).copied().unwrap_or(1.0));
            sum += odds * below;
        }
        sum
    }

    proptest! {
        #[test]
        fn many_points_at_once_are_what_they_are_alone(
            (first, later) in (0_usize..5, 0_usize..5),
            one in prop::collection::vec(0.01..1.0_f64, 1..20), other in prop::collection::vec(0.01..1.0_f64, 1..20),
            bounds in prop::collection::vec(0_usize..50, 1..9), points in prop::collection::vec(0_usize..12, 1..9)
        ) {
            let sum = |first: usize, weights: &[f64]| {
                let all: f64 = weights.iter().sum();
                let odds = weights.iter().map(|weight| weight / all).collect();
                let mut sum = Sum { first, odds, below: Vec::new() };
                sum.accumulate();
                sum
            };
            let (one, other) = (sum(first, &one), sum(later, &other));
            let (mut desk, mut alone) = (Desk::default(), Desk::default());
            desk.points.clone_from(&points);
            one.unders(&other, &bounds, &mut desk);
            prop_assert_eq!(desk.unders.len(), bounds.len() * points.len());
            let pairs = bounds.iter().flat_map(|bound| points.iter().map(move |point| (*bound, *point)));
            for ((bound, point), got) in pairs.zip(&desk.unders) {
                alone.points = vec![point];
                alone.unders.clear();
                one.some_rests(&other, &[bound], &mut alone);
                one.all_rests(&other, &[bound], &mut alone);
                let bits: Vec<u64> = alone.unders.iter().map(|under| under.to_bits()).collect();
                prop_assert_eq!(bits, [got.to_bits(); 2]);
                let expected = bound.checked_sub(point).map_or(0.0, |rest| plainly(&one, &other, rest));
                prop_assert!((got - expected).abs() < 1e-12, "{bound} - {point}: {got} instead of {expected}");
            }
        }
    }
}
