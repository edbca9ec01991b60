//! The fields of an answer, whatever its kind, with the names the server reads back:
//! `choice`, `text`, `field.KEY` and `rank.INDEX`.

use std::collections::BTreeMap;

use content::{FieldKind, Input, InputField, TextSize};
use maud::{Markup, Render, html};

use super::choice::{self, Choices};
use super::field::{Field, Kind};
use super::order::Order;
use super::select::{Select, group};
use crate::Words;

/// What was already typed: each name with its values, as the form sent them.
pub type Given = BTreeMap<String, Vec<String>>;

/// The fields of one answer. [`first_name`] says where an error leads.
#[derive(Clone, Copy)]
pub struct Answer<'a> {
    /// The language of the texts.
    pub words: Words,
    /// What is asked for.
    pub input: &'a Input,
    /// The label of the field, or of the group: "Votre réponse".
    pub label: &'a str,
    /// The form of the answer.
    pub hint: Option<&'a str>,
    /// What was wrong.
    pub error: Option<&'a str>,
    /// What was already typed.
    pub given: &'a Given,
    /// Where the picture of an option is, by its place, when the options are pictures that their texts describe.
    pub pictures: Option<&'a dyn Fn(usize) -> String>,
}

/// The name of the first field of an input.
#[must_use]
pub fn first_name(input: &Input) -> String {
    match input {
        Input::Choice { .. } | Input::Choices { .. } => "choice".to_owned(),
        Input::Text { .. } | Input::Number { .. } | Input::Date => "text".to_owned(),
        Input::Fields(fields) => {
            fields.first().map_or_else(String::new, |field| format!("field.{}", field.key))
        }
        Input::Set { .. } => "field.1".to_owned(),
        Input::Order { .. } => "rank".to_owned(),
    }
}

impl Render for Answer<'_> {
    fn render(&self) -> Markup {
        match self.input {
            Input::Choice { options } => self.choices(choice::Kind::One, options),
            Input::Choices { options } => self.choices(choice::Kind::Several, options),
            Input::Text { size } => {
                let kind = if *size == TextSize::Code { Kind::Mono } else { Kind::Text };
                self.field(Field { kind, ..self.single() })
            }
            Input::Number { unit } => {
                self.field(Field { kind: Kind::Number, unit: unit.as_deref(), ..self.single() })
            }
            Input::Date => self.field(Field { kind: Kind::Date, ..self.single() }),
            Input::Fields(fields) => self.group(&html! { @for field in fields { (self.one_of(field)) } }),
            Input::Set { labels } => self.group(&self.set(labels)),
            Input::Order { items } => self.order(items),
        }
    }
}

impl<'a> Answer<'a> {
    fn single(&self) -> Field<'a> {
        Field { hint: self.hint, error: self.error, ..Field::new("text", self.label) }
    }

    fn field(&self, field: Field<'a>) -> Markup {
        Field { value: self.value(field.name), ..field }.render()
    }

    fn value(&self, name: &str) -> &'a str {
        self.given.get(name).and_then(|values| values.first()).map_or("", String::as_str)
    }

    fn choices(&self, kind: choice::Kind, options: &[String]) -> Markup {
        let chosen = self.given.get("choice").map_or(&[][..], Vec::as_slice);
        let named = |index: usize| self.words.with("choice-picture", &[("n", (index + 1).into())]);
        let labels: Vec<String> = options
            .iter()
            .enumerate()
            .map(|(index, text)| if self.pictures.is_some() { named(index) } else { text.clone() })
            .collect();
        let lines: Vec<choice::Line<'_>> = labels
            .iter()
            .zip(options)
            .enumerate()
            .map(|(index, (label, text))| {
                let value = index.to_string();
                let picture = self.pictures.map(|src| choice::Picture { src: src(index), alt: text });
                choice::Line { chosen: chosen.contains(&value), value, label, picture }
            })
            .collect();
        let (legend, hint, error) = (self.label, self.hint, self.error);
        Choices { name: "choice", legend, kind, lines: &lines, hint, error }.render()
    }

    /// Several fields share the label, the hint and the error.
    fn group(&self, fields: &Markup) -> Markup {
        group("answer", self.label, self.hint, self.error, fields)
    }

    fn one_of(&self, field: &InputField) -> Markup {
        let name = format!("field.{}", field.key);
        let value = self.value(&name);
        let line = Field { value, ..Field::new(&name, &field.label) };
        match &field.kind {
            FieldKind::Text => line.render(),
            FieldKind::Number { unit } => {
                Field { kind: Kind::Number, unit: unit.as_deref(), ..line }.render()
            }
            FieldKind::Date => Field { kind: Kind::Date, ..line }.render(),
            FieldKind::Select { options } => {
                let options: Vec<(&str, &str)> =
                    options.iter().map(|text| (text.as_str(), text.as_str())).collect();
                let blank = Some(self.words.say("select-blank"));
                Select {
                    name: &name,
                    label: &field.label,
                    options: &options,
                    value,
                    blank,
                    hint: None,
                    error: None,
                }
                .render()
            }
        }
    }

    fn set(&self, labels: &[String]) -> Markup {
        html! {
            @for (index, label) in labels.iter().enumerate() {
                @let name = format!("field.{}", index + 1);
                (Field { value: self.value(&name), ..Field::new(&name, label) })
            }
        }
    }

    fn order(&self, items: &[String]) -> Markup {
        let lines: Vec<&str> = items.iter().map(String::as_str).collect();
        let ranks: Vec<usize> = (0..items.len())
            .map(|index| self.value(&format!("rank.{index}")).parse().unwrap_or(index + 1))
            .collect();
        let (legend, hint, error) = (self.label, self.hint, self.error);
        Order { words: self.words, name: "rank", legend, lines: &lines, ranks: &ranks, hint, error }.render()
    }
}
