//! Running text: an explanation, a lesson, a statement.

use maud::{Markup, PreEscaped, html};

/// A text whose HTML our own Markdown renderer made safe (content bank, legal pages): it is printed as it is.
#[must_use]
pub fn prose(safe_html: &str) -> Markup {
    html! { div class="prose" { (PreEscaped(safe_html)) } }
}
