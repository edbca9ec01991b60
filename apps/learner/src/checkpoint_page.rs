//! The page of [`crate::checkpoint`].

use maud::{Markup, html};
use measure::placement::Score;
use web::Words;
use web::components::button::Button;
use web::components::domain::Domain;
use web::components::meter::meter;
use web::components::ring::{Ring, Size};

use crate::answer_shown::{Answered, line};
use crate::attempt_loading::Standing;

/// What the page shows.
pub struct Stage<'a> {
    /// The language.
    pub words: Words,
    /// The attempt.
    pub standing: &'a Standing,
    /// The answers since the last pause, in order.
    pub answered: &'a [Answered],
    /// Whether no question is left.
    pub finished: bool,
    /// How far one is.
    pub gauge: Gauge,
}

/// How far one is with a test.
pub enum Gauge {
    /// The score of the competence so far.
    Level(Score),
    /// The share of the campaign that is done, in percent.
    Progress(u32),
}

/// The whole page: the way on, where one stands, the corrections.
pub fn page(stage: &Stage<'_>) -> Markup {
    let words = stage.words;
    html! {
        div class="stack-l" {
            div class="cols cols--side" {
                div class="stack" {
                    p class="muted" { (stage.standing.name(words.lang())) }
                    h1 { (heading(stage)) }
                    p class="lead" { (if stage.finished { words.say("checkpoint-finished-lead") } else { words.say("checkpoint-lead") }) }
                    (way_on(stage))
                }
                (gauge(stage))
            }
            section class="stack" aria-labelledby="latest" {
                h2 id="latest" { (words.say("checkpoint-last")) }
                div { @for one in stage.answered { (line(words, stage.standing, one)) } }
            }
        }
    }
}

fn heading(stage: &Stage<'_>) -> String {
    if stage.finished {
        return stage.words.say("checkpoint-finished-heading").to_owned();
    }
    let good = stage.answered.iter().filter(|one| one.status == grade::Status::Ok).count();
    stage.words.with("checkpoint-heading", &[("good", good.into()), ("total", stage.answered.len().into())])
}

fn way_on(stage: &Stage<'_>) -> Markup {
    let words = stage.words;
    let (label, href) = if stage.finished {
        (words.say("checkpoint-result"), stage.standing.path("/result"))
    } else {
        (words.say("checkpoint-continue"), stage.standing.path(""))
    };
    html! {
        div class="row" {
            (Button::link(label, &href))
            @if !stage.finished { (Button::link(words.say("checkpoint-stop"), "/home").bare()) }
        }
    }
}

fn gauge(stage: &Stage<'_>) -> Markup {
    let words = stage.words;
    match stage.gauge {
        Gauge::Level(score) => level(words, score, &stage.standing.attempt.competence),
        Gauge::Progress(percent) => {
            let text = words.with("participation-progress", &[("n", percent.into())]);
            html! { div class="card card--sunken" { (meter("progress", &text, percent, 100)) } }
        }
    }
}

/// The ring and the words of a level.
pub fn level(words: Words, score: Score, competence: &str) -> Markup {
    let number: u8 = competence.split('.').next().and_then(|digit| digit.parse().ok()).unwrap_or(1);
    let domain = Domain::numbered(number).unwrap_or(Domain::Information);
    let progress = if score.at_ceiling() { 0 } else { percent(score) };
    html! {
        div class={ "card card--sunken row standing " (domain.class()) } {
            (Ring { words, level: score.level(), progress, size: Size::Card })
            div {
                p { strong { (level_words(words, score)) } }
                p class="muted small" { (pix_words(words, score)) }
            }
        }
    }
}

fn level_words(words: Words, score: Score) -> String {
    if score.level() == 0 {
        return words.say("competence-no-level").to_owned();
    }
    words.with("competence-level", &[("level", score.level().into())])
}

fn pix_words(words: Words, score: Score) -> String {
    let pix = words.with("competence-pix", &[("pix", score.pix().into())]);
    if score.at_ceiling() {
        return pix;
    }
    let next = [("n", score.remaining().into()), ("level", (score.level() + 1).into())];
    format!("{pix} · {}", words.with("competence-next", &next))
}

/// The progress to the next level, in whole percent.
pub fn percent(score: Score) -> u8 {
    u8::try_from(score.ahead() * 100 / measure::placement::LEVEL_PIX).unwrap_or(95).min(95)
}
