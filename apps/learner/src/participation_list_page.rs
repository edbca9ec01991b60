//! The page of [`crate::participation_list`], and its cards on the home page.

use maud::{Markup, html};
use rules::snapshot::Mastery;
use store::combined_course_progress::Followed;
use store::joining::Taken;
use web::Words;
use web::components::banner::Tone;
use web::components::button::Button;
use web::components::empty::empty;
use web::components::icon::Icon;
use web::components::tag::{plain, tag};
use web::moment::date;

use crate::attempt_loading::campaign_title;
use crate::campaign_code;
use crate::combined_course::path;

/// Cards on the home page; the others are in the list.
pub const MOST_CARDS: usize = 3;

/// What the page shows.
pub struct Listed<'a> {
    /// The language.
    pub words: Words,
    /// The campaigns of the page, the newest first.
    pub taken: &'a [Taken],
    /// The combined courses, the newest first; on the first page.
    pub courses: &'a [Followed],
    /// Whether these are the newest of all.
    pub first: bool,
    /// Whether older ones follow.
    pub more: bool,
}

/// The whole page.
pub fn page(listed: &Listed<'_>) -> Markup {
    let words = listed.words;
    let older =
        listed.taken.last().filter(|_| listed.more).map(|last| format!("/participations?before={}", last.id));
    html! {
        div class="stack-l" {
            div class="stack-s" {
                h1 { (words.say("participations-title")) }
                p class="lead" { (words.say("participations-lead")) }
                p { a class="tap" href="/trainings" { (words.say("trainings-title")) } }
            }
            @if !listed.courses.is_empty() { (courses(words, listed.courses)) }
            @if listed.taken.is_empty() {
                (empty(words.say("participations-empty-title"), words.say("participations-empty"), None))
            } @else {
                div class="grid" { @for taken in listed.taken { (card(words, taken, false)) } }
            }
            @if older.is_some() || !listed.first {
                nav class="row" aria-label=(words.say("pagination")) {
                    @if !listed.first { (Button::link(words.say("participations-newest"), "/participations").quiet()) }
                    @if let Some(older) = older { (Button::link(words.say("participations-older"), &older).quiet()) }
                }
            }
            (campaign_code::beside(words))
        }
    }
}

/// The combined courses, those that are over too.
fn courses(words: Words, courses: &[Followed]) -> Markup {
    html! {
        section class="stack-s" aria-labelledby="courses" {
            h2 id="courses" { (words.say("combined-mine")) }
            ul class="list stack-s" {
                @for course in courses {
                    li class="row" {
                        a class="tap" href=(path(&course.code)) { (course.name) }
                        span class="muted small" { (course.organisation) }
                        @if course.completed_at.is_some() { (tag(Tone::Ok, Icon::Check, words.say("combined-standing-done"))) }
                    }
                }
            }
        }
    }
}

/// The section of the home page: the newest campaigns, and the field of a code.
pub fn on_home(words: Words, taken: &[Taken]) -> Markup {
    html! {
        @if !taken.is_empty() {
            section class="stack" aria-labelledby="participations" {
                div class="row row--between" {
                    h2 id="participations" { (words.say("participations-title")) }
                    a class="tap" href="/participations" { (words.say("home-all")) span class="visually-hidden" { " " (words.say("participations-title")) } }
                }
                div class="grid" { @for one in taken.iter().take(MOST_CARDS) { (card(words, one, true)) } }
            }
        }
        (campaign_code::beside(words))
    }
}

/// A campaign: its title, whose it is, where one stands, and the way on.
fn card(words: Words, taken: &Taken, within: bool) -> Markup {
    let title = campaign_title(words, taken.title.as_deref(), &taken.code);
    let page = format!("/campaigns/{}", taken.code);
    let over = taken.completed_at.is_some();
    let (label, href) = if over {
        (words.say("participation-see"), format!("{page}/result"))
    } else {
        (words.say("participation-resume"), page)
    };
    html! {
        article class="card stack-s" {
            @if within { h3 { (title) } } @else { h2 { (title) } }
            p class="muted small" { (taken.organisation) }
            p { (standing(words, taken)) }
            p class="small muted" { (words.say("participations-begun")) " " (date(words.lang(), taken.started_at)) }
            div class="row" {
                a class="btn btn--quiet btn--s" href=(href) { (label) span class="visually-hidden" { " : " (title) } }
            }
        }
    }
}

fn standing(words: Words, taken: &Taken) -> Markup {
    let count = |number: Option<i64>| number.and_then(|number| u32::try_from(number).ok());
    match (taken.shared_at, count(taken.skills), count(taken.validated)) {
        (Some(_), Some(skills), Some(validated)) => {
            let percent = Mastery { skills, validated }.percent();
            tag(Tone::Ok, Icon::Check, &words.with("participations-sent-mastery", &[("n", percent.into())]))
        }
        (Some(_), ..) => tag(Tone::Ok, Icon::Check, words.say("participations-sent")),
        (None, ..) if taken.completed_at.is_some() => plain(words.say("participations-over")),
        (None, ..) if taken.archived_at.is_some() => plain(words.say("participations-archived")),
        (None, ..) => tag(Tone::Info, Icon::Clock, words.say("participations-under-way")),
    }
}
