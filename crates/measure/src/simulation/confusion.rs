//! The levels given against the true ones.

use super::Cohort;
use crate::certification::Scale;

/// Counts by true mesh and mesh given. Place 0 is below the scale, then come the meshes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Confusion {
    /// A row per true mesh, a column per mesh given.
    pub counts: Vec<Vec<u32>>,
}

impl Confusion {
    /// Reads the true and the issued abilities of a cohort on a scale.
    #[must_use]
    pub fn new(cohort: &Cohort, scale: &Scale) -> Self {
        let meshes = scale.floors().count() + 1;
        let mut counts = vec![vec![0_u32; meshes]; meshes];
        let place = |theta: f64| scale.worth(theta).mesh.map_or(0, |mesh| mesh + 1);
        for test in cohort.taken.iter().filter(|one| one.scored) {
            let row = counts.get_mut(place(test.theta));
            if let Some(count) = row.and_then(|row| row.get_mut(place(test.ability))) {
                *count += 1;
            }
        }
        Self { counts }
    }

    /// The people of each true mesh.
    #[must_use]
    pub fn people(&self) -> Vec<u32> {
        self.counts.iter().map(|row| row.iter().sum()).collect()
    }

    /// The share of people whose mesh is right.
    #[must_use]
    pub fn right(&self) -> f64 {
        self.within(0)
    }

    /// The share of people whose mesh is wrong by so many at most.
    #[must_use]
    pub fn within(&self, steps: usize) -> f64 {
        let all: u32 = self.people().iter().sum();
        let mut near = 0;
        for (truth, row) in self.counts.iter().enumerate() {
            let columns = row.iter().enumerate();
            near += columns.filter(|(given, _)| given.abs_diff(truth) <= steps).map(|(_, n)| n).sum::<u32>();
        }
        f64::from(near) / f64::from(all.max(1))
    }

    /// Agreement beyond chance (Cohen, 1960): κ = (p − e)/(1 − e), e being what the margins alone would give.
    #[must_use]
    pub fn kappa(&self) -> f64 {
        let rows = self.people();
        let all = f64::from(rows.iter().sum::<u32>()).max(1.0);
        let columns: Vec<u32> = (0..rows.len())
            .map(|column| self.counts.iter().filter_map(|row| row.get(column)).sum())
            .collect();
        let chance: f64 = rows
            .iter()
            .zip(columns)
            .map(|(row, column)| f64::from(*row) * f64::from(column) / all / all)
            .sum();
        (self.right() - chance) / (1.0 - chance).max(1e-12)
    }
}
