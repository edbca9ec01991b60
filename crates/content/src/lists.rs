//! The lists of words generators draw from: `library/*.toml`.

use std::collections::BTreeMap;

use rhai::ImmutableString;
use serde::Deserialize;

use crate::lang::{Both, Lang};
use crate::problem::{Problem, from_toml};
use crate::source::Source;

/// Every list by name, in both languages; a list without languages is the same in both.
#[derive(Debug, Default)]
pub(crate) struct Lists {
    lists: BTreeMap<String, Both<Vec<ImmutableString>>>,
}

/// A line of a list file: one text for both languages, or a French and an English one.
#[derive(Deserialize)]
#[serde(untagged)]
enum Entry {
    Same(String),
    Pair(String, String),
}

impl Lists {
    /// Reads every list of the library.
    pub fn read(source: &Source) -> (Self, Vec<Problem>) {
        let (mut lists, mut problems) = (Self::default(), Vec::new());
        for (path, bytes) in source.iter() {
            if path.starts_with("library/") && path.ends_with(".toml") {
                problems.extend(lists.add(path, &String::from_utf8_lossy(bytes)));
            }
        }
        (lists, problems)
    }

    fn add(&mut self, path: &str, text: &str) -> Vec<Problem> {
        let read: BTreeMap<String, Vec<Entry>> = match from_toml(path, 1, text) {
            Ok(read) => read,
            Err(problem) => return vec![problem],
        };
        let mut problems = Vec::new();
        for (name, entries) in read {
            let mut both = Both::<Vec<ImmutableString>>::default();
            for entry in entries {
                let (fr, en) = match entry {
                    Entry::Same(text) => (text.clone(), text),
                    Entry::Pair(fr, en) => (fr, en),
                };
                both.fr.push(fr.into());
                both.en.push(en.into());
            }
            let line = 1 + text.lines().position(|line| line.starts_with(&name)).unwrap_or(0);
            for (lang, list) in [(Lang::Fr, &both.fr), (Lang::En, &both.en)] {
                if let Some(twice) = repeated(list) {
                    let message = format!("the list {name} holds {twice:?} twice in {}", lang.code());
                    problems.push(Problem::new(path, line, message));
                }
            }
            if self.lists.insert(name.clone(), both).is_some() {
                problems.push(Problem::new(
                    path,
                    line,
                    format!("the list {name} is already in another file"),
                ));
            }
        }
        problems
    }

    /// A list in a language.
    pub fn get(&self, name: &str, lang: Lang) -> Option<&[ImmutableString]> {
        self.lists.get(name).map(|both| both.get(lang).as_slice())
    }

    /// The names of all lists, for messages.
    pub fn names(&self) -> String {
        self.lists.keys().map(String::as_str).collect::<Vec<_>>().join(", ")
    }
}

/// The first text that stands twice in a list.
fn repeated(list: &[ImmutableString]) -> Option<&str> {
    let mut seen = std::collections::BTreeSet::new();
    list.iter().map(ImmutableString::as_str).find(|text| !seen.insert(*text))
}
