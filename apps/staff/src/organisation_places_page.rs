//! The page of [`crate::organisation_places`].

use maud::{Markup, html};
use rules::places::{CATEGORIES, Draft, Fault};
use store::LotId;
use store::organisation::Whole;
use store::place_lot::Lot;
use web::Words;
use web::components::breadcrumb::breadcrumb;
use web::components::button::{Button, csrf_field, post};
use web::components::error_summary::error_summary;
use web::components::field::{Field, Kind};
use web::components::place_lots::{Column, place_counts, place_lots, places};
use web::components::select::Select;
use web::words::key;

use crate::carried_id::carried_field;

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
    /// The id that the lot will have.
    pub new: LotId,
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
    html! {
        div class="stack-l" {
            (breadcrumb(words, &above, words.say("staff-places")))
            (error_summary(words, &errors))
            h1 { (words.say("staff-places")) }
            (place_counts(words, places(shown.lots, shown.occupied, shown.now)))
            (lots(shown))
            @if organisation.archived_at.is_none() { (form(shown, &here)) }
        }
    }
}

/// What a lot costs, and the button that takes it away.
fn lots(shown: &Shown<'_>) -> Markup {
    let words = shown.words;
    let category = |lot: &Lot| html! { (words.say(category_word(&lot.category))) };
    let removal = |lot: &Lot| {
        let action = format!("/staff/organisations/{}/places/{}/removal", lot.organisation_id, lot.id);
        let remove = words.with("staff-places-remove", &[("reference", lot.reference.as_str().into())]);
        post(&action, shown.csrf, &Button::submit(&remove).bare().small())
    };
    let further: [Column<'_>; 2] =
        [(words.say("places-category"), &category), (words.say("staff-invite-action"), &removal)];
    place_lots(words, shown.lots, shown.now, &further)
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
            (carried_field(shown.new))
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
