//! The places of an organisation: how many there are, and the lots with their days.

use maud::{Markup, html};
use rules::places::{Lot as Counted, Places, State};
use store::place_lot::Lot;

use super::banner::Tone;
use super::icon::Icon;
use super::stats::stats;
use super::tag::tag;
use crate::Words;
use crate::moment::date;

/// A column of its own: what is read above it, and what stands in it.
pub type Column<'a> = (&'a str, &'a dyn Fn(&Lot) -> Markup);

/// The places at an instant.
#[must_use]
pub fn places(lots: &[Lot], occupied: i64, now: i64) -> Places {
    Places::of(lots.iter().map(counted), occupied, now)
}

const fn counted(lot: &Lot) -> Counted {
    Counted { places: lot.places, from: lot.active_from, until: lot.active_until }
}

/// The three numbers.
#[must_use]
pub fn place_counts(words: Words, places: Places) -> Markup {
    stats(&[
        (words.say("places-capacity"), places.capacity.to_string(), ""),
        (words.say("places-occupied"), places.occupied.to_string(), ""),
        (words.say("places-free"), places.free().to_string(), ""),
    ])
}

/// The lots under a heading, with further columns at the end; a sentence where there is none.
#[must_use]
pub fn place_lots(words: Words, lots: &[Lot], now: i64, further: &[Column<'_>]) -> Markup {
    html! {
        div class="stack-s" {
            h2 id="lots" { (words.say("places-lots")) }
            @if lots.is_empty() { p class="muted" { (words.say("places-none")) } } @else {
                div class="card card--table scroll" tabindex="0" role="region" aria-labelledby="lots" {
                    table class="table table--people" {
                        thead { tr {
                            th scope="col" { (words.say("places-reference")) }
                            th scope="col" class="num" { (words.say("places-count")) }
                            th scope="col" { (words.say("places-from")) }
                            th scope="col" { (words.say("places-until")) }
                            th scope="col" { (words.say("places-state")) }
                            @for (title, _) in further { th scope="col" { (title) } }
                        } }
                        tbody { @for lot in lots { (line(words, lot, now, further)) } }
                    }
                }
            }
        }
    }
}

fn line(words: Words, lot: &Lot, now: i64, further: &[Column<'_>]) -> Markup {
    let lang = words.lang();
    html! {
        tr {
            th scope="row" { (lot.reference) }
            td class="num" data-label=(words.say("places-count")) { (lot.places) }
            td data-label=(words.say("places-from")) { (date(lang, lot.active_from)) }
            td data-label=(words.say("places-until")) {
                @match lot.active_until { Some(until) => (date(lang, until)), None => (words.say("places-endless")) }
            }
            td data-label=(words.say("places-state")) { (state(words, counted(lot).state(now))) }
            @for (title, content) in further { td data-label=(title) { (content(lot)) } }
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
