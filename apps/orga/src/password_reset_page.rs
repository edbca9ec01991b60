//! The page of [`crate::password_reset`].

use form_urlencoded::byte_serialize;
use maud::{Markup, html};
use store::learner_list::Listed;
use web::Words;
use web::components::banner::{Tone, banner};
use web::components::breadcrumb::breadcrumb;
use web::components::button::{Button, csrf_field};
use web::components::error_summary::error_summary;
use web::components::select::Select;

use crate::learner_list_page::{login_word, name};

const PATH: &str = "/orga/learners/passwords";

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
    /// Its learners.
    pub learners: &'a [Listed],
    /// Whether the school opens accounts with usernames itself.
    pub usernames: bool,
    /// Why nothing was done.
    pub error: Option<&'a str>,
}

/// The whole page.
pub fn page(choice: &Choice<'_>) -> Markup {
    let (words, title) = (choice.words, choice.words.say("passwords-title"));
    let errors: Vec<(&str, &str)> = choice.error.iter().map(|error| ("learner", *error)).collect();
    html! {
        div class="stack" {
            (breadcrumb(words, &[(words.say("learners-title"), "/orga/learners")], title))
            h1 { (title) }
            (error_summary(words, &errors))
            p class="lead" { (words.say("passwords-lead")) }
            (class_form(choice))
            @if choice.usernames && choice.learners.iter().any(|learner| !learner.linked) {
                div class="row" { (Button::link(words.say("usernames-title"), &usernames(choice)).quiet()) }
            }
            @if !choice.learners.is_empty() { (pupils(choice)) }
        }
    }
}

/// The page where the class gets accounts.
fn usernames(choice: &Choice<'_>) -> String {
    let division: String = byte_serialize(choice.division.as_bytes()).collect();
    format!("/orga/learners/usernames?division={division}")
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

/// Whether a password can be given: the account has a username, and no address to get in by.
const fn can_be_given(learner: &Listed) -> bool {
    learner.by_username && !learner.by_email
}

fn pupils(choice: &Choice<'_>) -> Markup {
    let words = choice.words;
    html! {
        form class="stack" method="post" action=(PATH) {
            (csrf_field(choice.csrf))
            input type="hidden" name="division" value=(choice.division);
            div class="card card--table scroll" tabindex="0" role="region" aria-label=(words.say("learners-title")) {
                table class="table" {
                    caption { (words.say("passwords-caption")) }
                    thead { tr {
                        th scope="col" { (words.say("learners-name")) }
                        th scope="col" { (words.say("learners-login")) }
                    } }
                    tbody id="learner" { @for learner in choice.learners { (row(choice, learner)) } }
                }
            }
            @if choice.learners.iter().any(can_be_given) {
                div class="row" {
                    (Button::submit(words.say("passwords-do")).value("as", "slips"))
                    (Button::submit(words.say("passwords-table")).value("as", "table").quiet())
                }
            } @else { (banner(Tone::Info, &html! { p { (words.say("passwords-none")) } })) }
        }
    }
}

fn row(choice: &Choice<'_>, learner: &Listed) -> Markup {
    let words = choice.words;
    let name = name(words, choice.learners, learner);
    html! {
        tr {
            th scope="row" {
                @if can_be_given(learner) {
                    label class="check" {
                        input type="checkbox" name="learner" value=(learner.id) checked;
                        span { (name) }
                    }
                } @else { (name) }
            }
            td {
                (words.say(login_word(learner)))
                @if !can_be_given(learner) { " " span class="muted small" { (words.say("passwords-untouched")) } }
                @if learner.linked {
                    br;
                    a class="small" href={ "/orga/learners/" (learner.id) "/detachment" } {
                        (words.say("detachment-link")) span class="visually-hidden" { " " (learner.first_name) " " (learner.last_name) }
                    }
                }
            }
        }
    }
}
