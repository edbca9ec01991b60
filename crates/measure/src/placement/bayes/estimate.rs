//! Pix and level from what is thought of a learner, with an honest range.

use super::super::{LEVEL_PIX, TubeId};
use super::course::Ladder;
use super::posterior::Posterior;
use super::{Course, Day, Tallies, Trust};

/// Nodes this much less likely than the likeliest are not measured with.
const NEGLIGIBLE_NODE: f64 = 1e-3;
/// What each tail outside the range may hold.
const TAIL: f64 = 0.05;

/// The measure of a competence.
#[derive(Debug, Clone, PartialEq)]
pub struct Estimate {
    /// The pix to show: the expected pix, brought into the level shown.
    pub pix: f64,
    /// The expected pix.
    pub mean: f64,
    /// The standard error of the pix.
    pub error: f64,
    /// The likeliest level under the ceiling.
    pub level: u8,
    /// The probability of each level from 0 to the ceiling.
    pub levels: Vec<f64>,
    /// For each tube, how far the learner got.
    pub reached: Vec<Reached>,
    /// The pix between which the learner is with a probability of at least 90 %.
    pub range: (f64, f64),
}

/// How far a learner got in a tube.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reached {
    /// The tube.
    pub tube: TubeId,
    /// The hardest level that is mastered more likely than not; 0 when none is.
    pub level: u8,
}

impl Estimate {
    /// The estimate after these answers, at a day, under the highest reachable level.
    pub fn new(course: &Course, tallies: &Tallies, now: Day, trust: &Trust, ceiling: u8) -> Estimate {
        Estimate::of(course, &Posterior::new(course, tallies, now, trust, NEGLIGIBLE_NODE), ceiling)
    }

    /// The probability that the level shown is the true one.
    pub fn certainty(&self) -> f64 {
        self.levels.get(usize::from(self.level)).copied().unwrap_or(1.0)
    }

    fn of(course: &Course, posterior: &Posterior, ceiling: u8) -> Estimate {
        let pix = distribution(course, posterior);
        let moment = |power: i32| -> f64 {
            pix.iter().enumerate().map(|(place, p)| p * course.scale.pix(place).powi(power)).sum()
        };
        let mean = moment(1);
        let error = (moment(2) - mean * mean).max(0.0).sqrt();
        let levels = levels(&pix, &course.scale.levels, ceiling);
        let level = likeliest(&levels);
        let slack = course.scale.slack;
        let range =
            ((quantile(course, &pix, TAIL) - slack).max(0.0), quantile(course, &pix, 1.0 - TAIL) + slack);
        Estimate {
            pix: within(mean, level, ceiling),
            mean,
            error,
            level,
            levels,
            reached: reached(course, posterior),
            range,
        }
    }
}

/// The distribution of the pix on the fine grid.
fn distribution(course: &Course, posterior: &Posterior) -> Vec<f64> {
    let length = course.ladders.iter().filter_map(|ladder| ladder.places.last()).sum::<usize>() + 1;
    let mut sum = vec![0.0; length.max(course.scale.levels.len())];
    let mut rows: Vec<_> = course
        .ladders
        .iter()
        .zip(&posterior.ladders)
        .map(|(ladder, rows)| (rows.chunks(ladder.states()), ladder.places.as_slice()))
        .collect();
    let (mut pix, mut wider) = (Vec::with_capacity(length), Vec::with_capacity(length));
    for weight in &posterior.weights {
        pix.clear();
        pix.push(*weight);
        for (rows, places) in &mut rows {
            add_tube(&pix, rows.next().unwrap_or_default(), places, &mut wider);
            std::mem::swap(&mut pix, &mut wider);
        }
        sum.iter_mut().zip(&pix).for_each(|(sum, p)| *sum += p);
    }
    sum
}

/// States less likely than this are left out of a sum.
const NEGLIGIBLE: f64 = 1e-7;

/// Writes the distribution of a sum: that of some tubes, with one tube more, whose states have
/// these probabilities and these pix.
fn add_tube(sum: &[f64], probabilities: &[f64], places: &[usize], wider: &mut Vec<f64>) {
    wider.clear();
    wider.resize(sum.len() + places.last().copied().unwrap_or(0), 0.0);
    let states = probabilities.iter().zip(places).filter(|(probability, _)| **probability > NEGLIGIBLE);
    for (probability, place) in states {
        let shifted = wider.iter_mut().skip(*place);
        shifted.zip(sum).for_each(|(wide, part)| *wide += probability * part);
    }
}

fn reached(course: &Course, posterior: &Posterior) -> Vec<Reached> {
    let of_tube = |(ladder, rows): (&Ladder, &Vec<f64>)| {
        let mut states = vec![0.0; ladder.states()];
        for (row, weight) in rows.chunks(ladder.states()).zip(&posterior.weights) {
            states.iter_mut().zip(row).for_each(|(sum, p)| *sum += weight * p);
        }
        let mut above = 1.0;
        let mastered = ladder.levels.iter().zip(states).take_while(|(_, state)| {
            above -= state;
            above > 0.5
        });
        Reached { tube: ladder.tube, level: mastered.last().map_or(0, |(level, _)| *level) }
    };
    course.ladders.iter().zip(&posterior.ladders).map(of_tube).collect()
}

fn levels(pix: &[f64], level_of: &[u8], ceiling: u8) -> Vec<f64> {
    let highest = level_of.last().copied().unwrap_or(0);
    let mut levels = vec![0.0; usize::from(highest.min(ceiling)) + 1];
    let places = level_of.iter().chain(std::iter::repeat(&highest));
    for (p, level) in pix.iter().zip(places) {
        if let Some(sum) = levels.get_mut(usize::from((*level).min(ceiling))) {
            *sum += p;
        }
    }
    levels
}

fn likeliest(levels: &[f64]) -> u8 {
    let best = (0..=u8::MAX).zip(levels).max_by(|one, other| one.1.total_cmp(other.1));
    best.map_or(0, |(level, _)| level)
}

/// The number nearest to the mean whose whole part is of this level.
fn within(mean: f64, level: u8, ceiling: u8) -> f64 {
    let floor = f64::from(level) * LEVEL_PIX as f64;
    if level == ceiling {
        return floor;
    }
    mean.clamp(floor, floor + LEVEL_PIX as f64 - 0.01)
}

/// The least pix with at least this probability at or below them.
fn quantile(course: &Course, pix: &[f64], probability: f64) -> f64 {
    let mut below = 0.0;
    let place = pix.iter().position(|p| {
        below += p;
        below >= probability
    });
    course.scale.pix(place.unwrap_or(pix.len().saturating_sub(1)))
}
