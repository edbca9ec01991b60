//! The table of figures, for people and as JSON.

use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::path::Path;

/// One figure of a run.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Figure {
    /// `SQLite` or `PostgreSQL`.
    pub engine: Cow<'static, str>,
    /// What was measured, with its unit.
    pub name: String,
    /// The value.
    pub value: f64,
    /// What it must not exceed, or must reach when `at_least`.
    pub must: Option<f64>,
    /// Whether larger is better.
    pub at_least: bool,
}

impl Figure {
    /// A figure without a bound.
    pub fn new(engine: &'static str, name: impl Into<String>, value: f64) -> Self {
        Self { engine: engine.into(), name: name.into(), value, must: None, at_least: false }
    }

    /// The figure may be at most this.
    pub fn at_most(self, must: f64) -> Self {
        Self { must: Some(must), ..self }
    }

    /// The figure must be at least this.
    pub fn at_least(self, must: f64) -> Self {
        Self { must: Some(must), at_least: true, ..self }
    }

    /// Whether the bound is kept.
    pub fn kept(&self) -> bool {
        self.must.is_none_or(|must| if self.at_least { self.value >= must } else { self.value <= must })
    }
}

/// Writes the figures as JSON. Those of a part take their places among all that the file has.
///
/// # Errors
/// A sentence about the file.
pub fn write(path: &Path, figures: &[Figure], part: bool) -> Result<(), String> {
    let told = |error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
    let known = std::fs::read_to_string(path).ok().filter(|_| part);
    let mut all: Vec<Figure> = known.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default();
    for figure in figures {
        let same = |old: &&mut Figure| old.engine == figure.engine && old.name == figure.name;
        match all.iter_mut().find(same) {
            Some(old) => old.clone_from(figure),
            None => all.push(figure.clone()),
        }
    }
    let text = serde_json::to_string_pretty(&all).map_err(|error| told(&error))?;
    std::fs::write(path, text + "\n").map_err(|error| told(&error))
}

/// The figures as a table in Markdown.
pub fn table(figures: &[Figure]) -> String {
    let mut lines =
        vec!["| engine | figure | value | must | |".to_owned(), "|---|---|---|---|---|".to_owned()];
    lines.extend(figures.iter().map(|figure| {
        let sign = if figure.at_least { "≥" } else { "≤" };
        let must = figure.must.map_or_else(String::new, |must| format!("{sign} {must}"));
        let mark = match (figure.must, figure.kept()) {
            (None, _) => "",
            (_, true) => "kept",
            (_, false) => "MISSED",
        };
        format!("| {} | {} | {:.3} | {must} | {mark} |", figure.engine, figure.name, figure.value)
    }));
    lines.join("\n")
}
