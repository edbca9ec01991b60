//! From a seed to an instance.

use std::collections::BTreeMap;

use crate::answer::{self, Reading};
use crate::downloads::Scene;
use crate::exhibit;
use crate::family::Family;
use crate::html::Html;
use crate::lang::Lang;
use crate::paper::{Download, Expected, Format, Instance, Key, Paper};
use crate::problem::Problem;
use crate::random::{Random, derive};
use crate::template::Template;
use crate::texts::{Texts, Written};
use crate::value::{At, Shape, Value};
use crate::web::{self, WebAddress};
use crate::workshop::RunError;

/// A generator may refuse this many draws in a row.
const MAX_DRAWS: u64 = 50;

/// Why a seed gave no instance. A released family never gives one: the checks draw hundreds of seeds.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum GenerateError {
    /// The generator threw for every draw.
    #[error("{0}")]
    Refused(Problem),
    /// The generator is wrong, exceeded its limits, or returned something unexpected.
    #[error("{0}")]
    Wrong(Problem),
    /// No such download, or not in this format.
    #[error("{0}")]
    NoSuchFile(String),
}

impl GenerateError {
    /// The place in the bank to correct, if there is one.
    #[must_use]
    pub const fn problem(&self) -> Option<&Problem> {
        match self {
            Self::Refused(problem) | Self::Wrong(problem) => Some(problem),
            Self::NoSuchFile(_) => None,
        }
    }
}

/// What a generator returned for a seed.
pub(crate) struct Draw {
    pub value: Value,
    /// How many draws were refused before.
    pub refused: u64,
    /// How far the random source went: the same in both languages.
    pub state: u64,
}

impl Family {
    /// Makes the instance of a seed in a language: the same bytes for ever.
    ///
    /// # Errors
    /// A family that its own checks would refuse.
    pub fn instance(&self, seed: u64, lang: Lang) -> Result<Instance, GenerateError> {
        let draw = self.draw(seed, lang)?;
        self.assemble(&draw, seed, lang)
    }

    /// Runs the generator until it accepts a draw.
    pub(crate) fn draw(&self, seed: u64, lang: Lang) -> Result<Draw, GenerateError> {
        let body = self.body();
        let mut last = (String::new(), 1);
        for refused in 0..MAX_DRAWS {
            let random = Random::new(derive(seed, refused));
            match self.workshop.run(&body.script, &random, lang) {
                Ok(map) => {
                    return Ok(Draw { value: Value::from_map(map), refused, state: random.state() });
                }
                Err(RunError::Refused { why, line }) => last = (why, line),
                Err(RunError::Broken { message, line }) => {
                    let message = format!("{message} (seed {seed}, {})", lang.code());
                    return Err(GenerateError::Wrong(self.script_problem(line, message)));
                }
            }
        }
        let (why, line) = last;
        let message = format!("seed {seed}: all {MAX_DRAWS} draws were refused, the last because: {why}");
        Err(GenerateError::Refused(self.script_problem(line, message)))
    }

    /// Turns what the generator returned into a paper and a key.
    pub(crate) fn assemble(&self, draw: &Draw, seed: u64, lang: Lang) -> Result<Instance, GenerateError> {
        let top = At::top(&draw.value);
        let shaped = |message: String| {
            let message = format!("{message} (seed {seed}, {})", lang.code());
            GenerateError::Wrong(self.script_problem(1, message))
        };
        let parts = self.parts(top, seed, lang).map_err(shaped)?;
        self.written(parts, lang).map_err(|problem| {
            GenerateError::Wrong(Problem { message: format!("{} (seed {seed})", problem.message), ..problem })
        })
    }

    /// What the options of an instance show, in the order shown.
    pub(crate) fn scenes(&self, seed: u64, lang: Lang) -> Result<Vec<Scene>, GenerateError> {
        let draw = self.draw(seed, lang)?;
        let wrong = |message: String| GenerateError::Wrong(self.script_problem(1, message));
        Ok(self.parts(At::top(&draw.value), seed, lang).map_err(wrong)?.solved.pictures)
    }

    fn parts(&self, top: At<'_>, seed: u64, lang: Lang) -> Shape<Parts> {
        let mut known = vec!["values", "exhibits", "files", "web"];
        known.extend(answer::keys(self.front().answer));
        top.only(&known)?;
        let mut values = BTreeMap::new();
        if let Some(map) = top.maybe("values") {
            for (name, value) in map.entries()? {
                values.insert(name.to_owned(), value.shown(lang)?);
            }
        }
        let exhibits = top.maybe("exhibits").map(|list| list.each(|item| exhibit::read(item, lang)));
        let downloads = top.maybe("files").map(|list| list.each(download));
        let web = top.maybe("web").map(|at| web::start(at, self.front().mode)).transpose()?;
        let solved = Reading { front: self.front(), lang, seed }.read(top)?;
        Ok(Parts {
            values,
            exhibits: exhibits.transpose()?.unwrap_or_default(),
            downloads: downloads.transpose()?.unwrap_or_default(),
            web,
            solved,
        })
    }

    /// Writes the texts. Mistakes are tried in the order in which their sections are written: the first that
    /// matches an answer is told.
    fn written(&self, parts: Parts, lang: Lang) -> Result<Instance, Problem> {
        let both = &self.body().texts;
        let texts: &Texts = both.get(lang);
        let values = &parts.values;
        let fill = |written: &Written<Template>| self.fill(written, values);
        let maybe = |written: &Option<Written<Template>>| written.as_ref().map(fill).transpose();
        let feedback = self.feedback(&parts, lang)?;
        let mut question = parts.solved.question;
        let written = |key: &String| both.fr.mistakes.get(key).map(|written| written.line);
        question.mistakes.sort_by_key(|mistake| written(&mistake.key));
        let paper = Paper {
            family: self.id().to_owned(),
            lang,
            title: texts.title.text.clone(),
            question: fill(&texts.question)?,
            statement: fill(&texts.statement)?,
            help: maybe(&texts.help)?,
            alternative: maybe(&texts.alternative)?,
            exhibits: parts.exhibits,
            downloads: parts.downloads,
            web: parts.web,
            pictures: !parts.solved.pictures.is_empty(),
            input: parts.solved.input,
            mode: self.front().mode,
            timer: self.front().timer,
        };
        let key = Key {
            question,
            expected: maybe(&texts.expected)?.map_or(parts.solved.expected, Expected::Written),
            correction: fill(&texts.correction)?,
            hint: fill(&texts.hint)?,
            feedback,
            tutorials: self.tutorials(),
        };
        Ok(Instance { paper, key })
    }

    /// What is said to each mistake of this instance.
    fn feedback(&self, parts: &Parts, lang: Lang) -> Result<BTreeMap<String, Html>, Problem> {
        let mut feedback = BTreeMap::new();
        for mistake in &parts.solved.question.mistakes {
            let Some(written) = self.body().texts.get(lang).mistakes.get(&mistake.key) else {
                let (key, lang) = (&mistake.key, lang.code());
                let message = format!("the mistake {key:?} has no section \"## mistake {key}\" in {lang}");
                return Err(self.script_problem(1, message));
            };
            if !feedback.contains_key(&mistake.key) {
                feedback.insert(mistake.key.clone(), self.fill(written, &parts.values)?);
            }
        }
        Ok(feedback)
    }

    fn fill(&self, written: &Written<Template>, values: &BTreeMap<String, String>) -> Result<Html, Problem> {
        written.text.fill(values).map_err(|(name, line)| {
            let known: Vec<&str> = values.keys().map(String::as_str).collect();
            let message = format!(
                "{{{{{name}}}}}: the generator gives no such value, expected one of {}",
                known.join(", ")
            );
            Problem::new(self.file_path(), line, message)
        })
    }

    /// A problem at a line of the script.
    pub(crate) fn script_problem(&self, line: usize, message: String) -> Problem {
        let body = self.body();
        let line = body.script_line + line.clamp(1, body.script_length.max(1)) - 1;
        Problem::new(self.file_path(), line, message)
    }
}

/// What an instance is written from.
struct Parts {
    values: BTreeMap<String, String>,
    exhibits: Vec<exhibit::Exhibit>,
    downloads: Vec<Download>,
    web: Option<WebAddress>,
    solved: answer::Solved,
}

/// The outline of a file: what the paper shows of it.
fn download(at: At<'_>) -> Shape<Download> {
    let formats = formats(at)?;
    let filename = at.text_of("filename")?;
    let name = match (&filename, at.maybe("name")) {
        (Some(filename), None) => filename.clone(),
        (_, Some(name)) => name.text()?,
        (None, None) => return at.expected("a name: \"…\""),
    };
    Ok(Download { name, formats, filename })
}

/// The formats of a file, at least one.
pub(crate) fn formats(at: At<'_>) -> Shape<Vec<Format>> {
    let list = at.key("formats")?;
    let formats = list.each(|item| {
        let name = item.text()?;
        Format::parse(&name).map_or_else(
            || item.expected("one of ods, xlsx, csv, odt, docx, pdf, txt, jpg, png, zip, eml"),
            Ok,
        )
    })?;
    if formats.is_empty() { list.expected("at least one format") } else { Ok(formats) }
}
