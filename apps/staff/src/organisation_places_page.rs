//! The page of [`crate::organisation_places`].

use maud::{Markup, html};
use rules::places::{CATEGORIES, Draft, Fault, Lot as Counted, Places, State};
use store::organisation::Whole;
use store::place_lot::Lot;
use web::Words;
use web::components::breadcrumb::breadcrumb;
use web::components::button::{Button, csrf_field, post};
use web::components::error_summary::error_summary;
use web::components::field::{Field, Kind};
use web::components::select::Select;
use web::components::stats::stats;
use web::moment::date;
use web::words::key;

/// What the page shows.
pub struct Shown<'a> {
    /// The language.
    pub words: Words,
    /// The organisation.
    pub whole: &'a Whole,
    /// Its lots.
    pub lots: &'a [Lot],
    /// How many places are taken.
    pub occupied: i64,
    /// The present instant.
    pub now: i64,
    /// The token of the session's forms.
    pub csrf: &'a str,
    /// What is filled in.
    pub draft: &'a Draft,
    /// What is wrong with it.
    pub faults: &'a [Fault],
}

/// The words for what was just done.
pub fn done(words: Words, done: &str) -> Option<&'static str> {
    match done {
        "added" => Some(words.say("staff-places-added")),
        "removed" => Some(words.say("staff-places-removed")),
        _ => None,
    }
}

/// The whole page.
pub fn page(shown: &Shown<'_>) -> Markup {
    let (words, organisation) = (shown.words, &shown.whole.organisation);
    let here = format!("/staff/organisations/{}", organisation.id);
    let above = [
        (words.say("staff-organisations"), "/staff/organisations"),
        (organisation.name.as_str(), here.as_str()),
    ];
    let errors: Vec<_> = shown.faults.iter().map(|fault| told(words, *fault)).collect();
    let places = Places::of(shown.lots.iter().map(counted), shown.occupied, shown.now);
    html! {
        div class="stack-l" {
            (breadcrumb(words, &above, words.say("staff-places")))
            (error_summary(words, &errors))
            h1 { (words.say("staff-places")) }
            (stats(&[
                (words.say("places-capacity"), places.capacity.to_string(), ""),
                (words.say("places-occupied"), places.occupied.to_string(), ""),
                (words.say("places-free"), places.free().to_string(), ""),
            ]))
            div class="stack-s" {
                h2 id="lots" { (words.say("places-lots")) }
                @if shown.lots.is_empty() { p class="muted" { (words.say("places-none")) } } @else { (lots(shown)) }
            }
            @if organisation.archived_at.is_none() { (form(shown, &here)) }
        }
    }
}

/// A lot, as far as counting goes.
pub const fn counted(lot: &Lot) -> Counted {
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
                    th scope="col" { (words.say("places-category")) }
                    th scope="col" { (words.say("places-from")) }
                    th scope="col" { (words.say("places-until")) }
                    th scope="col" { (words.say("places-state")) }
                    th scope="col" { span class="visually-hidden" { (words.say("staff-invite-action")) } }
                } }
                tbody { @for lot in shown.lots { (line(shown, lot)) } }
            }
        }
    }
}

fn line(shown: &Shown<'_>, lot: &Lot) -> Markup {
    let (words, lang) = (shown.words, shown.words.lang());
    let action = format!("/staff/organisations/{}/places/{}/removal", lot.organisation_id, lot.id);
    let remove = words.with("staff-places-remove", &[("reference", lot.reference.as_str().into())]);
    html! {
        tr {
            th scope="row" { (lot.reference) }
            td class="num" data-label=(words.say("places-count")) { (lot.places) }
            td data-label=(words.say("places-category")) { (words.say(category_word(&lot.category))) }
            td data-label=(words.say("places-from")) { (date(lang, lot.active_from)) }
            td data-label=(words.say("places-until")) { @match lot.active_until { Some(until) => (date(lang, until)), None => (words.say("places-endless")) } }
            td data-label=(words.say("places-state")) { (words.say(state_word(counted(lot).state(shown.now)))) }
            td { (post(&action, shown.csrf, &Button::submit(&remove).bare().small())) }
        }
    }
}

fn form(shown: &Shown<'_>, here: &str) -> Markup {
    let (words, draft) = (shown.words, shown.draft);
    let error = |name: &str| {
        shown
            .faults
            .iter()
            .map(|fault| told(words, *fault))
            .find(|(field, _)| *field == name)
            .map(|(_, why)| why)
    };
    let field = |name: &'static str, label, kind, value, hint| Field {
        kind,
        value,
        error: error(name),
        hint,
        ..Field::new(name, label)
    };
    let categories = CATEGORIES.map(|category| (category, words.say(category_word(category))));
    html! {
        form class="card stack" method="post" action={ (here) "/places" } novalidate {
            h2 { (words.say("staff-places-add")) }
            (csrf_field(shown.csrf))
            (field("places", words.say("places-count"), Kind::Number, &draft.places, None))
            (Select { name: "category", label: words.say("places-category"), options: &categories,
                value: &draft.category, blank: Some(words.say("staff-choose")), hint: None, error: error("category") })
            (field("reference", words.say("places-reference"), Kind::Text, &draft.reference,
                Some(words.say("staff-places-reference-hint"))))
            (field("from", words.say("places-from"), Kind::Date, &draft.from, Some(words.say("staff-places-day-hint"))))
            (field("until", words.say("places-until"), Kind::Date, &draft.until,
                Some(words.say("staff-places-until-hint"))))
            div { (Button::submit(words.say("staff-places-add-do"))) }
        }
    }
}

/// The field at fault and the sentence beside it.
fn told(words: Words, fault: Fault) -> (&'static str, &'static str) {
    match fault {
        Fault::Places => ("places", words.say("staff-places-fault-count")),
        Fault::Category => ("category", words.say("staff-places-fault-category")),
        Fault::Reference => ("reference", words.say("staff-places-fault-reference")),
        Fault::From => ("from", words.say("staff-places-fault-day")),
        Fault::Until => ("until", words.say("staff-places-fault-day")),
        Fault::Order => ("until", words.say("staff-places-fault-order")),
    }
}

fn category_word(category: &str) -> &'static str {
    match category {
        "T0" => key("places-free-of-charge"),
        "T1" => key("places-public"),
        "T2" => key("places-reduced"),
        "T2bis" => key("places-special"),
        _ => key("places-full"),
    }
}

const fn state_word(state: State) -> &'static str {
    match state {
        State::Pending => key("places-pending"),
        State::Active => key("places-active"),
        State::Expired => key("places-expired"),
    }
}
