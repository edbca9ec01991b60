//! The page of [`crate::profile`].

use content::{Competence, Framework};
use maud::{Markup, html};
use measure::placement::LEVEL_PIX;
use rules::standing::Standing;
use web::Words;
use web::components::banner::{Tone, banner};
use web::components::domain::{Domain, header, legend};
use web::components::honeycomb::{Cell, Honeycomb, Size};
use web::visit::Person;

use crate::competence_card::{Place, card, domain_of};

/// Levels of a competence.
const LEVELS: u64 = 8;

/// What the page shows.
pub struct Profile<'a> {
    /// The language.
    pub words: Words,
    /// The competences.
    pub framework: &'a Framework,
    /// Where the learner stands in each, in the order of the framework.
    pub standings: &'a [Standing],
    /// The pix of the whole profile.
    pub total: u64,
    /// Whether a certification can be taken.
    pub certifiable: bool,
    /// The highest reachable level.
    pub ceiling: u8,
    /// Who it is.
    pub person: &'a Person,
}

impl<'a> Profile<'a> {
    fn pairs(&self) -> impl Iterator<Item = (&'a Competence, &'a Standing)> {
        self.framework.competences.iter().zip(self.standings)
    }

    fn place(&self, competence: &'a Competence, standing: &'a Standing) -> Place<'a> {
        Place { words: self.words, competence, standing, csrf: &self.person.form_token }
    }
}

/// The whole page: the honeycomb with its levels, sixteen cards.
pub fn page(profile: &Profile<'_>) -> Markup {
    html! {
        div class="stack-l" {
            section class="hero" {
                div class="hero__intro stack" { (intro(profile)) }
                div class="hero__art" { (honeycomb(profile)) }
                div class="hero__act stack" { (certifiable(profile)) }
            }
            @for (number, domain) in (1..).zip(Domain::ALL) { (group(profile, number, domain)) }
        }
    }
}

fn intro(profile: &Profile<'_>) -> Markup {
    let words = profile.words;
    let most = u64::from(profile.ceiling) * LEVEL_PIX * 16;
    html! {
        h1 { (words.say("profile-heading")) }
        p class="lead" { (words.say("profile-lead")) }
        (legend(words))
        p class="muted small" { (words.with("profile-most", &[("max", most.into()), ("level", profile.ceiling.into())])) }
    }
}

fn honeycomb(profile: &Profile<'_>) -> Markup {
    let lang = profile.words.lang();
    let cells: Vec<Cell<'_>> = profile
        .pairs()
        .map(|(competence, standing)| Cell {
            domain: domain_of(&competence.code),
            name: competence.name.get(lang),
            level: standing.score.level(),
        })
        .collect();
    let total = u32::try_from(profile.total).unwrap_or(u32::MAX);
    html! { (Honeycomb { words: profile.words, total, of: 1024, cells: &cells, size: Size::Full, decorative: false }) }
}

fn certifiable(profile: &Profile<'_>) -> Markup {
    let words = profile.words;
    let reached = profile.standings.iter().filter(|standing| standing.score.uncapped_level() >= 1).count();
    let counts = [("n", reached.into())];
    if profile.certifiable {
        return banner(
            Tone::Ok,
            &html! {
                p { strong { (words.say("profile-certifiable")) } " " (words.with("profile-certifiable-text", &counts)) }
            },
        );
    }
    banner(Tone::Info, &html! { p { (words.with("profile-not-certifiable", &counts)) } })
}

fn group(profile: &Profile<'_>, number: u8, domain: Domain) -> Markup {
    let words = profile.words;
    let inside: Vec<_> =
        profile.pairs().filter(|(competence, _)| domain_of(&competence.code) == domain).collect();
    let pix: u64 = inside.iter().map(|(_, standing)| standing.score.pix()).sum();
    let most = inside.len() as u64 * LEVELS * LEVEL_PIX;
    let figure = words.with("profile-domain-pix", &[("pix", pix.into()), ("most", most.into())]);
    let name = profile.framework.domains.iter().find(|found| found.code == number.to_string());
    let id = format!("domain-{number}");
    html! {
        section class="stack domain-group" aria-labelledby=(id) {
            (header(domain, name.map_or("", |found| found.name.get(words.lang())), &id, &figure))
            div class="grid" { @for (competence, standing) in inside { (card(profile.place(competence, standing))) } }
        }
    }
}
