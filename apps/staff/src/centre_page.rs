//! The page of [`crate::centre`].

use maud::{Markup, html};
use store::centre::{Centre, Paired};
use web::Words;
use web::components::banner::{Tone, banner};
use web::components::breadcrumb::breadcrumb;
use web::components::button::Button;
use web::moment::date_time;

use crate::centre_form::habilitation_word;
use crate::organisation_list_page::kind_word;

/// What the page shows.
pub struct Shown<'a> {
    /// The language.
    pub words: Words,
    /// The centre.
    pub centre: &'a Centre,
    /// The organisations that bear its number.
    pub paired: &'a [Paired],
}

/// The words for what was just done.
pub fn done(words: Words, done: &str) -> Option<&'static str> {
    Some(words.say(match done {
        "created" => "staff-done-centre-created",
        "again" => "staff-done-again",
        "changed" => "staff-done-changed",
        "archived" => "staff-done-centre-archived",
        _ => return None,
    }))
}

/// The whole page.
pub fn page(shown: &Shown<'_>) -> Markup {
    let (words, centre) = (shown.words, shown.centre);
    html! {
        div class="stack-l" {
            (breadcrumb(words, &[(words.say("staff-centres"), "/staff/centres")], &centre.name))
            div class="row row--between" {
                h1 { (centre.name) }
                @if centre.archived_at.is_none() { (actions(shown)) }
            }
            @if let Some(at) = centre.archived_at {
                (banner(Tone::Info, &html! { p { (words.say("staff-centre-archived-since")) " " (date_time(words.lang(), at)) } }))
            }
            (facts(shown))
            (certifies(shown))
            (pairing(shown))
            section class="stack-s" aria-labelledby="people" {
                h2 id="people" { (words.say("staff-people")) }
                p class="muted" { (words.say("staff-centre-people-later")) }
            }
        }
    }
}

fn actions(shown: &Shown<'_>) -> Markup {
    let (words, here) = (shown.words, format!("/staff/centres/{}", shown.centre.id));
    html! {
        div class="row" {
            (Button::link(words.say("staff-change"), &format!("{here}/change")).quiet())
            (Button::link(words.say("staff-archive"), &format!("{here}/archive")).quiet())
        }
    }
}

fn facts(shown: &Shown<'_>) -> Markup {
    let (words, centre) = (shown.words, shown.centre);
    let facts = [
        ("staff-kind", Some(words.say(kind_word(centre.kind)))),
        ("staff-number", centre.external_id.as_deref()),
        ("staff-officer", centre.protection_officer.as_deref()),
    ];
    html! {
        section class="card stack-s" aria-labelledby="facts" {
            h2 id="facts" { (words.say("staff-facts")) }
            dl class="stack-s" {
                @for (key, fact) in facts {
                    @if let Some(fact) = fact { div { dt class="muted small" { (words.say(key)) } dd { (fact) } } }
                }
            }
        }
    }
}

/// What it may certify: the common framework, and what it has a habilitation for.
fn certifies(shown: &Shown<'_>) -> Markup {
    let words = shown.words;
    html! {
        section class="card stack-s" aria-labelledby="certifies" {
            h2 id="certifies" { (words.say("staff-centre-certifies")) }
            ul class="list" {
                li { (words.say("staff-centre-core")) }
                @for one in shown.centre.habilitations.split_whitespace() { li { (words.say(habilitation_word(one))) } }
            }
        }
    }
}

fn pairing(shown: &Shown<'_>) -> Markup {
    let words = shown.words;
    let none = match shown.centre.external_id {
        Some(_) => words.say("staff-centre-alone"),
        None => words.say("staff-centre-unnumbered"),
    };
    html! {
        section class="stack-s" aria-labelledby="paired" {
            h2 id="paired" { (words.say("staff-centre-organisation")) }
            @if shown.paired.is_empty() { p class="muted" { (none) } }
            ul class="list stack-s" { @for one in shown.paired {
                li {
                    a href={ "/staff/organisations/" (one.id) } { (one.name) }
                    @if one.managing_learners { p class="muted small" { (words.say("staff-centre-class-list")) } }
                }
            } }
        }
    }
}
