//! What can be wrong with a question: kinds of problem, by what they concern, each with the first thing to try.

use content::Paper;
use web::words::key;

/// What a problem concerns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// What is asked.
    Question,
    /// A picture to choose.
    Picture,
    /// A window or a document shown under the statement.
    Exhibit,
    /// A link.
    Link,
    /// A file to download.
    File,
    /// Reading and answering with one's own means.
    Access,
    /// The answer expected, on the correction.
    Answer,
    /// A tutorial, on the correction.
    Tutorial,
    /// Anything else.
    Other,
}

/// A kind of problem.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kind {
    /// How it is kept and sent; it never changes its meaning.
    pub code: &'static str,
    /// The key of its name.
    pub name: &'static str,
    /// The key of what to try first.
    pub help: Option<&'static str>,
}

const fn kind(code: &'static str, name: &'static str, help: Option<&'static str>) -> Kind {
    Kind { code, name, help }
}

const QUESTION: [Kind; 2] = [
    kind("question-unclear", key("report-question-unclear"), Some(key("report-question-unclear-help"))),
    kind("question-mistake", key("report-question-mistake"), None),
];
const PICTURE: [Kind; 2] = [
    kind("picture-missing", key("report-picture-missing"), Some(key("report-picture-missing-help"))),
    kind("picture-unreadable", key("report-picture-unreadable"), Some(key("report-zoom-help"))),
];
const EXHIBIT: [Kind; 2] = [
    kind("exhibit-unreadable", key("report-exhibit-unreadable"), Some(key("report-zoom-help"))),
    kind("exhibit-wrong", key("report-exhibit-wrong"), None),
];
const LINK: [Kind; 1] =
    [kind("link-broken", key("report-link-broken"), Some(key("report-link-broken-help")))];
const FILE: [Kind; 3] = [
    kind("file-missing", key("report-file-missing"), Some(key("report-file-missing-help"))),
    kind("file-unopened", key("report-file-unopened"), Some(key("report-file-unopened-help"))),
    kind("file-wrong", key("report-file-wrong"), None),
];
const ACCESS: [Kind; 4] = [
    kind("access-keyboard", key("report-access-keyboard"), None),
    kind("access-reader", key("report-access-reader"), Some(key("report-access-reader-help"))),
    kind("access-display", key("report-access-display"), Some(key("report-access-display-help"))),
    kind("access-time", key("report-access-time"), None),
];
const ANSWER: [Kind; 2] = [
    kind("answer-refused", key("report-answer-refused"), None),
    kind("answer-unclear", key("report-answer-unclear"), None),
];
const TUTORIAL: [Kind; 1] = [kind("tutorial-unclear", key("report-tutorial-unclear"), None)];
const OTHER: [Kind; 1] = [kind("other", key("report-other-kind"), None)];

impl Subject {
    /// Every subject, in the order they are shown.
    pub const ALL: [Self; 9] = [
        Self::Question,
        Self::Picture,
        Self::Exhibit,
        Self::Link,
        Self::File,
        Self::Answer,
        Self::Tutorial,
        Self::Access,
        Self::Other,
    ];

    /// The key of its name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Question => key("report-question"),
            Self::Picture => key("report-picture"),
            Self::Exhibit => key("report-exhibit"),
            Self::Link => key("report-link"),
            Self::File => key("report-file"),
            Self::Access => key("report-access"),
            Self::Answer => key("report-answer"),
            Self::Tutorial => key("report-tutorial"),
            Self::Other => key("report-other"),
        }
    }

    /// Its kinds of problem.
    pub const fn kinds(self) -> &'static [Kind] {
        match self {
            Self::Question => &QUESTION,
            Self::Picture => &PICTURE,
            Self::Exhibit => &EXHIBIT,
            Self::Link => &LINK,
            Self::File => &FILE,
            Self::Access => &ACCESS,
            Self::Answer => &ANSWER,
            Self::Tutorial => &TUTORIAL,
            Self::Other => &OTHER,
        }
    }

    /// Whether it is there to have a problem with: in this question, before or after its answer.
    pub fn concerns(self, paper: &Paper, answered: bool) -> bool {
        match self {
            Self::Question | Self::Access | Self::Other => true,
            Self::Picture => paper.pictures,
            Self::Exhibit => !paper.exhibits.is_empty() || paper.web.is_some(),
            Self::Link => paper.statement.as_str().contains("<a "),
            Self::File => !paper.downloads.is_empty(),
            Self::Answer | Self::Tutorial => answered,
        }
    }
}

/// The kind with a code, and what it concerns.
pub fn of_code(code: &str) -> Option<(Subject, Kind)> {
    Subject::ALL.into_iter().find_map(|subject| {
        let kind = subject.kinds().iter().copied().find(|kind| kind.code == code)?;
        Some((subject, kind))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_kind_has_a_code_of_its_own() {
        let kinds: Vec<Kind> = Subject::ALL.into_iter().flat_map(Subject::kinds).copied().collect();
        let codes: BTreeSet<&str> = kinds.iter().map(|kind| kind.code).collect();
        assert_eq!(codes.len(), kinds.len());
        for kind in kinds {
            assert_eq!(of_code(kind.code).map(|(_, found)| found), Some(kind));
        }
        assert_eq!(of_code("nonsense"), None);
    }
}
