//! The page of [`crate::places`].

use maud::{Markup, html};
use store::place_lot::Lot;
use web::Words;
use web::components::banner::{Tone, banner};
use web::components::place_lots::{place_counts, place_lots, places};

/// What the page shows.
pub struct Shown<'a> {
    /// The language.
    pub words: Words,
    /// The lots, the latest to begin first.
    pub lots: &'a [Lot],
    /// How many places are taken.
    pub occupied: i64,
    /// The present instant.
    pub now: i64,
}

/// The whole page.
pub fn page(shown: &Shown<'_>) -> Markup {
    let words = shown.words;
    let places = places(shown.lots, shown.occupied, shown.now);
    html! {
        div class="stack-l" {
            div class="stack" {
                h1 { (words.say("places-title")) }
                p class="lead narrow-text" { (words.say("places-lead")) }
            }
            @if places.over() > 0 && !shown.lots.is_empty() {
                (banner(Tone::Warn, &html! {
                    p { strong { (words.with("places-over", &[("n", places.over().into())])) } }
                    p { (words.say("places-over-next")) }
                }))
            }
            (place_counts(words, places))
            (place_lots(words, shown.lots, shown.now, &[]))
            section class="stack-s narrow-text" aria-labelledby="how" {
                h2 id="how" { (words.say("places-how-title")) }
                p { (words.say("places-how")) }
                p { (words.say("places-how-freed")) }
            }
        }
    }
}
