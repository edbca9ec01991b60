//! A family: texts in both languages, a generator, the mistakes people make.

use std::collections::BTreeSet;
use std::fmt;
use std::sync::{Arc, OnceLock};

use rhai::AST;
use sha2::{Digest, Sha256};

use crate::document;
use crate::front::Front;
use crate::lang::{Both, Lang};
use crate::problem::{Problem, from_toml};
use crate::skill::SkillCode;
use crate::texts::{self, Texts};
use crate::workshop::Workshop;

/// A family of questions. What it says about itself is read at once, its texts and its generator when they are needed:
/// most families of a bank are not asked for in the life of a program.
pub struct Family {
    id: String,
    key: i64,
    skill: SkillCode,
    file: String,
    front: Front,
    text: Box<str>,
    body: OnceLock<Body>,
    pub(crate) workshop: Arc<Workshop>,
}

/// The texts of a family and its generator.
#[derive(Default)]
pub(crate) struct Body {
    pub texts: Both<Texts>,
    pub script: AST,
    /// The line of the file where the script begins.
    pub script_line: usize,
    pub script_length: usize,
}

/// When the texts and generators of a bank are read.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reading {
    /// At once, to tell everything that is wrong.
    Whole,
    /// When they are needed: the bank was checked before.
    Lazy,
}

impl fmt::Debug for Family {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Family").field("id", &self.id).finish_non_exhaustive()
    }
}

/// Where a family's file stands, read from its path.
pub(crate) struct Path<'a> {
    pub id: String,
    pub skill: SkillCode,
    pub file: &'a str,
}

impl Family {
    /// The id, which is the path: `1.2-a-3-written-path`.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The id as a number: the first eight bytes of its SHA-256, for compact storage.
    #[must_use]
    pub const fn key(&self) -> i64 {
        self.key
    }

    /// The skill it tests.
    #[must_use]
    pub const fn skill(&self) -> SkillCode {
        self.skill
    }

    /// What it says about itself.
    #[must_use]
    pub const fn front(&self) -> &Front {
        &self.front
    }

    /// Its file in the content folder.
    #[must_use]
    pub fn file_path(&self) -> &str {
        &self.file
    }

    /// The title in a language.
    #[must_use]
    pub fn title(&self, lang: Lang) -> &str {
        &self.body().texts.get(lang).title.text
    }

    /// The ids of its tutorials, such as `1.2-a-paths`.
    #[must_use]
    pub fn tutorials(&self) -> Vec<String> {
        self.front.tutorials.iter().map(|name| format!("{}-{name}", self.skill.tube())).collect()
    }

    /// Its texts and its generator. Those that cannot be read are empty, and every draw from them is an error;
    /// [`crate::Release::build`] tells why.
    pub(crate) fn body(&self) -> &Body {
        let read = || {
            let document = document::cut(&self.file, &self.text)?;
            body(&self.file, &document, &self.workshop)
        };
        self.body.get_or_init(|| read().unwrap_or_default())
    }

    /// Reads a family's file.
    pub(crate) fn read(
        path: Path<'_>,
        text: &str,
        workshop: &Arc<Workshop>,
        reading: Reading,
    ) -> Result<Self, Vec<Problem>> {
        let file = path.file;
        let document = document::cut(file, text)?;
        let front = from_toml::<Front>(file, document.front.line, &document.front.text);
        let body = match reading {
            Reading::Whole => body(file, &document, workshop).map(OnceLock::from),
            Reading::Lazy => Ok(OnceLock::new()),
        };
        match (front, body) {
            (Ok(front), Ok(body)) => {
                let key = key_of(&path.id);
                let (workshop, text) = (Arc::clone(workshop), text.into());
                let (id, skill, file) = (path.id, path.skill, file.to_owned());
                Ok(Self { id, key, skill, file, front, text, body, workshop })
            }
            (front, body) => Err(front.err().into_iter().chain(body.err().into_iter().flatten()).collect()),
        }
    }
}

fn body(file: &str, document: &document::Document, workshop: &Workshop) -> Result<Body, Vec<Problem>> {
    let fr = texts::read(file, document, Lang::Fr);
    let en = texts::read(file, document, Lang::En);
    let script = compile(file, document, workshop);
    match (fr, en, script) {
        (Ok(fr), Ok(en), Ok((script, script_line, script_length))) => {
            let unpaired = unpaired(file, &fr, &en);
            if unpaired.is_empty() {
                Ok(Body { texts: Both { fr, en }, script, script_line, script_length })
            } else {
                Err(unpaired)
            }
        }
        (fr, en, script) => {
            let texts = fr.err().into_iter().chain(en.err()).flatten();
            Err(texts.chain(script.err()).collect())
        }
    }
}

/// The script, the line where it begins and its number of lines.
fn compile(
    file: &str,
    document: &document::Document,
    workshop: &Workshop,
) -> Result<(AST, usize, usize), Problem> {
    let Some(script) = &document.script else {
        return Err(Problem::new(
            file,
            1,
            "the generator is missing: expected # generator and a ```rhai block",
        ));
    };
    let compiled = workshop.compile(&script.text);
    let ast = compiled.map_err(|(line, message)| Problem::new(file, script.line + line - 1, message))?;
    Ok((ast, script.line, script.text.lines().count()))
}

/// The first eight bytes of the id's SHA-256.
fn key_of(id: &str) -> i64 {
    let hash = Sha256::digest(id.as_bytes());
    hash.first_chunk::<8>().map_or(0, |bytes| i64::from_be_bytes(*bytes))
}

/// Sections written in one language only.
fn unpaired(file: &str, fr: &Texts, en: &Texts) -> Vec<Problem> {
    let mut problems = Vec::new();
    let names: [BTreeSet<(String, usize)>; 2] = [optional(fr), optional(en)];
    let [fr, en] = &names;
    for (here, there, lang) in [(fr, en, "en"), (en, fr, "fr")] {
        for (name, line) in here {
            if !there.iter().any(|(other, _)| other == name) {
                let message = format!("the section \"## {name}\" is missing under # {lang}");
                problems.push(Problem::new(file, *line, message));
            }
        }
    }
    problems
}

/// The sections a language may leave out, with their lines.
fn optional(texts: &Texts) -> BTreeSet<(String, usize)> {
    let mistakes = texts.mistakes.iter().map(|(key, written)| (format!("mistake {key}"), written.line));
    let others = [("help", &texts.help), ("alternative", &texts.alternative), ("expected", &texts.expected)];
    let others = others
        .into_iter()
        .filter_map(|(name, written)| written.as_ref().map(|written| (name.to_owned(), written.line)));
    mistakes.chain(others).collect()
}
