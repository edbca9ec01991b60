//! The M step: the coordinates of each item, given the expected answers.

use super::Model;
use super::admission::Problem;
use super::curvature::{Tally, curvature};
use super::expectation::Expected;
use super::point::{Coordinates, Point, bounded};
use super::symmetric::Symmetric;
use super::tables::row;

/// The most Newton steps for an item.
const STEPS: usize = 6;
/// No step is longer.
const LONGEST: Coordinates = [0.5, 1.0, 0.5];
/// A shorter step is the last, in shares of the tolerance.
const SHORTEST: f64 = 0.2;

/// Improves every item that is free.
pub(super) fn maximise(problem: &Problem<'_>, expected: &Expected, point: &Point) -> Point {
    let mut next = point.clone();
    if problem.model == Model::Rasch {
        for _ in 0..STEPS {
            if rasch(problem, expected, &mut next) < problem.tolerance * SHORTEST {
                break;
            }
        }
        return next;
    }
    for ((item, at), free) in (0..).zip(&mut next.items).zip(&problem.free) {
        if free.contains(&true) {
            *at = improved(problem, &tally(problem, expected, item), *free, *at);
        }
    }
    next
}

/// The expected answers to an item.
pub(super) fn tally<'a>(problem: &Problem<'_>, expected: &'a Expected, item: u32) -> Tally<'a> {
    let width = problem.grid.len();
    let count = problem.responses.right_counts().get(item as usize).copied().unwrap_or(0);
    Tally {
        met: row(&expected.met, item, width),
        right: row(&expected.right, item, width),
        count: f64::from(count),
        abilities: expected.abilities.get(item as usize).copied().unwrap_or(0.0),
    }
}

fn improved(problem: &Problem<'_>, tally: &Tally<'_>, free: [bool; 3], mut at: Coordinates) -> Coordinates {
    for _ in 0..STEPS {
        let (gradient, information) = with_priors(problem, tally, free, at);
        let Some(inverse) = information.only(free).inverse() else { break };
        let length = walk(&mut at, inverse.times(gradient));
        if length < problem.tolerance * SHORTEST {
            break;
        }
    }
    at
}

/// The gradient and the information, of the answers and of the priors of the free coordinates.
fn with_priors(
    problem: &Problem<'_>,
    tally: &Tally<'_>,
    free: [bool; 3],
    at: Coordinates,
) -> ([f64; 3], Symmetric) {
    let (mut gradient, mut information) = curvature(at, &problem.grid.nodes, tally);
    for (((slope, value), law), free) in gradient.iter_mut().zip(at).zip(&problem.laws).zip(free) {
        *slope = if free { *slope + law.pull(value) } else { 0.0 };
    }
    information = information.plus(&problem.prior_information());
    (gradient, information)
}

/// One Newton step for all the items of Rasch's model, whose discrimination is common: the difficulties are
/// eliminated one by one, which leaves one equation for the discrimination. Gives the length of the step.
fn rasch(problem: &Problem<'_>, expected: &Expected, point: &mut Point) -> f64 {
    let mut partial = Vec::with_capacity(point.items.len());
    let (mut slope, mut weight) = (0.0, 0.0);
    let mut common = None;
    for ((item, at), free) in (0..).zip(&point.items).zip(&problem.free) {
        let ([_, by_difficulty, _], _) = with_priors(problem, &tally(problem, expected, item), *free, *at);
        let ([by_slope, ..], plain) = curvature(*at, &problem.grid.nodes, &tally(problem, expected, item));
        let own = plain.bb + problem.prior_information().bb;
        partial.push((by_difficulty, plain.ab, own));
        if free.contains(&true) && own > 0.0 {
            slope += by_slope - plain.ab / own * by_difficulty;
            weight += plain.aa - plain.ab * plain.ab / own;
            common = Some(*at);
        }
    }
    let Some([log_slope, ..]) = common else { return 0.0 };
    let [law, ..] = &problem.laws;
    let full = (slope + law.pull(log_slope)) / (weight + law.precision());
    let step = if full.is_finite() { full } else { 0.0 };
    let mut longest: f64 = 0.0;
    for ((at, (by_difficulty, cross, own)), free) in point.items.iter_mut().zip(partial).zip(&problem.free) {
        if free.contains(&true) && own > 0.0 {
            longest = longest.max(walk(at, [step, (by_difficulty - cross * step) / own, 0.0]));
        }
    }
    longest
}

/// Takes a step, not too long; gives its length.
fn walk(at: &mut Coordinates, step: [f64; 3]) -> f64 {
    let before = *at;
    for ((value, step), longest) in at.iter_mut().zip(step).zip(LONGEST) {
        *value += step.clamp(-longest, longest);
    }
    *at = bounded(*at);
    before.iter().zip(*at).map(|(before, after)| (before - after).abs()).fold(0.0, f64::max)
}
