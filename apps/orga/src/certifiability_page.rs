//! How many learners of each class may be certified, and the mark of one of them: parts of [`crate::learner_list_page`].

use std::collections::BTreeMap;

use maud::{Markup, html};
use rules::certifiability::{Certifiability, Count, Status};
use web::Words;
use web::components::banner::Tone;
use web::components::fold::fold;
use web::components::icon::Icon;
use web::components::tag::tag;
use web::moment::date;

use crate::certifiability::word;

/// The status of a learner and its day.
pub fn mark(words: Words, status: Option<Status>) -> Markup {
    let one = Certifiability::of(status);
    let tone = match one {
        Certifiability::Certifiable => Some((Tone::Ok, Icon::Check)),
        Certifiability::NotYet => Some((Tone::Info, Icon::Clock)),
        Certifiability::NotCommunicated => None,
    };
    html! {
        @match tone {
            Some((tone, icon)) => (tag(tone, icon, words.say(word(one)))),
            None => span class="muted" { (words.say(word(one))) },
        }
        @if let Some(status) = status { br; span class="muted small" { (date(words.lang(), status.at)) } }
    }
}

/// The counts of the classes behind a line with the count of all of them, so that the list comes first; `address` leads
/// to the learners of a class and a status.
pub fn by_division(
    words: Words,
    (counts, nightly): (&BTreeMap<&str, Count>, bool),
    address: impl Fn(&str, Certifiability) -> String,
) -> Markup {
    let sum = |one| counts.values().map(|count| count.of(one)).sum::<u32>();
    let total: u32 = counts.values().map(Count::total).sum();
    let title = words.with(
        "certifiability-title",
        &[("n", sum(Certifiability::Certifiable).into()), ("of", total.into())],
    );
    let how = if nightly { "certifiability-how-nightly" } else { "certifiability-how" };
    let inside = html! {
        p class="muted small narrow-text" { (words.say(how)) }
        (table(words, counts, address))
    };
    fold(&title, false, &inside)
}

fn table(
    words: Words,
    counts: &BTreeMap<&str, Count>,
    address: impl Fn(&str, Certifiability) -> String,
) -> Markup {
    html! {
        div class="scroll" tabindex="0" role="region" aria-label=(words.say("certifiability-by-division")) {
            table class="table table--people table--counts positions" {
                thead { tr {
                    th scope="col" { (words.say("learners-division")) }
                    @for one in Certifiability::ALL { th scope="col" class="r" { (words.say(word(one))) } }
                    th scope="col" { (words.say("certifiability-share")) }
                } }
                tbody { @for (division, count) in counts { tr {
                    th scope="row" { @if division.is_empty() { (words.say("certifiability-no-division")) } @else { (division) } }
                    @for one in Certifiability::ALL { td class="r" data-label=(words.say(word(one))) { (cell(words, division, (count.of(one), one), &address)) } }
                    td { (share(count)) }
                } } }
            }
        }
    }
}

/// A count that leads to those whom it counts, where a filter can name their class.
fn cell(
    words: Words,
    division: &str,
    (count, one): (u32, Certifiability),
    address: impl Fn(&str, Certifiability) -> String,
) -> Markup {
    if count == 0 || division.is_empty() {
        return html! { (count) };
    }
    html! {
        a class="tap" href=(address(division, one)) {
            (count)
            span class="visually-hidden" { " " (words.say(word(one))) ", " (division) }
        }
    }
}

/// The same counts as a bar: what the columns say is not said twice.
fn share(count: &Count) -> Markup {
    let total = count.total().max(1);
    let width = |one| count.of(one) * 100 / total;
    let certifiable = width(Certifiability::Certifiable);
    html! {
        svg class="dist" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true" {
            @if certifiable > 0 { rect class="s4" width=(certifiable) height="12" {} }
            @if width(Certifiability::NotYet) > 0 { rect class="s2" x=(certifiable) width=(width(Certifiability::NotYet)) height="12" {} }
        }
    }
}
