//! A message in the page: it says what happened, what was kept, what to do.

use maud::{Markup, html};

use super::icon::Icon;

/// What a message is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tone {
    /// Good to know.
    #[default]
    Info,
    /// It worked.
    Ok,
    /// Mind this.
    Warn,
    /// It did not work.
    Error,
}

impl Tone {
    pub(super) const fn icon(self) -> Icon {
        match self {
            Self::Info => Icon::Info,
            Self::Ok => Icon::Check,
            Self::Warn | Self::Error => Icon::Warning,
        }
    }

    const fn class(self) -> &'static str {
        match self {
            Self::Info => "banner",
            Self::Ok => "banner banner--ok",
            Self::Warn => "banner banner--warn",
            Self::Error => "banner banner--error",
        }
    }
}

/// A banner around a paragraph or a few.
#[must_use]
pub fn banner(tone: Tone, inside: &Markup) -> Markup {
    html! { div class=(tone.class()) { (tone.icon()) div class="banner__in" { (inside) } } }
}
