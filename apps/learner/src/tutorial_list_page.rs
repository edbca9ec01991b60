//! The page of [`crate::tutorial_list`].

use content::{Competence, Release, Tutorial};
use maud::{Markup, html};
use measure::placement::Knowledge;
use store::tutorial_mark::Mark;
use web::Words;
use web::components::button::Button;
use web::components::select::Select;

use crate::advice::advice;
use crate::tutorial_card::{Lesson, card};

/// What the page shows.
pub struct Tutorials<'a> {
    /// The language.
    pub words: Words,
    /// The bank.
    pub release: &'a Release,
    /// In this competence only; in all when empty.
    pub competence: &'a str,
    /// What is known of the learner.
    pub knowledge: &'a Knowledge,
    /// What the learner noted, the tutorial saved last first.
    pub marks: &'a [Mark],
    /// The token of the session's forms.
    pub csrf: &'a str,
    /// The address of this page.
    pub here: &'a str,
}

impl<'a> Tutorials<'a> {
    fn competences(&self) -> impl Iterator<Item = &'a Competence> {
        let asked = self.competence;
        let all = self.release.framework().competences.iter();
        all.filter(move |competence| asked.is_empty() || competence.code == asked)
    }

    fn saved(&self) -> Vec<&'a Tutorial> {
        let saved = self.marks.iter().filter(|mark| mark.saved_at.is_some());
        let found = saved.filter_map(|mark| self.release.tutorial(&mark.tutorial));
        found.filter(|tutorial| self.competence.is_empty() || self.competence == of(tutorial)).collect()
    }

    fn card(&self, tutorial: &Tutorial) -> Markup {
        card(&Lesson {
            words: self.words,
            release: self.release,
            tutorial,
            marks: self.marks,
            csrf: self.csrf,
            back: self.here,
        })
    }
}

/// The competence of a tutorial: the beginning of its id.
fn of(tutorial: &Tutorial) -> &str {
    tutorial.id.split('-').next().unwrap_or_default()
}

/// The whole page.
pub fn page(shown: &Tutorials<'_>) -> Markup {
    let words = shown.words;
    html! {
        div class="stack-l" {
            div class="stack" {
                h1 { (words.say("tutorials-title")) }
                p class="lead" { (words.say("tutorials-lead")) }
                (filter(shown))
            }
            section class="stack" aria-labelledby="advised" {
                h2 id="advised" { (words.say("tutorials-advised")) }
                (advised(shown))
            }
            section class="stack" aria-labelledby="saved" {
                h2 id="saved" { (words.say("tutorials-saved")) }
                (saved(shown))
            }
        }
    }
}

fn filter(shown: &Tutorials<'_>) -> Markup {
    let words = shown.words;
    let open = shown.release.framework().competences.iter().filter(|one| one.opens.is_none());
    let options: Vec<(&str, &str)> =
        open.map(|one| (one.code.as_str(), one.name.get(words.lang()).as_str())).collect();
    html! {
        form class="filters" method="get" action="/tutorials" {
            (Select {
                name: "competence", label: words.say("filter-competence"), options: &options, value: shown.competence,
                blank: Some(words.say("filter-all")), hint: None, error: None,
            })
            (Button::submit(words.say("filter-apply")).quiet())
        }
    }
}

/// By competence, in the order of the framework.
fn advised(shown: &Tutorials<'_>) -> Markup {
    let words = shown.words;
    let groups: Vec<(&Competence, Vec<&Tutorial>)> = shown
        .competences()
        .map(|competence| {
            let advice = advice(shown.release, shown.knowledge, &competence.code);
            (competence, advice.into_iter().flat_map(|one| one.tutorials).collect())
        })
        .filter(|(_, tutorials): &(_, Vec<_>)| !tutorials.is_empty())
        .collect();
    if groups.is_empty() {
        let start = Button::link(words.say("tutorials-none-start"), "/home").quiet();
        return nothing(words, "tutorials-advised-none-title", "tutorials-advised-none", Some(&start));
    }
    html! {
        @for (competence, tutorials) in groups {
            div class="stack-s lesson-group" {
                h3 { (competence.name.get(words.lang())) }
                div class="lessons" { @for one in tutorials { (shown.card(one)) } }
            }
        }
    }
}

fn saved(shown: &Tutorials<'_>) -> Markup {
    let saved = shown.saved();
    if saved.is_empty() {
        return nothing(shown.words, "tutorials-saved-none-title", "tutorials-saved-none", None);
    }
    html! { div class="lessons" { @for one in saved { (shown.card(one)) } } }
}

fn nothing(words: Words, title: &'static str, text: &'static str, action: Option<&Button<'_>>) -> Markup {
    html! {
        div class="empty empty--small" {
            p { strong { (words.say(title)) } }
            p class="muted" { (words.say(text)) }
            @if let Some(action) = action { (action) }
        }
    }
}
