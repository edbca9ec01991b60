//! The page of [`crate::organisation_list`].

use maud::{Markup, html};
use store::organisation::{Kind, Listed};
use web::Words;
use web::components::button::Button;
use web::components::empty::empty;

use crate::list_search::Search;

/// Where the list is.
const PATH: &str = "/staff/organisations";

/// The words for what a table just made.
pub fn done(words: Words, done: &str) -> Option<&'static str> {
    match done {
        "created" => Some(words.say("staff-done-organisations")),
        "again" => Some(words.say("staff-done-again")),
        _ => None,
    }
}

/// The whole page.
pub fn page(words: Words, search: &Search, list: &[Listed]) -> Markup {
    html! {
        div class="stack-l" {
            div class="row row--between" {
                h1 { (words.say("staff-organisations")) }
                div class="row" {
                    (Button::link(words.say("staff-organisation-new"), "/staff/organisations/new"))
                    (Button::link(words.say("staff-organisation-file"), "/staff/organisations/file").quiet())
                }
            }
            (search.form(words, PATH, &Kind::ALL))
            @if list.is_empty() {
                (empty(words.say("staff-organisations-none"), words.say("staff-organisations-none-text"), None))
            } @else {
                p class="muted" role="status" { (words.with("staff-organisations-count", &[("n", search.count.into())])) }
                (table(words, list))
                (search.pages(words, PATH))
            }
        }
    }
}

/// A table of organisations.
pub fn table(words: Words, list: &[Listed]) -> Markup {
    html! {
        div class="card card--table scroll" tabindex="0" role="region" aria-label=(words.say("staff-organisations")) {
            table class="table table--people" {
                caption class="visually-hidden" { (words.say("staff-organisations")) }
                thead { tr {
                    th scope="col" { (words.say("staff-name")) }
                    th scope="col" { (words.say("staff-kind")) }
                    th scope="col" { (words.say("staff-number")) }
                    th scope="col" { (words.say("staff-province")) }
                    th scope="col" class="num" { (words.say("staff-members")) }
                } }
                tbody { @for organisation in list { tr {
                    th scope="row" { a href={ "/staff/organisations/" (organisation.id) } { (organisation.name) } }
                    td data-label=(words.say("staff-kind")) { (words.say(kind_word(organisation.kind))) }
                    td data-label=(words.say("staff-number")) { (organisation.external_id.as_deref().unwrap_or("–")) }
                    td data-label=(words.say("staff-province")) { (organisation.province.as_deref().unwrap_or("–")) }
                    td class="num" data-label=(words.say("staff-members")) { (organisation.members) }
                } } }
            }
        }
    }
}

/// The words for a kind.
pub const fn kind_word(kind: Kind) -> &'static str {
    match kind {
        Kind::Sco => "staff-kind-sco",
        Kind::Primary => "staff-kind-primary",
        Kind::Sup => "staff-kind-sup",
        Kind::Pro => "staff-kind-pro",
    }
}
