//! The page of [`crate::campaign_settings`].

use content::Release;
use maud::{Markup, html};
use rules::subjects::{Subjects, tube_code};
use store::account::Account;
use store::campaign::Campaign;
use store::target_profile::TargetProfile;
use web::Words;
use web::components::button::{Button, csrf_field};
use web::components::code::code;
use web::components::fold::fold;
use web::components::icon::Icon;
use web::moment::date;
use web::words::key;

use crate::campaign_form_page::sendings_word;
use crate::campaign_picture;
use crate::campaign_tabs::{Tab, campaign_tabs, kind_word, projection};

/// What the page shows.
pub struct Settings<'a> {
    /// The language.
    pub words: Words,
    /// The campaign.
    pub campaign: &'a Campaign,
    /// Who answers for it.
    pub owner: Option<&'a Account>,
    /// Where its subjects come from.
    pub profile: Option<&'a TargetProfile>,
    /// The bank.
    pub release: &'a Release,
    /// The address of the site.
    pub base_url: &'a str,
    /// Whether the reader may change it.
    pub may_change: bool,
    /// The id that a copy will have.
    pub copy: &'a str,
    /// The token of the session's forms.
    pub csrf: &'a str,
}

/// The whole page.
pub fn page(settings: &Settings<'_>) -> Markup {
    let Settings { words, campaign, .. } = *settings;
    html! {
        div class="stack" {
            (campaign_tabs(words, campaign, Tab::Settings))
            div class="cols" {
                div class="stack" { (facts(settings)) (subjects(settings)) }
                div class="stack" { (sharing(settings)) (actions(settings)) }
            }
        }
    }
}

fn facts(settings: &Settings<'_>) -> Markup {
    let Settings { words, campaign, .. } = *settings;
    let owner = settings.owner.map(|owner| format!("{} {}", owner.first_name, owner.last_name));
    let owner = owner.filter(|name| !name.trim().is_empty());
    html! {
        section class="card stack-s" aria-labelledby="facts" {
            h2 id="facts" { (words.say("campaign-facts")) }
            dl class="details" {
                (fact(words.say("campaign-kind"), &html! { (words.say(kind_word(campaign.kind))) }))
                (fact(words.say("campaigns-owner"), &html! {
                    @match &owner { Some(name) => (name), None => (words.say("campaigns-nobody")) }
                }))
                (fact(words.say("campaigns-created"), &date(words.lang(), campaign.created_at)))
                @if let Some(profile) = settings.profile { (fact(words.say("campaign-profile"), &html! { (profile.name) })) }
                @if let Some(title) = &campaign.title { (fact(words.say("campaign-title"), &html! { (title) })) }
                (fact(words.say("campaign-sendings"), &html! { (words.say(sendings_word(campaign.several_sendings))) }))
                (fact(words.say("campaign-external"), &external(settings)))
                @if let Some(text) = &campaign.landing_text {
                    (fact(words.say("campaign-landing-text"), &html! { span class="said" { (text) } }))
                }
                @if let Some(text) = &campaign.end_text {
                    (fact(words.say("campaign-end-text"), &html! { span class="said" { (text) } }))
                }
                @if let Some((button, link)) = campaign.end_button.as_ref().zip(campaign.end_link.as_ref()) {
                    (fact(words.say("campaign-end-button"), &html! { (button) br; span class="muted small" { (link) } }))
                }
            }
        }
    }
}

fn fact(name: &str, value: &Markup) -> Markup {
    html! { div { dt { (name) } dd { (value) } } }
}

fn external(settings: &Settings<'_>) -> Markup {
    let Settings { words, campaign, may_change, .. } = *settings;
    let Some(label) = &campaign.external_label else {
        return html! { (words.say("campaign-external-none")) };
    };
    let form = match campaign.external_kind.as_deref() {
        Some("email") => words.say("campaign-external-email"),
        _ => words.say("campaign-external-string"),
    };
    html! {
        (label) br; span class="muted small" { (form) }
        @if may_change { br; a href=(campaign_picture::address(campaign)) { (words.say("campaign-picture-title")) } }
    }
}

/// The subjects asked, competence by competence.
fn subjects(settings: &Settings<'_>) -> Markup {
    let Settings { words, campaign, release, .. } = *settings;
    let subjects = Subjects::parse(&campaign.tubes).unwrap_or_default();
    if subjects.is_empty() {
        return html! {};
    }
    let asked: Vec<(String, u8)> =
        subjects.iter().filter_map(|(tube, level)| Some((tube_code(tube)?, level))).collect();
    let title = words.with("campaign-subjects-count", &[("n", asked.len().into())]);
    let inside = html! {
        @for competence in &release.framework().competences {
            @let own: Vec<&(String, u8)> = asked.iter().filter(|(code, _)| is_of(code, &competence.code)).collect();
            @if !own.is_empty() {
                h3 class="strong" { (competence.code) " " (competence.name.get(words.lang())) }
                ul class="list subjects" {
                    @for (code, level) in own {
                        li class="row row--between" {
                            span { @match release.tube(code) { Some(tube) => (tube.title.get(words.lang())), None => (code) } }
                            span class="muted small" { (words.with("picker-level", &[("n", (*level).into())])) }
                        }
                    }
                }
            }
        }
    };
    fold(&title, false, &inside)
}

fn is_of(tube: &str, competence: &str) -> bool {
    tube.split_once('-').is_some_and(|(code, _)| code == competence)
}

fn sharing(settings: &Settings<'_>) -> Markup {
    let Settings { words, campaign, .. } = *settings;
    let link = format!("{}/campaigns/{}", settings.base_url, campaign.code);
    let board = projection(campaign);
    html! {
        section class="card card--accent stack-s" aria-labelledby="sharing" {
            h2 id="sharing" { (words.say("campaign-sharing")) }
            p { (words.with("campaign-sharing-text", &[("code", campaign.code.as_str().into())])) }
            p { (code(words, &link)) }
            p { (Button::link(words.say("projection-title"), &board).quiet().icon(Icon::Eye)) }
        }
    }
}

fn actions(settings: &Settings<'_>) -> Markup {
    let Settings { words, campaign, may_change, csrf, .. } = *settings;
    let at = |page: &str| format!("/orga/campaigns/{}/{page}", campaign.id);
    let (edit, removal) = (at("edit"), at("removal"));
    let archived = campaign.archived_at.is_some();
    let (archive_word, archive_value) =
        if archived { (key("campaign-unarchive"), "no") } else { (key("campaign-archive"), "yes") };
    html! {
        section class="stack-s" aria-labelledby="actions" {
            h2 id="actions" { (words.say("campaign-actions")) }
            div class="row" {
                @if may_change { (Button::link(words.say("campaign-edit"), &edit)) }
                form method="post" action=(at("copy")) {
                    (csrf_field(csrf))
                    input type="hidden" name="id" value=(settings.copy);
                    (Button::submit(words.say("campaign-copy")).quiet())
                }
                @if may_change {
                    form method="post" action=(at("archive")) {
                        (csrf_field(csrf))
                        (Button::submit(words.say(archive_word)).quiet().value("archived", archive_value))
                    }
                    (Button::link(words.say("campaign-delete"), &removal).danger())
                }
            }
            @if may_change { p class="muted small" { (words.say("campaign-archive-hint")) } }
            @else { p class="muted small" { (words.say("campaign-not-yours")) } }
        }
    }
}
