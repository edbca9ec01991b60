//! One choice among several, several choices, or one box to tick.

use maud::{Markup, Render, html};

use super::field::{described_by, error, hint, id_of};

/// Whether one line or several can be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Round buttons: one line.
    One,
    /// Boxes: any number of lines.
    Several,
}

/// One line of a list of choices.
#[derive(Debug, Clone)]
pub struct Line<'a> {
    /// What is sent.
    pub value: String,
    /// What is read.
    pub label: &'a str,
    /// Whether it is already chosen.
    pub chosen: bool,
    /// The picture that is chosen, above what is read.
    pub picture: Option<Picture<'a>>,
}

/// A picture to choose.
#[derive(Debug, Clone)]
pub struct Picture<'a> {
    /// Where it is served.
    pub src: String,
    /// What it shows, in words.
    pub alt: &'a str,
}

/// A list of choices under one question.
pub struct Choices<'a> {
    /// The name sent with the form, once per chosen line.
    pub name: &'a str,
    /// The question.
    pub legend: &'a str,
    /// One line or several.
    pub kind: Kind,
    /// The lines.
    pub lines: &'a [Line<'a>],
    /// How to answer.
    pub hint: Option<&'a str>,
    /// What was wrong.
    pub error: Option<&'a str>,
}

impl Render for Choices<'_> {
    fn render(&self) -> Markup {
        let id = id_of(self.name);
        let control = if self.kind == Kind::One { "radio" } else { "checkbox" };
        let described = described_by(&id, self.hint.is_some(), self.error.is_some());
        html! {
            fieldset class=[self.lines.iter().any(|line| line.picture.is_some()).then_some("pictures")] aria-describedby=[described] {
                legend class="legend" { (self.legend) }
                (hint(&id, self.hint))
                (error(&id, self.error))
                @for (index, line) in self.lines.iter().enumerate() {
                    // The first control bears the id of the field: an error summary leads there.
                    label class="choice" {
                        input type=(control) name=(self.name) value=(line.value) checked[line.chosen]
                            id=[(index == 0).then_some(&id)] aria-invalid=[self.error.map(|_| "true")];
                        span {
                            @if let Some(picture) = &line.picture { img src=(picture.src) alt=(picture.alt) width="480" height="360"; }
                            (line.label)
                        }
                    }
                }
            }
        }
    }
}

/// One box to tick. The label may hold links.
#[derive(Debug, Clone, Copy)]
pub struct Checkbox<'a> {
    /// The name sent with the form, with the value `on`.
    pub name: &'a str,
    /// What one agrees to.
    pub label: &'a Markup,
    /// Whether it is ticked.
    pub ticked: bool,
    /// What was wrong.
    pub error: Option<&'a str>,
}

impl Render for Checkbox<'_> {
    fn render(&self) -> Markup {
        let id = id_of(self.name);
        let described = described_by(&id, false, self.error.is_some());
        html! {
            div class="field" {
                (error(&id, self.error))
                label class="check" {
                    input type="checkbox" id=(id) name=(self.name) value="on" checked[self.ticked]
                        aria-describedby=[described] aria-invalid=[self.error.map(|_| "true")];
                    span { (self.label) }
                }
            }
        }
    }
}
