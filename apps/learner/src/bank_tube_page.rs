//! The page of [`crate::bank_tube`].

use content::{Family, Release, Tube};
use maud::{Markup, html};
use web::Words;

use crate::bank_page::said;

/// What the page shows.
pub struct Listed<'a> {
    /// The language.
    pub words: Words,
    /// The bank.
    pub release: &'a Release,
    /// The tube.
    pub tube: &'a Tube,
}

/// The whole page: the skills of the tube from level 1 on, each with its families.
pub fn page(listed: &Listed<'_>) -> Markup {
    let (words, tube) = (listed.words, listed.tube);
    html! {
        div class="stack-l" {
            div class="stack-s" {
                p { a href="/bank" { (words.say("bank-title")) } }
                h1 { (tube.code) " " (tube.title.get(words.lang())) }
                p class="muted" { (tube.description.get(words.lang())) }
            }
            @for skill in &tube.skills {
                section class="card stack-s" {
                    h2 { (words.with("bank-level", &[("n", skill.code.level().into())])) " · " (skill.name.get(words.lang())) }
                    ul class="stack-s" {
                        @for family in listed.release.families_of(skill.code.id()) { li { (line(words, family)) } }
                    }
                }
            }
        }
    }
}

fn line(words: Words, family: &Family) -> Markup {
    let front = family.front();
    html! {
        a href={ "/preview/" (family.id()) } { (family.title(words.lang())) }
        br;
        span class="muted small" {
            code { (family.id()) } " · " (words.say(said(front.kind.name()))) " · "
            (words.say(said(front.mode.name())))
        }
    }
}
