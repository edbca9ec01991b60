//! A tutorial: a short lesson of ours.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Deserialize;

use crate::document::{self, Block, Section};
use crate::family::Reading;
use crate::html::Html;
use crate::lang::{Both, Lang};
use crate::problem::{Problem, from_toml};
use crate::template::{Fault, Template};
use crate::typography::typeset;

/// A short lesson.
#[derive(Clone, Debug)]
pub struct Tutorial {
    /// Its id, such as `1.2-a-paths`.
    pub id: String,
    /// Its file in the content folder.
    pub file: String,
    /// The front matter.
    pub front: TutorialFront,
    /// Its title.
    pub title: Both<String>,
    /// The lines of the file where the French and the English texts begin.
    pub(crate) lines: Both<usize>,
    /// Its text in Markdown.
    written: Both<Block>,
    /// Its text as HTML: made when it is first read.
    body: OnceLock<Both<Html>>,
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
    /// Its text. One that cannot be read is empty; [`crate::Release::build`] tells why.
    #[must_use]
    pub fn body(&self, lang: Lang) -> &Html {
        self.body.get_or_init(|| html(&self.file, &self.written).unwrap_or_default()).get(lang)
    }

    /// Reads `1.2/a/tutorials/paths.md`.
    pub(crate) fn read(id: &str, file: &str, text: &str, reading: Reading) -> Result<Self, Vec<Problem>> {
        let document = document::cut(file, text)?;
        let front: TutorialFront =
            from_toml(file, document.front.line, &document.front.text).map_err(|problem| vec![problem])?;
        let mut problems = unknown(file, &document);
        let (mut title, mut lines, mut written) = <(Both<String>, Both<usize>, Both<Block>)>::default();
        for (lang, title, line, block) in [
            (Lang::Fr, &mut title.fr, &mut lines.fr, &mut written.fr),
            (Lang::En, &mut title.en, &mut lines.en, &mut written.en),
        ] {
            let find = |name| document.sections.iter().find(|part| part.lang == lang && part.name == name);
            let (Some(heading), Some(text)): (Option<&Section>, _) = (find("title"), find("body")) else {
                let message = format!("# {}: expected ## title and ## body", lang.code());
                problems.push(Problem::new(file, 1, message));
                continue;
            };
            *title = typeset(lang, heading.body.text.trim()).into_owned();
            *line = text.line;
            *block = text.body.clone();
        }
        let body = match reading {
            Reading::Whole => html(file, &written).map(OnceLock::from),
            Reading::Lazy => Ok(OnceLock::new()),
        };
        match body {
            Ok(body) if problems.is_empty() => {
                Ok(Self { id: id.to_owned(), file: file.to_owned(), front, title, lines, written, body })
            }
            body => Err(problems.into_iter().chain(body.err().into_iter().flatten()).collect()),
        }
    }
}

fn html(file: &str, written: &Both<Block>) -> Result<Both<Html>, Vec<Problem>> {
    let read = |lang| {
        let say = |(line, message)| Problem::new(file, line, message);
        let faults = |faults: Vec<Fault>| faults.into_iter().map(say).collect::<Vec<_>>();
        let template = Template::blocks(lang, written.get(lang)).map_err(faults)?;
        template
            .fill(&BTreeMap::new())
            .map_err(|(name, line)| vec![say((line, format!("{{{{{name}}}}}: a tutorial has no values")))])
    };
    match (read(Lang::Fr), read(Lang::En)) {
        (Ok(fr), Ok(en)) => Ok(Both { fr, en }),
        (fr, en) => Err(fr.err().into_iter().chain(en.err()).flatten().collect()),
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
