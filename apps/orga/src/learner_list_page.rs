//! The page of [`crate::learner_list`].

use std::collections::BTreeMap;

use maud::{Markup, html};
use rules::certifiability::{Certifiability, Count};
use store::learner_list::Listed;
use store::learner_order::By;
use web::Words;
use web::components::button::Button;
use web::components::empty::empty;
use web::components::field::Field;
use web::components::filters::filters as fold;
use web::components::pagination::pagination;
use web::components::select::Select;
use web::components::sorting::Sorting;
use web::lang::Lang;
use web::moment::date;

use crate::certifiability::{Statuses, code, word};
use crate::certifiability_page::{by_division, mark};
use crate::learner_list::{Asked, PAGE};
use crate::learner_removal;
use crate::list_order::{Column, Order};
use crate::{learner_return_page, password_reset_page, pupil_group};

const LIST: &str = "/orga/learners";
const IMPORT: &str = "/orga/learners/import";

/// What the page shows.
pub struct Listing<'a> {
    /// The language.
    pub words: Words,
    /// What the address asks for.
    pub asked: &'a Asked,
    /// The classes there are, and how many of each may be certified; under an empty name, whoever has none.
    pub counts: &'a BTreeMap<&'a str, Count>,
    /// Who may be certified.
    pub statuses: &'a Statuses,
    /// Whether nights find that out without any sending.
    pub nightly: bool,
    /// The learners of the page.
    pub learners: &'a [Listed],
    /// How many are found in all.
    pub total: usize,
    /// Whether the reader may remove somebody.
    pub manages: bool,
    /// Whether the reader may import a list.
    pub imports: bool,
}

impl Listing<'_> {
    /// The names of the classes.
    fn divisions(&self) -> impl Iterator<Item = &str> {
        self.counts.keys().copied().filter(|name| !name.is_empty())
    }
}

/// The whole page.
pub fn page(listing: &Listing<'_>) -> Markup {
    let (words, asked) = (listing.words, listing.asked);
    html! {
        div class="stack" {
            div class="row row--between" {
                h1 { (words.say("learners-title")) }
                div class="row" {
                    @if !listing.counts.is_empty() {
                        (Button::link(words.say("passwords-title"), &passwords(asked)).quiet())
                    }
                    @if listing.imports { (Button::link(words.say("learners-import"), IMPORT)) }
                }
            }
            @if listing.learners.is_empty() && !asked.is_filtered() && asked.page == 1 {
                (nobody(listing))
            } @else {
                (filters(listing))
                (certifiability(listing))
                @if listing.learners.is_empty() {
                    @let back = Button::link(words.say("learners-all"), LIST).quiet();
                    (empty(words.say("learners-not-found"), words.say("learners-not-found-text"), Some(&back)))
                } @else {
                    (table(listing))
                    (pages(listing))
                }
            }
            @if listing.manages { p { a href=(learner_return_page::PATH) { (words.say("returns-title")) } } }
        }
    }
}

/// The page of the passwords, of the class that is looked at.
fn passwords(asked: &Asked) -> String {
    match asked.division.is_empty() {
        true => password_reset_page::PATH.to_owned(),
        false => pupil_group::Asked { division: asked.division.clone(), page: 1 }
            .address(password_reset_page::PATH, 1),
    }
}

fn nobody(listing: &Listing<'_>) -> Markup {
    let words = listing.words;
    if listing.imports {
        let action = Button::link(words.say("learners-import"), IMPORT).quiet();
        return empty(words.say("learners-empty"), words.say("learners-empty-text"), Some(&action));
    }
    empty(words.say("learners-empty"), words.say("learners-empty-member"), None)
}

fn filters(listing: &Listing<'_>) -> Markup {
    let (words, asked) = (listing.words, listing.asked);
    let search =
        Field { value: &asked.text, longest: Some(100), ..Field::new("q", words.say("learners-search")) };
    let options: Vec<(&str, &str)> = listing.divisions().map(|name| (name, name)).collect();
    let division = Select {
        name: "division",
        label: words.say("learners-division"),
        options: &options,
        value: &asked.division,
        blank: Some(words.say("learners-every-division")),
        hint: None,
        error: None,
    };
    let state = Select {
        name: "state",
        label: words.say("learners-state"),
        options: &[("present", words.say("learners-present")), ("gone", words.say("learners-gone"))],
        value: if asked.gone { "gone" } else { "present" },
        blank: None,
        hint: None,
        error: None,
    };
    html! {
        form class="card card--sunken" method="get" action=(LIST) role="search" aria-label=(words.say("learners-filter")) {
            (fold(words.say("learners-filter"), asked.is_filtered(), &html! {
                (search)
                @if !options.is_empty() { (division) }
                (state)
                (by_certifiability(words, asked))
                (sorted(listing, |sorting| sorting.field(&columns(words).map(|(by, label)| (by.code(), label)))))
                (Button::submit(words.say("learners-apply")).quiet())
            }))
        }
    }
}

fn by_certifiability(words: Words, asked: &Asked) -> Markup {
    let options = Certifiability::ALL.map(|one| (code(one), words.say(word(one))));
    let value = asked.certifiability.map_or("", code);
    html! {
        (Select {
            name: "certifiable", label: words.say("certifiability"), options: &options, value,
            blank: Some(words.say("filter-all")), hint: None, error: None,
        })
    }
}

/// How many may be certified, class by class; nothing where nobody is counted, or where somebody is looked for.
fn certifiability(listing: &Listing<'_>) -> Markup {
    let shown = !listing.counts.is_empty() && listing.asked.text.is_empty();
    let gone = listing.asked.gone;
    let address = |division: &str, one| {
        let asked = Asked {
            division: division.to_owned(),
            gone,
            certifiability: Some(one),
            page: 1,
            ..Asked::default()
        };
        address(&asked)
    };
    html! { @if shown { (by_division(listing.words, (listing.counts, listing.nightly), address)) } }
}

/// The columns that put the list in order.
fn columns(words: Words) -> [(By, &'static str); 4] {
    [
        (By::Name, words.say("learners-name")),
        (By::Division, words.say("learners-division")),
        (By::Last, words.say("learners-last")),
        (By::Number, words.say("learners-number")),
    ]
}

/// A piece that knows the order of the list and the addresses of others.
fn sorted(listing: &Listing<'_>, piece: impl Fn(Sorting<'_>) -> Markup) -> Markup {
    let asked = listing.asked;
    let address = |order: &str| address(&Asked { order: Order::read(order), page: 1, ..asked.clone() });
    piece(Sorting { words: listing.words, order: &asked.order.code(), address: &address })
}

/// The heading of a column that puts the list in order.
fn heading(listing: &Listing<'_>, by: By, label: &str, class: Option<&str>) -> Markup {
    sorted(listing, |sorting| sorting.heading(by.code(), label, class))
}

fn table(listing: &Listing<'_>) -> Markup {
    let words = listing.words;
    html! {
        div class="card card--table scroll" tabindex="0" role="region" aria-label=(words.say("learners-title")) {
            table class="table table--people" {
                caption { (words.with("learners-count", &[("n", listing.total.into())])) }
                thead { tr {
                    (heading(listing, By::Name, words.say("learners-name"), None))
                    (heading(listing, By::Division, words.say("learners-division"), None))
                    th scope="col" { (words.say("certifiability")) }
                    (heading(listing, By::Last, words.say("learners-last"), None))
                    (heading(listing, By::Number, words.say("learners-number"), Some("r")))
                    th scope="col" { (words.say("learners-login")) }
                    @if listing.manages { th scope="col" { (words.say("team-actions")) } }
                } }
                tbody { @for learner in listing.learners { (row(listing, learner)) } }
            }
        }
    }
}

fn row(listing: &Listing<'_>, learner: &Listed) -> Markup {
    let words = listing.words;
    html! {
        tr {
            th scope="row" {
                (name(words, listing.learners, learner))
            }
            td class="short" data-label=(words.say("learners-division")) { (learner.division.as_deref().unwrap_or("–")) }
            td class="short" data-label=(words.say("certifiability")) { (mark(words, listing.statuses.of(learner.id))) }
            td class="short" data-label=(words.say("learners-last")) {
                @match learner.last_at { Some(at) => (date(words.lang(), at)), None => span class="muted" { (words.say("learners-never")) } }
            }
            td class="r" data-label=(words.say("learners-number")) { (learner.participations) }
            td data-label=(words.say("learners-login")) { (words.say(login_word(learner))) }
            @if listing.manages {
                td {
                    a class="btn btn--bare btn--s" href=(learner_removal::address(learner.id)) {
                        (words.say("learner-removal-link"))
                        span class="visually-hidden" { " " (learner.first_name) " " (learner.last_name) }
                    }
                }
            }
        }
    }
}

/// A learner's name among others: namesakes are told apart by their birth dates.
pub fn name(words: Words, among: &[Listed], learner: &Listed) -> Markup {
    let usual = learner.usual_name.as_deref().filter(|name| *name != learner.last_name);
    let same =
        |other: &&Listed| other.first_name == learner.first_name && other.last_name == learner.last_name;
    let born = learner.birth_date.as_deref().filter(|_| among.iter().filter(same).count() > 1);
    html! {
        (learner.last_name) " " (learner.first_name)
        @if let Some(name) = usual {
            br;
            span class="muted small" { (words.with("learners-usual", &[("name", name.into())])) }
        }
        @if let Some(born) = born {
            br;
            span class="muted small" { (words.with("learners-born", &[("date", written(words, born).into())])) }
        }
    }
}

/// A birth date as the language writes it.
fn written(words: Words, date: &str) -> String {
    let parts: Vec<&str> = date.split('-').rev().collect();
    if words.lang() == Lang::Fr { parts.join("/") } else { date.to_owned() }
}

/// The words for how a learner signs in.
pub const fn login_word(learner: &Listed) -> &'static str {
    match (learner.linked, learner.by_email, learner.by_username) {
        (false, ..) => "learners-login-none",
        (true, true, true) => "learners-login-both",
        (true, true, false) => "learners-login-email",
        (true, false, true) => "learners-login-username",
        (true, false, false) => "learners-login-other",
    }
}

fn pages(listing: &Listing<'_>) -> Markup {
    let last = u32::try_from(listing.total).unwrap_or(u32::MAX).div_ceil(PAGE);
    pagination(listing.words, listing.asked.page, last, |page| {
        address(&Asked { page, ..listing.asked.clone() })
    })
}

/// The address of a list.
fn address(asked: &Asked) -> String {
    format!("{LIST}?{}", asked.query())
}
