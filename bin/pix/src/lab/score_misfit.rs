//! Items whose answers by score are not those that their curves predict.

use super::calibration_report::TOLD;
use super::table::Table;
use super::tables::{count, decimals};
use measure::fit::{ScoreFit, holm};

/// Below this adjusted probability an item is told.
const LEVEL: f64 = 0.05;

/// S-X² of every item.
pub struct Scores {
    fits: Vec<Option<ScoreFit>>,
    /// The probabilities adjusted for the number of items.
    adjusted: Vec<Option<f64>>,
}

impl Scores {
    /// Adjusts the probabilities.
    pub fn new(fits: Vec<Option<ScoreFit>>) -> Self {
        let adjusted = holm(&fits.iter().map(|fit| fit.map(|fit| fit.probability)).collect::<Vec<_>>());
        Self { fits, adjusted }
    }

    /// The fit of an item and its adjusted probability, where they are defined.
    pub fn of(&self, place: usize) -> Option<(ScoreFit, f64)> {
        Some(((*self.fits.get(place)?)?, (*self.adjusted.get(place)?)?))
    }

    /// How many items have one.
    pub fn defined(&self) -> usize {
        self.fits.iter().flatten().count()
    }

    /// The items that do not fit.
    pub fn table(&self, names: &[String]) -> Table {
        let known = (0..names.len()).filter_map(|place| Some((names.get(place)?, self.of(place)?)));
        let mut odd: Vec<(&String, (ScoreFit, f64))> =
            known.filter(|(_, (_, adjusted))| *adjusted < LEVEL).collect();
        odd.sort_by(|(_, (one, _)), (_, (other, _))| one.probability.total_cmp(&other.probability));
        let below = self.fits.iter().flatten().filter(|fit| fit.probability < LEVEL).count();
        let caption = format!(
            "Items that do not fit by S-X², p adjusted for all below 5 %: {}; defined for {} of {}, {below} of them \
             below 5 % each for itself",
            odd.len(),
            count(self.defined()),
            count(names.len()),
        );
        let mut table = Table::new(caption, &["item", "persons", "S-X²", "degrees", "p", "p, adjusted"]);
        for (name, (fit, adjusted)) in odd.into_iter().take(TOLD) {
            table.push([
                name.clone(),
                count(fit.persons),
                decimals(fit.chi_square, 1),
                decimals(fit.degrees, 0),
                decimals(fit.probability, 6),
                decimals(adjusted, 4),
            ]);
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_fit_is_told_and_counted() {
        let fit = |probability| ScoreFit { chi_square: 30.0, degrees: 8.0, probability, persons: 640 };
        let scores = Scores::new(vec![Some(fit(0.001)), None, Some(fit(0.04)), Some(fit(0.9))]);
        let names: Vec<String> = ["A", "B", "C", "D"].map(str::to_owned).into();
        let table = scores.table(&names);
        assert!(table.caption.contains(": 1; defined for 3 of 4, 2 of them"), "{}", table.caption);
        assert_eq!(table.rows, [["A", "640", "30.0", "8", "0.001000", "0.0030"].map(str::to_owned)]);
        assert_eq!((scores.of(1), scores.of(9)), (None, None));
    }
}
