//! How items changed since an earlier calibration.

use super::calibration_report::TOLD;
use super::reading::{Answered, Sheet, measured, named};
use super::table::Table;
use super::tables::{count, decimals};
use measure::calibration::Calibration;
use measure::fit::{Displacement, Displacements, Drift, Linking, Measured, Remeasured, displacements};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::path::Path;

/// The items of two calibrations.
pub struct Change {
    found: Displacements,
    /// Per item of the later calibration, its place among those compared.
    places: Vec<Option<usize>>,
    anchored: bool,
}

/// Compares a calibration with an earlier one, as a file of `--out` says it. With anchors the scales are one; else the
/// items of another file link them, or all that did not drift.
///
/// # Errors
/// A sentence that names the file, the line or the item.
pub fn change(
    before: &Path,
    trusted: Option<&Path>,
    answered: &Answered,
    calibration: &Calibration,
) -> Result<Change, String> {
    let earlier: HashMap<String, Measured> =
        measured(&read(before)?).map_err(|error| error.to_string())?.into_iter().collect();
    let mut pairs = Vec::new();
    let mut places = Vec::new();
    for (name, item) in answered.responses.names().iter().zip(&calibration.items) {
        let pair = earlier.get(name).zip(Measured::of(item));
        places.push(pair.map(|_| pairs.len()));
        pairs.extend(pair.map(|(before, after)| Remeasured { name: name.clone(), before: *before, after }));
    }
    let anchored = calibration.items.iter().any(|item| item.anchor);
    let linking = match trusted {
        Some(_) if anchored => {
            return Err(
                "anchors and trusted items were given: expected one of both, either makes the scales one"
                    .to_owned(),
            );
        }
        Some(path) => Linking::Trusted(trusted_places(path, &pairs)?),
        None if anchored => Linking::Anchored,
        None => Linking::Stable,
    };
    let found = displacements(&pairs, &linking).map_err(|error| format!("{}: {error}", before.display()))?;
    Ok(Change { found, places, anchored })
}

fn read(path: &Path) -> Result<Sheet, String> {
    Sheet::read(path).map_err(|error| error.to_string())
}

fn trusted_places(path: &Path, pairs: &[Remeasured]) -> Result<Vec<usize>, String> {
    let names = named(&read(path)?).map_err(|error| error.to_string())?;
    let place = |name: String| {
        pairs.iter().position(|pair| pair.name == name).ok_or_else(|| {
            format!(
                "{}: {name} is to be trusted, but not both calibrations found it with standard errors: leave it out",
                path.display()
            )
        })
    };
    names.into_iter().map(place).collect()
}

impl Change {
    /// The change of an item, where both calibrations found it.
    pub fn of(&self, place: usize) -> Option<Displacement> {
        self.found.items.get((*self.places.get(place)?)?).copied()
    }

    /// The link, as JSON; the items are told with the rest.
    pub fn json(&self) -> Value {
        let link = self.found.link;
        json!({
            "compared": self.found.items.len(),
            "anchored": self.anchored,
            "linking": self.links(),
            "scale": link.scale,
            "shift": link.shift,
            "logScaleError": link.scale_error,
            "shiftError": link.shift_error,
        })
    }

    fn links(&self) -> usize {
        self.found.items.iter().filter(|item| item.links).count()
    }

    /// The items that changed, and what they were compared by.
    pub fn text(&self, names: &[String]) -> String {
        let link = self.found.link;
        let how = if self.anchored {
            "The scales are those of the anchors.".to_owned()
        } else {
            format!(
                "{} items link the scales: an ability θ of now is {}·θ + {} then.",
                count(self.links()),
                decimals(link.scale, 3),
                decimals(link.shift, 3)
            )
        };
        format!("{}\n{how}\n", self.table(names).markdown())
    }

    fn table(&self, names: &[String]) -> Table {
        let known = names.iter().enumerate().filter_map(|(place, name)| Some((name, self.of(place)?)));
        let mut odd: Vec<(&String, Displacement)> =
            known.filter(|(_, one)| one.drift.is_some() || one.turned).collect();
        odd.sort_by(|(_, one), (_, other)| other.area.total_cmp(&one.area));
        let caption = format!(
            "Items that changed since the earlier calibration, p adjusted for all below 5 %: {} of {} compared, the \
             largest area first",
            odd.len(),
            count(self.found.items.len()),
        );
        let head = ["item", "change", "δ", "±", "p", "ln α", "±", "p", "area"];
        let mut table = Table::new(caption, &head);
        for (name, one) in odd.into_iter().take(TOLD) {
            table.push([
                name.clone(),
                way(&one).to_owned(),
                decimals(one.difficulty, 2),
                decimals(one.difficulty_error, 2),
                decimals(one.difficulty_probability, 4),
                decimals(one.discrimination, 2),
                decimals(one.discrimination_error, 2),
                decimals(one.discrimination_probability, 4),
                decimals(one.area, 2),
            ]);
        }
        table
    }
}

fn way(one: &Displacement) -> &'static str {
    match (one.drift, one.turned, one.discrimination > 0.0) {
        (Some(Drift::Easier), _, _) => "easier",
        (Some(Drift::Harder), _, _) => "harder",
        (None, true, true) => "steeper",
        (None, true, false) => "flatter",
        (None, false, _) => "",
    }
}
