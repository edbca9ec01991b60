//! The page of [`crate::profile_training`].

use content::Release;
use maud::{Markup, html};
use rules::subjects::Subjects;
use rules::training::Kind as When;
use store::target_profile::TargetProfile;
use store::training::{Training, Trigger};
use web::Words;
use web::components::button::{Button, csrf_field};
use web::components::error_summary::error_summary;
use web::components::field::{Field, Kind};
use web::components::select::Select;
use web::form::Form;
use web::house::House;

use crate::profile_page::{head, part};
use crate::profile_subjects::{Picker, asked, named};

/// What is filled in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filled {
    /// The training.
    pub training: String,
    /// In which direction the threshold is looked at.
    pub kind: String,
    /// The threshold in percent.
    pub threshold: String,
    /// The subjects that count; none for all of the profile's.
    pub subjects: Subjects,
}

impl Filled {
    /// What was posted; only subjects of the profile can be picked.
    pub fn of(form: &Form, house: &House, profile: &TargetProfile) -> Self {
        let text = |name: &str| form.text(name).trim().chars().take(100).collect();
        let asked = asked(profile);
        let subjects = Picker::within(&house.bank.present().release, &asked).posted(form);
        Self { training: text("training"), kind: text("kind"), threshold: text("threshold"), subjects }
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
}

impl Wrong {
    fn said(self, words: Words) -> (&'static str, &'static str) {
        match self {
            Self::Training => ("training", words.say("staff-fault-unknown")),
            Self::Kind => ("kind", words.say("staff-fault-unknown")),
            Self::Threshold => ("threshold", words.say("staff-stage-no-threshold")),
        }
    }
}

/// What the page shows.
pub struct Shown<'a> {
    /// The language.
    pub words: Words,
    /// The bank.
    pub release: &'a Release,
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
    let inside = html! {
        ul class="list" { @for trigger in triggers {
            li { (words.with(sentence(&trigger.kind), &[("percent", trigger.threshold.into())])) " "
                @if trigger.tubes == shown.profile.tubes { (words.say("staff-trigger-all")) } @else { (counted(shown, trigger)) } }
        } }
    };
    let id = training.id.to_string();
    part((words, shown.csrf), (shown.profile, "/trainings"), (training.title.as_str(), Some(&id)), &inside)
}

/// The subjects that count, in words.
fn counted(shown: &Shown<'_>, trigger: &Trigger) -> String {
    named(shown.words, shown.release, &Subjects::parse(&trigger.tubes).unwrap_or_default())
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
            (Picker::within(shown.release, &asked(shown.profile)).drawn(words, &filled.subjects))
            div { (Button::submit(words.say("staff-save"))) }
        }
    }
}
