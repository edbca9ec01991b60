//! The page of [`crate::profile_criterion`].

use content::Release;
use maud::{Markup, html};
use rules::badge::Kept;
use store::badge::Badge;
use store::target_profile::TargetProfile;
use web::Words;
use web::components::breadcrumb::breadcrumb;
use web::components::button::{Button, csrf_field, post};
use web::components::error_summary::error_summary;

use crate::profile_criterion_form::{Filled, THRESHOLD, criteria_of, fields, said};

/// What is wrong with a change of criteria.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wrong {
    /// The share is no whole number from 1 to 100.
    Threshold,
    /// The criteria must stay as they are.
    Kept(Kept),
}

impl Wrong {
    /// The field, and what is said.
    fn said(self, words: Words) -> (&'static str, &'static str) {
        match self {
            Self::Threshold => (THRESHOLD, words.say("staff-criterion-no-threshold")),
            Self::Kept(Kept::Many) => (THRESHOLD, words.say("staff-criterion-many")),
            Self::Kept(Kept::Last) => ("criteria", words.say("staff-criterion-last")),
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
    /// The badge.
    pub badge: &'a Badge,
    /// The token of the session's forms.
    pub csrf: &'a str,
    /// What is filled in.
    pub filled: &'a Filled,
    /// What is wrong with it.
    pub wrong: Option<Wrong>,
}

/// The whole page.
pub fn page(shown: &Shown<'_>) -> Markup {
    let words = shown.words;
    let base = format!("/staff/profiles/{}", shown.profile.id);
    let badges = format!("{base}/badges");
    let above = [
        (words.say("staff-profiles"), "/staff/profiles"),
        (shown.profile.name.as_str(), base.as_str()),
        (words.say("staff-tab-badges"), badges.as_str()),
    ];
    let errors: Vec<_> = shown.wrong.iter().map(|wrong| wrong.said(words)).collect();
    let error = errors.iter().find(|(field, _)| *field == THRESHOLD).map(|(_, text)| *text);
    html! {
        div class="stack-l" {
            (breadcrumb(words, &above, &shown.badge.title))
            (error_summary(words, &errors))
            h1 { (words.with("staff-criteria-of", &[("title", shown.badge.title.as_str().into())])) }
            p { (words.say("staff-criteria-lead")) }
            (list(shown, &badges))
            form class="card stack" method="post" action={ (badges) "/" (shown.badge.id) "/criteria" } novalidate {
                h2 { (words.say("staff-criterion-new")) }
                (csrf_field(shown.csrf))
                (fields(words, shown.release, shown.profile, (shown.filled, error)))
                div class="row" {
                    (Button::submit(words.say("staff-criterion-do")))
                    (Button::link(words.say("staff-criteria-back"), &badges).quiet())
                }
            }
        }
    }
}

/// The criteria, each with its button; the list is where the summary of errors leads when none may go.
fn list(shown: &Shown<'_>, badges: &str) -> Markup {
    let (words, action) = (shown.words, format!("{badges}/{}/criteria", shown.badge.id));
    html! {
        ul class="list stack" id="criteria" tabindex="-1" { @for criterion in criteria_of(shown.badge) {
            li class="card row row--between" {
                p { (said(words, shown.release, &criterion)) }
                (post(&action, shown.csrf, &Button::submit(words.say("staff-remove")).quiet().small()
                    .value("remove", &criterion.to_string())))
            }
        } }
    }
}
