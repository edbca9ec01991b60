//! A competence as a card: where one stands, and what can be done now.

use content::Competence;
use maud::{Markup, html};
use rules::standing::{Standing, Step};
use store::AttemptId;
use web::Words;
use web::components::competence::{Action, Competence as Card};
use web::components::domain::Domain;
use web::moment::month;

use crate::checkpoint_page::percent;

/// A competence and where somebody stands in it.
#[derive(Clone, Copy)]
pub struct Place<'a> {
    /// The language.
    pub words: Words,
    /// The competence.
    pub competence: &'a Competence,
    /// Where the learner stands.
    pub standing: &'a Standing,
    /// The token of the session's forms.
    pub csrf: &'a str,
}

/// The card; its name leads to the page of the competence.
pub fn card(place: Place<'_>) -> Markup {
    let Place { words, competence, standing, csrf } = place;
    let (page, start) = (page_of(competence), format!("{}/attempts", page_of(competence)));
    let pix = words.with("competence-pix", &[("pix", standing.score.pix().into())]);
    let attempt = match standing.step {
        Step::Resume { attempt, .. } => attempt_page(attempt),
        _ => String::new(),
    };
    let (text, action) = match standing.step {
        Step::NotOpen => (opens(words, competence), Action::None),
        Step::Begin => {
            (words.say("competence-discover").to_owned(), Action::Post(&start, words.say("competence-start")))
        }
        Step::Resume { .. } => (pix, Action::Link(&attempt, words.say("competence-resume"))),
        Step::Retry { days: 0, .. } => (pix, Action::Post(&start, words.say("competence-retry"))),
        Step::Retry { .. } => (pix, Action::Link(&page, words.say("competence-see"))),
        Step::Top { .. } => {
            (words.say("competence-top").to_owned(), Action::Link(&page, words.say("competence-review")))
        }
    };
    html! {
        (Card {
            words, domain: domain_of(&competence.code), name: competence.name.get(words.lang()), href: &page,
            level: standing.score.level(), progress: percent(standing.score), standing: &text, action, csrf,
        })
    }
}

/// The address of a competence's page.
pub fn page_of(competence: &Competence) -> String {
    format!("/competences/{}", competence.code)
}

/// The address where an attempt goes on.
pub fn attempt_page(attempt: i64) -> String {
    format!("/attempts/{}", AttemptId::from_number(attempt))
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
