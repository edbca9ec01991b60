//! What pages about a group of pupils have in common: their head, the choice of a class, a table of pupils to tick.

use maud::{Markup, html};
use store::learner_list::Sought;
use web::Words;
use web::components::breadcrumb::breadcrumb;
use web::components::button::{Button, csrf_field};
use web::components::error_summary::error_summary;
use web::components::pagination::pagination;
use web::components::select::Select;

use crate::learner_list::divisions;
use crate::pupil_group::{Asked, MOST, Portion, UNDIVIDED};

/// A page about a group of pupils.
pub struct Group<'a> {
    /// The language.
    pub words: Words,
    /// The token of the session's forms.
    pub csrf: &'a str,
    /// Where the page is, and where its form goes.
    pub path: &'static str,
    /// The whole list.
    pub list: &'a [Sought],
    /// What the address asks for.
    pub asked: &'a Asked,
    /// Which part of the group is on the page.
    pub portion: Portion,
    /// Why nothing was done.
    pub error: Option<&'a str>,
}

/// The pupils of a page.
pub struct Pupils {
    /// The rows.
    pub rows: Markup,
    /// Whether somebody can be ticked.
    pub any: bool,
    /// The page to go on with, once those of this one are done.
    pub next: Option<u32>,
}

impl Group<'_> {
    /// Where one is, the title, what is wrong, and what the page is for.
    pub fn head(&self, (title, lead): (&str, &str), above: &[(&str, &str)]) -> Markup {
        let errors: Vec<(&str, &str)> = self.error.iter().map(|error| ("learner", *error)).collect();
        html! {
            (breadcrumb(self.words, above, title))
            h1 { (title) }
            (error_summary(self.words, &errors))
            p class="lead" { (lead) }
            (self.classes())
        }
    }

    fn classes(&self) -> Markup {
        let words = self.words;
        let mut options: Vec<(&str, &str)> =
            divisions(self.list).into_iter().map(|name| (name, name)).collect();
        if self.list.iter().any(|one| one.division.is_none()) {
            options.push((UNDIVIDED, words.say("certifiability-no-division")));
        }
        html! {
            form class="card card--sunken filters" method="get" action=(self.path) aria-label=(words.say("learners-filter")) {
                (Select {
                    name: "division", label: words.say("learners-division"), options: &options,
                    value: &self.asked.division, blank: Some(words.say("passwords-choose")), hint: None, error: None,
                })
                (Button::submit(words.say("learners-apply")).quiet())
            }
        }
    }

    /// The form with the pupils of the page, what it makes of those who are ticked, and the other pages.
    pub fn pupils(&self, pupils: &Pupils) -> Markup {
        let words = self.words;
        html! {
            (self.part())
            form class="stack" method="post" action=(self.path) {
                (csrf_field(self.csrf))
                input type="hidden" name="division" value=(self.asked.division);
                input type="hidden" name="page" value=(self.portion.page);
                @if let Some(next) = pupils.next { input type="hidden" name="next" value=(next); }
                div class="card card--table scroll" tabindex="0" role="region" aria-label=(words.say("learners-title")) {
                    table class="table" {
                        caption { (words.say("pupil-group-caption")) }
                        thead { tr {
                            th scope="col" { (words.say("learners-name")) }
                            th scope="col" { (words.say("learners-login")) }
                        } }
                        tbody id="learner" { (pupils.rows) }
                    }
                }
                @if pupils.any {
                    div class="row" {
                        (Button::submit(words.say("passwords-do")).value("as", "slips"))
                        (Button::submit(words.say("passwords-table")).value("as", "table").quiet())
                    }
                }
            }
            (pagination(words, self.portion.page, self.portion.last(), |page| self.asked.address(self.path, page)))
        }
    }

    /// Which part of a large group the page shows, and that the others have pages of their own.
    fn part(&self) -> Markup {
        let (first, last) = self.portion.bounds();
        let facts = [
            ("first", first.into()),
            ("last", last.into()),
            ("total", self.portion.total.into()),
            ("most", MOST.into()),
        ];
        html! { @if self.portion.last() > 1 { p { (self.words.with("pupil-group-part", &facts)) } } }
    }
}

/// A pupil's name, with a box to tick where something can be done.
pub fn box_of(id: &str, name: &Markup, ticked: Option<bool>) -> Markup {
    html! {
        @match ticked {
            None => span class="check check--none" { span { (name) } },
            Some(ticked) => label class="check" {
                input type="checkbox" name="learner" value=(id) checked[ticked];
                span { (name) }
            },
        }
    }
}
