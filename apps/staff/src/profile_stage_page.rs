//! The page of [`crate::profile_stage`].

use maud::{Markup, html};
use store::stage::Stage;
use store::target_profile::TargetProfile;
use web::Words;
use web::components::button::{Button, csrf_field};
use web::components::error_summary::error_summary;
use web::components::field::{Field, Kind};
use web::form::Form;

use crate::profile_page::{head, part};

/// What is filled in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filled {
    /// The mastery it begins at.
    pub threshold: String,
    /// What the learner reads first.
    pub title: String,
    /// What the learner reads then.
    pub message: String,
    /// What the teacher reads first.
    pub teacher_title: String,
    /// What the teacher reads then.
    pub teacher_message: String,
}

impl Filled {
    /// What was posted, each text cut at a length.
    pub fn of(form: &Form, longest: usize) -> Self {
        let text = |name: &str| form.text(name).trim().chars().take(longest).collect();
        Self {
            threshold: text("threshold"),
            title: text("title"),
            message: text("message"),
            teacher_title: text("teacher-title"),
            teacher_message: text("teacher-message"),
        }
    }
}

/// What is wrong with a stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wrong {
    /// The threshold is no whole number from 0 to 100.
    NoThreshold,
    /// The first stage begins at 0 %.
    NoZero,
    /// A stage begins there already.
    Twice,
    /// There are enough stages.
    TooMany,
    /// There is no title.
    NoTitle,
}

impl Wrong {
    fn said(self, words: Words) -> (&'static str, &'static str) {
        match self {
            Self::NoThreshold => ("threshold", words.say("staff-stage-no-threshold")),
            Self::NoZero => ("threshold", words.say("staff-stage-no-zero")),
            Self::Twice => ("threshold", words.say("staff-stage-twice")),
            Self::TooMany => ("threshold", words.say("staff-stage-many")),
            Self::NoTitle => ("title", words.say("staff-stage-no-title")),
        }
    }
}

/// What the page shows.
pub struct Shown<'a> {
    /// The language.
    pub words: Words,
    /// The profile.
    pub profile: &'a TargetProfile,
    /// Its stages, the lowest first.
    pub stages: &'a [Stage],
    /// The token of the session's forms.
    pub csrf: &'a str,
    /// What is filled in.
    pub filled: &'a Filled,
    /// What is wrong with it.
    pub wrong: &'a [Wrong],
}

/// The whole page.
pub fn page(shown: &Shown<'_>) -> Markup {
    let words = shown.words;
    let errors: Vec<_> = shown.wrong.iter().map(|wrong| wrong.said(words)).collect();
    html! {
        div class="stack-l" {
            (head(words, shown.profile, "/stages"))
            (error_summary(words, &errors))
            p { (words.say("staff-stages-lead")) }
            @if shown.stages.is_empty() { p class="muted" { (words.say("staff-stages-none")) } }
            ol class="list stack" {
                @for (stars, stage) in shown.stages.iter().enumerate() { li { (card(shown, stars, stage)) } }
            }
            (form(shown, &errors))
        }
    }
}

fn card(shown: &Shown<'_>, stars: usize, stage: &Stage) -> Markup {
    let words = shown.words;
    let from =
        words.with("staff-stage-from", &[("percent", stage.threshold.into()), ("stars", stars.into())]);
    let removable = stage.threshold > 0 || shown.stages.len() == 1;
    let removed = removable.then(|| stage.threshold.to_string());
    let inside = html! {
        p class="muted" { (from) }
        @if !stage.message.is_empty() { p { (stage.message) } }
        @if !stage.teacher_title.is_empty() || !stage.teacher_message.is_empty() {
            p { span class="muted" { (words.say("staff-for-teacher")) " " } strong { (stage.teacher_title) } " " (stage.teacher_message) }
        }
    };
    let named = (stage.title.as_str(), removed.as_deref());
    part((words, shown.csrf), (shown.profile, "/stages"), named, &inside)
}

fn form(shown: &Shown<'_>, errors: &[(&str, &str)]) -> Markup {
    let (words, filled) = (shown.words, shown.filled);
    let error = |name: &str| errors.iter().find(|(field, _)| *field == name).map(|(_, text)| *text);
    let optional = Some(words.say("staff-optional"));
    let threshold =
        if filled.threshold.is_empty() && shown.stages.is_empty() { "0" } else { &filled.threshold };
    html! {
        form class="card stack" method="post" action={ "/staff/profiles/" (shown.profile.id) "/stages" } novalidate {
            h2 { (words.say("staff-stage-new")) }
            (csrf_field(shown.csrf))
            (Field { kind: Kind::Digits, value: threshold, unit: Some("%"), error: error("threshold"), longest: Some(3),
                ..Field::new("threshold", words.say("staff-stage-threshold")) })
            (Field { value: &filled.title, error: error("title"), longest: Some(200), ..Field::new("title", words.say("staff-stage-title")) })
            (Field { kind: Kind::Long, value: &filled.message, optional, longest: Some(500), ..Field::new("message", words.say("staff-stage-message")) })
            (Field { value: &filled.teacher_title, optional, longest: Some(200), ..Field::new("teacher-title", words.say("staff-stage-teacher-title")) })
            (Field { kind: Kind::Long, value: &filled.teacher_message, optional, longest: Some(500),
                ..Field::new("teacher-message", words.say("staff-stage-teacher-message")) })
            div { (Button::submit(words.say("staff-stage-do"))) }
        }
    }
}
