//! From the capacity to pix and back, by intervals of capacity.

/// What each mesh weighs in pix, and the offset that makes them contiguous: floors of 0, 64, 128, 256 and so on.
const MESHES: [(f64, f64); 9] = [
    (64.0, 0.0),
    (64.0, 1.0),
    (128.0, 1.0),
    (128.0, 2.0),
    (128.0, 3.0),
    (128.0, 4.0),
    (128.0, 5.0),
    (128.0, 6.0),
    (128.0, 7.0),
];
/// The pix of a level in all 16 competences.
const LEVEL: u32 = 16 * 8;

/// An interval of capacity: from `min`, included, to `max`, excluded.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// Where it begins.
    pub min: f64,
    /// Where it ends.
    pub max: f64,
}

/// Why intervals cannot be used. Intervals are counted from 0.
#[derive(Debug, Clone, PartialEq)]
pub enum IntervalError {
    /// There is none.
    Empty,
    /// There are more than have a weight.
    TooMany {
        /// How many there are.
        count: usize,
        /// The most there may be.
        most: usize,
    },
    /// A bound is not a finite number.
    NotFinite {
        /// The interval.
        place: usize,
        /// Its bounds.
        interval: Interval,
    },
    /// It ends where it begins or before.
    Inverted {
        /// The interval.
        place: usize,
        /// Its bounds.
        interval: Interval,
    },
    /// It begins before the one before it ends.
    Overlap {
        /// The interval.
        place: usize,
        /// Where it begins.
        min: f64,
        /// Where the one before it ends.
        expected: f64,
    },
    /// It begins after the one before it ends.
    Gap {
        /// The interval.
        place: usize,
        /// Where it begins.
        min: f64,
        /// Where the one before it ends.
        expected: f64,
    },
}

impl std::fmt::Display for IntervalError {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Empty => write!(out, "no interval: expected one per mesh"),
            Self::TooMany { count, most } => write!(out, "{count} intervals: expected at most {most}"),
            Self::NotFinite { place, interval } => {
                write!(out, "interval {place}, {} to {}: expected two numbers", interval.min, interval.max)
            }
            Self::Inverted { place, interval } => write!(
                out,
                "interval {place}, {} to {}: expected the first bound to be the smaller",
                interval.min, interval.max
            ),
            Self::Overlap { place, min, expected } => {
                write!(out, "interval {place} begins at {min}, inside the one before: expected {expected}")
            }
            Self::Gap { place, min, expected } => {
                write!(out, "interval {place} begins at {min}, after a gap: expected {expected}")
            }
        }
    }
}

impl std::error::Error for IntervalError {}

/// Tells whether intervals are finite, not inverted, in order and contiguous.
pub(super) fn contiguous(intervals: &[Interval]) -> Result<(), IntervalError> {
    if intervals.is_empty() {
        return Err(IntervalError::Empty);
    }
    let mut end = None;
    for (place, &interval) in intervals.iter().enumerate() {
        let Interval { min, max } = interval;
        if !min.is_finite() || !max.is_finite() || !(max - min).is_finite() {
            return Err(IntervalError::NotFinite { place, interval });
        }
        if min >= max {
            return Err(IntervalError::Inverted { place, interval });
        }
        match end {
            Some(expected) if min < expected => return Err(IntervalError::Overlap { place, min, expected }),
            Some(expected) if min > expected => return Err(IntervalError::Gap { place, min, expected }),
            _ => end = Some(max),
        }
    }
    Ok(())
}

/// The result of a capacity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scored {
    /// The score.
    pub pix: u32,
    /// The mesh reached, from 0; none below the first.
    pub mesh: Option<usize>,
}

/// The intervals of capacity of a version, one per mesh.
#[derive(Debug, Clone, PartialEq)]
pub struct Meshes {
    intervals: Vec<Interval>,
}

impl Meshes {
    /// Checks intervals.
    ///
    /// # Errors
    /// [`IntervalError`], naming the interval.
    pub fn new(intervals: Vec<Interval>) -> Result<Self, IntervalError> {
        if intervals.len() > MESHES.len() {
            return Err(IntervalError::TooMany { count: intervals.len(), most: MESHES.len() });
        }
        contiguous(&intervals)?;
        Ok(Self { intervals })
    }

    /// The highest score: M·16·8 − 1, where M is the number of the last mesh (895 with 8 meshes); 0 with one mesh.
    #[must_use]
    pub fn highest(&self) -> u32 {
        let last = u32::try_from(self.intervals.len().saturating_sub(1)).unwrap_or(0);
        (last * LEVEL).saturating_sub(1)
    }

    /// floor(w·(o + (c − min)/(max − min))) in the mesh that holds the capacity c, of weight w and offset o; never more
    /// than [`Self::highest`], which every capacity beyond the last mesh gets. 0 and no mesh below the first.
    #[must_use]
    pub fn score(&self, capacity: f64) -> Scored {
        let reached = self.intervals.iter().zip(MESHES).enumerate();
        let Some((mesh, (interval, (weight, offset)))) =
            reached.take_while(|(_, (interval, _))| capacity >= interval.min).last()
        else {
            return Scored { pix: 0, mesh: None };
        };
        let share = (capacity - interval.min) / (interval.max - interval.min);
        let highest = self.highest();
        let pix = whole(weight * (offset + share)).map_or(highest, |pix| pix.min(highest));
        Scored { pix, mesh: Some(mesh) }
    }

    /// The capacity at which a score begins, and its mesh: the inverse of [`Self::score`]. None for a score that no
    /// mesh holds.
    #[must_use]
    pub fn capacity(&self, pix: u32) -> Option<(f64, usize)> {
        let score = f64::from(pix);
        let (mesh, (interval, (weight, offset))) = self
            .intervals
            .iter()
            .zip(MESHES)
            .enumerate()
            .find(|(_, (_, (weight, offset)))| score < weight * (offset + 1.0))?;
        Some(((score / weight - offset) * (interval.max - interval.min) + interval.min, mesh))
    }
}

/// floor(x) for a number that is not negative and fits.
fn whole(x: f64) -> Option<u32> {
    (0.0..4e9).contains(&x).then(|| format!("{:.0}", x.floor()).parse().ok()).flatten()
}

/// The bounds of the first formula, of 2023.
const FIRST_BOUNDS: [f64; 9] =
    [-8.0, -1.399_264, -0.519_812, 0.670_847, 1.549_962, 2.274_06, 3.095_02, 3.930_395, 8.0];

/// The score by the first formula, of 2023: 8 meshes of 128 pix, rounded to the nearest, at most 128 per reachable
/// level. A capacity beyond the bounds counts as the bound.
#[must_use]
pub fn first_score(capacity: f64, max_level: u32) -> u32 {
    let [lowest, .., highest] = FIRST_BOUNDS;
    let capacity = capacity.max(lowest).min(highest);
    let meshes = (0_u8..).zip(FIRST_BOUNDS.windows(2));
    let exact = meshes.filter_map(|(mesh, bounds)| match bounds {
        [min, max] if capacity >= *min => Some(f64::from(mesh) + (capacity - min) / (max - min)),
        _ => None,
    });
    let meshes = exact.last().unwrap_or(0.0).min(8.0);
    whole(meshes * f64::from(LEVEL) + 0.5).unwrap_or(0).min(max_level.saturating_mul(LEVEL))
}

/// The name of a mesh of the core certification.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum CoreMesh {
    /// Mesh 0.
    PreBeginner,
    /// Meshes 1 and 2.
    Beginner,
    /// Meshes 3 and 4.
    Independent,
    /// Meshes 5 and 6.
    Advanced,
    /// Meshes 7 and 8.
    Expert,
}

impl CoreMesh {
    /// The name of a mesh, if it has one.
    #[must_use]
    pub fn of(mesh: usize) -> Option<Self> {
        match mesh {
            0 => Some(Self::PreBeginner),
            1 | 2 => Some(Self::Beginner),
            3 | 4 => Some(Self::Independent),
            5 | 6 => Some(Self::Advanced),
            7 | 8 => Some(Self::Expert),
            _ => None,
        }
    }
}
