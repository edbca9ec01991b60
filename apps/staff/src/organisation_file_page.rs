//! The page of [`crate::organisation_file`].

use maud::{Markup, html};
use rules::organisation_draft::{FEATURES, Field, MOST_LINES, PROVIDERS, TAGS};
use store::OrganisationId;
use web::Words;
use web::components::banner::{Tone, banner};
use web::components::button::{Button, csrf_field};
use web::components::field::{Field as Input, Kind};

use crate::carried_id::carried_field;
use crate::organisation_form::{label, said};
use crate::organisation_rows::Trouble;

/// What the page shows.
pub struct Pasted<'a> {
    /// The language.
    pub words: Words,
    /// The token of the session's forms.
    pub csrf: &'a str,
    /// The id of the first organisation that the form makes.
    pub first: OrganisationId,
    /// The table.
    pub text: &'a str,
    /// What is wrong with it.
    pub troubles: &'a [Trouble],
}

/// The whole page.
pub fn page(pasted: &Pasted<'_>) -> Markup {
    let words = pasted.words;
    let refused = words.with("staff-file-refused", &[("n", pasted.troubles.len().into())]);
    html! {
        div class="stack" {
            h1 { (words.say("staff-organisation-file")) }
            @if !pasted.troubles.is_empty() {
                (banner(Tone::Error, &html! { p { (refused) } }))
                (troubles(pasted))
            }
            p { (words.with("staff-file-lead", &[("most", MOST_LINES.into())])) }
            p { a href="/staff/organisations/template" { (words.say("staff-file-template")) } }
            form class="stack" method="post" action="/staff/organisations/file" novalidate {
                (csrf_field(pasted.csrf))
                (carried_field(pasted.first))
                (Input { kind: Kind::Long, value: pasted.text, hint: Some(words.say("staff-file-hint")),
                    error: (!pasted.troubles.is_empty()).then_some(&refused),
                    ..Input::new("table", words.say("staff-file-table")) })
                div class="row" {
                    (Button::submit(words.say("staff-file-do")))
                    (Button::link(words.say("staff-cancel"), "/staff/organisations").quiet())
                }
            }
            (columns(words))
        }
    }
}

fn columns(words: Words) -> Markup {
    html! {
        section class="stack-s" aria-labelledby="columns" {
            h2 id="columns" { (words.say("staff-file-columns")) }
            dl class="stack-s" {
                @for field in Field::ALL {
                    div { dt { code { (field.name()) } } dd { (label(words, field))
                        @if field == Field::Kind { " : SCO, SCO-1D, SUP, PRO" }
                        @if field == Field::Provider { " : " (PROVIDERS.join(", ")) }
                        @if field == Field::Tags { " : " (TAGS.join(", ")) }
                        @if field == Field::Features { " : " (FEATURES.join(", ")) }
                    } }
                }
            }
        }
    }
}

fn troubles(pasted: &Pasted<'_>) -> Markup {
    let words = pasted.words;
    html! {
        div class="card card--table scroll" tabindex="0" role="region" aria-label=(words.say("staff-file-troubles")) {
            table class="table table--people" {
                caption class="visually-hidden" { (words.say("staff-file-troubles")) }
                thead { tr {
                    th scope="col" class="num" { (words.say("staff-file-line")) }
                    th scope="col" { (words.say("staff-file-column")) }
                    th scope="col" { (words.say("staff-file-found")) }
                    th scope="col" { (words.say("staff-file-expected")) }
                } }
                tbody { @for trouble in pasted.troubles { (row(words, trouble)) } }
            }
        }
    }
}

fn row(words: Words, trouble: &Trouble) -> Markup {
    let (line, column, found, expected) = match trouble {
        Trouble::Empty => (None, "", "", words.say("staff-file-empty")),
        Trouble::TooMany => (None, "", "", words.say("staff-file-many")),
        Trouble::Column(field) => (Some(1), field.name(), "", words.say("staff-file-missing")),
        Trouble::Foreign(name) => (Some(1), name.as_str(), "", words.say("staff-file-foreign")),
        Trouble::Shape { line } => (Some(*line), "", "", words.say("staff-file-shape")),
        Trouble::Field { line, field, fault, value } => {
            (Some(*line), field.name(), value.as_str(), said(words, *fault))
        }
    };
    html! {
        tr {
            td class="num" data-label=(words.say("staff-file-line")) { @if let Some(line) = line { (line) } @else { "–" } }
            td data-label=(words.say("staff-file-column")) { @if !column.is_empty() { code { (column) } } }
            td data-label=(words.say("staff-file-found")) { (found) }
            td data-label=(words.say("staff-file-expected")) { (expected) }
        }
    }
}
