//! `/dev/components`: every component in every state. The same body is shown in the app and the density asked for.

mod actions;
mod evidence;
mod forms;
mod progress;
pub(crate) mod windows;

use maud::{Markup, html};

use crate::Words;

/// The body of the page.
#[must_use]
pub fn components_page(words: Words) -> Markup {
    html! {
        div class="stack-l" {
            header class="stack-s" {
                h1 { "Composants" }
                p class="lead" { "Chaque pièce de l’interface, dans chacun de ses états." }
            }
            (actions::section(words))
            (forms::section(words))
            (progress::section(words))
            (evidence::section(words))
        }
    }
}

/// A part of the page with its heading.
fn part(title: &str, inside: &Markup) -> Markup {
    html! { section class="stack" { h2 { (title) } (inside) } }
}
