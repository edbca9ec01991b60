//! A terminal: what was typed after the prompt, and what was answered.

use super::reading::{filled, list};
use crate::lang::Lang;
use crate::value::{At, Shape};

/// A terminal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terminal {
    /// What stands before each command.
    pub prompt: String,
    /// The lines, the oldest first.
    pub lines: Vec<TerminalLine>,
}

/// A line of a terminal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TerminalLine {
    /// A command.
    Typed(String),
    /// A line of an answer.
    Answered(String),
}

const LINES: usize = 40;

pub(super) fn read(at: At<'_>, lang: Lang) -> Shape<Terminal> {
    at.only(&["kind", "title", "prompt", "lines"])?;
    Ok(Terminal {
        prompt: filled(at.key("prompt")?, lang)?,
        lines: list(at.key("lines")?, LINES, |item| line(item, lang))?,
    })
}

/// `in` is a word of the scripts' language: an author may put it between quotation marks, or write `typed`.
fn line(at: At<'_>, lang: Lang) -> Shape<TerminalLine> {
    at.only(&["typed", "in", "out"])?;
    match (at.maybe("typed").or_else(|| at.maybe("in")), at.maybe("out")) {
        (Some(typed), None) => Ok(TerminalLine::Typed(typed.shown(lang)?)),
        (None, Some(out)) => Ok(TerminalLine::Answered(out.shown(lang)?)),
        _ => at.expected("either typed: \"…\" or out: \"…\""),
    }
}

impl Terminal {
    pub(crate) fn lines(&self) -> Vec<String> {
        let one = |line: &TerminalLine| match line {
            TerminalLine::Typed(text) => format!("{} {text}", self.prompt),
            TerminalLine::Answered(text) => text.clone(),
        };
        self.lines.iter().map(one).collect()
    }
}
