//! Lines to put in order: a rank per line in the plain form; buttons and dragging where scripts run.

use maud::{Markup, Render, html};

use super::field::{described_by, error, hint, id_of};
use super::icon::Icon;
use crate::Words;

/// A list to put in order. Line `i` sends its rank, from 1, as `NAME.i`.
#[derive(Clone, Copy)]
pub struct Order<'a> {
    /// The language of the buttons.
    pub words: Words,
    /// The first part of the names sent.
    pub name: &'a str,
    /// The question.
    pub legend: &'a str,
    /// The lines, as shown first.
    pub lines: &'a [&'a str],
    /// The rank given to each line, from 1; the order shown when empty.
    pub ranks: &'a [usize],
    /// How to answer.
    pub hint: Option<&'a str>,
    /// What was wrong.
    pub error: Option<&'a str>,
}

impl Render for Order<'_> {
    fn render(&self) -> Markup {
        let id = id_of(self.name);
        let described = described_by(&id, self.hint.is_some(), self.error.is_some());
        html! {
            fieldset aria-describedby=[described] {
                legend class="legend" { (self.legend) }
                (hint(&id, self.hint))
                (error(&id, self.error))
                ol class="order" data-order={ (id) "-said" } {
                    @for (index, line) in self.lines.iter().enumerate() { (self.line(&id, index, line)) }
                }
                p class="visually-hidden" role="status" id={ (id) "-said" } {}
            }
        }
    }
}

impl Order<'_> {
    fn line(&self, id: &str, index: usize, text: &str) -> Markup {
        let rank = self.ranks.get(index).copied().unwrap_or(index + 1);
        let control = if index == 0 { id.to_owned() } else { format!("{id}-{index}") };
        let named = [("line", text.into())];
        html! {
            li {
                span class="order__text" data-text { (text) }
                span data-rank {
                    label class="visually-hidden" for=(control) { (self.words.with("order-rank", &named)) }
                    select class="select" id=(control) name={ (self.name) "." (index) } autocomplete="off" {
                        @for position in 1..=self.lines.len() {
                            option value=(position) selected[position == rank] { (position) }
                        }
                    }
                }
                span class="order__moves" data-moves hidden {
                    button type="button" data-up aria-label=(self.words.with("order-up", &named)) { (Icon::Up) }
                    button type="button" data-down aria-label=(self.words.with("order-down", &named)) { (Icon::Down) }
                }
            }
        }
    }
}
