//! The page of [`crate::home`].

use content::Framework;
use maud::{Markup, html};
use web::Words;
use web::components::button::Button;
use web::components::domain::{Domain, badge, threads};
use web::components::honeycomb::{Cell, Honeycomb, Size};

use crate::campaign_code;
use crate::competence_card::domain_of;

/// The levels of the example on the front page, in the order of the framework.
const EXAMPLE: [u8; 16] = [5, 4, 3, 6, 5, 4, 3, 5, 3, 2, 0, 4, 7, 3, 2, 4];
const EXAMPLE_TOTAL: u32 = 508;

/// The whole page.
pub fn page(words: Words, framework: &Framework) -> Markup {
    html! {
        div class="stack-l" {
            section class="hero" {
                div class="hero__intro stack" {
                    h1 { (words.say("front-heading")) }
                    p class="lead" { (words.say("front-lead")) }
                }
                div class="hero__art" { (example(words, framework)) }
                div class="hero__act row row--wide" {
                    (Button::link(words.say("front-sign-up"), "/sign-up"))
                    (Button::link(words.say("front-sign-in"), "/sign-in").quiet())
                }
            }
            (campaign_code::beside(words))
            (domains(words, framework))
            (how(words))
        }
    }
}

fn example(words: Words, framework: &Framework) -> Markup {
    let cells: Vec<Cell<'_>> = framework
        .competences
        .iter()
        .zip(EXAMPLE)
        .map(|(competence, level)| Cell {
            domain: domain_of(&competence.code),
            name: competence.name.get(words.lang()),
            level,
        })
        .collect();
    html! { (Honeycomb { words, total: EXAMPLE_TOTAL, of: 1024, cells: &cells, size: Size::Home, decorative: true }) }
}

fn domains(words: Words, framework: &Framework) -> Markup {
    html! {
        section class="stack" aria-labelledby="domains" {
            h2 id="domains" { (words.say("front-domains")) }
            div class="grid grid--s" {
                @for (domain, found) in Domain::ALL.into_iter().zip(&framework.domains) {
                    @let names: Vec<&str> = framework.competences.iter().filter(|one| domain_of(&one.code) == domain).map(|one| one.name.get(words.lang()).as_str()).collect();
                    div class={ "stack-s " (domain.class()) } {
                        (threads(names.len()))
                        (badge(domain, false))
                        h3 { (found.name.get(words.lang())) }
                        ul class="list small muted" { @for name in names { li { (name) } } }
                    }
                }
            }
        }
    }
}

fn how(words: Words) -> Markup {
    let steps = [
        (words.say("front-how-test-title"), words.say("front-how-test")),
        (words.say("front-how-correction-title"), words.say("front-how-correction")),
        (words.say("front-how-profile-title"), words.say("front-how-profile")),
    ];
    html! {
        section class="card card--accent stack" aria-labelledby="how" {
            h2 id="how" { (words.say("front-how")) }
            div class="grid grid--fit" {
                @for (title, text) in steps { div class="stack-s" { h3 { (title) } p { (text) } } }
            }
        }
    }
}
