//! A drop-down list, and fields grouped under one question.

use maud::{Markup, Render, html};

use super::field::{described_by, error, hint, id_of};

/// A drop-down list.
#[derive(Debug, Clone, Copy)]
pub struct Select<'a> {
    /// The name sent with the form.
    pub name: &'a str,
    /// What is asked.
    pub label: &'a str,
    /// What can be chosen: value sent, words read.
    pub options: &'a [(&'a str, &'a str)],
    /// The chosen value; empty for none.
    pub value: &'a str,
    /// The first, empty line, such as "Choisir"; `None` when something is always chosen.
    pub blank: Option<&'a str>,
    /// How to answer.
    pub hint: Option<&'a str>,
    /// What was wrong.
    pub error: Option<&'a str>,
}

impl Render for Select<'_> {
    fn render(&self) -> Markup {
        let id = id_of(self.name);
        let described = described_by(&id, self.hint.is_some(), self.error.is_some());
        html! {
            div class="field" {
                label for=(id) { (self.label) }
                (hint(&id, self.hint))
                (error(&id, self.error))
                select class="select" id=(id) name=(self.name) autocomplete="off" aria-describedby=[described]
                    aria-invalid=[self.error.map(|_| "true")] {
                    @if let Some(blank) = self.blank { option value="" { (blank) } }
                    @for (value, words) in self.options {
                        option value=(value) selected[*value == self.value] { (words) }
                    }
                }
            }
        }
    }
}

/// Several fields under one question, with a shared hint and error. The name only makes their ids.
#[must_use]
pub fn group(
    name: &str,
    legend: &str,
    hint_text: Option<&str>,
    error_text: Option<&str>,
    fields: &Markup,
) -> Markup {
    let id = id_of(name);
    let described = described_by(&id, hint_text.is_some(), error_text.is_some());
    html! {
        fieldset class="group" aria-describedby=[described] {
            legend class="legend" { (legend) }
            (hint(&id, hint_text))
            (error(&id, error_text))
            (fields)
        }
    }
}
