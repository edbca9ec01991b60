//! A card: a surface with an outline. Never a card in a card.

use maud::{Markup, html};

/// The ground of a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Ground {
    /// White, outlined.
    #[default]
    Plain,
    /// A little darker than the page.
    Sunken,
    /// A tint of the app's colour.
    Accent,
}

/// A card around some content.
#[must_use]
pub fn card(ground: Ground, inside: &Markup) -> Markup {
    let class = match ground {
        Ground::Plain => "card stack",
        Ground::Sunken => "card card--sunken stack",
        Ground::Accent => "card card--accent stack",
    };
    html! { div class=(class) { (inside) } }
}
