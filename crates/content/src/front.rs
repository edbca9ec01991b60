//! The front matter of a family.

use serde::Deserialize;

/// How a family is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum AnswerKind {
    /// One line among several.
    Choice,
    /// All the right lines among several.
    Choices,
    /// A short text.
    Text,
    /// A number.
    Number,
    /// A date.
    Date,
    /// Several fields, each with its own answer.
    Fields,
    /// Several fields whose answers come in any order.
    Set,
    /// Lines to put in order.
    Order,
}

impl AnswerKind {
    /// Its name in the front matter.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Choice => "choice",
            Self::Choices => "choices",
            Self::Text => "text",
            Self::Number => "number",
            Self::Date => "date",
            Self::Fields => "fields",
            Self::Set => "set",
            Self::Order => "order",
        }
    }
}

/// Where the learner may look for the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Mode {
    /// The web and one's own software are allowed.
    Free,
    /// A question of knowledge: leaving the page is noticed.
    Focus,
}

impl Mode {
    /// Its name in the front matter.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Free => "free",
            Self::Focus => "focus",
        }
    }
}

/// What the learner does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Performs the act on a real file.
    Do,
    /// Reads an exhibit.
    Investigate,
    /// Shows knowledge.
    Know,
}

impl Kind {
    /// Its name in the front matter.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Do => "do",
            Self::Investigate => "investigate",
            Self::Know => "know",
        }
    }
}

/// A device a family can be solved on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Device {
    /// A telephone.
    Phone,
    /// A tablet.
    Tablet,
    /// A computer.
    Desktop,
}

impl Device {
    /// Its name in the front matter.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Phone => "phone",
            Self::Tablet => "tablet",
            Self::Desktop => "desktop",
        }
    }
}

/// Whether a group of people can solve a family.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Reach {
    /// As it is.
    Yes,
    /// With the written alternative or another aid.
    Helped,
    /// Not at all: the equivalent family is for them.
    No,
}

/// Who can solve a family.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Access {
    /// People who use a screen reader.
    pub blind: Reach,
    /// People who do not tell all colours apart.
    pub colour_blind: Reach,
    /// People who do not hear.
    pub deaf: Reach,
    /// People who cannot use a mouse or type fast.
    pub motor: Reach,
}

impl Access {
    /// Each group with its name in the front matter.
    #[must_use]
    pub const fn groups(&self) -> [(&'static str, Reach); 4] {
        [
            ("blind", self.blind),
            ("colour_blind", self.colour_blind),
            ("deaf", self.deaf),
            ("motor", self.motor),
        ]
    }
}

/// What the grader forgives in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Treatment {
    /// Capitals and accents.
    Case,
    /// Punctuation and spaces.
    Punctuation,
    /// Small slips of the fingers.
    Typos,
}

/// How wide the field of a text is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TextSize {
    /// One word.
    #[default]
    Word,
    /// A code, shown in a monospaced field.
    Code,
    /// A sentence.
    Sentence,
}

/// Everything a family says about itself before its texts.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Front {
    /// How it is answered.
    pub answer: AnswerKind,
    /// Where one may look.
    pub mode: Mode,
    /// What one does.
    pub kind: Kind,
    /// Minutes an average person needs.
    pub minutes: u8,
    /// Devices it can be solved on.
    pub devices: Vec<Device>,
    /// Who can solve it.
    pub access: Access,
    /// The id of a family of the same skill for those who cannot solve this one.
    pub equivalent: Option<String>,
    /// Two tutorials of the tube's folder, by file name without `.md`.
    pub tutorials: Vec<String>,
    /// The licence of the text and the data.
    pub licence: String,
    /// Who wrote it.
    pub author: String,
    /// Where it comes from.
    pub provenance: String,
    /// What is forgiven in texts; by default case and punctuation.
    pub tolerance: Option<Vec<Treatment>>,
    /// The width of a text field.
    #[serde(default)]
    pub size: TextSize,
    /// Seconds allowed, when time is part of the skill.
    pub timer: Option<u32>,
    /// Keeps the written order of the options instead of shuffling them.
    #[serde(default)]
    pub ordered: bool,
}
