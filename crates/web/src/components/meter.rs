//! A bar for a share of a whole, with its figure in words.

use maud::{Markup, html};

/// A bar filled to `value` out of `of`, under its label.
#[must_use]
pub fn meter(id: &str, label: &str, value: u32, of: u32) -> Markup {
    html! {
        div class="stack-s" {
            label class="small" for=(id) { (label) }
            progress class="meter" id=(id) value=(value) max=(of.max(1)) { (value) " / " (of) }
        }
    }
}
