//! The laws of the abilities of the groups.

use super::admission::Problem;
use super::expectation::Expected;
use super::point::{Point, bounded, bounded_group};

/// Newton steps for the location and the scale.
const STEPS: usize = 8;

/// Fits the mean and the deviation of every group to what is expected of its persons. Where the first group fixes
/// the scale, it too gets a mean m and a deviation s, the best ones for its persons and the priors of the items; then
/// everything is moved back so that it is standard normal again: α becomes αs, and δ becomes (δ − m)/s.
pub(super) fn fit_groups(problem: &Problem<'_>, expected: &Expected, point: &mut Point) {
    let sizes = problem.responses.group_sizes();
    for ((group, size), sums) in point.groups.iter_mut().zip(sizes).zip(&expected.moments) {
        let [mean, spread] = centred(f64::from(*size), *sums);
        *group = bounded_group([mean, spread.max(f64::MIN_POSITIVE).ln() / 2.0]);
    }
    if problem.standard {
        let size = f64::from(sizes.first().copied().unwrap_or(0));
        let sums = expected.moments.first().copied().unwrap_or_default();
        let (shift, log_scale) = expansion(problem, point, size, centred(size, sums));
        standardise(point, shift, log_scale);
    }
}

fn centred(size: f64, [first, second]: [f64; 2]) -> [f64; 2] {
    let mean = first / size;
    [mean, second / size - mean * mean]
}

/// The m and ln s where −N·ln s − N(V + (M − m)²)/(2s²) plus the priors of the items moved back is greatest, M and V
/// being the mean and the variance expected of the N persons.
fn expansion(problem: &Problem<'_>, point: &Point, size: f64, [mean, spread]: [f64; 2]) -> (f64, f64) {
    let [slopes, difficulties, _] = &problem.laws;
    let (mut shift, mut log_scale) = (0.0_f64, 0.0_f64);
    for _ in 0..STEPS {
        let shrink = (-log_scale).exp();
        let square = spread + (mean - shift) * (mean - shift);
        let mut by_shift = size * (mean - shift) * shrink * shrink;
        let mut by_scale = size * (square * shrink * shrink - 1.0);
        let (mut shifts, mut both) = (size * shrink * shrink, 2.0 * by_shift);
        let mut scales = 2.0 * size * square * shrink * shrink;
        for (place, [log_slope, difficulty, _]) in point.items.iter().enumerate() {
            let moved = (difficulty - shift) * shrink;
            let pull = difficulties.pull(moved);
            by_shift -= pull * shrink;
            by_scale -= pull * moved;
            shifts += difficulties.precision() * shrink * shrink;
            scales += difficulties.precision() * moved * moved;
            both += difficulties.precision() * moved * shrink;
            if place == 0 || !problem.common_slope() {
                by_scale += slopes.pull(log_slope + log_scale);
                scales += slopes.precision();
            }
        }
        let determinant = shifts * scales - both * both;
        let (step, scale_step) = if determinant > 0.0 {
            (
                (by_shift * scales - by_scale * both) / determinant,
                (by_scale * shifts - by_shift * both) / determinant,
            )
        } else {
            (by_shift / shifts, by_scale / scales)
        };
        shift += step.clamp(-1.0, 1.0);
        log_scale += scale_step.clamp(-0.5, 0.5);
        if step.abs() + scale_step.abs() < 1e-9 {
            break;
        }
    }
    (shift, log_scale)
}

fn standardise(point: &mut Point, shift: f64, log_scale: f64) {
    let shrink = (-log_scale).exp();
    for [log_slope, difficulty, guess] in &mut point.items {
        let moved = bounded([*log_slope + log_scale, (*difficulty - shift) * shrink, *guess]);
        [*log_slope, *difficulty, _] = moved;
    }
    for [mean, log_deviation] in &mut point.groups {
        [*mean, *log_deviation] = bounded_group([(*mean - shift) * shrink, *log_deviation - log_scale]);
    }
    if let Some(first) = point.groups.first_mut() {
        *first = [0.0, 0.0];
    }
}
