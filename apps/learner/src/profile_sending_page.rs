//! The page of [`crate::profile_sending`].

use content::{Competence, Framework};
use maud::{Markup, html};
use measure::placement::{certifiable, total};
use rules::snapshot::Sent;
use rules::standing::Standing;
use web::Words;
use web::components::banner::{Tone, banner};
use web::components::button::{Button, post};
use web::components::honeycomb::{Cell, Honeycomb, Size};

use crate::campaign_page::paragraphs;
use crate::competence_card::domain_of;
use crate::joining::Joining;

/// What the page shows.
pub struct Sending<'a> {
    /// The language.
    pub words: Words,
    /// The campaign and the learner.
    pub joining: &'a Joining,
    /// The competences.
    pub framework: &'a Framework,
    /// Where the learner stands in each, in the order of the framework.
    pub standings: &'a [Standing],
}

/// The whole page: the profile as it would be sent, and the button that sends it.
pub fn page(sending: &Sending<'_>) -> Markup {
    let (words, joining) = (sending.words, sending.joining);
    let offer = &joining.met.offer;
    let to = [("name", offer.organisation.clone().into())];
    let scores: Vec<_> = sending.standings.iter().map(|standing| standing.score).collect();
    let levels: Vec<Sent> = scores
        .iter()
        .map(|score| Sent { level: score.level(), pix: u8::try_from(score.pix()).unwrap_or(u8::MAX) })
        .collect();
    let shown = Shown {
        words,
        framework: sending.framework,
        levels: &levels,
        pix: u32::try_from(total(&scores)).unwrap_or(u32::MAX),
        certifiable: certifiable(&scores),
    };
    html! {
        div class="stack-l" {
            div class="stack" {
                p class="muted" { (joining.title(words)) }
                h1 { (words.with("participation-send-title", &to)) }
                (paragraphs(offer.landing_text.as_deref().unwrap_or_default()))
                @if offer.archived_at.is_some() { (banner(Tone::Warn, &html! { p { (words.say("participation-archived")) } })) }
                @else {
                    p class="lead" { (words.with("participation-send-lead", &to)) }
                    div class="row" {
                        (post(&joining.path("/sending"), &joining.learner.person.form_token, &Button::submit(words.say("participation-send"))))
                        (Button::link(words.say("participation-send-practise"), "/home").quiet())
                    }
                }
            }
            (profile(&shown))
        }
    }
}

/// A profile that is or was sent.
pub struct Shown<'a> {
    /// The language.
    pub words: Words,
    /// The competences.
    pub framework: &'a Framework,
    /// Level and pix of each, in the order of the framework.
    pub levels: &'a [Sent],
    /// The pix of all.
    pub pix: u32,
    /// Whether it may be certified.
    pub certifiable: bool,
}

/// The honeycomb, whether it may be certified, and each competence.
pub fn profile(shown: &Shown<'_>) -> Markup {
    let words = shown.words;
    let reached = shown.levels.iter().filter(|sent| sent.level >= 1).count();
    let counts = [("n", reached.into())];
    let key = if shown.certifiable { "profile-certifiable-text" } else { "profile-not-certifiable" };
    html! {
        section class="cols cols--side" aria-label=(words.say("profile-title")) {
            div class="stack" {
                p { (words.with(key, &counts)) }
                ul class="list subjects" {
                    @for (competence, sent) in shown.framework.competences.iter().zip(shown.levels) { (line(words, competence, *sent)) }
                }
            }
            div { (honeycomb(shown)) }
        }
    }
}

fn honeycomb(shown: &Shown<'_>) -> Markup {
    let lang = shown.words.lang();
    let pairs = shown.framework.competences.iter().zip(shown.levels);
    let cells: Vec<Cell<'_>> = pairs
        .map(|(competence, sent)| Cell {
            domain: domain_of(&competence.code),
            name: competence.name.get(lang),
            level: sent.level,
        })
        .collect();
    html! { (Honeycomb { words: shown.words, total: shown.pix, of: 1024, cells: &cells, size: Size::Card, decorative: false }) }
}

fn line(words: Words, competence: &Competence, sent: Sent) -> Markup {
    let counts = [("level", sent.level.into()), ("pix", sent.pix.into())];
    html! {
        li class="row row--between" {
            span { (competence.name.get(words.lang())) }
            span class="muted" { (words.with("participation-level-pix", &counts)) }
        }
    }
}
