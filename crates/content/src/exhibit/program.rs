//! A small programme to run in one's head: lines, and how deep each is nested.

use super::reading::list;
use crate::lang::Lang;
use crate::value::{At, Shape};

/// A programme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Program {
    /// Its lines.
    pub lines: Vec<ProgramLine>,
    /// Whether they are numbered.
    pub numbered: bool,
}

/// A line of a programme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProgramLine {
    /// How deep it is nested, from 0.
    pub level: usize,
    /// What it says, without the spaces before it; an empty text is an empty line.
    pub text: String,
}

const LINES: usize = 40;
const LEVELS: usize = 6;
/// The spaces of one level.
const SPACES: usize = 4;

pub(super) fn read(at: At<'_>, lang: Lang) -> Shape<Program> {
    at.only(&["kind", "title", "lines", "numbered"])?;
    let mut lines = list(at.key("lines")?, LINES, |item| line(item, lang))?;
    // An empty line belongs to the block that goes on after it.
    let mut after = 0;
    for line in lines.iter_mut().rev() {
        if line.text.is_empty() {
            line.level = after;
        }
        after = line.level;
    }
    Ok(Program { lines, numbered: at.maybe("numbered").map_or(Ok(true), |numbered| numbered.truth())? })
}

fn line(at: At<'_>, lang: Lang) -> Shape<ProgramLine> {
    let written = at.shown(lang)?;
    let text = written.trim_start_matches(' ');
    let spaces = written.len() - text.len();
    if text.contains(['\n', '\r', '\t']) {
        return at.expected("one line, without tabs");
    }
    if text.is_empty() {
        return Ok(ProgramLine { level: 0, text: String::new() });
    }
    if spaces % SPACES != 0 || spaces / SPACES > LEVELS {
        return at.expected(&format!("{SPACES} spaces for each level of nesting, {LEVELS} levels at most"));
    }
    Ok(ProgramLine { level: spaces / SPACES, text: text.to_owned() })
}

impl Program {
    pub(crate) fn lines(&self) -> Vec<String> {
        let one = |(number, line): (usize, &ProgramLine)| {
            let number = if self.numbered { format!("{number:>2} ") } else { String::new() };
            format!("{number}{}{}", " ".repeat(SPACES * line.level), line.text)
        };
        (1..).zip(&self.lines).map(one).collect()
    }
}
