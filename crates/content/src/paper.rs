//! What a learner may see of an instance, and what only the server may.

use std::collections::BTreeMap;

use crate::exhibit::Exhibit;
use crate::front::{Mode, TextSize};
use crate::html::Html;
use crate::lang::Lang;
use crate::readability;
use crate::web::WebAddress;

/// A question as one learner meets it: its paper and its key.
#[derive(Clone, Debug, PartialEq)]
pub struct Instance {
    /// All a learner may see before answering.
    pub paper: Paper,
    /// The solution and what is shown afterwards; never leaves the server before the answer.
    pub key: Key,
}

/// All a learner may see before answering. Nothing in it, not even an order, tells the solution.
#[derive(Clone, Debug, PartialEq)]
pub struct Paper {
    /// The id of the family, such as `1.2-a-3-written-path`.
    pub family: String,
    /// The language of the texts.
    pub lang: Lang,
    /// The act, in a few words, for lists.
    pub title: String,
    /// The question itself, one sentence without block elements: the page's heading.
    pub question: Html,
    /// Who, why, what is given.
    pub statement: Html,
    /// The form of the answer, when the family says it in its own words.
    pub help: Option<Html>,
    /// What a file or a picture carries, as text.
    pub alternative: Option<Html>,
    /// Evidence shown under the statement.
    pub exhibits: Vec<Exhibit>,
    /// Files to download, made by [`crate::Family::file`].
    pub downloads: Vec<Download>,
    /// Where the mini-web begins, when there is one to explore, made by [`crate::Family::web`].
    pub web: Option<WebAddress>,
    /// Whether the options are pictures, made by [`crate::Family::picture`], that their texts describe.
    pub pictures: bool,
    /// The fields of the answer.
    pub input: Input,
    /// Where one may look.
    pub mode: Mode,
    /// Seconds allowed, when time is part of the skill.
    pub timer: Option<u32>,
}

impl Paper {
    /// How easy the statement and the question are to read, by an index made for French: see [`readability::ease`].
    #[must_use]
    pub fn reading_ease(&self) -> f64 {
        readability::ease(&format!("{} {}", self.statement.plain(), self.question.plain()))
    }
}

/// A file of an instance, proposed in one or more formats.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Download {
    /// Its name without the ending.
    pub name: String,
    /// The formats it can be had in, the first one proposed first.
    pub formats: Vec<Format>,
    /// The whole file name, when the family forces it.
    pub filename: Option<String>,
}

impl Download {
    /// The name of the file in a format.
    #[must_use]
    pub fn file_name(&self, format: Format) -> String {
        self.filename.clone().unwrap_or_else(|| format!("{}.{}", self.name, format.ending()))
    }
}

/// A format of download.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Format {
    /// `OpenDocument` spreadsheet.
    Ods,
    /// Office Open XML spreadsheet.
    Xlsx,
    /// Comma-separated values.
    Csv,
    /// `OpenDocument` text.
    Odt,
    /// Office Open XML text.
    Docx,
    /// Portable document.
    Pdf,
    /// Plain text.
    Txt,
    /// JPEG picture.
    Jpg,
    /// PNG picture.
    Png,
    /// Compressed folder.
    Zip,
    /// A mail message.
    Eml,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 11] = [
        Self::Ods,
        Self::Xlsx,
        Self::Csv,
        Self::Odt,
        Self::Docx,
        Self::Pdf,
        Self::Txt,
        Self::Jpg,
        Self::Png,
        Self::Zip,
        Self::Eml,
    ];

    /// The ending of file names, without the dot; also the name generators use.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Ods => "ods",
            Self::Xlsx => "xlsx",
            Self::Csv => "csv",
            Self::Odt => "odt",
            Self::Docx => "docx",
            Self::Pdf => "pdf",
            Self::Txt => "txt",
            Self::Jpg => "jpg",
            Self::Png => "png",
            Self::Zip => "zip",
            Self::Eml => "eml",
        }
    }

    /// The format with this ending.
    #[must_use]
    pub fn parse(ending: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.ending() == ending)
    }

    /// The media type to send the file with.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Ods => "application/vnd.oasis.opendocument.spreadsheet",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Csv => "text/csv",
            Self::Odt => "application/vnd.oasis.opendocument.text",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Pdf => "application/pdf",
            Self::Txt => "text/plain",
            Self::Jpg => "image/jpeg",
            Self::Png => "image/png",
            Self::Zip => "application/zip",
            Self::Eml => "message/rfc822",
        }
    }
}

/// The fields of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// One option among several.
    Choice {
        /// The options, already in the order to show.
        options: Vec<String>,
    },
    /// Any number of options.
    Choices {
        /// The options, already in the order to show.
        options: Vec<String>,
    },
    /// A short text.
    Text {
        /// How wide the field is.
        size: TextSize,
    },
    /// A number.
    Number {
        /// The unit to show after the field.
        unit: Option<String>,
    },
    /// A date.
    Date,
    /// Several fields, each with its own answer.
    Fields(Vec<InputField>),
    /// Several fields whose answers come in any order; the keys are `1`, `2`…
    Set {
        /// The label of each field.
        labels: Vec<String>,
    },
    /// Lines to put in order.
    Order {
        /// The lines, already shuffled.
        items: Vec<String>,
    },
}

/// One of several fields.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InputField {
    /// The name of the field in the form and in the answer.
    pub key: String,
    /// The label.
    pub label: String,
    /// What is entered.
    pub kind: FieldKind,
}

/// What is entered in one of several fields.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldKind {
    /// A short text.
    Text,
    /// A number.
    Number {
        /// The unit to show after the field.
        unit: Option<String>,
    },
    /// A date.
    Date,
    /// One of these texts.
    Select {
        /// The texts, already in the order to show.
        options: Vec<String>,
    },
}

/// The solution of an instance and what is shown after the answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Key {
    /// What the grader needs.
    pub question: grade::Question,
    /// The right answer as shown to the learner.
    pub expected: Expected,
    /// How to do it, in 20 seconds.
    pub correction: Html,
    /// One nudge.
    pub hint: Html,
    /// What to say to each mistake, by its key.
    pub feedback: BTreeMap<String, Html>,
    /// The ids of the tutorials, such as `1.2-a-paths`.
    pub tutorials: Vec<String>,
}

/// The right answer as shown to the learner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expected {
    /// The family says it in its own words.
    Written(Html),
    /// One text: an option, a word, a number with its unit, a date.
    One(String),
    /// Several texts in any order: the right options, the texts of a set.
    Several(Vec<String>),
    /// Lines in the right order.
    Steps(Vec<String>),
    /// Each field's label and its answer.
    Fields(Vec<(String, String)>),
}
