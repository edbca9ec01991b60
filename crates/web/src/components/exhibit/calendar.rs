//! The events of a calendar, day by day: a list reads well on every screen.

use content::{Day, Event};
use maud::{Markup, html};

use crate::Words;

/// The days that hold events.
pub fn calendar(words: Words, days: &[Day]) -> Markup {
    html! {
        div class="window" { @for day in days {
            div {
                h3 class="window__title" { (day.name) }
                ul class="rows" { @for one in &day.events { li { (event(words, one)) } } }
            }
        } }
    }
}

fn event(words: Words, event: &Event) -> Markup {
    html! {
        span class="muted" {
            @if let Some((from, to)) = &event.hours { (from) " – " (to) } @else { (words.say("exhibit-all-day")) }
        }
        " " span { (event.title) }
        @if let Some(place) = &event.place { " " span class="rows__end" { (place) } }
    }
}
