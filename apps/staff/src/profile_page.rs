//! The page of [`crate::profile`], and the head of the pages around it.

use content::Release;
use maud::{Markup, html};
use rules::target_profile::minutes;
use store::target_profile::{Sharer, TargetProfile};
use web::Words;
use web::components::banner::{Tone, banner};
use web::components::breadcrumb::breadcrumb;
use web::components::button::{Button, csrf_field, post};
use web::components::error_summary::error_summary;
use web::components::field::{Field, Kind};
use web::moment::date_time;

use crate::profile_list::category_word;
use crate::profile_subjects::{asked, told};

/// What the page shows.
pub struct Shown<'a> {
    /// The language.
    pub words: Words,
    /// The bank.
    pub release: &'a Release,
    /// The profile.
    pub profile: &'a TargetProfile,
    /// The organisations it is open to.
    pub sharers: &'a [Sharer],
    /// The token of the session's forms.
    pub csrf: &'a str,
    /// The number that leads to no organisation.
    pub refused: Option<&'a str>,
}

/// The words for what was just done.
pub fn done(words: Words, done: &str) -> Option<&'static str> {
    Some(words.say(match done {
        "created" => "staff-done-profile-created",
        "again" => "staff-done-again",
        "changed" => "staff-done-changed",
        "shared" => "staff-done-shared",
        "unshared" => "staff-done-unshared",
        "outdated" => "staff-done-outdated",
        "back" => "staff-done-back",
        _ => return None,
    }))
}

/// The way here, the name, and the pages of a profile; `here` is the last part of the address of the present one.
pub fn head(words: Words, profile: &TargetProfile, here: &str) -> Markup {
    let base = format!("/staff/profiles/{}", profile.id);
    let pages = [
        ("", words.say("staff-tab-profile")),
        ("/stages", words.say("staff-tab-stages")),
        ("/badges", words.say("staff-tab-badges")),
        ("/trainings", words.say("staff-trainings")),
    ];
    html! {
        (breadcrumb(words, &[(words.say("staff-profiles"), "/staff/profiles")], &profile.name))
        h1 { (profile.name) }
        nav aria-label=(words.say("staff-tabs")) {
            ul class="tabs" { @for (part, title) in pages {
                li { a href={ (base) (part) } aria-current=[(part == here).then_some("page")] { (title) } }
            } }
        }
    }
}

/// A stage, a badge or a training of a profile: its title, the button that takes it away (by this value) unless it must
/// stay, and what there is to know. `here` is the last part of the address of its page.
pub fn part(
    (words, csrf): (Words, &str),
    (profile, here): (&TargetProfile, &str),
    (title, removed): (&str, Option<&str>),
    inside: &Markup,
) -> Markup {
    let action = format!("/staff/profiles/{}{here}", profile.id);
    html! {
        div class="card stack-s" {
            div class="row row--between" {
                h2 { (title) }
                @if let Some(removed) = removed {
                    (post(&action, csrf, &Button::submit(words.say("staff-remove")).quiet().small().value("remove", removed)))
                }
            }
            (inside)
        }
    }
}

/// The whole page.
pub fn page(shown: &Shown<'_>) -> Markup {
    let (words, profile) = (shown.words, shown.profile);
    let subjects = asked(profile);
    let refused: Vec<_> =
        shown.refused.iter().map(|_| ("number", words.say("staff-fault-absent-number"))).collect();
    let about =
        [("n", subjects.iter().count().into()), ("minutes", minutes(&subjects, shown.release).into())];
    html! {
        div class="stack-l" {
            (head(words, profile, ""))
            (error_summary(words, &refused))
            @if let Some(at) = profile.outdated_at {
                (banner(Tone::Info, &html! { p { (words.say("staff-outdated-since")) " " (date_time(words.lang(), at)) } }))
            }
            div class="stack-s" {
                p class="muted" { (words.say(category_word(&profile.category))) " · " (words.with("staff-profile-about", &about)) }
                @if !profile.description.is_empty() { p { (profile.description) } }
                @if profile.is_ready_made() { p class="muted" { (words.say("staff-ready-made")) } }
            }
            (actions(shown))
            section class="card stack" aria-labelledby="subjects" {
                h2 id="subjects" { (words.say("staff-subjects")) }
                (told(words, shown.release, &subjects))
            }
            (sharing(shown))
        }
    }
}

fn actions(shown: &Shown<'_>) -> Markup {
    let (words, profile) = (shown.words, shown.profile);
    let base = format!("/staff/profiles/{}", profile.id);
    let toggle = if profile.outdated_at.is_none() { "staff-outdate" } else { "staff-bring-back" };
    let state = if profile.outdated_at.is_none() { "outdated" } else { "back" };
    html! {
        div class="row" {
            @if !profile.is_ready_made() { (Button::link(words.say("staff-change"), &format!("{base}/change")).quiet()) }
            (Button::link(words.say("staff-copy"), &format!("/staff/profiles/new?from={}", profile.id)).quiet())
            (post(&format!("{base}/outdating"), shown.csrf, &Button::submit(words.say(toggle)).quiet().value("state", state)))
        }
    }
}

fn sharing(shown: &Shown<'_>) -> Markup {
    let (words, base) = (shown.words, format!("/staff/profiles/{}/shares", shown.profile.id));
    let error = shown.refused.map(|_| words.say("staff-fault-absent-number"));
    html! {
        section class="stack" aria-labelledby="sharing" {
            h2 id="sharing" { (words.say("staff-open-to")) }
            @if shown.profile.is_public { p { (words.say("staff-open-all")) } }
            ul class="list stack" { @for sharer in shown.sharers {
                li class="row row--between" {
                    a href={ "/staff/organisations/" (sharer.id) } { (sharer.name) }
                    @let remove = Button::submit(words.say("staff-unshare")).quiet().small();
                    (post(&base, shown.csrf, &remove.value("remove", &sharer.id.to_string())))
                }
            } }
            form class="card stack" method="post" action=(base) novalidate {
                (csrf_field(shown.csrf))
                (Field { kind: Kind::Code, value: shown.refused.unwrap_or_default(), error, longest: Some(30),
                    ..Field::new("number", words.say("staff-share-number")) })
                div { (Button::submit(words.say("staff-share")).quiet()) }
            }
        }
    }
}
