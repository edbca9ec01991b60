//! The page of [`crate::organisation_invitation`].

use maud::{Markup, html};
use store::OrganisationId;
use store::invitation::Invitation;
use store::membership::Role;
use store::organisation::Whole;
use web::Words;
use web::components::breadcrumb::breadcrumb;
use web::components::button::{Button, csrf_field};
use web::components::error_summary::error_summary;
use web::components::field::{Field, Kind};
use web::components::select::Select;
use web::moment::date_time;

use crate::organisation_invitation::{FIELD, ROLE};
use crate::organisation_page::role_word;

/// What the page shows.
pub struct Shown<'a> {
    /// The language.
    pub words: Words,
    /// The organisation.
    pub whole: &'a Whole,
    /// Who was invited, the newest first.
    pub invitations: &'a [Invitation],
    /// The token of the session's forms.
    pub csrf: &'a str,
    /// The address that could not be invited, and why.
    pub refused: Option<(&'a str, &'static str)>,
}

/// The words for what was just done.
pub fn done(words: Words, done: &str) -> Option<&'static str> {
    match done {
        "invited" => Some(words.say("staff-done-invited")),
        "cancelled" => Some(words.say("staff-done-cancelled")),
        _ => None,
    }
}

/// The whole page.
pub fn page(shown: &Shown<'_>) -> Markup {
    let (words, organisation) = (shown.words, &shown.whole.organisation);
    let here = format!("/staff/organisations/{}", organisation.id);
    let above = [
        (words.say("staff-organisations"), "/staff/organisations"),
        (organisation.name.as_str(), here.as_str()),
    ];
    let errors: Vec<_> = shown.refused.iter().map(|(_, why)| (FIELD, *why)).collect();
    html! {
        div class="stack-l" {
            (breadcrumb(words, &above, words.say("staff-invitations")))
            (error_summary(words, &errors))
            h1 { (words.say("staff-invitations")) }
            (waiting(shown))
            @if organisation.archived_at.is_none() { (form(shown)) }
        }
    }
}

/// Those who wait for an answer, with the button that takes the invitation back.
fn waiting(shown: &Shown<'_>) -> Markup {
    let words = shown.words;
    let waits = |one: &&Invitation| one.accepted_at.is_none() && one.cancelled_at.is_none();
    let waiting: Vec<_> = shown.invitations.iter().filter(waits).collect();
    let id = shown.whole.organisation.id;
    html! {
        @if !waiting.is_empty() {
            div class="stack-s" {
                h2 id="invited" { (words.say("staff-invited")) }
                div class="card card--table scroll" tabindex="0" role="region" aria-labelledby="invited" {
                    table class="table table--people" {
                        thead { tr {
                            th scope="col" { (words.say("staff-invite-email")) }
                            th scope="col" { (words.say("staff-role")) }
                            th scope="col" { (words.say("staff-invited-at")) }
                            th scope="col" { span class="visually-hidden" { (words.say("staff-invite-action")) } }
                        } }
                        tbody { @for one in waiting { (line(words, (id, shown.csrf), one)) } }
                    }
                }
            }
        }
    }
}

fn line(words: Words, (organisation, csrf): (OrganisationId, &str), one: &Invitation) -> Markup {
    let role = one.role.map_or_else(|| words.say("staff-role-first"), |role| words.say(role_word(role)));
    let action = format!("/staff/organisations/{organisation}/invitations/{}/cancellation", one.id);
    html! {
        tr {
            th scope="row" { (one.email) }
            td data-label=(words.say("staff-role")) { (role) }
            td data-label=(words.say("staff-invited-at")) { (date_time(words.lang(), one.sent_at)) }
            td {
                form class="post" method="post" action=(action) {
                    (csrf_field(csrf))
                    button class="btn btn--bare btn--s" type="submit" {
                        (words.say("staff-cancel")) span class="visually-hidden" {
                            " " (words.with("staff-invite-cancel", &[("email", one.email.as_str().into())]))
                        }
                    }
                }
            }
        }
    }
}

/// The form. The official address of a school is filled in while nobody works there: that is its head's.
fn form(shown: &Shown<'_>) -> Markup {
    let (words, whole) = (shown.words, shown.whole);
    let (typed, error) = shown.refused.map_or(("", None), |(typed, why)| (typed, Some(why)));
    let official = whole.organisation.email.as_deref().filter(|_| whole.members == 0).unwrap_or_default();
    let roles = Role::ALL.map(|role| (role.name(), words.say(role_word(role))));
    let chosen = if whole.members == 0 { Role::Admin } else { Role::Member };
    html! {
        form class="card stack" method="post" action={ "/staff/organisations/" (whole.organisation.id) "/invitations" } novalidate {
            h2 { (words.say("staff-invite")) }
            (csrf_field(shown.csrf))
            (Field { kind: Kind::Email, value: if error.is_some() { typed } else { official }, error,
                hint: Some(words.say("staff-invite-hint")), longest: Some(200),
                ..Field::new(FIELD, words.say("staff-invite-email")) })
            (Select { name: ROLE, label: words.say("staff-role"), options: &roles, value: chosen.name(), blank: None,
                hint: None, error: None })
            div { (Button::submit(words.say("staff-invite-do"))) }
        }
    }
}
