//! A few figures side by side.

use maud::{Markup, html};

/// Figures with their label and, if needed, a small word after ("sur 24").
#[must_use]
pub fn stats(figures: &[(&str, String, &str)]) -> Markup {
    html! {
        dl class="stats" {
            @for (label, figure, after) in figures {
                div { dt { (label) } dd { (figure) @if !after.is_empty() { " " small { (after) } } } }
            }
        }
    }
}
