//! Learners who leave before the end, question by question.

use super::Sitting;

/// Sums over the learners who left after so many questions.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
struct Gone {
    count: u32,
    squares: f64,
    misses: f64,
    wrong: u32,
    ranged: u32,
    covered: u32,
    certainty: f64,
}

/// Sums over the learners who left, by the number of questions answered until then.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Departures {
    /// Place 0 is after the first question.
    gone: Vec<Gone>,
}

/// What is known of the learners who left after a number of questions, and what the level given to them is worth.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Departure {
    /// The questions answered until then.
    pub after: u32,
    /// The share of all learners who left then.
    pub share: f64,
    /// The root of the mean square of the error in pix.
    pub rmse: f64,
    /// The mean of the pix given less the true ones: below 0 where leaving costs.
    pub bias: f64,
    /// The share of wrong levels.
    pub wrong: f64,
    /// The share of ranges that hold the true pix, where ranges are given.
    pub covered: Option<f64>,
    /// The mean certainty announced with the levels.
    pub certainty: Option<f64>,
}

impl Gone {
    fn add(&mut self, other: &Self) {
        self.count += other.count;
        self.squares += other.squares;
        self.misses += other.misses;
        self.wrong += other.wrong;
        self.ranged += other.ranged;
        self.covered += other.covered;
        self.certainty += other.certainty;
    }

    fn departure(&self, after: u32, learners: u32) -> Departure {
        let count = f64::from(self.count.max(1));
        let ranged = (self.ranged > 0).then(|| f64::from(self.ranged));
        Departure {
            after,
            share: f64::from(self.count) / f64::from(learners.max(1)),
            rmse: (self.squares / count).sqrt(),
            bias: self.misses / count,
            wrong: f64::from(self.wrong) / count,
            covered: ranged.map(|ranged| f64::from(self.covered) / ranged),
            certainty: ranged.map(|ranged| self.certainty / ranged),
        }
    }
}

impl Departures {
    /// Adds a learner who left, whose true pix and level are known.
    pub(super) fn add(&mut self, sitting: &Sitting, pix: f64, level: u8) {
        let Some(place) = sitting.questions.checked_sub(1) else { return };
        let place = place as usize;
        if self.gone.len() <= place {
            self.gone.resize(place + 1, Gone::default());
        }
        let miss = sitting.pix - pix;
        let covered = sitting.range.is_some_and(|(low, high)| (low - 1e-6..=high + 1e-6).contains(&pix));
        if let Some(gone) = self.gone.get_mut(place) {
            gone.add(&Gone {
                count: 1,
                squares: miss * miss,
                misses: miss,
                wrong: u32::from(level != sitting.level),
                ranged: u32::from(sitting.range.is_some()),
                covered: u32::from(covered),
                certainty: sitting.certainty.unwrap_or_default(),
            });
        }
    }

    /// Adds another part of the cohort.
    pub(super) fn merge(&mut self, part: &Self) {
        if self.gone.len() < part.gone.len() {
            self.gone.resize(part.gone.len(), Gone::default());
        }
        for (sum, gone) in self.gone.iter_mut().zip(&part.gone) {
            sum.add(gone);
        }
    }

    /// Question by question, where somebody left.
    pub(super) fn by_question(&self, learners: u32) -> Vec<Departure> {
        let left = (1..).zip(&self.gone).filter(|(_, gone)| gone.count > 0);
        left.map(|(after, gone)| gone.departure(after, learners)).collect()
    }

    /// All who left after so many questions, the first and the last included; none where nobody did. The number told is
    /// the first.
    pub(super) fn between(&self, first: u32, last: u32, learners: u32) -> Option<Departure> {
        let mut all = Gone::default();
        for (_, gone) in (1..).zip(&self.gone).filter(|(after, _)| (first..=last).contains(after)) {
            all.add(gone);
        }
        (all.count > 0).then(|| all.departure(first, learners))
    }
}
