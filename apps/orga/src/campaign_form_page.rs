//! The fields of [`crate::campaign_form`].

use maud::{Markup, html};
use rules::campaign::{LONGEST_TEXT, LONGEST_TITLE};
use store::campaign::Kind as CampaignKind;
use web::Words;
use web::components::button::{Button, csrf_field};
use web::components::choice::{Choices, Kind as ChoiceKind, Line};
use web::components::error_summary::error_summary;
use web::components::field::{Field, Kind};
use web::components::fold::fold;
use web::components::select::Select;
use web::words::key;

use crate::campaign_fault::Faults;
use crate::campaign_form::{Choice, Typed};
use crate::subject_picker::subject_picker;

/// What the page shows.
pub struct Filling<'a> {
    /// The language.
    pub words: Words,
    /// What may be chosen from.
    pub choice: &'a Choice<'a>,
    /// What was typed.
    pub typed: &'a Typed,
    /// What is wrong.
    pub faults: &'a Faults,
    /// The token of the session's forms.
    pub csrf: &'a str,
}

/// The whole page.
pub fn page(filling: &Filling<'_>) -> Markup {
    let words = filling.words;
    html! {
        div class="stack" {
            h1 { (words.say("campaign-new")) }
            (error_summary(words, filling.faults.all()))
            @if !filling.faults.all().is_empty() { p class="muted" { (words.say("campaign-kept")) } }
            form class="form campaign-form" method="post" action="/orga/campaigns/new" novalidate data-guard {
                (csrf_field(filling.csrf))
                input type="hidden" name="id" value=(filling.typed.id);
                (essentials(filling))
                (subjects(filling))
                (learners(filling))
                (ending(filling))
                (owner(words, filling.choice, &filling.typed.owner, filling.faults.of("owner")))
                div class="actions" {
                    (Button::submit(words.say("campaign-create")))
                    (Button::link(words.say("campaign-cancel"), "/orga/campaigns").quiet())
                }
            }
        }
    }
}

fn essentials(filling: &Filling<'_>) -> Markup {
    let Filling { words, typed, faults, .. } = *filling;
    let kinds = [
        (CampaignKind::Assessment, words.say("campaign-kind-assessment-what")),
        (CampaignKind::Collection, words.say("campaign-kind-collection-what")),
        (CampaignKind::Exam, words.say("campaign-kind-exam-what")),
    ];
    let kinds = kinds.map(|(kind, label)| (kind.name(), label));
    html! {
        (choices("kind", words.say("campaign-kind"), &kinds, &typed.kind, faults.of("kind")))
        (name(words, &typed.name, faults.of("name")))
        div class="for-test" { (title(words, &typed.title, faults.of("title"))) }
    }
}

/// The field of the name.
pub fn name(words: Words, value: &str, error: Option<&str>) -> Markup {
    let hint = Some(words.say("campaign-name-hint"));
    html! { (Field { value, hint, error, ..Field::new("name", words.say("campaign-name")) }) }
}

/// The field of the title for learners.
pub fn title(words: Words, value: &str, error: Option<&str>) -> Markup {
    let hint = Some(words.say("campaign-title-hint"));
    let (longest, optional) = (u16::try_from(LONGEST_TITLE).ok(), Some(words.say("campaign-optional")));
    html! { (Field { value, hint, error, longest, optional, ..Field::new("title", words.say("campaign-title")) }) }
}

/// The field of what learners read first.
pub fn landing_text(words: Words, value: &str, error: Option<&str>) -> Markup {
    let (hint, optional) =
        (Some(words.say("campaign-landing-text-hint")), Some(words.say("campaign-optional")));
    let longest = u16::try_from(LONGEST_TEXT).ok();
    let field = Field::new("landing-text", words.say("campaign-landing-text"));
    html! { (Field { kind: Kind::Long, value, hint, error, longest, optional, ..field }) }
}

/// The list of those who may answer for a campaign.
pub fn owner(words: Words, choice: &Choice<'_>, value: &str, error: Option<&str>) -> Markup {
    let people: Vec<(String, String)> =
        choice.present().map(|person| (person.account_id.to_string(), person.name())).collect();
    let options: Vec<(&str, &str)> = people.iter().map(|(id, name)| (id.as_str(), name.as_str())).collect();
    let known = options.iter().any(|(id, _)| *id == value);
    let blank = (!known).then(|| words.say("campaign-owner-choose"));
    let (label, hint) = (words.say("campaign-owner"), Some(words.say("campaign-owner-hint")));
    html! { (Select { name: "owner", label, options: &options, value, blank, hint, error }) }
}

fn subjects(filling: &Filling<'_>) -> Markup {
    let Filling { words, typed, faults, choice, .. } = *filling;
    let sources =
        [("profile", words.say("campaign-source-profile")), ("picked", words.say("campaign-source-picked"))];
    html! {
        section class="for-test sources form" aria-labelledby="subjects" {
            h2 id="subjects" { (words.say("campaign-subjects")) }
            (choices("source", words.say("campaign-source"), &sources, &typed.source, faults.of("source")))
            div class="source-profile" { (profile(filling)) }
            div class="source-picked stack-s" {
                p class="hint" { (words.say("campaign-picked-hint")) }
                (subject_picker(words, choice.release, &typed.picked))
            }
        }
    }
}

fn profile(filling: &Filling<'_>) -> Markup {
    let Filling { words, typed, faults, choice, .. } = *filling;
    if choice.profiles.is_empty() {
        return html! { p class="muted" { (words.say("campaign-no-profile")) } };
    }
    let profiles: Vec<(String, &str)> =
        choice.profiles.iter().map(|profile| (profile.id.to_string(), profile.name.as_str())).collect();
    let options: Vec<(&str, &str)> = profiles.iter().map(|(id, name)| (id.as_str(), *name)).collect();
    let profile = Select {
        name: "profile",
        label: words.say("campaign-profile"),
        options: &options,
        value: &typed.profile,
        blank: Some(words.say("campaign-profile-choose")),
        hint: Some(words.say("campaign-profile-hint")),
        error: faults.of("profile"),
    };
    html! { (profile) }
}

fn learners(filling: &Filling<'_>) -> Markup {
    let Filling { words, typed, faults, .. } = *filling;
    let sendings = [("no", words.say("campaign-sendings-no")), ("yes", words.say("campaign-sendings-yes"))];
    let external = [
        ("none", words.say("campaign-external-none")),
        ("string", words.say("campaign-external-string")),
        ("email", words.say("campaign-external-email")),
    ];
    let label = Field {
        value: &typed.external_label,
        hint: Some(words.say("campaign-external-label-hint")),
        error: faults.of("external-label"),
        ..Field::new("external-label", words.say("campaign-external-label"))
    };
    html! {
        section class="form" aria-labelledby="learners" {
            h2 id="learners" { (words.say("campaign-learners")) }
            (landing_text(words, &typed.landing_text, faults.of("landing-text")))
            (choices("sendings", words.say("campaign-sendings"), &sendings, &typed.sendings, faults.of("sendings")))
            div class="external form" {
                (choices("external-kind", words.say("campaign-external"), &external, &typed.external_kind, faults.of("external-kind")))
                div class="external-label" { (label) }
            }
        }
    }
}

fn ending(filling: &Filling<'_>) -> Markup {
    let Filling { words, typed, faults, .. } = *filling;
    let text = Field {
        kind: Kind::Long,
        value: &typed.end_text,
        error: faults.of("end-text"),
        longest: u16::try_from(LONGEST_TEXT).ok(),
        ..Field::new("end-text", words.say("campaign-end-text"))
    };
    let button = Field {
        value: &typed.end_button,
        hint: Some(words.say("campaign-end-button-hint")),
        error: faults.of("end-button"),
        ..Field::new("end-button", words.say("campaign-end-button"))
    };
    let link = Field {
        kind: Kind::Mono,
        value: &typed.end_link,
        hint: Some(words.say("campaign-end-link-hint")),
        error: faults.of("end-link"),
        ..Field::new("end-link", words.say("campaign-end-link"))
    };
    let filled = [&typed.end_text, &typed.end_button, &typed.end_link].iter().any(|text| !text.is_empty());
    let open = filled || faults.any(&["end-text", "end-button", "end-link"]);
    fold(words.say("campaign-ending"), open, &html! { div class="form" { (text) (button) (link) } })
}

fn choices(
    name: &'static str,
    legend: &str,
    lines: &[(&str, &str)],
    chosen: &str,
    error: Option<&str>,
) -> Markup {
    let lines: Vec<Line<'_>> = lines
        .iter()
        .map(|(value, label)| Line {
            value: (*value).to_owned(),
            label,
            chosen: *value == chosen,
            picture: None,
        })
        .collect();
    html! { (Choices { name, legend, kind: ChoiceKind::One, lines: &lines, hint: None, error }) }
}

/// The words for whether one may send several times.
pub const fn sendings_word(several: bool) -> &'static str {
    if several { key("campaign-sendings-yes") } else { key("campaign-sendings-no") }
}
