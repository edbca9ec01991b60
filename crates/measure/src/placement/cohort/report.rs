//! The figures of a cohort.

use super::super::{Score, Targets};
use super::departure::{Departure, Departures};
use super::{CEILING, Learner, Sitting};

/// How departures are put together: the first question of each part and the last.
pub const PARTS: [(u32, u32); 4] = [(1, 3), (4, 6), (7, 10), (11, u32::MAX)];

/// Sums over a cohort.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Report {
    count: u32,
    questions: u64,
    longest: u32,
    squares: f64,
    wrong: u32,
    far: u32,
    ranged: u32,
    covered: u32,
    certainty: f64,
    departures: Departures,
}

/// The figures, ready to be shown.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The mean number of questions.
    pub questions: f64,
    /// The largest number of questions.
    pub longest: u32,
    /// The root of the mean square of the error in pix.
    pub rmse: f64,
    /// The share of wrong levels.
    pub wrong: f64,
    /// The share of levels wrong by more than one.
    pub far: f64,
    /// The share of ranges that hold the true pix, where ranges are given.
    pub covered: Option<f64>,
    /// The mean certainty announced with the levels.
    pub certainty: Option<f64>,
    /// The learners who left before the end, all together; none where nobody did.
    pub left: Option<Departure>,
    /// The same for each of [`PARTS`].
    pub parts: [Option<Departure>; 4],
    /// The same for each question.
    pub departures: Vec<Departure>,
}

impl Report {
    /// Adds the test of a learner.
    pub fn add(&mut self, targets: &Targets, learner: &Learner, sitting: &Sitting) {
        let exact = learner.pix(targets.skills());
        let (numerator, denominator) = exact.parts();
        let truth = numerator as f64 / denominator as f64;
        let level = Score { exact, max_level: CEILING }.level();
        let miss = level.abs_diff(sitting.level);
        if sitting.left {
            self.departures.add(sitting, truth, level);
        }
        self.count += 1;
        self.questions += u64::from(sitting.questions);
        self.longest = self.longest.max(sitting.questions);
        self.squares += (sitting.pix - truth).powi(2);
        self.wrong += u32::from(miss > 0);
        self.far += u32::from(miss > 1);
        if let Some((low, high)) = sitting.range {
            self.ranged += 1;
            self.covered += u32::from((low - 1e-6..=high + 1e-6).contains(&truth));
        }
        self.certainty += sitting.certainty.unwrap_or_default();
    }

    /// Adds another part of the cohort.
    pub fn merge(&mut self, part: &Report) {
        self.count += part.count;
        self.questions += part.questions;
        self.longest = self.longest.max(part.longest);
        self.squares += part.squares;
        self.wrong += part.wrong;
        self.far += part.far;
        self.ranged += part.ranged;
        self.covered += part.covered;
        self.certainty += part.certainty;
        self.departures.merge(&part.departures);
    }

    /// The figures; zeros for an empty cohort.
    pub fn row(&self) -> Row {
        let count = f64::from(self.count.max(1));
        Row {
            questions: self.questions as f64 / count,
            longest: self.longest,
            rmse: (self.squares / count).sqrt(),
            wrong: f64::from(self.wrong) / count,
            far: f64::from(self.far) / count,
            covered: (self.ranged > 0).then(|| f64::from(self.covered) / f64::from(self.ranged)),
            certainty: (self.ranged > 0).then(|| self.certainty / f64::from(self.ranged)),
            left: self.departures.between(1, u32::MAX, self.count),
            parts: PARTS.map(|(first, last)| self.departures.between(first, last, self.count)),
            departures: self.departures.by_question(self.count),
        }
    }
}
