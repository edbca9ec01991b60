//! A dialog box: an installer, a permission asked for, a warning.

use super::reading::{list, maybe_list, one_of, pair, prose};
use crate::lang::Lang;
use crate::value::{At, Shape};

/// A dialog box.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dialog {
    /// The drawing.
    pub icon: Sign,
    /// Its heading.
    pub heading: String,
    /// Its paragraphs.
    pub text: Vec<String>,
    /// What is told of a program or its publisher: name and value.
    pub facts: Vec<(String, String)>,
    /// The texts of its buttons.
    pub buttons: Vec<String>,
}

/// The drawing of a dialog box.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// The letter i.
    Info,
    /// A triangle.
    Warning,
    /// A question mark.
    Question,
    /// A program.
    App,
}

const SIGNS: [(&str, Sign); 4] =
    [("info", Sign::Info), ("warning", Sign::Warning), ("question", Sign::Question), ("app", Sign::App)];
const PARAGRAPHS: usize = 6;
const FACTS: usize = 10;
const BUTTONS: usize = 5;

pub(super) fn read(at: At<'_>, lang: Lang) -> Shape<Dialog> {
    at.only(&["kind", "title", "icon", "heading", "text", "facts", "buttons"])?;
    Ok(Dialog {
        icon: one_of(at.key("icon")?, &SIGNS)?,
        heading: prose(at.key("heading")?, lang)?,
        text: maybe_list(at, "text", PARAGRAPHS, |item| prose(item, lang))?,
        facts: maybe_list(at, "facts", FACTS, |item| pair(item, lang))?,
        buttons: list(at.key("buttons")?, BUTTONS, |item| prose(item, lang))?,
    })
}

impl Dialog {
    pub(crate) fn lines(&self) -> Vec<String> {
        let mut lines = vec![format!("[{:?}] {}", self.icon, self.heading)];
        lines.extend(self.text.iter().cloned());
        lines.extend(self.facts.iter().map(|(name, value)| format!("{name}: {value}")));
        lines.extend(self.buttons.iter().map(|text| format!("[button] {text}")));
        lines
    }
}
