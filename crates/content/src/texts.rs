//! The texts of a family in one language.

use std::collections::BTreeMap;

use crate::document::{Document, Section};
use crate::lang::Lang;
use crate::problem::Problem;
use crate::template::Template;
use crate::typography::typeset;

/// The texts of a family in one language, ready to be filled.
#[derive(Clone, Debug, Default)]
pub(crate) struct Texts {
    pub title: Written<String>,
    pub statement: Written<Template>,
    pub question: Written<Template>,
    pub hint: Written<Template>,
    pub correction: Written<Template>,
    pub help: Option<Written<Template>>,
    pub alternative: Option<Written<Template>>,
    pub expected: Option<Written<Template>>,
    pub mistakes: BTreeMap<String, Written<Template>>,
}

/// A text and the line of its heading.
#[derive(Clone, Debug, Default)]
pub(crate) struct Written<T> {
    pub text: T,
    pub line: usize,
}

impl Texts {
    /// Every section as plain text: its name, its line and what a reader sees of it.
    pub fn sections(&self) -> Vec<(String, usize, String)> {
        let needed = [
            ("statement", &self.statement),
            ("question", &self.question),
            ("hint", &self.hint),
            ("correction", &self.correction),
        ];
        let maybe = [("help", &self.help), ("alternative", &self.alternative), ("expected", &self.expected)];
        let maybe = maybe.into_iter().filter_map(|(name, text)| text.as_ref().map(|text| (name, text)));
        let named = needed.into_iter().chain(maybe).map(|(name, text)| (name.to_owned(), text));
        let mistakes = self.mistakes.iter().map(|(key, text)| (format!("mistake {key}"), text));
        let title = ("title".to_owned(), self.title.line, self.title.text.clone());
        let others = named.chain(mistakes).map(|(name, text)| (name, text.line, text.text.plain()));
        std::iter::once(title).chain(others).collect()
    }
}

/// Reads the sections of one language; the first line of the file stands for what is missing.
pub(crate) fn read(file: &str, document: &Document, lang: Lang) -> Result<Texts, Vec<Problem>> {
    let mut reader = Reader { file, lang, texts: Texts::default(), problems: Vec::new() };
    for section in document.sections.iter().filter(|section| section.lang == lang) {
        reader.section(section);
    }
    let needed = [
        ("title", reader.texts.title.line),
        ("statement", reader.texts.statement.line),
        ("question", reader.texts.question.line),
        ("hint", reader.texts.hint.line),
        ("correction", reader.texts.correction.line),
    ];
    for (name, _) in needed.iter().filter(|(_, line)| *line == 0) {
        let message = format!("the section \"## {name}\" is missing under # {}", lang.code());
        reader.problems.push(Problem::new(file, 1, message));
    }
    if reader.problems.is_empty() { Ok(reader.texts) } else { Err(reader.problems) }
}

struct Reader<'a> {
    file: &'a str,
    lang: Lang,
    texts: Texts,
    problems: Vec<Problem>,
}

impl Reader<'_> {
    fn section(&mut self, section: &Section) {
        let line = section.line;
        if section.body.text.trim().is_empty() {
            let message = format!("the section \"## {}\" is empty", section.name);
            return self.problems.push(Problem::new(self.file, line, message));
        }
        match section.name.as_str() {
            "title" => {
                let text = typeset(self.lang, section.body.text.trim()).into_owned();
                if text.contains("{{") || text.contains('\n') {
                    let message = "the title is one line without {{slots}}";
                    self.problems.push(Problem::new(self.file, line + 1, message));
                }
                self.texts.title = Written { text, line };
            }
            "question" => self.texts.question = self.template(section, true),
            "statement" => self.texts.statement = self.template(section, false),
            "hint" => self.texts.hint = self.template(section, false),
            "correction" => self.texts.correction = self.template(section, false),
            "help" => self.texts.help = Some(self.template(section, true)),
            "alternative" => self.texts.alternative = Some(self.template(section, false)),
            "expected" => self.texts.expected = Some(self.template(section, false)),
            other => match other.strip_prefix("mistake ").map(str::trim) {
                Some(key) if is_key(key) => {
                    let text = self.template(section, false);
                    self.texts.mistakes.insert(key.to_owned(), text);
                }
                _ => self.unknown(section),
            },
        }
    }

    fn template(&mut self, section: &Section, inline: bool) -> Written<Template> {
        let read = if inline { Template::inline } else { Template::blocks };
        let text = read(self.lang, &section.body).unwrap_or_else(|faults| {
            let problem = |(line, message)| Problem::new(self.file, line, message);
            self.problems.extend(faults.into_iter().map(problem));
            Template::default()
        });
        Written { text, line: section.line }
    }

    fn unknown(&mut self, section: &Section) {
        let message = format!(
            "unknown section \"## {}\": expected title, statement, question, help, hint, correction, alternative, \
             expected or mistake KEY",
            section.name
        );
        self.problems.push(Problem::new(self.file, section.line, message));
    }
}

/// Whether a text can be the key of a mistake: letters, digits, _.
fn is_key(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-')
}
