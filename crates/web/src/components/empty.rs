//! Nothing here yet: what will be here, and the action that starts it.

use maud::{Markup, html};

use super::button::Button;
use super::honeycomb;

/// An empty place, with at most one action.
#[must_use]
pub fn empty(title: &str, text: &str, action: Option<&Button<'_>>) -> Markup {
    html! {
        div class="empty" {
            (honeycomb::mark())
            h2 { (title) }
            p class="muted" { (text) }
            @if let Some(action) = action { (action) }
        }
    }
}
