//! The page of [`crate::clock`]: nothing of the question is shown before its clock runs.

use maud::{Markup, html};
use web::Words;
use web::components::banner::Tone;
use web::components::button::{Button, post};
use web::components::countdown::duration;
use web::components::icon::Icon;
use web::components::tag::tag;

use crate::question_page::progress;

/// What the page shows.
pub struct Closed<'a> {
    /// The language of the page.
    pub words: Words,
    /// The name of the competence.
    pub competence: &'a str,
    /// The position of the question in the attempt, from 1.
    pub position: u16,
    /// The seconds allowed.
    pub limit: u32,
    /// Where the button that starts the clock posts to.
    pub open: &'a str,
    /// Where an answer is posted.
    pub answer: &'a str,
    /// The token of the session's forms.
    pub csrf: &'a str,
}

/// The whole page.
pub fn page(closed: &Closed<'_>) -> Markup {
    let words = closed.words;
    let limit = duration(words, closed.limit);
    let skip = Button::submit(words.say("question-skip")).quiet().value("skip", "1");
    html! {
        div class="stack-l" {
            (progress(words, closed.competence, closed.position))
            div class="card measure stack" {
                p { (tag(Tone::Warn, Icon::Clock, &limit)) }
                h1 { (words.say("clock-heading")) }
                p class="lead" { (words.with("clock-lead", &[("limit", limit.clone().into())])) }
                ul {
                    li { (words.say("clock-goes-on")) }
                    li { (words.say("clock-over")) }
                    li { (words.say("clock-skip")) }
                }
                div class="actions" {
                    (post(closed.open, closed.csrf, &Button::submit(words.say("clock-open"))))
                    (post(closed.answer, closed.csrf, &skip))
                }
            }
        }
    }
}
