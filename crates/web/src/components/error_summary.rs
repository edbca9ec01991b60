//! What must be corrected, at the head of a form: takes the focus, leads to each field.

use maud::{Markup, html};

use super::field::id_of;
use super::icon::Icon;
use crate::Words;

/// The summary of a form's errors, each the name of a field and what is wrong; nothing when there is none.
#[must_use]
pub fn error_summary(words: Words, errors: &[(&str, &str)]) -> Markup {
    html! {
        @if !errors.is_empty() {
            section class="banner banner--error summary" tabindex="-1" autofocus data-summary aria-labelledby="errors" {
                (Icon::Warning)
                div class="banner__in" {
                    h2 id="errors" { (words.with("errors-title", &[("n", errors.len().into())])) }
                    ul class="list" {
                        @for (name, text) in errors { li { a href={ "#" (id_of(name)) } { (text) } } }
                    }
                }
            }
        }
    }
}
