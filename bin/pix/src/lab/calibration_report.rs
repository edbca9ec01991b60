//! What a calibration is told as.

use super::calibration_line::{HEAD, Line};
use super::item_change::Change;
use super::machine;
use super::reading::Answered;
use super::score_misfit::Scores;
use super::table::Table;
use super::tables::{count, decimals, percent};
use measure::calibration::Calibration;
use measure::fit::{Class, MeanSquares};
use measure::irt::Parameters;
use measure::study::{Appraisal, Closeness, Fairness, Found, LOWEST_LZ};
use serde_json::{Value, json};

/// Mean squares beyond these are told (Wright and Linacre, 1994).
const USUAL: std::ops::RangeInclusive<f64> = 0.8..=1.2;
/// How many odd items are told in the tables; all are in the file.
pub const TOLD: usize = 10;

/// A calibration and all that is said of it.
pub struct Report {
    /// Who answered what.
    pub answered: Answered,
    /// What was found.
    pub calibration: Calibration,
    /// How it fits.
    pub seen: Appraisal,
    /// Whether items favour a group, where that was asked.
    pub fair: Option<Vec<Fairness>>,
    /// S-X² of each item, where that was asked.
    pub scores: Option<Scores>,
    /// How items changed since an earlier calibration, where one was given.
    pub change: Option<Change>,
    /// The true parameters, where they are known.
    pub truth: Option<Vec<Parameters>>,
    /// Seconds of the clock and of the processors.
    pub cost: (f64, Option<f64>),
    /// How far another start ended, in ln α and in δ.
    pub farthest: Option<(f64, f64)>,
}

impl Report {
    /// Takes another end of the search into account.
    pub fn compare(&mut self, other: &Calibration) {
        let (mut alpha, mut delta) = self.farthest.unwrap_or((0.0, 0.0));
        for (one, other) in self.calibration.items.iter().zip(&other.items) {
            let (one, other) = (one.parameters, other.parameters);
            alpha = alpha.max((one.discrimination.ln() - other.discrimination.ln()).abs());
            delta = delta.max((one.difficulty - other.difficulty).abs());
        }
        self.farthest = Some((alpha, delta));
    }

    fn lines(&self) -> impl Iterator<Item = Line<'_>> {
        let names = self.answered.responses.names().iter();
        let items = names.zip(&self.calibration.items).zip(&self.seen.squares).enumerate();
        items.map(|(place, ((name, item), squares))| Line {
            name,
            item,
            squares: *squares,
            fair: self.fair.as_ref().and_then(|fair| fair.get(place).copied()),
            scores: self.scores.as_ref().and_then(|scores| scores.of(place)),
            change: self.change.as_ref().and_then(|change| change.of(place)),
        })
    }

    /// The items, comma-separated.
    pub fn csv(&self) -> String {
        let lines = self.lines().map(|line| line.fields().join(",") + "\n");
        format!("{HEAD}\n{}", lines.collect::<String>())
    }

    /// Everything, as JSON.
    pub fn json(&self) -> Value {
        let items: Vec<Value> = self.lines().map(|line| line.json()).collect();
        let groups: Vec<Value> = self
            .calibration
            .groups
            .iter()
            .zip(&self.answered.groups)
            .map(|(group, name)| {
                json!({"name": name, "mean": group.mean, "deviation": group.deviation, "persons": group.persons})
            })
            .collect();
        let near = |of: &Closeness| json!({"rmse": of.rmse, "bias": of.bias, "correlation": of.correlation, "cover": of.cover});
        json!({
            "persons": self.answered.responses.persons(),
            "logLikelihood": self.calibration.log_likelihood,
            "steps": self.calibration.steps,
            "converged": self.calibration.converged,
            "nodes": self.calibration.nodes,
            "groups": groups,
            "items": items,
            "scoreFitDefined": self.scores.as_ref().map(Scores::defined),
            "since": self.change.as_ref().map(Change::json),
            "personsBelowLowestLz": self.odd_persons(),
            "truth": self.found().map(|found| json!({"alpha": near(&found.discrimination), "delta": near(&found.difficulty)})),
            "farthestStart": self.farthest.map(|(alpha, delta)| json!({"logAlpha": alpha, "delta": delta})),
            "seconds": {"clock": self.cost.0, "processors": self.cost.1},
            "peakMebibytes": machine::peak_mebibytes(),
        })
    }

    fn found(&self) -> Option<Found> {
        self.truth.as_ref().map(|truth| Found::new(&self.calibration, truth))
    }

    /// The persons whose lz* is low, of all that have one.
    fn odd_persons(&self) -> Option<f64> {
        let known: Vec<f64> = self.seen.lz.iter().copied().flatten().collect();
        let odd = known.iter().filter(|lz| **lz < LOWEST_LZ).count();
        (!known.is_empty()).then(|| odd as f64 / known.len() as f64)
    }

    /// The summary, for people.
    pub fn text(&self) -> String {
        let mut parts = vec![self.summary().markdown()];
        if self.calibration.groups.len() > 1 {
            parts.push(self.groups().markdown());
        }
        parts.extend(self.found().map(|found| nearness(&found).markdown()));
        parts.push(self.misfits().markdown());
        let names = self.answered.responses.names();
        parts.extend(self.scores.as_ref().map(|scores| scores.table(names).markdown()));
        parts.extend(self.change.as_ref().map(|change| change.text(names)));
        parts.extend(self.fair.as_ref().map(|_| self.unfair().markdown()));
        parts.join("\n")
    }

    fn summary(&self) -> Table {
        let mut table = Table::new("Calibration", &["", "value"]);
        let mut push = |name: &str, value: String| table.push([name.to_owned(), value]);
        let items = &self.calibration.items;
        push("persons", count(self.answered.responses.persons()));
        push("items", count(items.len()));
        push("fewest answers to an item", count(items.iter().map(|item| item.answers).min().unwrap_or(0)));
        let end =
            if self.calibration.converged { "" } else { ", not converged: allow more steps or give priors" };
        push("steps of the search", format!("{}{end}", self.calibration.steps));
        push("ln likelihood", decimals(self.calibration.log_likelihood, 2));
        push("items on a bound", count(items.iter().filter(|item| item.on_bound).count()));
        push(
            "items without standard errors",
            count(items.iter().filter(|item| !item.anchor && item.errors.is_none()).count()),
        );
        if let Some(share) = self.odd_persons() {
            push("persons whose lz* is below −1.645 (5 % expected)", percent(share));
        }
        if let Some((alpha, delta)) = self.farthest {
            push("another start ends within", format!("{alpha:.5} of ln α, {delta:.5} of δ"));
        }
        push("seconds, standard errors included", decimals(self.cost.0, 2));
        if let Some(processors) = self.cost.1 {
            push("seconds of the processors", decimals(processors, 2));
        }
        if let Some(peak) = machine::peak_mebibytes() {
            push("most memory held, reading included", format!("{} MiB", decimals(peak, 0)));
        }
        if let Some(load) = machine::load() {
            push("load of the machine", load);
        }
        table
    }

    fn groups(&self) -> Table {
        let mut table = Table::new("Groups", &["group", "persons", "mean", "deviation"]);
        for (group, name) in self.calibration.groups.iter().zip(&self.answered.groups) {
            let (mean, deviation) = (decimals(group.mean, 3), decimals(group.deviation, 3));
            table.push([name.clone(), count(group.persons), mean, deviation]);
        }
        table
    }

    /// The items whose infit is farthest from 1 beyond the usual.
    fn misfits(&self) -> Table {
        let mut odd: Vec<(f64, Line<'_>, MeanSquares)> = self
            .lines()
            .filter_map(|line| line.squares.map(|squares| ((squares.infit - 1.0).abs(), line, squares)))
            .filter(|(_, _, squares)| !USUAL.contains(&squares.infit))
            .collect();
        odd.sort_by(|one, other| other.0.total_cmp(&one.0));
        let caption = format!("Items whose infit is beyond 0.8 to 1.2: {}, the farthest first", odd.len());
        let mut table = Table::new(caption, &["item", "answers", "infit", "z", "outfit", "z"]);
        for (_, line, squares) in odd.iter().take(TOLD) {
            table.push([
                line.name.to_owned(),
                count(line.item.answers),
                decimals(squares.infit, 2),
                decimals(squares.infit_z, 1),
                decimals(squares.outfit, 2),
                decimals(squares.outfit_z, 1),
            ]);
        }
        table
    }

    /// The items of class B or C.
    fn unfair(&self) -> Table {
        let classed = |line: Line<'_>| {
            let found = line.fair?.table?;
            (found.class != Class::A).then(|| (line.name.to_owned(), line.fair, found))
        };
        let mut odd: Vec<_> = self.lines().filter_map(classed).collect();
        odd.sort_by(|one, other| other.2.delta.abs().total_cmp(&one.2.delta.abs()));
        let caption = format!("Items that favour a group, class B or C: {}, the strongest first", odd.len());
        let mut table = Table::new(caption, &["item", "class", "Δ", "±", "p", "logistic shift", "p"]);
        for (name, fair, found) in odd.into_iter().take(TOLD) {
            let regression = fair.and_then(|fair| fair.regression);
            table.push([
                name,
                format!("{:?}", found.class),
                decimals(found.delta, 2),
                decimals(found.error, 2),
                decimals(found.probability, 4),
                regression.map_or_else(String::new, |found| decimals(found.shift, 2)),
                regression.map_or_else(String::new, |found| decimals(found.uniform_probability, 4)),
            ]);
        }
        table
    }
}

fn nearness(found: &Found) -> Table {
    let head = ["parameter", "RMSE", "bias", "correlation", "95 % errors cover"];
    let mut table = Table::new("Estimates beside the truth", &head);
    for (name, of) in [("α", &found.discrimination), ("δ", &found.difficulty)] {
        table.push([
            name.to_owned(),
            decimals(of.rmse, 4),
            decimals(of.bias, 4),
            decimals(of.correlation, 4),
            percent(of.cover),
        ]);
    }
    table
}
