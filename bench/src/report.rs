//! The table of figures, for people and as JSON.

use serde::Serialize;

/// One figure of a run.
#[derive(Debug, Clone, Serialize)]
pub struct Figure {
    /// `SQLite` or `PostgreSQL`.
    pub engine: &'static str,
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
        Self { engine, name: name.into(), value, must: None, at_least: false }
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
