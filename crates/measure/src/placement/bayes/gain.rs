//! What a question may teach about the level.

use super::course::{Ladder, Place};
use super::posterior::Posterior;
use super::sum::{Desk, Sum};
use super::{Course, Noise};

/// What is expected of the level, and of the rungs with it.
#[derive(Debug)]
pub(super) struct Prospect {
    /// The probability of each level.
    levels: Vec<f64>,
    /// The same for each way of being prone to errors.
    parts: Vec<Part>,
}

/// The part of the learners who are so prone to errors.
#[derive(Debug)]
struct Part {
    prone: f64,
    levels: Vec<f64>,
    /// For each ladder, a row of levels for each rung: that the rung is mastered and the level is
    /// this one.
    mastered: Vec<Vec<f64>>,
}

impl Prospect {
    /// Sums over the nodes. At each one the tubes are independent: the pix of all tubes but one are
    /// the sum of those before it and those after it.
    pub fn new(course: &Course, posterior: &Posterior, ceiling: u8) -> Prospect {
        let count = course.scale.bounds.len().min(usize::from(ceiling)) + 1;
        let joints = joints(course, posterior, count);
        let parts: Vec<Part> = joints.into_iter().map(|(prone, joints)| part(prone, joints, count)).collect();
        let mut levels = vec![0.0; count];
        parts.iter().for_each(|part| add(&mut levels, &part.levels));
        Prospect { levels, parts }
    }

    /// The probability of the likeliest level.
    pub fn certainty(&self) -> f64 {
        greatest(&self.levels)
    }

    /// The probability of a right answer, and the information, in nats, that the answer gives about
    /// the level (the mutual information of the two: Lindley, 1956):
    /// `Σ_{answer, level} P(a, l) · ln (P(a, l) / (P(a) P(l)))`.
    pub fn gain(&self, place: Place, noise: impl Fn(f64) -> Noise) -> (f64, f64) {
        let mut right = [0.0; LEVELS];
        for part in &self.parts {
            let noise = noise(part.prone);
            let rungs = part.row(place, self.levels.len()).iter().zip(&part.levels);
            for (right, (mastered, all)) in right.iter_mut().zip(rungs) {
                *right += (1.0 - noise.slip) * mastered + noise.guess * (all - mastered);
            }
        }
        let success = right.iter().sum::<f64>().clamp(0.0, 1.0);
        let parts = right.iter().zip(&self.levels).filter(|(_, all)| **all > NEGLIGIBLE);
        let gain = parts.map(|(right, all)| {
            information(*right, success * all) + information(all - right, (1.0 - success) * all)
        });
        (success, gain.sum::<f64>().max(0.0))
    }
}

/// More levels than there are.
const LEVELS: usize = 16;
/// States and levels less likely than this are not looked at.
const NEGLIGIBLE: f64 = 1e-4;

impl Part {
    fn row(&self, place: Place, count: usize) -> &[f64] {
        let rows = self.mastered.get(place.ladder).map_or(&[][..], Vec::as_slice);
        rows.chunks(count.max(1)).nth(place.rung).unwrap_or_default()
    }
}

/// For each way of being prone to errors and each ladder, the probability of each state and level:
/// a row of levels for each state.
fn joints(course: &Course, posterior: &Posterior, count: usize) -> Vec<(f64, Vec<Vec<f64>>)> {
    let empty = |ladder: &Ladder| vec![0.0; ladder.states() * count];
    let mut joints: Vec<(f64, Vec<Vec<f64>>)> = Vec::new();
    let rows = course.ladders.iter().zip(&posterior.ladders);
    let mut rows: Vec<_> =
        rows.map(|(ladder, rows)| (rows.chunks(ladder.states()), ladder.places.as_slice())).collect();
    let bounds: Vec<usize> = course.scale.bounds.iter().copied().take(count - 1).collect();
    let (mut sums, mut desk) = (Sums::new(rows.len()), Desk::default());
    let mut tubes: Vec<(&[f64], &[usize])> = Vec::with_capacity(rows.len());
    for (weight, (_, prone)) in posterior.weights.iter().zip(&posterior.nodes) {
        tubes.clear();
        tubes.extend(rows.iter_mut().map(|(rows, points)| (rows.next().unwrap_or_default(), *points)));
        sums.fill(&tubes);
        if joints.last().is_none_or(|(last, _)| (last - prone).abs() > f64::EPSILON) {
            joints.push((*prone, course.ladders.iter().map(empty).collect()));
        }
        let Some((_, joints)) = joints.last_mut() else { continue };
        for ((joint, tube), others) in joints.iter_mut().zip(&tubes).zip(sums.others()) {
            share(joint, *weight, *tube, others, (&bounds, &mut desk));
        }
    }
    joints
}

/// The sums of the first tubes and of the last ones, from none of them to all but one.
struct Sums {
    first: Vec<Sum>,
    last: Vec<Sum>,
}

impl Sums {
    fn new(tubes: usize) -> Sums {
        let mut nothing = Sum::nothing();
        nothing.accumulate();
        Sums { first: vec![nothing.clone(); tubes], last: vec![nothing; tubes] }
    }

    fn fill(&mut self, tubes: &[(&[f64], &[usize])]) {
        chain(&mut self.first, tubes.iter());
        chain(&mut self.last, tubes.iter().rev());
        self.first.iter_mut().chain(&mut self.last).for_each(Sum::accumulate);
    }

    /// For each tube, the sums of those before it and of those after it.
    fn others(&self) -> impl Iterator<Item = (&Sum, &Sum)> {
        self.first.iter().zip(self.last.iter().rev())
    }
}

fn chain<'a>(sums: &mut [Sum], tubes: impl Iterator<Item = &'a (&'a [f64], &'a [usize])>) {
    let Some((mut before, rest)) = sums.split_first_mut() else { return };
    for (sum, (states, points)) in rest.iter_mut().zip(tubes) {
        sum.extend(before, states, points);
        before = sum;
    }
}

/// Shares the probability of each state of a tube among the levels that it and the others make.
fn share(
    joint: &mut [f64],
    weight: f64,
    (states, points): (&[f64], &[usize]),
    (before, after): (&Sum, &Sum),
    (bounds, desk): (&[usize], &mut Desk),
) {
    let likely = states.iter().zip(points).filter(|(state, _)| **state >= NEGLIGIBLE);
    desk.points.clear();
    desk.points.extend(likely.map(|(_, point)| *point));
    before.unders(after, bounds, desk);
    let rows = joint.chunks_mut(bounds.len() + 1).zip(states);
    for (rank, (levels, state)) in rows.filter(|(_, state)| **state >= NEGLIGIBLE).enumerate() {
        let mass = weight * state;
        let mut under = 0.0;
        let Some((last, lower)) = levels.split_last_mut() else { continue };
        let unders = desk.unders.iter().skip(rank).step_by(desk.points.len());
        for (level, up_to) in lower.iter_mut().zip(unders) {
            *level += mass * (up_to - under);
            under = *up_to;
        }
        *last += mass * (1.0 - under);
    }
}

fn part(prone: f64, joints: Vec<Vec<f64>>, count: usize) -> Part {
    let mut levels = vec![0.0; count];
    for row in joints.first().map_or(&[][..], Vec::as_slice).chunks(count) {
        add(&mut levels, row);
    }
    Part { prone, levels, mastered: joints.into_iter().map(|joint| above(joint, count)).collect() }
}

/// For each rung, the sum of the states above it.
fn above(mut joint: Vec<f64>, count: usize) -> Vec<f64> {
    let mut sum = [0.0; LEVELS];
    for row in joint.chunks_mut(count).skip(1).rev() {
        for (sum, odds) in sum.iter_mut().zip(row) {
            *sum += *odds;
            *odds = *sum;
        }
    }
    joint.drain(..count.min(joint.len()));
    joint
}

fn add(sum: &mut [f64], row: &[f64]) {
    sum.iter_mut().zip(row).for_each(|(sum, odds)| *sum += odds);
}

fn greatest(odds: &[f64]) -> f64 {
    odds.iter().copied().fold(0.0, f64::max)
}

fn information(joint: f64, apart: f64) -> f64 {
    if joint > 0.0 && apart > 0.0 { joint * (joint / apart).ln() } else { 0.0 }
}
