//! A line that opens: an answer of the checkpoint, a question of the help page.

use maud::{Markup, html};

use super::icon::Icon;
use super::status::{Status, status_icon};
use crate::Words;

/// A line with the status of an answer, opening on its correction.
#[must_use]
pub fn answered(words: Words, status: Status, title: &str, open: bool, inside: &Markup) -> Markup {
    line(words, (status, title), None, open, inside)
}

/// The same line, closed, with a mark beside the word of the status: what else happened.
#[must_use]
pub fn answered_with(
    words: Words,
    status: Status,
    title: &str,
    mark: Option<&Markup>,
    inside: &Markup,
) -> Markup {
    line(words, (status, title), mark, false, inside)
}

fn line(
    words: Words,
    (status, title): (Status, &str),
    mark: Option<&Markup>,
    open: bool,
    inside: &Markup,
) -> Markup {
    html! {
        details class="fold" open[open] {
            summary {
                (status_icon(status))
                span class="fold__head" {
                    span class="fold__status small muted" { (status.word(words)) @if let Some(mark) = mark { " " (mark) } }
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
