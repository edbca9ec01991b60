//! What is known about one skill of one person, and how it came to be known.

use super::SkillId;

/// Whether a skill is mastered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// The skill is mastered and earns its pix.
    Validated,
    /// The skill is not mastered.
    Invalidated,
}

/// How the outcome of a skill is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Source {
    /// The person answered a question on this very skill.
    Direct,
    /// It follows from an answer on an easier or a harder skill of the same tube.
    Inferred,
}

/// One element of knowledge: an outcome on a skill, its source and its instant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Evidence {
    /// The skill it is about.
    pub skill: SkillId,
    /// Whether the skill is mastered.
    pub outcome: Outcome,
    /// How this is known.
    pub source: Source,
    /// When the answer was given, in milliseconds since 1970.
    pub at: i64,
}
