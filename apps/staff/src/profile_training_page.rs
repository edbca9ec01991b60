//! The page of [`crate::profile_training`].

use maud::{Markup, html};
use rules::training::Kind as When;
use store::target_profile::TargetProfile;
use store::training::{Training, Trigger};
use web::Words;
use web::components::button::{Button, csrf_field, post};
use web::components::error_summary::error_summary;
use web::components::field::{Field, Kind};
use web::components::select::Select;
use web::form::Form;

use crate::profile_page::head;

/// What is filled in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filled {
    /// The training.
    pub training: String,
    /// In which direction the threshold is looked at.
    pub kind: String,
    /// The threshold in percent.
    pub threshold: String,
    /// The subjects that count; empty for all of the profile's.
    pub tubes: String,
}

impl Filled {
    /// What was posted.
    pub fn of(form: &Form) -> Self {
        let text = |name: &str| form.text(name).trim().chars().take(2_000).collect();
        Self {
            training: text("training"),
            kind: text("kind"),
            threshold: text("threshold"),
            tubes: text("tubes"),
        }
    }
}

/// What is wrong with a condition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wrong {
    /// No training is chosen.
    Training,
    /// No direction is chosen.
    Kind,
    /// The threshold is no whole number from 0 to 100.
    Threshold,
    /// The subjects are not written as they should.
    Subjects,
}

impl Wrong {
    fn said(self, words: Words) -> (&'static str, &'static str) {
        match self {
            Self::Training => ("training", words.say("staff-fault-unknown")),
            Self::Kind => ("kind", words.say("staff-fault-unknown")),
            Self::Threshold => ("threshold", words.say("staff-stage-no-threshold")),
            Self::Subjects => ("tubes", words.say("staff-trigger-no-subjects")),
        }
    }
}

/// What the page shows.
pub struct Shown<'a> {
    /// The language.
    pub words: Words,
    /// The profile.
    pub profile: &'a TargetProfile,
    /// Every training.
    pub trainings: &'a [Training],
    /// The conditions of this profile.
    pub triggers: &'a [Trigger],
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
            (head(words, shown.profile, "/trainings"))
            (error_summary(words, &errors))
            p { (words.say("staff-triggers-lead")) }
            @if shown.triggers.is_empty() { p class="muted" { (words.say("staff-triggers-none")) } }
            ul class="list stack" { @for training in shown.trainings {
                @let here: Vec<_> = shown.triggers.iter().filter(|trigger| trigger.training_id == training.id).collect();
                @if !here.is_empty() { li { (card(shown, training, &here)) } }
            } }
            (form(shown, &errors))
        }
    }
}

fn card(shown: &Shown<'_>, training: &Training, triggers: &[&Trigger]) -> Markup {
    let words = shown.words;
    let remove = Button::submit(words.say("staff-remove")).quiet().small();
    let action = format!("/staff/profiles/{}/trainings", shown.profile.id);
    html! {
        div class="card stack-s" {
            div class="row row--between" {
                h2 { (training.title) }
                (post(&action, shown.csrf, &remove.value("remove", &training.id.to_string())))
            }
            ul class="list" { @for trigger in triggers {
                li { (words.with(sentence(&trigger.kind), &[("percent", trigger.threshold.into())])) " "
                    @if trigger.tubes == shown.profile.tubes { (words.say("staff-trigger-all")) } @else { code { (trigger.tubes) } } }
            } }
        }
    }
}

fn sentence(kind: &str) -> &'static str {
    match When::named(kind) {
        Some(When::Prerequisite) => "staff-trigger-prerequisite",
        _ => "staff-trigger-goal",
    }
}

fn form(shown: &Shown<'_>, errors: &[(&str, &str)]) -> Markup {
    let (words, filled) = (shown.words, shown.filled);
    let error = |name: &str| errors.iter().find(|(field, _)| *field == name).map(|(_, text)| *text);
    let present = shown.trainings.iter().filter(|training| training.retired_at.is_none());
    let known: Vec<(String, &str)> =
        present.map(|training| (training.id.to_string(), training.title.as_str())).collect();
    let options: Vec<(&str, &str)> = known.iter().map(|(id, title)| (id.as_str(), *title)).collect();
    let kinds = [
        (When::Prerequisite.name(), words.say("staff-trigger-kind-prerequisite")),
        (When::Goal.name(), words.say("staff-trigger-kind-goal")),
    ];
    let blank = Some(words.say("staff-choose"));
    html! {
        form class="card stack" method="post" action={ "/staff/profiles/" (shown.profile.id) "/trainings" } novalidate {
            h2 { (words.say("staff-trigger-new")) }
            (csrf_field(shown.csrf))
            (Select { name: "training", label: words.say("staff-training"), options: &options, value: &filled.training, blank,
                hint: None, error: error("training") })
            (Select { name: "kind", label: words.say("staff-trigger-kind"), options: &kinds, value: &filled.kind, blank,
                hint: None, error: error("kind") })
            (Field { kind: Kind::Digits, value: &filled.threshold, unit: Some("%"), error: error("threshold"), longest: Some(3),
                hint: Some(words.say("staff-trigger-threshold-hint")), ..Field::new("threshold", words.say("staff-trigger-threshold")) })
            (Field { kind: Kind::Mono, value: &filled.tubes, error: error("tubes"), optional: Some(words.say("staff-optional")),
                hint: Some(words.say("staff-trigger-subjects-hint")), ..Field::new("tubes", words.say("staff-subjects")) })
            div { (Button::submit(words.say("staff-save"))) }
        }
    }
}
