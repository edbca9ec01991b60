//! A link to a short lesson.

use maud::{Markup, html};

use super::icon::Icon;
use crate::Words;

/// A tutorial with the time it takes.
#[must_use]
pub fn tutorial(words: Words, title: &str, href: &str, minutes: u8) -> Markup {
    html! {
        a class="file" href=(href) {
            (Icon::Book)
            span { b { (title) } span class="muted small" { (words.with("tutorial-minutes", &[("n", minutes.into())])) } }
        }
    }
}
