//! The page of [`crate::bank`].

use content::{Release, report::Counts};
use maud::{Markup, html};
use std::collections::BTreeMap;
use web::Words;

/// What the page shows.
pub struct Counted<'a> {
    /// The language.
    pub words: Words,
    /// The bank.
    pub release: &'a Release,
    /// What it is made of.
    pub counts: &'a Counts,
}

/// The whole page: totals, then a table for each competence.
pub fn page(counted: &Counted<'_>) -> Markup {
    let words = counted.words;
    let totals = words.with(
        "bank-lead",
        &[
            ("families", counted.counts.families.into()),
            ("skills", counted.counts.skills.into()),
            ("tutorials", counted.counts.tutorials.into()),
        ],
    );
    html! {
        div class="stack-l" {
            div class="stack-s" {
                h1 { (words.say("bank-title")) }
                p class="muted" { (totals) }
                p { a href="/staff" { (words.say("staff-title")) } }
            }
            (shares(counted))
            @for competence in &counted.release.framework().competences {
                @let code = &competence.code;
                @if counted.counts.tubes.keys().any(|tube| tube.starts_with(code.as_str())) {
                    section class="stack-s" aria-labelledby={ "c-" (code) } {
                        h2 id={ "c-" (code) } { (code) " " (competence.name.get(words.lang())) }
                        (tubes(counted, code))
                    }
                }
            }
        }
    }
}

/// What one does, where one may look, how one answers, on what, for whom.
fn shares(counted: &Counted<'_>) -> Markup {
    let (words, counts) = (counted.words, counted.counts);
    html! {
        dl class="card stack-s" {
            (list(counted, words.say("bank-kinds"), &counts.kinds))
            (list(counted, words.say("bank-modes"), &counts.modes))
            (list(counted, words.say("bank-devices"), &counts.devices))
            @for (group, [yes, helped, no]) in &counts.access {
                div {
                    dt { strong { (words.say(said(group))) } }
                    dd { (words.with("bank-reach", &[("yes", (*yes).into()), ("helped", (*helped).into()), ("no", (*no).into())])) }
                }
            }
        }
    }
}

/// Each count and its share of the families.
fn list(counted: &Counted<'_>, name: &str, shared: &BTreeMap<&'static str, usize>) -> Markup {
    let families = counted.counts.families.max(1);
    html! {
        div {
            dt { strong { (name) } }
            dd {
                @for (index, (key, count)) in shared.iter().enumerate() {
                    @if index > 0 { " · " }
                    (counted.words.say(said(key))) " " (count) " (" (count * 100 / families) "\u{a0}%)"
                }
            }
        }
    }
}

fn tubes(counted: &Counted<'_>, competence: &str) -> Markup {
    let words = counted.words;
    html! {
        div class="scroll" tabindex="0" role="region" aria-labelledby={ "c-" (competence) } {
            table class="table" {
                thead { tr {
                    th scope="col" { (words.say("bank-tube")) }
                    @for level in 1..=8 { th scope="col" class="num" { span class="visually-hidden" { (words.say("bank-level-word")) " " } (level) } }
                } }
                tbody { @for (tube, levels) in counted.counts.tubes.iter().filter(|(tube, _)| tube.starts_with(competence)) {
                    tr {
                        th scope="row" { a href={ "/bank/" (tube) } { (tube) } " "
                            @if let Some(tube) = counted.release.tube(tube) { (tube.title.get(words.lang())) } }
                        @for count in levels { td class="num" { (count) } }
                    }
                } }
            }
        }
    }
}

/// The sentence for a word of the front matter of families.
pub fn said(word: &str) -> &'static str {
    match word {
        "do" => "bank-do",
        "investigate" => "bank-investigate",
        "know" => "bank-know",
        "focus" => "bank-focus",
        "phone" => "bank-phone",
        "tablet" => "bank-tablet",
        "desktop" => "bank-desktop",
        "blind" => "bank-blind",
        "colour_blind" => "bank-colour-blind",
        "deaf" => "bank-deaf",
        "motor" => "bank-motor",
        _ => "bank-free",
    }
}
