//! The pick: a walk down the ranking that stops at each rank with the same chance.

use crate::placement::mix;

/// A rank and how many numbers were drawn to reach it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Picked {
    /// The place in the ranking, from 0.
    pub rank: usize,
    /// The numbers drawn.
    pub draws: usize,
}

/// Walks down `count` ranks: at each, draws a number of [0, 1) and stops when, in percent, it is below `percent`. The
/// last rank is taken without a draw. With 5 ranks and 51 %, they come with chances of 51, 25, 12.2, 6 and 5.8 %.
pub fn pick(count: usize, percent: f64, mut draw: impl FnMut() -> f64) -> Picked {
    let last = count.saturating_sub(1);
    match (0..last).find(|_| draw() * 100.0 < percent) {
        Some(rank) => Picked { rank, draws: rank + 1 },
        None => Picked { rank: last, draws: last },
    }
}

/// Numbers of [0, 1) that depend on the seed of the test and the number of answers only.
pub fn draws(seed: u64, answers: usize) -> impl FnMut() -> f64 {
    let mut state = mix(seed) ^ mix(answers as u64);
    move || {
        state = state.wrapping_add(1);
        // 53 bits are what a number of [0, 1) can hold.
        (mix(state) >> 11) as f64 / (1_u64 << 53) as f64
    }
}
