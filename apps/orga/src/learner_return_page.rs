//! The page of [`crate::learner_return`].

use maud::{Markup, html};
use store::learner_removal::{PUT_BACK_WITHIN_MS, Removed};
use web::Words;
use web::components::breadcrumb::breadcrumb;
use web::components::button::{Button, csrf_field};
use web::components::empty::empty;
use web::moment::date;

/// Where the page is.
pub const PATH: &str = "/orga/learners/returns";
const LIST: &str = "/orga/learners";

/// The whole page.
pub fn page(words: Words, csrf: &str, lines: &[Removed]) -> Markup {
    let title = words.say("returns-title");
    let back = Button::link(words.say("passwords-done"), LIST).quiet();
    html! {
        div class="stack" {
            (breadcrumb(words, &[(words.say("learners-title"), LIST)], title))
            h1 { (title) }
            @if lines.is_empty() { (empty(words.say("returns-none"), words.say("returns-none-text"), Some(&back))) }
            @else {
                p class="lead" { (words.say("returns-lead")) }
                (table(words, csrf, lines))
                div class="row" { (back) }
            }
        }
    }
}

fn table(words: Words, csrf: &str, lines: &[Removed]) -> Markup {
    html! {
        div class="card card--table scroll" tabindex="0" role="region" aria-label=(words.say("returns-title")) {
            table class="table table--people" {
                thead { tr {
                    th scope="col" { (words.say("learners-name")) }
                    th scope="col" { (words.say("learners-division")) }
                    th scope="col" class="r" { (words.say("learners-number")) }
                    th scope="col" { (words.say("returns-until")) }
                    th scope="col" { (words.say("team-actions")) }
                } }
                tbody { @for line in lines { (row(words, csrf, line)) } }
            }
        }
    }
}

fn row(words: Words, csrf: &str, line: &Removed) -> Markup {
    html! {
        tr {
            th scope="row" { (line.last_name) " " (line.first_name) }
            td class="short" data-label=(words.say("learners-division")) { (line.division.as_deref().unwrap_or("–")) }
            td class="r" data-label=(words.say("learners-number")) { (line.participations) }
            td class="short" data-label=(words.say("returns-until")) { (date(words.lang(), line.deleted_at + PUT_BACK_WITHIN_MS)) }
            td {
                div class="row" {
                    form method="post" action=(PATH) {
                        (csrf_field(csrf))
                        button class="btn btn--bare btn--s" type="submit" name="learner" value=(line.id) {
                            (words.say("returns-do")) span class="visually-hidden" { " " (line.first_name) " " (line.last_name) }
                        }
                    }
                }
            }
        }
    }
}
