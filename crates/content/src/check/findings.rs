//! What was found in one file: the same finding on many seeds is told once.

use std::collections::BTreeMap;

use crate::problem::Problem;

/// Findings gathered while seeds are drawn.
pub(super) struct Findings {
    file: String,
    /// By gravity, line and topic: how often, and the first message.
    found: BTreeMap<(bool, usize, String), (u64, String)>,
}

/// Findings ready for the report.
pub(super) struct Told {
    pub problems: Vec<Problem>,
    pub notes: Vec<Problem>,
}

impl Findings {
    pub fn new(file: &str) -> Self {
        Self { file: file.to_owned(), found: BTreeMap::new() }
    }

    /// Something to correct. The same topic at the same line is told once, with its first message.
    pub fn problem(&mut self, line: usize, topic: &str, message: impl FnOnce() -> String) {
        self.add(false, line, topic, message);
    }

    /// Something that deserves a second look.
    pub fn note(&mut self, line: usize, topic: &str, message: impl FnOnce() -> String) {
        self.add(true, line, topic, message);
    }

    fn add(&mut self, note: bool, line: usize, topic: &str, message: impl FnOnce() -> String) {
        let entry = self.found.entry((note, line, topic.to_owned())).or_insert_with(|| (0, message()));
        entry.0 += 1;
    }

    /// Whether anything must be corrected so far.
    pub fn is_clean(&self) -> bool {
        !self.found.keys().any(|(note, _, _)| !note)
    }

    pub fn told(self) -> Told {
        let mut told = Told { problems: Vec::new(), notes: Vec::new() };
        for ((note, line, _), (times, message)) in self.found {
            let more = if times > 1 { format!(" [{times} times]") } else { String::new() };
            let problem = Problem::new(&self.file, line, format!("{message}{more}"));
            if note { told.notes.push(problem) } else { told.problems.push(problem) }
        }
        told
    }
}
