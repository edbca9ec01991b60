//! The page of [`crate::combined_course`].

use maud::{Markup, html};
use rules::combined_course::Standing;
use store::combined_course::Offer;
use store::combined_course_progress::{Progress, Step};
use web::Words;
use web::components::banner::{Tone, banner};
use web::components::button::{Button, csrf_field};
use web::components::icon::Icon;
use web::components::tag::{plain, tag};
use web::visit::{Person, leading_to};

use crate::attempt_loading::campaign_title;
use crate::campaign_page::paragraphs;
use crate::combined_course::path;

/// What the page shows.
pub struct Shown<'a> {
    /// The language.
    pub words: Words,
    /// The course.
    pub course: &'a Offer,
    /// Its steps.
    pub steps: &'a [Step],
    /// Where the learner stands at each.
    pub standings: &'a [Standing],
    /// Since when; none before they began.
    pub progress: Option<&'a Progress>,
    /// Who reads.
    pub person: &'a Person,
}

/// The whole page.
pub fn page(shown: &Shown<'_>) -> Markup {
    let (words, course) = (shown.words, shown.course);
    html! {
        div class="stack-l" {
            div class="stack" {
                p class="muted" { (words.with("participation-from", &[("name", course.organisation.as_str().into())])) }
                h1 { (course.name) }
                (paragraphs(&course.description))
                (state(shown))
            }
            section class="stack" aria-labelledby="steps" {
                h2 id="steps" { (words.say("combined-steps")) }
                ol class="list stack" {
                    @for (step, standing) in shown.steps.iter().zip(shown.standings) {
                        li { (card(shown, step, *standing)) }
                    }
                }
            }
        }
    }
}

/// The way in, how far one is, or the end.
fn state(shown: &Shown<'_>) -> Markup {
    let words = shown.words;
    match shown.progress {
        Some(Progress { completed_at: Some(_), .. }) => banner(
            Tone::Ok,
            &html! { p { strong { (words.say("combined-over")) } } p { (words.say("combined-over-text")) } },
        ),
        Some(_) => html! { p class="lead" { (words.with("combined-done", &counts(shown.standings))) } },
        None if shown.course.archived_at.is_some() => {
            banner(Tone::Info, &html! { p { (words.say("combined-archived")) } })
        }
        None if shown.person.is_anonymous() => html! {
            p { (words.say("combined-needs-account")) }
            div class="row" { (Button::link(words.say("front-sign-up"), &leading_to("/sign-up", Some(&path(&shown.course.code))))) }
        },
        None => html! {
            form class="row" method="post" action={ (path(&shown.course.code)) "/participations" } {
                (csrf_field(&shown.person.form_token))
                (Button::submit(words.say("combined-begin")))
            }
        },
    }
}

/// How many steps are done, of how many.
fn counts(standings: &[Standing]) -> [(&'static str, web::words::Value<'static>); 2] {
    let done = standings.iter().filter(|standing| **standing == Standing::Done).count();
    let all = standings.iter().filter(|standing| **standing != Standing::Out).count();
    [("n", done.into()), ("all", all.into())]
}

fn card(shown: &Shown<'_>, step: &Step, standing: Standing) -> Markup {
    let words = shown.words;
    // Before it begins there is nothing to do yet.
    let standing = if shown.progress.is_some() { standing } else { Standing::Locked };
    html! {
        article class="card stack-s" {
            @match (&step.code, &step.title) {
                (Some(code), _) => (campaign(shown, step, code, standing)),
                (None, Some(title)) => (lesson(shown, step, title, standing)),
                (None, None) => (no_lesson(words, standing)),
            }
        }
    }
}

fn campaign(shown: &Shown<'_>, step: &Step, code: &str, standing: Standing) -> Markup {
    let words = shown.words;
    let title = campaign_title(words, step.campaign_title.as_deref(), code);
    let (label, href) = match standing {
        Standing::Done => (words.say("participation-see"), format!("/campaigns/{code}/result")),
        _ if step.begun => (words.say("participation-resume"), format!("/campaigns/{code}")),
        _ => (words.say("combined-open"), format!("/campaigns/{code}")),
    };
    html! {
        h3 { (title) }
        (mark(shown, standing))
        @if matches!(standing, Standing::Open | Standing::Done) {
            div class="row" {
                a class=(weight(standing)) href=(href) { (label) span class="visually-hidden" { " : " (title) } }
            }
        }
    }
}

fn lesson(shown: &Shown<'_>, step: &Step, title: &str, standing: Standing) -> Markup {
    let words = shown.words;
    let link = step.link.as_deref().filter(|_| standing != Standing::Locked);
    let elsewhere = link.is_some_and(|link| !link.starts_with('/'));
    html! {
        h3 {
            @if let (Some(link), Standing::Done) = (link, standing) { a href=(link) rel=[elsewhere.then_some("noreferrer")] { (title) } }
            @else { (title) }
        }
        p class="small muted" {
            (words.say("combined-lesson")) " · "
            (words.with("training-minutes", &[("n", step.minutes.unwrap_or_default().into())]))
            @if elsewhere { " · " (words.say("training-elsewhere")) }
        }
        (mark(shown, standing))
        @if let (Standing::Open, Some(training), Some(link)) = (standing, step.training_id, link) {
            form class="row" method="post" action={ (path(&shown.course.code)) "/lessons/" (training) } {
                (csrf_field(&shown.person.form_token))
                a class=(weight(standing)) href=(link) rel=[elsewhere.then_some("noreferrer")] {
                    (words.say("combined-lesson-read")) span class="visually-hidden" { " : " (title) }
                }
                button class="btn btn--quiet btn--s" {
                    (words.say("combined-lesson-done")) span class="visually-hidden" { " : " (title) }
                }
            }
        }
    }
}

fn no_lesson(words: Words, standing: Standing) -> Markup {
    let sentence = match standing {
        Standing::Out => words.say("combined-lessons-none"),
        _ => words.say("combined-lessons-later"),
    };
    html! {
        h3 { (words.say("combined-lessons")) }
        p class="muted" { (sentence) }
    }
}

/// The button of the next step is the page's main one.
const fn weight(standing: Standing) -> &'static str {
    match standing {
        Standing::Open => "btn btn--s",
        _ => "btn btn--quiet btn--s",
    }
}

fn mark(shown: &Shown<'_>, standing: Standing) -> Markup {
    let words = shown.words;
    let mark = match standing {
        _ if shown.progress.is_none() => return html! {},
        Standing::Done => tag(Tone::Ok, Icon::Check, words.say("combined-standing-done")),
        Standing::Open => tag(Tone::Info, Icon::Clock, words.say("combined-standing-open")),
        Standing::Locked | Standing::Out => plain(words.say("combined-standing-locked")),
    };
    html! { p { (mark) } }
}
