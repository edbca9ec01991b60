//! The page of [`crate::organisation`].

use maud::{Markup, html};
use store::membership::{Person, Role};
use store::organisation::{Listed, Whole};
use web::Words;
use web::components::banner::{Tone, banner};
use web::components::breadcrumb::breadcrumb;
use web::components::button::{Button, csrf_field};
use web::components::error_summary::error_summary;
use web::components::field::{Field, Kind};
use web::components::select::Select;
use web::components::stats::stats;
use web::moment::date_time;

use crate::organisation_form::option_word;
use crate::organisation_list_page::{kind_word, table};

/// What the page shows.
pub struct Shown<'a> {
    /// The language.
    pub words: Words,
    /// The organisation.
    pub whole: &'a Whole,
    /// Who works or worked there.
    pub people: &'a [Person],
    /// Its network.
    pub children: &'a [Listed],
    /// The token of the session's forms.
    pub csrf: &'a str,
    /// The address that could not be added, and why.
    pub refused: Option<(&'a str, &'static str)>,
}

/// The words for what was just done.
pub fn done(words: Words, done: &str) -> Option<&'static str> {
    Some(words.say(match done {
        "created" => "staff-done-created",
        "again" => "staff-done-again",
        "changed" => "staff-done-changed",
        "archived" => "staff-done-archived",
        "joined" => "staff-done-joined",
        _ => return None,
    }))
}

/// The whole page.
pub fn page(shown: &Shown<'_>) -> Markup {
    let (words, organisation) = (shown.words, &shown.whole.organisation);
    let refused: Vec<_> = shown.refused.iter().map(|(_, why)| ("email", *why)).collect();
    html! {
        div class="stack-l" {
            (breadcrumb(words, &[(words.say("staff-organisations"), "/staff/organisations")], &organisation.name))
            (error_summary(words, &refused))
            div class="row row--between" {
                h1 { (organisation.name) }
                @if organisation.archived_at.is_none() { (actions(shown)) }
            }
            @if let Some(at) = organisation.archived_at {
                (banner(Tone::Info, &html! { p { (words.say("staff-archived-since")) " " (date_time(words.lang(), at)) } }))
            }
            (stats(&[
                (words.say("staff-members"), shown.whole.members.to_string(), ""),
                (words.say("staff-campaigns"), shown.whole.campaigns.to_string(), ""),
                (words.say("staff-children"), shown.whole.children.to_string(), ""),
            ]))
            (facts(shown))
            (people(shown))
            @if !shown.children.is_empty() {
                section class="stack-s" aria-labelledby="network" {
                    h2 id="network" { (words.say("staff-children")) }
                    (table(words, shown.children))
                }
            }
        }
    }
}

fn actions(shown: &Shown<'_>) -> Markup {
    let (words, here) = (shown.words, format!("/staff/organisations/{}", shown.whole.organisation.id));
    html! {
        div class="row" {
            (Button::link(words.say("staff-change"), &format!("{here}/change")).quiet())
            (Button::link(words.say("staff-places"), &format!("{here}/places")).quiet())
            (Button::link(words.say("staff-archive"), &format!("{here}/archive")).quiet())
        }
    }
}

fn facts(shown: &Shown<'_>) -> Markup {
    let (words, organisation) = (shown.words, &shown.whole.organisation);
    let yes = |says: bool| words.say(if says { "staff-yes" } else { "staff-no" }).to_owned();
    let parent = shown.whole.parent.as_ref().map(|(name, _)| name.clone());
    let facts = [
        ("staff-kind", Some(words.say(kind_word(organisation.kind)).to_owned())),
        ("staff-number", organisation.external_id.clone()),
        ("staff-province", organisation.province.clone()),
        ("staff-email", organisation.email.clone()),
        ("staff-documentation", organisation.documentation_url.clone()),
        ("staff-officer", organisation.protection_officer.clone()),
        ("staff-parent", parent),
        ("staff-provider", organisation.identity_provider.clone()),
        ("staff-class-list", Some(yes(organisation.managing_learners))),
        ("staff-shows-skills", Some(yes(organisation.shows_skills))),
        ("staff-tags", listed(words, &organisation.tags)),
        ("staff-features", listed(words, &organisation.features)),
    ];
    html! {
        section class="card stack-s" aria-labelledby="facts" {
            h2 id="facts" { (words.say("staff-facts")) }
            dl class="stack-s" {
                @for (key, fact) in facts {
                    @if let Some(fact) = fact { div { dt class="muted small" { (words.say(key)) } dd { (fact) } } }
                }
            }
        }
    }
}

/// Tags or features in words; nothing when there are none.
fn listed(words: Words, kept: &str) -> Option<String> {
    let said = kept.split_whitespace().map(|word| option_word(word).map_or(word, |key| words.say(key)));
    let said: Vec<&str> = said.collect();
    (!said.is_empty()).then(|| said.join(", "))
}

fn people(shown: &Shown<'_>) -> Markup {
    let words = shown.words;
    let invitations = format!("/staff/organisations/{}/invitations", shown.whole.organisation.id);
    html! {
        div class="stack" {
            h2 id="people" { (words.say("staff-people")) }
            @if shown.people.is_empty() { p class="muted" { (words.say("staff-people-none")) } } @else { (team(shown)) }
            @if shown.whole.organisation.archived_at.is_none() {
                p { (Button::link(words.say("staff-invitations"), &invitations).quiet()) }
                (adding(shown))
            }
        }
    }
}

fn team(shown: &Shown<'_>) -> Markup {
    let words = shown.words;
    html! {
        div class="card card--table scroll" tabindex="0" role="region" aria-labelledby="people" {
            table class="table table--people" {
                thead { tr {
                    th scope="col" { (words.say("staff-person")) }
                    th scope="col" { (words.say("staff-role")) }
                    th scope="col" { (words.say("staff-since")) }
                } }
                tbody { @for person in shown.people { tr {
                    th scope="row" { (person.first_name) " " (person.last_name) }
                    td data-label=(words.say("staff-role")) { (words.say(if person.left_at.is_some() { "staff-left" } else { role_word(person.role) })) }
                    td data-label=(words.say("staff-since")) { (date_time(words.lang(), person.joined_at)) }
                } } }
            }
        }
    }
}

/// The words for a role.
pub const fn role_word(role: Role) -> &'static str {
    match role {
        Role::Admin => "staff-role-admin",
        Role::Member => "staff-role-member",
    }
}

fn adding(shown: &Shown<'_>) -> Markup {
    let words = shown.words;
    let (address, error) = shown.refused.map_or(("", None), |(address, why)| (address, Some(why)));
    let roles = Role::ALL.map(|role| (role.name(), words.say(role_word(role))));
    let chosen = if shown.whole.members == 0 { Role::Admin } else { Role::Member };
    html! {
        form class="card stack" method="post" action={ "/staff/organisations/" (shown.whole.organisation.id) "/members" } novalidate {
            h3 { (words.say("staff-join")) }
            (csrf_field(shown.csrf))
            (Field { kind: Kind::Email, value: address, error, hint: Some(words.say("staff-join-hint")), longest: Some(200),
                ..Field::new("email", words.say("staff-join-email")) })
            (Select { name: "role", label: words.say("staff-role"), options: &roles, value: chosen.name(), blank: None,
                hint: None, error: None })
            div { (Button::submit(words.say("staff-join-do"))) }
        }
    }
}
