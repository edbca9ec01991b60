//! The page of [`crate::profile_badge`].

use content::Release;
use maud::{Markup, html};
use store::badge::Badge;
use store::target_profile::TargetProfile;
use web::Words;
use web::components::button::{Button, csrf_field};
use web::components::error_summary::error_summary;
use web::components::field::{Field, Kind};

use crate::carried_id::carried_field;
use crate::profile_criterion_form::{Filled, THRESHOLD, criteria_of, fields, said};
use crate::profile_form::tick;
use crate::profile_page::{head, part};

/// What is wrong with a badge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wrong {
    /// The key has other signs than letters, digits, `-` and `_`.
    NoKey,
    /// Another badge has this key.
    Taken,
    /// There is no title.
    NoTitle,
    /// The share of the first criterion is no whole number from 1 to 100.
    NoThreshold,
}

impl Wrong {
    fn said(self, words: Words) -> (&'static str, &'static str) {
        match self {
            Self::NoKey => ("key", words.say("staff-badge-no-key")),
            Self::Taken => ("key", words.say("staff-badge-taken")),
            Self::NoTitle => ("title", words.say("staff-badge-no-title")),
            Self::NoThreshold => (THRESHOLD, words.say("staff-criterion-no-threshold")),
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
    /// Its badges.
    pub badges: &'a [Badge],
    /// The token of the session's forms.
    pub csrf: &'a str,
    /// What is filled in.
    pub filled: &'a Badge,
    /// Its first criterion.
    pub first: &'a Filled,
    /// What is wrong with it.
    pub wrong: &'a [Wrong],
}

/// The whole page.
pub fn page(shown: &Shown<'_>) -> Markup {
    let words = shown.words;
    let errors: Vec<_> = shown.wrong.iter().map(|wrong| wrong.said(words)).collect();
    html! {
        div class="stack-l" {
            (head(words, shown.profile, "/badges"))
            (error_summary(words, &errors))
            @if shown.badges.is_empty() { p class="muted" { (words.say("staff-badges-none")) } }
            ul class="list stack" { @for badge in shown.badges { li { (card(shown, badge)) } } }
            (form(shown, &errors))
        }
    }
}

fn card(shown: &Shown<'_>, badge: &Badge) -> Markup {
    let (words, here) = (shown.words, format!("/staff/profiles/{}/badges", shown.profile.id));
    let inside = html! {
        p class="muted" { code { (badge.key) }
            @if badge.always_visible { " · " (words.say("staff-badge-visible")) }
            @if badge.certifiable { " · " (words.say("staff-badge-certifiable")) }
        }
        @if !badge.message.is_empty() { p { (badge.message) } }
        ul class="list" { @for criterion in criteria_of(badge) { li { (said(words, shown.release, &criterion)) } } }
        p { a href={ (here) "/" (badge.id) "/criteria" } {
            (words.say("staff-criteria-change")) span class="visually-hidden" { " : " (badge.title) } } }
    };
    let id = badge.id.to_string();
    part((words, shown.csrf), (shown.profile, "/badges"), (badge.title.as_str(), Some(&id)), &inside)
}

fn form(shown: &Shown<'_>, errors: &[(&str, &str)]) -> Markup {
    let (words, filled) = (shown.words, shown.filled);
    let error = |name: &str| errors.iter().find(|(field, _)| *field == name).map(|(_, text)| *text);
    html! {
        form class="card stack" method="post" action={ "/staff/profiles/" (shown.profile.id) "/badges" } novalidate {
            h2 { (words.say("staff-badge-new")) }
            (csrf_field(shown.csrf))
            (carried_field(filled.id))
            (Field { kind: Kind::Mono, value: &filled.key, error: error("key"), hint: Some(words.say("staff-badge-key-hint")),
                longest: Some(60), ..Field::new("key", words.say("staff-badge-key")) })
            (Field { value: &filled.title, error: error("title"), longest: Some(200), ..Field::new("title", words.say("staff-badge-title")) })
            (Field { kind: Kind::Long, value: &filled.message, optional: Some(words.say("staff-optional")), longest: Some(500),
                ..Field::new("message", words.say("staff-badge-message")) })
            (tick("visible", words.say("staff-badge-visible"), filled.always_visible))
            (tick("certifiable", words.say("staff-badge-certifiable"), filled.certifiable))
            p { (words.say("staff-badge-criteria-lead")) }
            (fields(words, shown.release, shown.profile, (shown.first, error(THRESHOLD))))
            div { (Button::submit(words.say("staff-badge-do"))) }
        }
    }
}
