//! A tutorial as a card: what it is, how long it takes, whether it is saved.

use content::{Release, Tutorial};
use maud::{Markup, html};
use store::tutorial_mark::Mark;
use web::Words;
use web::components::banner::Tone;
use web::components::button::csrf_field;
use web::components::icon::Icon;
use web::components::tag::tag;

/// A tutorial, and what a learner noted of it.
pub struct Lesson<'a> {
    /// The language.
    pub words: Words,
    /// The bank.
    pub release: &'a Release,
    /// The tutorial.
    pub tutorial: &'a Tutorial,
    /// What the learner noted of tutorials.
    pub marks: &'a [Mark],
    /// The token of the session's forms.
    pub csrf: &'a str,
    /// The page to come back to.
    pub back: &'a str,
}

/// The card, with its subject; its title leads to the lesson.
pub fn card(lesson: &Lesson<'_>) -> Markup {
    drawn(lesson, subject(lesson))
}

/// The card where its subject stands above it already.
pub fn card_of_subject(lesson: &Lesson<'_>) -> Markup {
    drawn(lesson, None)
}

fn drawn(lesson: &Lesson<'_>, subject: Option<&str>) -> Markup {
    let Lesson { words, tutorial, .. } = lesson;
    let title = tutorial.title.get(words.lang());
    let mark = lesson.marks.iter().find(|mark| mark.tutorial == tutorial.id);
    let useful = mark.is_some_and(|mark| mark.useful_at.is_some());
    html! {
        article class="lesson" {
            (Icon::Book)
            div class="lesson__in" {
                a class="entry__title" href=(address(tutorial)) { (title) }
                p class="small muted" { @if let Some(subject) = subject { (subject) " · " } (kind(*words, tutorial)) }
                @if useful { p { (tag(Tone::Ok, Icon::Check, words.say("tutorial-useful-tag"))) } }
                (saving(*words, tutorial, mark, lesson.csrf, lesson.back))
            }
        }
    }
}

/// The address of a tutorial.
pub fn address(tutorial: &Tutorial) -> String {
    format!("/tutorials/{}", tutorial.id)
}

/// What it is and how long it takes.
pub fn kind(words: Words, tutorial: &Tutorial) -> String {
    words.with("tutorial-kind", &[("minutes", tutorial.front.minutes.into())])
}

/// The button that saves the tutorial, or takes it off the list.
pub fn saving(words: Words, tutorial: &Tutorial, mark: Option<&Mark>, csrf: &str, back: &str) -> Markup {
    let saved = mark.is_some_and(|mark| mark.saved_at.is_some());
    let (value, icon, label) = if saved {
        ("off", Icon::Bookmarked, words.say("tutorial-unsave"))
    } else {
        ("on", Icon::Bookmark, words.say("tutorial-save"))
    };
    html! {
        form class="post" method="post" action=(format!("{}/saving", address(tutorial))) {
            (csrf_field(csrf))
            input type="hidden" name="back" value=(back);
            button class="btn btn--bare btn--s" name="saved" value=(value) {
                (icon) (label) span class="visually-hidden" { " " (tutorial.title.get(words.lang())) }
            }
        }
    }
}

fn subject<'a>(lesson: &Lesson<'a>) -> Option<&'a str> {
    let (tube, _) = lesson
        .tutorial
        .id
        .match_indices('-')
        .nth(1)
        .and_then(|(at, _)| lesson.tutorial.id.split_at_checked(at))?;
    Some(lesson.release.tube(tube)?.title.get(lesson.words.lang()))
}
