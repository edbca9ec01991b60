//! Competence levels as the reference reads them: one global capacity on a scale of each competence. They are not
//! measures of the competences.

use super::mesh::{Interval, IntervalError, contiguous};

/// The capacity at which a competence is read as being at a level.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LevelInterval {
    /// The level.
    pub level: u8,
    /// Its interval of capacity.
    pub interval: Interval,
}

/// The levels of one competence.
#[derive(Debug, Clone, PartialEq)]
pub struct CompetenceLevels {
    intervals: Vec<LevelInterval>,
}

impl CompetenceLevels {
    /// Checks the intervals of a competence, given by increasing level. The reference's stored tables have held inverted
    /// bounds, which made levels unreachable.
    ///
    /// # Errors
    /// [`IntervalError`], naming the interval by its place.
    pub fn new(intervals: Vec<LevelInterval>) -> Result<Self, IntervalError> {
        let bounds: Vec<Interval> = intervals.iter().map(|one| one.interval).collect();
        contiguous(&bounds)?;
        Ok(Self { intervals })
    }

    /// The level of the interval that holds a capacity; the first and the last have no outer bound. Its pix are 0.
    #[must_use]
    pub fn level(&self, capacity: f64) -> u8 {
        let reached = self.intervals.iter().take_while(|one| capacity >= one.interval.min).last();
        reached.or(self.intervals.first()).map_or(0, |one| one.level)
    }
}
