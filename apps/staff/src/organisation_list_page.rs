//! The page of [`crate::organisation_list`].

use maud::{Markup, html};
use store::organisation::{Filter, Kind, Listed};
use web::Words;
use web::components::button::Button;
use web::components::empty::empty;
use web::components::field::Field;
use web::components::pagination::pagination;
use web::components::select::Select;

/// What the page shows.
pub struct Found<'a> {
    /// The language.
    pub words: Words,
    /// What is searched for, as typed.
    pub typed: &'a str,
    /// What is kept.
    pub filter: &'a Filter,
    /// The organisations of the page.
    pub list: &'a [Listed],
    /// How many there are on all pages.
    pub count: i64,
    /// The page, from 1.
    pub page: i64,
    /// The last page.
    pub last: i64,
}

/// The whole page.
pub fn page(found: &Found<'_>) -> Markup {
    let words = found.words;
    html! {
        div class="stack-l" {
            div class="row row--between" {
                h1 { (words.say("staff-organisations")) }
                div class="row" {
                    (Button::link(words.say("staff-organisation-new"), "/staff/organisations/new"))
                    (Button::link(words.say("staff-organisation-file"), "/staff/organisations/file").quiet())
                }
            }
            (search(found))
            @if found.list.is_empty() {
                (empty(words.say("staff-organisations-none"), words.say("staff-organisations-none-text"), None))
            } @else {
                p class="muted" role="status" { (words.with("staff-organisations-count", &[("n", found.count.into())])) }
                (table(words, found.list))
                (pagination(words, narrow(found.page), narrow(found.last), |page| address(found, page)))
            }
        }
    }
}

fn narrow(page: i64) -> u32 {
    u32::try_from(page).unwrap_or(1)
}

/// The same search, on another page.
fn address(found: &Found<'_>, page: u32) -> String {
    let archived = if found.filter.archived { "on" } else { "" };
    let sought = percent(found.typed);
    let kind = found.filter.kind.map_or("", Kind::name);
    format!("/staff/organisations?q={sought}&kind={kind}&archived={archived}&page={page}")
}

fn percent(text: &str) -> String {
    text.bytes()
        .map(
            |byte| {
                if byte.is_ascii_alphanumeric() {
                    char::from(byte).to_string()
                } else {
                    format!("%{byte:02X}")
                }
            },
        )
        .collect()
}

fn search(found: &Found<'_>) -> Markup {
    let words = found.words;
    let kinds = Kind::ALL.map(|kind| (kind.name(), words.say(kind_word(kind))));
    let kind = found.filter.kind.map_or("", Kind::name);
    html! {
        form class="card stack" method="get" action="/staff/organisations" role="search" {
            (Field { value: found.typed, hint: Some(words.say("staff-search-hint")), longest: Some(100),
                ..Field::new("q", words.say("staff-search")) })
            (Select { name: "kind", label: words.say("staff-kind"), options: &kinds, value: kind,
                blank: Some(words.say("staff-kind-any")), hint: None, error: None })
            label class="check" {
                input type="checkbox" name="archived" value="on" checked[found.filter.archived];
                span { (words.say("staff-archived-only")) }
            }
            div { (Button::submit(words.say("staff-search-do")).quiet()) }
        }
    }
}

/// A table of organisations.
pub fn table(words: Words, list: &[Listed]) -> Markup {
    html! {
        div class="scroll" tabindex="0" role="region" aria-label=(words.say("staff-organisations")) {
            table class="table" {
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
                    td { (words.say(kind_word(organisation.kind))) }
                    td { (organisation.external_id.as_deref().unwrap_or("–")) }
                    td { (organisation.province.as_deref().unwrap_or("–")) }
                    td class="num" { (organisation.members) }
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
