//! A tutorial: a short lesson of ours.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::document;
use crate::html::Html;
use crate::lang::{Both, Lang};
use crate::problem::{Problem, from_toml};
use crate::template::Template;
use crate::typography::typeset;

/// A short lesson.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tutorial {
    /// Its id, such as `1.2-a-paths`.
    pub id: String,
    /// Its file in the content folder.
    pub file: String,
    /// The front matter.
    pub front: TutorialFront,
    /// Its title.
    pub title: Both<String>,
    /// Its text.
    pub body: Both<Html>,
    /// The lines of the file where the French and the English texts begin.
    pub(crate) lines: Both<usize>,
}

/// What a tutorial says about itself.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TutorialFront {
    /// Minutes to read it.
    pub minutes: u8,
    /// The licence of the text.
    pub licence: String,
    /// Who wrote it.
    pub author: String,
    /// Where it comes from.
    pub provenance: String,
}

impl Tutorial {
    /// Reads `1.2/a/tutorials/paths.md`.
    pub(crate) fn read(id: &str, file: &str, text: &str) -> Result<Self, Vec<Problem>> {
        let document = document::cut(file, text)?;
        let front: TutorialFront =
            from_toml(file, document.front.line, &document.front.text).map_err(|problem| vec![problem])?;
        let mut problems = Vec::new();
        let (mut title, mut body) = (Both::<String>::default(), Both::<Html>::default());
        let mut lines = Both { fr: 1, en: 1 };
        for lang in Lang::ALL {
            let find = |name| document.sections.iter().find(|part| part.lang == lang && part.name == name);
            let (Some(heading), Some(text)) = (find("title"), find("body")) else {
                let message = format!("# {}: expected ## title and ## body", lang.code());
                problems.push(Problem::new(file, 1, message));
                continue;
            };
            let (title, body, line) = match lang {
                Lang::Fr => (&mut title.fr, &mut body.fr, &mut lines.fr),
                Lang::En => (&mut title.en, &mut body.en, &mut lines.en),
            };
            *title = typeset(lang, heading.body.text.trim()).into_owned();
            *line = text.line;
            match Template::blocks(lang, &text.body).map(|template| template.fill(&BTreeMap::new())) {
                Ok(Ok(html)) => *body = html,
                Ok(Err((name, line))) => {
                    let message = format!("{{{{{name}}}}}: a tutorial has no values");
                    problems.push(Problem::new(file, line, message));
                }
                Err(faults) => {
                    problems.extend(faults.into_iter().map(|(line, say)| Problem::new(file, line, say)));
                }
            }
        }
        problems.extend(unknown(file, &document));
        if !problems.is_empty() {
            return Err(problems);
        }
        Ok(Self { id: id.to_owned(), file: file.to_owned(), front, title, body, lines })
    }
}

/// Sections and scripts that a tutorial does not have.
fn unknown(file: &str, document: &document::Document) -> Vec<Problem> {
    let known = |name: &str| name == "title" || name == "body";
    let sections = document.sections.iter().filter(|section| !known(&section.name));
    let mut problems: Vec<Problem> = sections
        .map(|section| {
            let message = format!("unknown section \"## {}\": expected title or body", section.name);
            Problem::new(file, section.line, message)
        })
        .collect();
    if let Some(script) = &document.script {
        problems.push(Problem::new(file, script.line, "a tutorial has no generator"));
    }
    problems
}
