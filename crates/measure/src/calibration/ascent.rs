//! The search for the point where the answers and the priors are likeliest.

use super::admission::Problem;
use super::expectation::{Expected, expect};
use super::latent::fit_groups;
use super::maximisation::maximise;
use super::point::Point;

/// Where the search ended.
#[derive(Debug)]
pub(super) struct Ascent {
    pub(super) point: Point,
    pub(super) steps: u32,
    pub(super) converged: bool,
}

/// Climbs by EM. After every two steps it leaps ahead; a leap that leads down is taken back.
pub(super) fn climb(problem: &Problem<'_>, start: Point, most_steps: u32) -> Ascent {
    let (mut point, mut safe, mut floor) = (start.clone(), start, f64::NEG_INFINITY);
    let mut steps = 0;
    while steps < most_steps {
        let (one, height) = step(problem, &point);
        steps += 1;
        if height < floor {
            (point, floor) = (safe.clone(), f64::NEG_INFINITY);
            continue;
        }
        if point.distance(&one) < problem.tolerance {
            return Ascent { point: one, steps, converged: true };
        }
        let (two, height) = step(problem, &one);
        steps += 1;
        if one.distance(&two) < problem.tolerance {
            return Ascent { point: two, steps, converged: true };
        }
        point = point.extrapolated(&one, &two);
        (safe, floor) = (two, height);
    }
    Ascent { point: safe, steps, converged: false }
}

/// One step of EM, and the height of the point before it.
fn step(problem: &Problem<'_>, point: &Point) -> (Point, f64) {
    let expected = expect(problem, point);
    let height = height(problem, &expected, point);
    let mut next = maximise(problem, &expected, point);
    fit_groups(problem, &expected, &mut next);
    (next, height)
}

/// ln of the posterior density, but for a constant.
fn height(problem: &Problem<'_>, expected: &Expected, point: &Point) -> f64 {
    let [slopes, difficulties, guesses] = &problem.laws;
    let mut height = expected.log_likelihood;
    let mut first = true;
    for ([log_slope, difficulty, guess], free) in point.items.iter().zip(&problem.free) {
        let [_, true, guessed] = free else { continue };
        height += difficulties.height(*difficulty);
        if first || !problem.common_slope() {
            height += slopes.height(*log_slope);
        }
        if *guessed {
            height += guesses.height(*guess);
        }
        first = false;
    }
    height
}
