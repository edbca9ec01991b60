//! A code to give to somebody, with a button that copies it where scripts run.

use maud::{Markup, html};

use super::icon::Icon;
use crate::Words;

/// A code, shown as given and copied without its spaces.
#[must_use]
pub fn code(words: Words, shown: &str) -> Markup {
    let bare: String = shown.split_whitespace().collect();
    html! {
        span class="code" {
            code { (breakable(shown)) }
            button type="button" hidden data-copy=(bare) data-done=(words.say("code-copied")) {
                (Icon::Copy) span data-label aria-live="polite" { (words.say("code-copy")) }
            }
        }
    }
}

/// An address that has no room on a line goes on after a slash, and nowhere else where that is enough.
fn breakable(shown: &str) -> Markup {
    html! {
        @for part in shown.split_inclusive('/') {
            (part)
            @if part.ends_with('/') && !part.ends_with(":/") { wbr; }
        }
    }
}
