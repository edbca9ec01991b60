//! A learner with a true threshold in each tube.

use std::f64::consts::TAU;

use super::super::{Pix, Skill, TubeId, bayes::Noise, mix};

/// A number from 0 to 1 (excluded) fixed by a seed and what is being drawn.
pub fn chance(seed: u64, purpose: u64) -> f64 {
    let bits = mix(mix(seed) ^ mix(purpose.wrapping_add(1))) >> 11;
    // 53 bits are exact in a float.
    bits as f64 / (1_u64 << 53) as f64
}

/// How far the thresholds of a learner lie from the general level, in the simulations.
pub const SPREADS: [f64; 2] = [0.7, 1.0];

/// The true error rates of the simulations.
pub const TRUE_NOISE: [Noise; 3] =
    [Noise { slip: 0.0, guess: 0.0 }, Noise { slip: 0.05, guess: 0.05 }, Noise { slip: 0.10, guess: 0.15 }];

/// A learner who masters, in each tube, the skills up to a threshold of their own.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Learner {
    /// What makes this learner.
    pub seed: u64,
    /// The general level of the learner.
    pub level: f64,
    /// The standard deviation of the thresholds around it (a normal law).
    pub spread: f64,
    /// How the learner errs.
    pub noise: Noise,
    /// The probability of leaving before each question but the first.
    pub leave: f64,
}

impl Learner {
    /// The learner of this rank in a cohort: any general level from 0 to 8.
    pub fn drawn(cohort: u64, rank: u64, spread: f64, noise: Noise) -> Learner {
        let seed = mix(mix(cohort) ^ rank);
        Learner { seed, level: chance(seed, 0) * 8.0, spread, noise, leave: 0.0 }
    }

    /// The same learner, who may leave. What is answered until then stays the same.
    #[must_use]
    pub fn leaving(self, leave: f64) -> Learner {
        Learner { leave, ..self }
    }

    /// Whether the learner leaves before this question, the first being 0: the same whoever asks.
    pub fn leaves(&self, position: u32) -> bool {
        position > 0 && self.leave > 0.0 && chance(self.seed, (u64::from(position) << 8) | 4) < self.leave
    }

    /// The threshold in a tube: skills of at most this level are mastered.
    pub fn threshold(&self, tube: TubeId) -> f64 {
        let draw = |purpose: u64| chance(self.seed, (u64::from(tube.0) << 8) | purpose);
        // Box and Muller, 1958.
        let normal = (-2.0 * (1.0 - draw(1)).ln()).sqrt() * (TAU * draw(2)).cos();
        self.level + self.spread * normal
    }

    /// Whether the learner masters a skill.
    pub fn masters(&self, skill: &Skill) -> bool {
        f64::from(skill.level) <= self.threshold(skill.tube)
    }

    /// Whether the answer to this question is right: the same whoever asks it and when.
    pub fn answers(&self, skill: &Skill, challenge: u64) -> bool {
        let right = self.noise.success(f64::from(u8::from(self.masters(skill))));
        chance(self.seed, (challenge << 8) | 3) < right
    }

    /// The true pix.
    pub fn pix(&self, skills: &[Skill]) -> Pix {
        skills.iter().filter(|skill| self.masters(skill)).map(|skill| skill.pix).sum()
    }
}
