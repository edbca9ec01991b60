//! The pages of [`crate::account_erasure`].

use maud::{Markup, html};
use store::membership::Led;
use web::Words;
use web::components::banner::{Tone, banner};
use web::components::button::{Button, csrf_field, post};
use web::components::error_summary::error_summary;
use web::components::field::Field;
use web::components::password::Password;
use web::moment::date;
use web::words::key;

const LOST: [&str; 3] =
    [key("erasure-lost-account"), key("erasure-lost-results"), key("erasure-lost-devices")];
const KEPT: [&str; 3] = [key("erasure-kept-answers"), key("erasure-kept-trace"), key("erasure-kept-address")];

/// Leaving alone: what is lost, what is kept, and the proof that it is the owner who leaves.
pub fn alone(words: Words, with_password: bool, error: Option<&str>, csrf: &str) -> Markup {
    let errors: Vec<_> = error.into_iter().map(|text| ("proof", text)).collect();
    html! {
        div class="stack" {
            h1 { (words.say("erasure-title")) }
            p class="lead" { (words.say("erasure-lead")) }
            (error_summary(words, &errors))
            (list(words, words.say("erasure-lost"), &LOST))
            (list(words, words.say("erasure-kept"), &KEPT))
            p { (words.say("erasure-copy")) " " a href="/account/data" { (words.say("data-title")) } }
            form class="stack" method="post" action="/account/erasure" novalidate {
                (csrf_field(csrf))
                (proof(words, with_password, error))
                div class="row" {
                    (Button::submit(words.say("erasure-submit")).danger())
                    (Button::link(words.say("account-cancel"), "/account").quiet())
                }
            }
        }
    }
}

fn proof(words: Words, with_password: bool, error: Option<&str>) -> Markup {
    if with_password {
        let label = words.say("password-present");
        return html! { (Password { words, name: "proof", label, new: false, error }) };
    }
    let label = words.with("erasure-word-label", &[("word", words.say("erasure-word").into())]);
    html! { (Field { error, ..Field::new("proof", &label) }) }
}

fn list(words: Words, title: &str, keys: &[&'static str]) -> Markup {
    html! {
        section class="stack-s" {
            h2 class="title-s" { (title) }
            ul { @for key in keys { li { (words.say(key)) } } }
        }
    }
}

/// Why somebody does not leave alone.
pub enum Why<'a> {
    /// The account serves a school or a post.
    Serves,
    /// Nobody else administers these organisations.
    Leads(&'a [Led]),
}

/// Asking to leave: why it is not done alone, the button, or since when it is asked.
pub fn request(words: Words, why: &Why<'_>, asked: Option<i64>, (contact, csrf): (&str, &str)) -> Markup {
    html! {
        div class="stack" {
            h1 { (words.say("erasure-title")) }
            @match why {
                Why::Serves => p class="lead" { (words.say("erasure-request-lead")) },
                Why::Leads(led) => (successor(words, led)),
            }
            p { (words.say("erasure-request-kept")) }
            @match asked {
                Some(at) => (banner(Tone::Ok, &html! {
                    p { (words.say("erasure-requested")) " " (date(words.lang(), at)) ". " (words.say("erasure-requested-next")) }
                })),
                None => div class="row" {
                    (post("/account/erasure-request", csrf, &Button::submit(words.say("erasure-request-submit"))))
                },
            }
            p class="muted" { (words.say("erasure-contact")) " " (contact) }
            p { (Button::link(words.say("account-back"), "/account").quiet()) }
        }
    }
}

/// Who leads alone names somebody else first, on the page of the team of each organisation.
fn successor(words: Words, led: &[Led]) -> Markup {
    let count = led.len().into();
    html! {
        p class="lead" { (words.with("erasure-successor-lead", &[("n", count)])) }
        ul { @for one in led { li { (one.name) } } }
        p { (words.say("erasure-successor-do")) }
        div class="row" {
            (Button::link(words.say("erasure-successor-team"), "/orga/team"))
            (Button::link(words.say("erasure-successor-choose"), "/orga/workplaces").quiet())
        }
        h2 class="title-s" { (words.say("erasure-successor-nobody")) }
    }
}

/// The last page.
pub fn farewell(words: Words) -> Markup {
    html! {
        div class="stack" {
            h1 { (words.say("farewell-title")) }
            p class="lead" { (words.say("farewell-text")) }
            p { (Button::link(words.say("trouble-home"), "/").quiet()) }
        }
    }
}
