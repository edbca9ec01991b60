//! A line to fill in: label, hint, control, error, tied together for those who cannot see them side by side.

use maud::{Markup, Render, html};

use super::icon::Icon;

/// What is typed in a field, hence which keyboard a phone shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Kind {
    /// One line of text.
    #[default]
    Text,
    /// An e-mail address.
    Email,
    /// A number, perhaps with decimals.
    Number,
    /// Digits that count nothing, such as a code received by mail.
    Digits,
    /// A date, typed in words or figures.
    Date,
    /// A code in capitals.
    Code,
    /// One line in a fixed-width face: a path, a formula, a command.
    Mono,
    /// Several lines.
    Long,
}

/// A field with its label.
#[derive(Debug, Clone, Copy, Default)]
pub struct Field<'a> {
    /// The name sent with the form; the id follows from it.
    pub name: &'a str,
    /// What is asked.
    pub label: &'a str,
    /// What is typed.
    pub kind: Kind,
    /// What is already there.
    pub value: &'a str,
    /// How to answer, before one types.
    pub hint: Option<&'a str>,
    /// What was wrong, after one typed.
    pub error: Option<&'a str>,
    /// The browser's word for it (`email`, `given-name`…); `off` when absent.
    pub autocomplete: Option<&'a str>,
    /// Shown after the control, such as `Mo`.
    pub unit: Option<&'a str>,
    /// The longest text accepted, in characters.
    pub longest: Option<u16>,
    /// A word after the label when it may stay empty.
    pub optional: Option<&'a str>,
}

impl<'a> Field<'a> {
    /// A line of text, to complete with `..`.
    #[must_use]
    pub fn new(name: &'a str, label: &'a str) -> Self {
        Self { name, label, ..Self::default() }
    }
}

/// The id of the control of a field: its name, with dashes for dots.
#[must_use]
pub fn id_of(name: &str) -> String {
    name.replace('.', "-")
}

/// The ids of what describes a control, for `aria-describedby`.
pub(super) fn described_by(id: &str, hint: bool, error: bool) -> Option<String> {
    let parts = [hint.then(|| format!("{id}-hint")), error.then(|| format!("{id}-error"))];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

/// The hint of a control.
pub(super) fn hint(id: &str, text: Option<&str>) -> Markup {
    html! { @if let Some(text) = text { p class="hint" id={ (id) "-hint" } { (text) } } }
}

/// The error of a control.
pub(super) fn error(id: &str, text: Option<&str>) -> Markup {
    html! { @if let Some(text) = text { p class="error" id={ (id) "-error" } { (Icon::Warning) span { (text) } } } }
}

impl Render for Field<'_> {
    fn render(&self) -> Markup {
        let id = id_of(self.name);
        html! {
            div class="field" {
                label for=(id) { (self.label) @if let Some(word) = self.optional { " " span class="optional" { (word) } } }
                (hint(&id, self.hint))
                (error(&id, self.error))
                @match self.unit {
                    Some(unit) => div class="with-unit" { (self.control(&id)) span class="unit" id={ (id) "-unit" } { (unit) } },
                    None => (self.control(&id)),
                }
            }
        }
    }
}

impl Field<'_> {
    fn control(&self, id: &str) -> Markup {
        let described = self.described(id);
        let invalid = self.error.map(|_| "true");
        let autocomplete = self.autocomplete.unwrap_or("off");
        if self.kind == Kind::Long {
            return html! {
                textarea class="input" id=(id) name=(self.name) rows="5" maxlength=[self.longest]
                    aria-describedby=[described] aria-invalid=[invalid] { (self.value) }
            };
        }
        let (class, kind, keyboard) = self.shape();
        let raw = matches!(self.kind, Kind::Text | Kind::Date) && autocomplete != "off";
        html! {
            input class=(class) id=(id) name=(self.name) type=(kind) inputmode=[keyboard] value=(self.value)
                autocomplete=(autocomplete) maxlength=[self.longest] aria-describedby=[described] aria-invalid=[invalid]
                autocapitalize=[(!raw).then_some("off")] spellcheck=[(!raw).then_some("false")];
        }
    }

    fn described(&self, id: &str) -> Option<String> {
        let before = described_by(id, self.hint.is_some(), self.error.is_some());
        let unit = self.unit.map(|_| format!("{id}-unit"));
        match (before, unit) {
            (Some(before), Some(unit)) => Some(format!("{before} {unit}")),
            (before, unit) => before.or(unit),
        }
    }

    const fn shape(&self) -> (&'static str, &'static str, Option<&'static str>) {
        match self.kind {
            Kind::Text | Kind::Long => ("input", "text", None),
            Kind::Email => ("input", "email", None),
            Kind::Number => ("input input--num", "text", Some("decimal")),
            Kind::Digits => ("input input--num", "text", Some("numeric")),
            Kind::Date => ("input input--date", "text", None),
            Kind::Code => ("input input--code", "text", None),
            Kind::Mono => ("input input--mono", "text", None),
        }
    }
}
