//! How an answer went: a shape, a drawing and a word.

use maud::{Markup, html};

use super::icon::Icon;
use crate::Words;
use crate::words::key;

/// How an answer went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// Right.
    Ok,
    /// Not right yet.
    Ko,
    /// Right in part.
    Partial,
    /// Skipped.
    Skipped,
    /// Given after the time.
    TimedOut,
    /// Given after leaving the page of a focus question.
    Left,
}

impl From<grade::Status> for Status {
    fn from(status: grade::Status) -> Self {
        match status {
            grade::Status::Ok => Self::Ok,
            grade::Status::Ko => Self::Ko,
            grade::Status::Partially => Self::Partial,
            grade::Status::Skipped => Self::Skipped,
            grade::Status::TimedOut => Self::TimedOut,
            grade::Status::FocusedOut => Self::Left,
        }
    }
}

impl Status {
    /// Every status, for the page that shows the components.
    pub const ALL: [Self; 6] = [Self::Ok, Self::Partial, Self::Ko, Self::Skipped, Self::TimedOut, Self::Left];

    /// The word for it.
    #[must_use]
    pub fn word(self, words: Words) -> &'static str {
        words.say(match self {
            Self::Ok => key("outcome-ok"),
            Self::Ko => key("outcome-ko"),
            Self::Partial => key("outcome-partial"),
            Self::Skipped => key("outcome-skipped"),
            Self::TimedOut => key("outcome-timed-out"),
            Self::Left => key("outcome-left"),
        })
    }
}

/// The drawing of a status. The word must stand beside it.
#[must_use]
pub fn status_icon(status: Status) -> Markup {
    let (class, icon) = match status {
        Status::Ok => ("status status--ok", Icon::Check),
        Status::Ko => ("status status--ko", Icon::Cross),
        Status::Partial => ("status status--partial", Icon::Partial),
        Status::Skipped => ("status status--skip", Icon::Skip),
        Status::TimedOut => ("status status--timeout", Icon::Clock),
        Status::Left => ("status status--left", Icon::Leave),
    };
    html! { span class=(class) { (icon) } }
}
