//! What just happened, said once at the head of the next page, in a live region.

use maud::{Markup, html};

use super::banner::Tone;

/// A live region, empty or with one message.
#[must_use]
pub fn toast(message: Option<(Tone, &str)>) -> Markup {
    html! {
        div role="status" {
            @if let Some((tone, text)) = message { p class="toast" { (tone.icon()) span { (text) } } }
        }
    }
}
