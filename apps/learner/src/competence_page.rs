//! The page of [`crate::competence`].

use content::{Competence, Release};
use maud::{Markup, html};
use measure::placement::Knowledge;
use rules::standing::{Standing, Step};
use store::AttemptId;
use store::tutorial_mark::Mark;
use web::Words;
use web::components::banner::{Tone, banner};
use web::components::breadcrumb::breadcrumb;
use web::components::button::{Button, post};
use web::moment::month;

use crate::advice::advice;
use crate::checkpoint_page::level;
use crate::competence_card::page_of;
use crate::tutorial_card::{Lesson, card_of_subject};

/// What the page shows.
pub struct Shown<'a> {
    /// The language.
    pub words: Words,
    /// The bank.
    pub release: &'a Release,
    /// The competence.
    pub competence: &'a Competence,
    /// Where the learner stands.
    pub standing: Standing,
    /// What is known of the learner.
    pub knowledge: &'a Knowledge,
    /// The days left before it may be started again from nothing; none when nothing is known of it.
    pub reset_in: Option<u32>,
    /// What the learner noted of tutorials.
    pub marks: &'a [Mark],
    /// The token of the session's forms.
    pub csrf: &'a str,
}

/// The whole page.
pub fn page(shown: &Shown<'_>) -> Markup {
    let (words, lang) = (shown.words, shown.words.lang());
    let name = shown.competence.name.get(lang);
    html! {
        div class="stack-l" {
            div class="cols cols--side" {
                div class="stack" {
                    (breadcrumb(words, &[(words.say("profile-title"), "/profile")], name))
                    h1 { (name) }
                    p class="lead" { (shown.competence.description.get(lang)) }
                    (range(words, shown.standing.range))
                    div class="stack" { (next(shown)) (reset(shown)) }
                }
                (level(words, shown.standing.score, &shown.competence.code))
            }
            (tutorials(shown))
            (subjects(shown))
            section class="stack" aria-labelledby="themes" {
                h2 id="themes" { (words.say("competence-themes")) }
                ul { @for theme in shown.competence.themes.get(lang) { li { (theme) } } }
            }
        }
    }
}

/// Between how many pix the learner is, and why one answer changes little, where the placement tells it.
pub fn range(words: Words, range: Option<(u64, u64)>) -> Markup {
    html! {
        @if let Some((low, high)) = range {
            p class="muted" { (words.with("measure-range", &[("low", low.into()), ("high", high.into())])) }
        }
    }
}

/// The one main action, and why it waits if it does.
fn next(shown: &Shown<'_>) -> Markup {
    let (words, lang) = (shown.words, shown.words.lang());
    let start = format!("/competences/{}/attempts", shown.competence.code);
    let begin = |label| post(&start, shown.csrf, &Button::submit(label));
    match shown.standing.step {
        Step::NotOpen => {
            let when = shown.competence.opens.as_deref().map(|opens| month(lang, opens)).unwrap_or_default();
            banner(
                Tone::Info,
                &html! { p { (words.with("competence-opens-long", &[("month", when.into())])) } },
            )
        }
        Step::Begin => {
            html! { p class="muted" { (words.say("competence-how")) } (begin(words.say("competence-start"))) }
        }
        Step::Resume { attempt, answered } => html! {
            p class="muted" { (words.with("competence-in-progress", &[("n", answered.into())])) }
            p { (Button::link(words.say("competence-resume"), &address(attempt, ""))) }
        },
        Step::Retry { attempt, days: 0 } => {
            html! { (begin(words.say("competence-retry"))) (last(words, attempt)) }
        }
        Step::Retry { attempt, days } => html! {
            (banner(Tone::Info, &html! { p { (words.with("competence-retry-in", &[("days", days.into())])) } }))
            (last(words, attempt))
        },
        Step::Top { attempt } => html! {
            (banner(Tone::Ok, &html! { p { (words.say("competence-top")) } }))
            (last(words, attempt))
        },
    }
}

fn last(words: Words, attempt: i64) -> Markup {
    html! { p { (Button::link(words.say("competence-last-result"), &address(attempt, "/result")).quiet()) } }
}

fn address(attempt: i64, rest: &str) -> String {
    format!("/attempts/{}{rest}", AttemptId::from_number(attempt))
}

/// Subject by subject, the lessons of the easiest skill answered wrong.
fn tutorials(shown: &Shown<'_>) -> Markup {
    let words = shown.words;
    let found = advice(shown.release, shown.knowledge, &shown.competence.code);
    let back = page_of(shown.competence);
    html! {
        @if !found.is_empty() {
            section class="stack" aria-labelledby="tutorials" {
                h2 id="tutorials" { (words.say("competence-tutorials")) }
                @for advice in found {
                    div class="stack-s lesson-group" {
                        h3 { (advice.tube.title.get(words.lang())) }
                        div class="lessons" {
                            @for tutorial in advice.tutorials {
                                (card_of_subject(&Lesson { words, release: shown.release, tutorial, marks: shown.marks, csrf: shown.csrf, back: &back }))
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Starting again from nothing, now or in some days; nothing is offered to somebody who has nothing to lose.
fn reset(shown: &Shown<'_>) -> Markup {
    let words = shown.words;
    let address = format!("{}/reset", page_of(shown.competence));
    match shown.reset_in {
        None => html! {},
        Some(0) => html! { p { a class="tap" href=(address) { (words.say("zero-title")) } } },
        Some(days) => {
            html! { p class="muted small" { (words.with("zero-wait", &[("days", days.into())])) } }
        }
    }
}

fn subjects(shown: &Shown<'_>) -> Markup {
    let (words, here) = (shown.words, format!("{}-", shown.competence.code));
    let tubes: Vec<_> = shown.release.tubes().filter(|tube| tube.code.starts_with(&here)).collect();
    html! {
        @if !tubes.is_empty() {
            section class="stack" aria-labelledby="subjects" {
                h2 id="subjects" { (words.say("competence-subjects")) }
                dl class="stack-s" {
                    @for tube in tubes {
                        div { dt { strong { (tube.title.get(words.lang())) } } dd class="muted" { (tube.description.get(words.lang())) } }
                    }
                }
            }
        }
    }
}
