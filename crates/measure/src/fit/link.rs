//! Two scales made one.

use super::Remeasured;

/// An ability θ of the later scale is scale·θ + shift on the earlier one: α becomes α/scale, δ becomes scale·δ + shift.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Link {
    /// The factor.
    pub scale: f64,
    /// What is added.
    pub shift: f64,
    /// The standard error of ln of the factor.
    pub scale_error: f64,
    /// The standard error of the shift, the factor being known.
    pub shift_error: f64,
    /// The later difficulty to which the shift belongs: the mean of the items that link.
    pub(super) centre: f64,
}

impl Link {
    /// The scales are one already.
    pub(super) const NONE: Self =
        Self { scale: 1.0, shift: 0.0, scale_error: 0.0, shift_error: 0.0, centre: 0.0 };

    /// By the medians of the differences: items that moved hardly matter, as long as they are fewer than half.
    pub(super) fn by_medians(items: &[Remeasured], linking: &[bool]) -> Self {
        let chosen = || items.iter().zip(linking).filter(|(_, links)| **links).map(|(item, _)| item);
        let scale = median(chosen().map(Remeasured::log_ratio).collect()).exp();
        let shift =
            median(chosen().map(|item| item.before.difficulty() - scale * item.after.difficulty()).collect());
        Self { scale, shift, ..Self::NONE }
    }

    /// By means weighted with the precisions of the differences (log-mean/mean: Mislevy and Bock, 1990; weighted).
    pub(super) fn by_means(items: &[Remeasured], linking: &[bool]) -> Self {
        let chosen = || items.iter().zip(linking).filter(|(_, links)| **links).map(|(item, _)| item);
        let (log_scale, scales) = weighted(chosen().map(|item| (item.log_ratio(), item.ratio_variance())));
        let scale = log_scale.exp();
        let (shift, shifts) = weighted(chosen().map(|item| {
            (item.before.difficulty() - scale * item.after.difficulty(), item.shift_variance(scale))
        }));
        let (centre, _) =
            weighted(chosen().map(|item| (item.after.difficulty(), item.shift_variance(scale))));
        Self { scale, shift, scale_error: scales.sqrt(), shift_error: shifts.sqrt(), centre }
    }

    /// A later difficulty on the earlier scale.
    #[must_use]
    pub fn difficulty(&self, later: f64) -> f64 {
        self.scale * later + self.shift
    }

    /// A later discrimination on the earlier scale.
    #[must_use]
    pub fn discrimination(&self, later: f64) -> f64 {
        later / self.scale
    }
}

/// The middle of some numbers; 0 of none.
fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    let at = |place: usize| values.get(place).copied().unwrap_or(0.0);
    let half = values.len() / 2;
    if values.len() % 2 == 1 { at(half) } else { f64::midpoint(at(half.saturating_sub(1)), at(half)) }
}

/// The mean of values weighted with their precisions, and its variance.
fn weighted(values: impl Iterator<Item = (f64, f64)>) -> (f64, f64) {
    let (mut sum, mut weights) = (0.0, 0.0);
    for (value, variance) in values {
        sum += value / variance;
        weights += 1.0 / variance;
    }
    (sum / weights, 1.0 / weights)
}
