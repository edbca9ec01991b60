//! A Markdown file of the bank cut into its parts: front matter, languages and sections, script.

use crate::lang::Lang;
use crate::problem::Problem;

/// A piece of a file and the line, from 1, where it begins.
#[derive(Clone, Debug, Default)]
pub(crate) struct Block {
    pub line: usize,
    pub text: String,
}

/// One `## name` of one language.
#[derive(Clone, Debug)]
pub(crate) struct Section {
    pub lang: Lang,
    pub name: String,
    /// The line of the heading.
    pub line: usize,
    pub body: Block,
}

/// A file cut into its parts.
#[derive(Clone, Debug, Default)]
pub(crate) struct Document {
    pub front: Block,
    pub sections: Vec<Section>,
    /// The fenced block under `# generator`.
    pub script: Option<Block>,
}

/// Where the reader is in the file.
enum Part {
    Nowhere,
    Language(Lang),
    Generator,
}

/// Cuts a file; every line that belongs to no part is a problem.
pub(crate) fn cut(file: &str, text: &str) -> Result<Document, Vec<Problem>> {
    let mut cutter =
        Cutter { file, document: Document::default(), part: Part::Nowhere, problems: Vec::new() };
    let mut lines = (1..).zip(text.lines());
    cutter.front(&mut lines);
    cutter.body(&mut lines);
    if cutter.problems.is_empty() { Ok(cutter.document) } else { Err(cutter.problems) }
}

struct Cutter<'a> {
    file: &'a str,
    document: Document,
    part: Part,
    problems: Vec<Problem>,
}

impl Cutter<'_> {
    fn problem(&mut self, line: usize, message: impl Into<String>) {
        self.problems.push(Problem::new(self.file, line, message));
    }

    fn front<'t>(&mut self, lines: &mut impl Iterator<Item = (usize, &'t str)>) {
        if lines.next().is_none_or(|(_, line)| line.trim_end() != "+++") {
            return self.problem(1, "the file must begin with a line +++ and its front matter in TOML");
        }
        self.document.front.line = 2;
        for (_, line) in lines {
            if line.trim_end() == "+++" {
                return;
            }
            push_line(&mut self.document.front.text, line);
        }
        self.problem(1, "the front matter never ends: expected a second line +++");
    }

    fn body<'t>(&mut self, lines: &mut impl Iterator<Item = (usize, &'t str)>) {
        let mut fence: Option<(usize, String)> = None;
        for (number, line) in lines {
            let opens = fence_of(line);
            let was_open = fence.is_some();
            match (&fence, opens) {
                (Some((_, open)), Some(mark)) if line.trim() == mark && mark.starts_with(open.as_str()) => {
                    fence = None;
                }
                (None, Some(mark)) => fence = Some((number, mark.to_owned())),
                _ => {}
            }
            if was_open || fence.is_some() {
                self.text(number, line, was_open, fence.is_some());
            } else if let Some(heading) = line.strip_prefix("# ") {
                self.part(number, heading.trim());
            } else if let Some(heading) = line.strip_prefix("## ") {
                self.section(number, heading.trim());
            } else {
                self.text(number, line, false, false);
            }
        }
        if let Some((line, _)) = fence {
            self.problem(line, "this code block never ends: expected a line ``` after it");
        }
    }

    fn part(&mut self, line: usize, heading: &str) {
        self.part = match heading {
            "fr" => Part::Language(Lang::Fr),
            "en" => Part::Language(Lang::En),
            "generator" => Part::Generator,
            other => {
                let message = format!("unknown part \"# {other}\": expected # fr, # en or # generator");
                return self.problem(line, message);
            }
        };
    }

    fn section(&mut self, line: usize, name: &str) {
        let Part::Language(lang) = self.part else {
            return self.problem(line, format!("the section \"## {name}\" must stand under # fr or # en"));
        };
        let known = |section: &&Section| section.lang == lang && section.name == name;
        if let Some(first) = self.document.sections.iter().find(known).map(|section| section.line) {
            let message = format!("the section \"## {name}\" is already written at line {first}");
            self.problem(line, message);
        }
        let body = Block { line: line + 1, text: String::new() };
        self.document.sections.push(Section { lang, name: name.to_owned(), line, body });
    }

    /// A line of text: `was_open` and `open` tell whether a code block holds it.
    fn text(&mut self, number: usize, line: &str, was_open: bool, open: bool) {
        if matches!(self.part, Part::Generator) {
            return self.script(number, line, was_open, open);
        }
        let here = match self.part {
            Part::Language(lang) => self.document.sections.last_mut().filter(|section| section.lang == lang),
            _ => None,
        };
        match here {
            Some(section) => push_line(&mut section.body.text, line),
            None if line.trim().is_empty() => {}
            None => {
                let message = "text outside a section: expected # fr, # en or a ## heading before it";
                self.problem(number, message);
            }
        }
    }

    fn script(&mut self, number: usize, line: &str, was_open: bool, open: bool) {
        match (was_open, open, self.document.script.as_mut()) {
            (false, true, None) => {
                self.document.script = Some(Block { line: number + 1, text: String::new() });
            }
            (false, true, Some(_)) => {
                let message = "a second code block: expected one generator only";
                self.problem(number, message);
            }
            (true, true, Some(script)) => push_line(&mut script.text, line),
            (false, false, _) if !line.trim().is_empty() => {
                self.problem(number, "text under # generator: expected only one ```rhai code block");
            }
            _ => {}
        }
    }
}

fn push_line(text: &mut String, line: &str) {
    text.push_str(line);
    text.push('\n');
}

/// The backquotes or tildes a line opens or closes a code block with.
fn fence_of(line: &str) -> Option<&str> {
    let line = line.trim_start();
    ["`", "~"].into_iter().find_map(|mark| {
        let length = line.len() - line.trim_start_matches(mark).len();
        (length >= 3).then(|| line.get(..length)).flatten()
    })
}
