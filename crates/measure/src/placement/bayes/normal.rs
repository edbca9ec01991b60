//! The normal law, as a table.

/// The points of the table on each side of 0, up to the bound.
const POINTS: u16 = 256;
/// Beyond this many standard deviations there is nothing.
const BOUND: f64 = 4.5;

/// The distribution function of the standard normal law at points from −4.5 to 4.5.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Normal {
    table: Vec<f64>,
}

impl Normal {
    /// Sums the density by the trapezoidal rule, which is exact to 1e-5 with so many points.
    pub fn new() -> Normal {
        let step = BOUND / f64::from(POINTS);
        let density = |point: f64| (-point * point / 2.0).exp();
        let points = (0..=2 * POINTS).map(|point| f64::from(point) * step - BOUND);
        let mut sum = 0.0;
        let sums: Vec<f64> = points
            .map(|point| {
                let before = sum;
                sum += (density(point) + density(point + step)) / 2.0;
                before
            })
            .collect();
        let total = sums.last().copied().unwrap_or(1.0);
        Normal { table: sums.iter().map(|part| part / total).collect() }
    }

    /// The probability to be below this many standard deviations from the mean.
    pub fn below(&self, deviations: f64) -> f64 {
        let place = (deviations + BOUND) * (f64::from(POINTS) / BOUND) + 0.5;
        if place <= 0.0 {
            return 0.0;
        }
        // A float becomes an integer by saturation, and the table ends with 1.
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "positive, saturating")]
        let place = place as usize;
        self.table.get(place).copied().unwrap_or(1.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_the_normal_law() {
        let check = |deviations, expected: f64| {
            let got = Normal::new().below(deviations);
            assert!((got - expected).abs() < 0.005, "{deviations} {got}");
        };
        check(0.0, 0.5);
        check(1.0, 0.841_345);
        check(-1.644_854, 0.05);
        check(2.575_829, 0.995);
        check(-9.0, 0.0);
        check(9.0, 1.0);
        check(f64::INFINITY, 1.0);
        check(f64::NEG_INFINITY, 0.0);
    }
}
