//! A line that opens: an answer of the checkpoint, a question of the help page.

use maud::{Markup, html};

use super::icon::Icon;
use super::status::{Status, status_icon};
use crate::Words;

/// A line with the status of an answer, opening on its correction.
#[must_use]
pub fn answered(words: Words, status: Status, title: &str, open: bool, inside: &Markup) -> Markup {
    html! {
        details class="fold" open[open] {
            summary {
                (status_icon(status))
                span class="fold__head" {
                    span class="small muted" { (status.word(words)) }
                    span class="fold__title" { (title) }
                }
                (Icon::Chevron.classed("chev"))
            }
            div class="fold__body" { (inside) }
        }
    }
}

/// A plain line that opens.
#[must_use]
pub fn fold(title: &str, open: bool, inside: &Markup) -> Markup {
    html! {
        details class="fold" open[open] {
            summary { span class="fold__head fold__title" { (title) } (Icon::Chevron.classed("chev")) }
            div class="fold__body" { (inside) }
        }
    }
}

/// A few words that open in place: an alternative text, a report form.
#[must_use]
pub fn more(title: &str, inside: &Markup) -> Markup {
    html! { details class="more" { summary { (Icon::Chevron.classed("chev")) (title) } div class="more__body" { (inside) } } }
}
