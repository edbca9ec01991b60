//! The page of [`crate::tutorial`].

use content::{Release, Tutorial};
use maud::{Markup, html};
use store::tutorial_mark::Mark;
use web::Words;
use web::components::breadcrumb::breadcrumb;
use web::components::button::csrf_field;
use web::components::icon::Icon;
use web::components::prose::prose;

use crate::tutorial_card::{address, kind, saving};

/// What the page shows.
pub struct Shown<'a> {
    /// The language.
    pub words: Words,
    /// The bank.
    pub release: &'a Release,
    /// The lesson.
    pub tutorial: &'a Tutorial,
    /// What the learner noted of it.
    pub mark: Option<&'a Mark>,
    /// The token of the session's forms.
    pub csrf: &'a str,
}

/// The lesson, then what can be noted of it.
pub fn page(shown: &Shown<'_>) -> Markup {
    let Shown { words, release, tutorial, .. } = shown;
    let lang = words.lang();
    let code = tutorial.id.split('-').next().unwrap_or_default();
    let competence = release.framework().competence(code).map_or("", |competence| competence.name.get(lang));
    let (title, above) = (tutorial.title.get(lang), format!("/competences/{code}"));
    html! {
        article class="stack" {
            (breadcrumb(*words, &[(words.say("tutorials-title"), "/tutorials"), (competence, &above)], title))
            p class="muted small" { (kind(*words, tutorial)) }
            h1 { (title) }
            (prose(tutorial.body(lang).as_str()))
            div class="row marks" {
                (saving(*words, tutorial, shown.mark, shown.csrf, &address(tutorial)))
                (usefulness(shown))
            }
            p class="muted small" { (words.say("tutorial-licence")) }
        }
    }
}

fn usefulness(shown: &Shown<'_>) -> Markup {
    let words = shown.words;
    let useful = shown.mark.is_some_and(|mark| mark.useful_at.is_some());
    let (value, icon, label) = if useful {
        ("off", Icon::Check, words.say("tutorial-useful-undo"))
    } else {
        ("on", Icon::Open, words.say("tutorial-useful"))
    };
    html! {
        form class="post" method="post" action=(format!("{}/usefulness", address(shown.tutorial))) {
            (csrf_field(shown.csrf))
            button class="btn btn--bare btn--s" name="useful" value=(value) { (icon) (label) }
        }
    }
}
