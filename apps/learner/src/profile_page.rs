//! The page of [`crate::profile`].

use content::{Competence, Framework};
use maud::{Markup, html};
use measure::placement::LEVEL_PIX;
use rules::standing::{Standing, Step};
use store::AttemptId;
use web::Words;
use web::components::banner::{Tone, banner};
use web::components::button::{Button, post};
use web::components::competence::{Action, Competence as Card};
use web::components::domain::{Domain, header, legend};
use web::components::honeycomb::{Cell, Honeycomb, Size};
use web::moment::month;
use web::visit::Person;

use crate::checkpoint_page::percent;

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
}

/// The whole page: the honeycomb, one main action, sixteen cards.
pub fn page(profile: &Profile<'_>) -> Markup {
    html! {
        div class="stack-l" {
            section class="hero" {
                div class="hero__intro stack" { (intro(profile)) }
                div class="hero__art" { (honeycomb(profile)) }
                div class="hero__act stack" { (certifiable(profile)) (action(profile)) }
            }
            @for (number, domain) in (1..).zip(Domain::ALL) { (group(profile, number, domain)) }
        }
    }
}

fn intro(profile: &Profile<'_>) -> Markup {
    let words = profile.words;
    let begun =
        profile.standings.iter().any(|standing| !matches!(standing.step, Step::Begin | Step::NotOpen));
    let most = u64::from(profile.ceiling) * LEVEL_PIX * 16;
    html! {
        @if begun {
            h1 { (words.say("profile-heading")) }
            p class="lead" { (words.say("profile-lead")) }
        } @else {
            h1 { (words.with("profile-welcome", &[("first", profile.person.first_name.clone().into())])) }
            p class="lead" { (words.say("profile-first")) }
        }
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

/// The one main action: resume what is in progress, else begin what is open.
fn action(profile: &Profile<'_>) -> Markup {
    let (words, lang) = (profile.words, profile.words.lang());
    let resumed = profile.pairs().find_map(|(competence, standing)| match standing.step {
        Step::Resume { attempt, .. } => Some((competence, attempt)),
        _ => None,
    });
    if let Some((competence, attempt)) = resumed {
        let label = words.with("profile-resume", &[("name", competence.name.get(lang).clone().into())]);
        let href = format!("/attempts/{}", AttemptId::from_number(attempt));
        return html! { p { (Button::link(&label, &href)) } };
    }
    let Some((competence, _)) = profile.pairs().find(|(_, standing)| standing.step == Step::Begin) else {
        return html! {};
    };
    let label = words.with("profile-start", &[("name", competence.name.get(lang).clone().into())]);
    post(
        &format!("/competences/{}/attempts", competence.code),
        &profile.person.form_token,
        &Button::submit(&label),
    )
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
            div class="grid" { @for (competence, standing) in inside { (card(profile, competence, standing)) } }
        }
    }
}

fn card(profile: &Profile<'_>, competence: &Competence, standing: &Standing) -> Markup {
    let words = profile.words;
    let (page, start) =
        (format!("/competences/{}", competence.code), format!("/competences/{}/attempts", competence.code));
    let pix = words.with("competence-pix", &[("pix", standing.score.pix().into())]);
    let attempt = match standing.step {
        Step::Resume { attempt, .. } => format!("/attempts/{}", AttemptId::from_number(attempt)),
        _ => String::new(),
    };
    let (text, action) = match standing.step {
        Step::NotOpen => (opens(words, competence), Action::None),
        Step::Begin => {
            (words.say("competence-discover").to_owned(), Action::Post(&start, words.say("competence-start")))
        }
        Step::Resume { .. } => (pix, Action::Link(&attempt, words.say("competence-resume"))),
        Step::Retry { days: 0, .. } => (pix, Action::Link(&page, words.say("competence-retry"))),
        Step::Retry { .. } => (pix, Action::Link(&page, words.say("competence-see"))),
        Step::Top { .. } => {
            (words.say("competence-top").to_owned(), Action::Link(&page, words.say("competence-review")))
        }
    };
    html! {
        (Card {
            words, domain: domain_of(&competence.code), name: competence.name.get(words.lang()), href: &page,
            level: standing.score.level(), progress: percent(standing.score), standing: &text, action,
            csrf: &profile.person.form_token,
        })
    }
}

fn opens(words: Words, competence: &Competence) -> String {
    let when = competence.opens.as_deref().map(|opens| month(words.lang(), opens)).unwrap_or_default();
    words.with("competence-opens", &[("month", when.into())])
}

/// The domain of a competence, by the first digit of its code.
pub fn domain_of(code: &str) -> Domain {
    let number = code.split('.').next().and_then(|digit| digit.parse().ok());
    number.and_then(Domain::numbered).unwrap_or(Domain::Information)
}
