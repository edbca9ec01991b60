//! What a question may teach about the level.

use super::super::LEVEL_PIX;
use super::course::{Ladder, Place};
use super::posterior::Posterior;
use super::{Course, Noise};

/// For each rung, the probability that it is mastered and that the level is this one.
#[derive(Debug)]
pub(super) struct Prospect {
    /// The probability of each level.
    levels: Vec<f64>,
    /// For each ladder, a row of levels for each rung.
    mastered: Vec<Vec<f64>>,
}

/// The mean and the variance of a number of pix.
#[derive(Debug, Clone, Copy, Default)]
struct Moments {
    mean: f64,
    variance: f64,
}

impl Prospect {
    /// Sums over the nodes. At each one the tubes are independent, and the pix of all tubes but one
    /// are taken for normal: this serves to compare questions, not to measure.
    pub fn new(course: &Course, posterior: &Posterior, ceiling: u8) -> Prospect {
        let count = usize::from(course.top().min(ceiling)) + 1;
        let joints = joints(course, posterior, count);
        let levels = joints.first().map_or_else(Vec::new, |joint| total(joint, count));
        let mastered = joints.into_iter().map(|joint| above(&joint, count)).collect();
        Prospect { levels, mastered }
    }

    /// The probability of the likeliest level, approximately.
    pub fn certainty(&self) -> f64 {
        self.levels.iter().copied().fold(0.0, f64::max)
    }

    /// The probability that a rung is mastered.
    pub fn mastery(&self, place: Place) -> f64 {
        self.row(place).iter().sum::<f64>().clamp(0.0, 1.0)
    }

    /// The information, in nats, that an answer gives about the level (the mutual information of
    /// the two: Lindley, 1956): `Σ_{answer, level} P(a, l) · ln (P(a, l) / (P(a) P(l)))`.
    pub fn gain(&self, place: Place, noise: Noise) -> f64 {
        let success = noise.success(self.mastery(place));
        let parts = self.row(place).iter().zip(&self.levels).map(|(mastered, all)| {
            let right = (1.0 - noise.slip) * mastered + noise.guess * (all - mastered);
            part(right, success * all) + part(all - right, (1.0 - success) * all)
        });
        parts.sum::<f64>().max(0.0)
    }

    fn row(&self, place: Place) -> &[f64] {
        let rows = self.mastered.get(place.ladder).map_or(&[][..], Vec::as_slice);
        rows.chunks(self.levels.len().max(1)).nth(place.rung).unwrap_or_default()
    }
}

/// For each ladder, the probability of each state and level: a row of levels for each state.
fn joints(course: &Course, posterior: &Posterior, count: usize) -> Vec<Vec<f64>> {
    let empty = |ladder: &Ladder| vec![0.0; ladder.states() * count];
    let mut joints: Vec<Vec<f64>> = course.ladders.iter().map(empty).collect();
    let rows = course.ladders.iter().zip(&posterior.ladders);
    let mut rows: Vec<_> = rows.map(|(ladder, rows)| (rows.chunks(ladder.states()), &ladder.pix)).collect();
    let mut tubes: Vec<(&[f64], &[f64], Moments)> = Vec::with_capacity(rows.len());
    for weight in &posterior.weights {
        tubes.clear();
        tubes.extend(rows.iter_mut().map(|(rows, pix)| {
            let row = rows.next().unwrap_or_default();
            (row, pix.as_slice(), moments(row, pix))
        }));
        let mean: f64 = tubes.iter().map(|tube| tube.2.mean).sum();
        let variance: f64 = tubes.iter().map(|tube| tube.2.variance).sum();
        for (joint, (row, pix, own)) in joints.iter_mut().zip(&tubes) {
            let others = Moments { mean: mean - own.mean, variance: variance - own.variance };
            share(course, joint, count, *weight, (row, pix), others);
        }
    }
    joints
}

fn part(joint: f64, apart: f64) -> f64 {
    if joint > 0.0 && apart > 0.0 { joint * (joint / apart).ln() } else { 0.0 }
}

fn moments(row: &[f64], pix: &[f64]) -> Moments {
    let mean: f64 = row.iter().zip(pix).map(|(p, pix)| p * pix).sum();
    let square: f64 = row.iter().zip(pix).map(|(p, pix)| p * pix * pix).sum();
    Moments { mean, variance: (square - mean * mean).max(0.0) }
}

/// States less likely than this are not looked at.
const NEGLIGIBLE: f64 = 1e-4;
/// The least deviation of a sum of pix, which comes in steps of about a pix.
const STEP: f64 = 0.4;

/// Shares the probability of each state of a tube among the levels that it and the others make.
fn share(
    course: &Course,
    joint: &mut [f64],
    count: usize,
    weight: f64,
    (row, pix): (&[f64], &[f64]),
    others: Moments,
) {
    let deviation = others.variance.max(0.0).sqrt().max(STEP);
    let states = joint.chunks_mut(count).zip(row.iter().zip(pix));
    for (levels, (probability, pix)) in states.filter(|(_, (p, _))| **p >= NEGLIGIBLE) {
        let mass = weight * probability;
        // A sum of exactly a level has reached it.
        let mut bound = -(course.half_step + pix + others.mean);
        let mut below = 0.0;
        let Some((last, lower)) = levels.split_last_mut() else { continue };
        for level in lower {
            bound += LEVEL_PIX as f64;
            let up_to = course.normal.below(bound / deviation);
            *level += mass * (up_to - below);
            below = up_to;
        }
        *last += mass * (1.0 - below);
    }
}

fn total(joint: &[f64], count: usize) -> Vec<f64> {
    let mut levels = vec![0.0; count];
    for row in joint.chunks(count) {
        levels.iter_mut().zip(row).for_each(|(sum, p)| *sum += p);
    }
    levels
}

/// For each rung, the sum of the states above it.
fn above(joint: &[f64], count: usize) -> Vec<f64> {
    let mut sum = vec![0.0; count];
    let rows = joint.chunks(count).skip(1).rev().map(|row| {
        sum.iter_mut().zip(row).for_each(|(sum, p)| *sum += p);
        sum.clone()
    });
    let rows: Vec<Vec<f64>> = rows.collect();
    rows.into_iter().rev().flatten().collect()
}
