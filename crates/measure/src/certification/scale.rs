//! From an ability to pix and meshes.

use crate::ability::whole;

/// Why a scale cannot be used. Intervals are numbered from 0.
#[derive(Debug, Clone, PartialEq)]
pub enum ScaleError {
    /// There are fewer than two bounds.
    TooShort,
    /// There are not as many pix as bounds.
    Unequal {
        /// How many bounds.
        bounds: usize,
        /// How many pix.
        pix: usize,
    },
    /// A bound is not a number, or far beyond any ability.
    NotAnAbility {
        /// The interval that begins there.
        interval: usize,
        /// The bound.
        bound: f64,
    },
    /// An interval ends where it begins or before, in ability or in pix.
    NotIncreasing {
        /// The interval.
        interval: usize,
        /// Its first ability and its last.
        bounds: (f64, f64),
        /// Its first pix and its last.
        pix: (u32, u32),
    },
    /// A threshold lies outside the pix of the scale.
    NoSuchPix {
        /// The threshold.
        threshold: String,
        /// Its pix.
        pix: u32,
    },
}

impl std::fmt::Display for ScaleError {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::TooShort => write!(out, "the scale has no interval: expected at least two bounds"),
            Self::Unequal { bounds, pix } => {
                write!(out, "{bounds} bounds and {pix} pix: expected the pix of each bound")
            }
            Self::NotAnAbility { interval, bound } => {
                write!(
                    out,
                    "interval {interval} begins at ability {bound}: expected a number between -50 and 50"
                )
            }
            Self::NotIncreasing { interval, bounds: (low, high), pix: (first, last) } => write!(
                out,
                "interval {interval} goes from ability {low} to {high} and from {first} to {last} pix: expected both \
                 to increase"
            ),
            Self::NoSuchPix { threshold, pix } => {
                write!(out, "threshold {threshold}: {pix} pix is not on the scale")
            }
        }
    }
}

impl std::error::Error for ScaleError {}

/// Contiguous intervals of ability, each a mesh, within which pix grow in proportion.
#[derive(Debug, Clone, PartialEq)]
pub struct Scale {
    /// Ability and pix of each bound.
    bounds: Vec<(f64, u32)>,
}

/// The worth of an ability.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Worth {
    /// The pix, whole; 0 below the scale.
    pub pix: u32,
    /// The mesh, from 0; none below the scale.
    pub mesh: Option<usize>,
}

impl Scale {
    /// Makes a scale of the bounds of its meshes and their pix: one more of each than there are meshes.
    ///
    /// # Errors
    /// [`ScaleError`], naming the interval.
    pub fn new(bounds: &[f64], pix: &[u32]) -> Result<Self, ScaleError> {
        if bounds.len() != pix.len() {
            return Err(ScaleError::Unequal { bounds: bounds.len(), pix: pix.len() });
        }
        if bounds.len() < 2 {
            return Err(ScaleError::TooShort);
        }
        let outside = |(interval, bound): (usize, &f64)| {
            (bound.is_nan() || bound.abs() > 50.0)
                .then_some(ScaleError::NotAnAbility { interval, bound: *bound })
        };
        if let Some(error) = bounds.iter().enumerate().find_map(outside) {
            return Err(error);
        }
        let bounds: Vec<(f64, u32)> = bounds.iter().copied().zip(pix.iter().copied()).collect();
        for (interval, (left, right)) in bounds.iter().zip(bounds.iter().skip(1)).enumerate() {
            if left.0 >= right.0 || left.1 >= right.1 {
                let (bounds, pix) = ((left.0, right.0), (left.1, right.1));
                return Err(ScaleError::NotIncreasing { interval, bounds, pix });
            }
        }
        Ok(Self { bounds })
    }

    /// The first ability of each mesh.
    pub fn floors(&self) -> impl Iterator<Item = f64> + '_ {
        let meshes = self.bounds.len().saturating_sub(1);
        self.bounds.iter().take(meshes).map(|bound| bound.0)
    }

    /// The pix and the mesh of an ability: floor(p_k + (p_{k+1} − p_k)·(θ − b_k)/(b_{k+1} − b_k)) within mesh k. From
    /// the last bound on, one pix less than there, in the last mesh.
    #[must_use]
    pub fn worth(&self, theta: f64) -> Worth {
        let next = self.bounds.partition_point(|bound| bound.0 <= theta);
        let Some(mesh) = next.checked_sub(1) else { return Worth { pix: 0, mesh: None } };
        let Some((left, right)) = self.bounds.get(mesh).zip(self.bounds.get(next)) else {
            let pix = self.bounds.last().map_or(0, |bound| bound.1.saturating_sub(1));
            return Worth { pix, mesh: mesh.checked_sub(1) };
        };
        let share = (theta - left.0) / (right.0 - left.0);
        let pix = f64::from(left.1) + share * f64::from(right.1 - left.1);
        let pix = u32::try_from(whole(pix.floor())).unwrap_or(left.1).min(right.1.saturating_sub(1));
        Worth { pix, mesh: Some(mesh) }
    }

    /// The ability from which a number of pix is reached.
    ///
    /// # Errors
    /// [`ScaleError::NoSuchPix`] outside the scale, naming the threshold.
    pub fn ability(&self, threshold: &str, pix: u32) -> Result<f64, ScaleError> {
        let next = self.bounds.partition_point(|bound| bound.1 <= pix);
        let pair = next.checked_sub(1).and_then(|left| self.bounds.get(left)).zip(self.bounds.get(next));
        let Some((left, right)) = pair else {
            return Err(ScaleError::NoSuchPix { threshold: threshold.to_owned(), pix });
        };
        let share = f64::from(pix - left.1) / f64::from(right.1 - left.1);
        Ok(left.0 + share * (right.0 - left.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pix_grow_within_a_mesh_and_end_one_below_the_last_bound() {
        let scale = Scale::new(&[-2.0, -1.0, 0.0, 2.0], &[0, 64, 128, 256]).unwrap();
        let check = |theta: f64, pix: u32, mesh: Option<usize>| {
            assert_eq!(scale.worth(theta), Worth { pix, mesh }, "{theta}");
        };
        check(-2.01, 0, None);
        check(-2.0, 0, Some(0));
        check(-1.5, 32, Some(0));
        check(-1.0, 64, Some(1));
        check(1.0, 192, Some(2));
        check(1.999_999, 255, Some(2));
        check(2.0, 255, Some(2));
        check(40.0, 255, Some(2));
        for pix in 0..256 {
            let theta = scale.ability("any", pix).unwrap();
            assert_eq!(scale.worth(theta + 1e-12).pix, pix);
        }
        assert_eq!(scale.floors().collect::<Vec<f64>>(), [-2.0, -1.0, 0.0]);
    }

    #[test]
    fn a_scale_that_is_not_one_names_its_interval() {
        let check = |bounds: &[f64], pix: &[u32], expected: &str| {
            let error = Scale::new(bounds, pix).unwrap_err().to_string();
            assert!(error.contains(expected), "{error}");
        };
        check(&[], &[], "at least two bounds");
        check(&[0.0], &[0], "at least two bounds");
        check(&[0.0, 1.0], &[0], "2 bounds and 1 pix");
        check(&[0.0, 1.0, 0.5], &[0, 64, 128], "interval 1 goes from ability 1 to 0.5");
        check(&[0.0, 1.0, 1.0], &[0, 64, 128], "interval 1");
        check(&[0.0, 1.0, 2.0], &[0, 64, 64], "from 64 to 64 pix");
        check(&[0.0, f64::NAN, 2.0], &[0, 64, 128], "interval 1 begins at ability NaN");
        check(&[f64::NEG_INFINITY, 0.0], &[0, 64], "interval 0 begins at ability -inf");
        let scale = Scale::new(&[0.0, 1.0], &[0, 64]).unwrap();
        assert!(scale.ability("CléA", 70).unwrap_err().to_string().contains("CléA: 70 pix"));
    }
}
