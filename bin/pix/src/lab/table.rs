//! A table: for a terminal and a manual as Markdown, for a page as HTML.

use maud::{Markup, html};

/// A table; the first column names the rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// What it shows.
    pub caption: String,
    /// The names of the columns.
    pub head: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<String>>,
}

impl Table {
    /// An empty table.
    pub fn new(caption: impl Into<String>, head: &[&str]) -> Self {
        let head = head.iter().map(|name| (*name).to_owned()).collect();
        Self { caption: caption.into(), head, rows: Vec::new() }
    }

    /// Adds a row.
    pub fn push(&mut self, row: impl IntoIterator<Item = String>) {
        self.rows.push(row.into_iter().collect());
    }

    /// The table in Markdown, the caption before it.
    pub fn markdown(&self) -> String {
        let line = |fields: &[String]| format!("| {} |\n", fields.join(" | "));
        let rule: Vec<String> =
            (0..self.head.len()).map(|place| if place == 0 { "---" } else { "---:" }.to_owned()).collect();
        let rows: String = self.rows.iter().map(|row| line(row)).collect();
        format!("**{}**\n\n{}{}{rows}", self.caption, line(&self.head), line(&rule))
    }

    /// The table in HTML, in a region that scrolls where it is wider than the screen.
    pub fn html(&self) -> Markup {
        html! {
            // Not a caption: it must not scroll away with the table.
            p.title { (self.caption) }
            div.scroll role="region" aria-label=(self.caption) tabindex="0" {
                table aria-label=(self.caption) {
                    thead { tr { @for name in &self.head { th scope="col" { (name) } } } }
                    tbody {
                        @for row in &self.rows {
                            tr {
                                @for (place, field) in row.iter().enumerate() {
                                    @if place == 0 { th scope="row" { (field) } } @else { td { (field) } }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
