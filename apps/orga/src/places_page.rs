//! The page of [`crate::places`].

use maud::{Markup, html};
use rules::places::{Lot as Counted, Places, State};
use store::place_lot::Lot;
use web::Words;
use web::components::banner::{Tone, banner};
use web::components::icon::Icon;
use web::components::stats::stats;
use web::components::tag::tag;
use web::moment::date;

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
    let places = Places::of(shown.lots.iter().map(counted), shown.occupied, shown.now);
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
            (stats(&[
                (words.say("places-capacity"), places.capacity.to_string(), ""),
                (words.say("places-occupied"), places.occupied.to_string(), ""),
                (words.say("places-free"), places.free().to_string(), ""),
            ]))
            div class="stack-s" {
                h2 id="lots" { (words.say("places-lots")) }
                @if shown.lots.is_empty() { p class="muted" { (words.say("places-none")) } } @else { (lots(shown)) }
            }
            section class="stack-s narrow-text" aria-labelledby="how" {
                h2 id="how" { (words.say("places-how-title")) }
                p { (words.say("places-how")) }
                p { (words.say("places-how-freed")) }
            }
        }
    }
}

const fn counted(lot: &Lot) -> Counted {
    Counted { places: lot.places, from: lot.active_from, until: lot.active_until }
}

fn lots(shown: &Shown<'_>) -> Markup {
    let words = shown.words;
    html! {
        div class="card card--table scroll" tabindex="0" role="region" aria-labelledby="lots" {
            table class="table table--people" {
                thead { tr {
                    th scope="col" { (words.say("places-reference")) }
                    th scope="col" class="num" { (words.say("places-count")) }
                    th scope="col" { (words.say("places-from")) }
                    th scope="col" { (words.say("places-until")) }
                    th scope="col" { (words.say("places-state")) }
                } }
                tbody { @for lot in shown.lots { (line(shown, lot)) } }
            }
        }
    }
}

fn line(shown: &Shown<'_>, lot: &Lot) -> Markup {
    let (words, lang) = (shown.words, shown.words.lang());
    html! {
        tr {
            th scope="row" { (lot.reference) }
            td class="num" data-label=(words.say("places-count")) { (lot.places) }
            td data-label=(words.say("places-from")) { (date(lang, lot.active_from)) }
            td data-label=(words.say("places-until")) {
                @match lot.active_until { Some(until) => (date(lang, until)), None => (words.say("places-endless")) }
            }
            td data-label=(words.say("places-state")) { (state(words, counted(lot).state(shown.now))) }
        }
    }
}

fn state(words: Words, state: State) -> Markup {
    match state {
        State::Pending => tag(Tone::Info, Icon::Clock, words.say("places-pending")),
        State::Active => tag(Tone::Ok, Icon::Check, words.say("places-active")),
        State::Expired => html! { span class="muted" { (words.say("places-expired")) } },
    }
}
