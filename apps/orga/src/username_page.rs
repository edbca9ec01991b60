//! The page of [`crate::username`].

use maud::{Markup, html};
use store::pupil_username::Candidate;
use web::Words;
use web::components::banner::{Tone, banner};
use web::components::breadcrumb::breadcrumb;
use web::components::button::{Button, csrf_field};
use web::components::error_summary::error_summary;
use web::components::select::Select;

const PATH: &str = "/orga/learners/usernames";

/// What the page shows.
pub struct Choice<'a> {
    /// The language.
    pub words: Words,
    /// The token of the session's forms.
    pub csrf: &'a str,
    /// The classes there are.
    pub divisions: &'a [&'a str],
    /// The class that is chosen.
    pub division: &'a str,
    /// Its pupils without an account.
    pub pupils: &'a [Candidate],
    /// Why nothing was done.
    pub error: Option<&'a str>,
}

/// The whole page.
pub fn page(choice: &Choice<'_>) -> Markup {
    let (words, title) = (choice.words, choice.words.say("usernames-title"));
    let errors: Vec<(&str, &str)> = choice.error.iter().map(|error| ("learner", *error)).collect();
    let above = [
        (words.say("learners-title"), "/orga/learners"),
        (words.say("passwords-title"), "/orga/learners/passwords"),
    ];
    html! {
        div class="stack" {
            (breadcrumb(words, &above, title))
            h1 { (title) }
            (error_summary(words, &errors))
            p class="lead" { (words.say("usernames-lead")) }
            (class_form(choice))
            @if !choice.pupils.is_empty() { (pupils(choice)) }
            @else if !choice.division.is_empty() { (banner(Tone::Info, &html! { p { (words.say("usernames-none")) } })) }
        }
    }
}

fn class_form(choice: &Choice<'_>) -> Markup {
    let words = choice.words;
    let options: Vec<(&str, &str)> = choice.divisions.iter().map(|name| (*name, *name)).collect();
    html! {
        form class="card card--sunken filters" method="get" action=(PATH) aria-label=(words.say("learners-filter")) {
            (Select {
                name: "division", label: words.say("learners-division"), options: &options, value: choice.division,
                blank: Some(words.say("passwords-choose")), hint: None, error: None,
            })
            (Button::submit(words.say("learners-apply")).quiet())
        }
    }
}

fn pupils(choice: &Choice<'_>) -> Markup {
    let words = choice.words;
    html! {
        form class="stack" method="post" action=(PATH) {
            (csrf_field(choice.csrf))
            input type="hidden" name="division" value=(choice.division);
            div class="card card--table scroll" tabindex="0" role="region" aria-label=(words.say("learners-title")) {
                table class="table" {
                    caption { (words.say("usernames-caption")) }
                    thead { tr {
                        th scope="col" { (words.say("learners-name")) }
                        th scope="col" { (words.say("learners-login")) }
                    } }
                    tbody id="learner" { @for pupil in choice.pupils { (row(words, pupil)) } }
                }
            }
            @if choice.pupils.iter().any(|pupil| !pupil.elsewhere) {
                div class="row" {
                    (Button::submit(words.say("passwords-do")).value("as", "slips"))
                    (Button::submit(words.say("passwords-table")).value("as", "table").quiet())
                }
            }
        }
    }
}

fn row(words: Words, pupil: &Candidate) -> Markup {
    let name = html! { (pupil.last_name) " " (pupil.first_name) };
    html! {
        tr {
            th scope="row" {
                @if pupil.elsewhere { (name) } @else {
                    label class="check" {
                        input type="checkbox" name="learner" value=(pupil.id) checked;
                        span { (name) }
                    }
                }
            }
            td { (words.say(if pupil.elsewhere { "usernames-elsewhere" } else { "learners-login-none" })) }
        }
    }
}
