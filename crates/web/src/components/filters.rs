//! The filters of a list: beside one another where there is room, behind a line that opens on a phone.

use maud::{Markup, html};

use super::icon::Icon;

/// The fields of a form that filters. On a phone they wait behind a line, open when something is filtered.
#[must_use]
pub fn filters(title: &str, filtered: bool, fields: &Markup) -> Markup {
    html! {
        details class="sieve" open[filtered] {
            summary { (title) (Icon::Chevron.classed("chev")) }
            div class="filters" { (fields) }
        }
    }
}
