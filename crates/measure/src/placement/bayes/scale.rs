//! Pix counted in whole units, so that sums of tubes fall on a grid.

use super::super::LEVEL_PIX;

/// The most units of the grid: sums of up to six skills at a level, and of three, four or five, are exact.
const MOST: u16 = 512;

/// A grid of pix from nothing to all that a competence gives.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Scale {
    /// The pix of one unit.
    unit: f64,
    /// By how much the rounding may move a sum.
    pub slack: f64,
    /// The level at each point of the grid, without a ceiling.
    pub levels: Vec<u8>,
    /// The first point of each level from 1 to the highest.
    pub bounds: Vec<usize>,
}

impl Scale {
    /// The grid of at most 512 units on which the pix of the states of each tube (increasing lists)
    /// are best rounded: exactly, when such a grid exists, as for five skills at each level.
    ///
    /// Where the rounding is not exact, a sum that misses a whole level by less than the rounding
    /// may do counts as having reached it: sums of exactly so many levels are frequent.
    pub fn new(tubes: &[Vec<f64>]) -> Scale {
        let total: f64 = tubes.iter().filter_map(|pix| pix.last()).sum();
        if total <= 0.0 {
            return Scale { unit: 1.0, slack: 0.0, levels: vec![0], bounds: Vec::new() };
        }
        let squares = |units: u16| {
            tubes.iter().flatten().map(|pix| rounding(*pix, total / f64::from(units)).powi(2)).sum()
        };
        let grids = (1..=MOST).map(|units| (units, squares(units)));
        let exact = |grid: &(u16, f64)| grid.1 < 1e-9;
        let best = grids.clone().find(exact).or_else(|| grids.min_by(|one, other| one.1.total_cmp(&other.1)));
        let units = best.map_or(MOST, |(units, _)| units);
        let unit = total / f64::from(units);
        let worst = |pix: &Vec<f64>| pix.iter().map(|pix| rounding(*pix, unit).powi(2)).fold(0.0, f64::max);
        let slack = 2.0 * tubes.iter().map(worst).sum::<f64>().sqrt() + 1e-6;
        // Whatever the rounding, no level is above the one that everything right gives.
        let top = whole((total + 1e-6) / LEVEL_PIX as f64);
        let level = |place: u16| whole((f64::from(place) * unit + slack) / LEVEL_PIX as f64).min(top);
        let levels: Vec<u8> = (0..=units).map(level).collect();
        let first = |bound: u8| levels.iter().position(|level| *level >= bound);
        let bounds = (1..=top).filter_map(first).collect();
        Scale { unit, slack, levels, bounds }
    }

    /// The point of the grid nearest to a number of pix.
    pub fn place(&self, pix: f64) -> usize {
        let reached = |place: &usize| (*place as f64 - 0.5) * self.unit <= pix;
        (0..self.levels.len()).take_while(reached).count().saturating_sub(1)
    }

    /// The pix at a point of the grid.
    pub fn pix(&self, place: usize) -> f64 {
        place as f64 * self.unit
    }
}

/// How far a number of pix is from its point on a grid.
fn rounding(pix: f64, unit: f64) -> f64 {
    pix - (pix / unit).round() * unit
}

/// The whole part of a number that is not negative, at most 255.
fn whole(number: f64) -> u8 {
    (0..=u8::MAX).rev().find(|whole| f64::from(*whole) <= number).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_that_fit_a_grid_are_exact_and_others_nearly() {
        let check = |steps: &[f64], count: usize, expected: usize, slack: f64| {
            let tube = |step: &f64| (0..=count).map(|rung| rung as f64 * step).collect();
            let tubes: Vec<Vec<f64>> = steps.iter().map(tube).collect();
            let scale = Scale::new(&tubes);
            assert_eq!(scale.levels.len(), expected, "{steps:?}");
            assert!(scale.slack < slack, "{steps:?} {}", scale.slack);
            let places = tubes.iter().map(|tube| scale.place(tube[count])).sum::<usize>();
            let total: f64 = steps.iter().map(|step| step * count as f64).sum();
            assert!((scale.pix(places) - total).abs() <= scale.slack, "{steps:?}");
            assert_eq!(scale.levels.last().copied(), Some(whole((total + 1e-6) / 8.0)), "{steps:?}");
        };
        check(&[1.6; 5], 7, 36, 2e-6);
        check(&[8.0 / 3.0, 8.0 / 5.0], 3, 25, 2e-6);
        check(&[8.0 / 7.0, 8.0 / 6.0, 8.0 / 5.0, 4.0, 8.0 / 9.0], 8, 485, 0.6);
        check(&[], 7, 1, 1e-12);
        check(&[0.0; 3], 7, 1, 1e-12);
    }
}
