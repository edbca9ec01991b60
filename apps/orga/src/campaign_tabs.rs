//! What stands above every page of a campaign: its name, its code, and the tabs.

use maud::{Markup, html};
use store::campaign::{Campaign, Kind};
use web::Words;
use web::components::banner::Tone;
use web::components::breadcrumb::breadcrumb;
use web::components::code::code;
use web::components::icon::Icon;
use web::components::tag;
use web::words::key;

/// A tab of a campaign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tab {
    /// Who takes part, and how far they are.
    Activity,
    /// Where they are at this moment.
    Live,
    /// What was sent.
    Results,
    /// What is known, by competence and subject.
    Analysis,
    /// The campaign itself.
    Settings,
}

impl Tab {
    const ALL: [Self; 5] = [Self::Activity, Self::Live, Self::Results, Self::Analysis, Self::Settings];

    /// The address of the tab of a campaign.
    pub fn path(self, campaign: &Campaign) -> String {
        let page = match self {
            Self::Activity => "",
            Self::Live => "/live",
            Self::Results => "/results",
            Self::Analysis => "/analysis",
            Self::Settings => "/settings",
        };
        format!("/orga/campaigns/{}{page}", campaign.id)
    }

    /// Whether a campaign has this tab: a collection asks no subject, so that there is nothing to analyse.
    const fn is_of(self, campaign: &Campaign) -> bool {
        campaign.kind.is_test() || !matches!(self, Self::Analysis)
    }

    const fn word(self) -> &'static str {
        match self {
            Self::Activity => key("campaign-tab-activity"),
            Self::Live => key("campaign-tab-live"),
            Self::Results => key("campaign-tab-results"),
            Self::Analysis => key("campaign-tab-analysis"),
            Self::Settings => key("campaign-tab-settings"),
        }
    }
}

/// The head of a page of a campaign, with its `h1`: where one is, name, kind, code to copy, tabs.
pub fn campaign_tabs(words: Words, campaign: &Campaign, here: Tab) -> Markup {
    html! {
        header class="stack-s" {
            (breadcrumb(words, &[(words.say("campaigns-title"), "/orga/campaigns")], &campaign.name))
            div class="row row--between" {
                div class="stack-s" {
                    h1 class="title-s" { (campaign.name) }
                    div class="row" {
                        (tag::plain(words.say(kind_word(campaign.kind))))
                        @if campaign.archived_at.is_some() {
                            (tag::tag(Tone::Warn, Icon::Folder, words.say("campaign-archived")))
                        }
                    }
                }
                div class="row" {
                    span class="muted small" { (words.say("campaign-code")) }
                    (code(words, &campaign.code))
                    @if campaign.archived_at.is_none() {
                        a class="tap small" href=(projection(campaign)) { (words.say("projection-title")) }
                    }
                }
            }
            nav aria-label=(words.say("campaign-tabs")) {
                ul class="tabs" {
                    @for tab in Tab::ALL.into_iter().filter(|tab| tab.is_of(campaign)) {
                        li { a href=(tab.path(campaign)) aria-current=[(tab == here).then_some("page")] { (words.say(tab.word())) } }
                    }
                }
            }
        }
    }
}

/// The address of the code for the board of a classroom.
pub fn projection(campaign: &Campaign) -> String {
    format!("{}/projection", Tab::Activity.path(campaign))
}

/// The words for a kind of campaign.
pub const fn kind_word(kind: Kind) -> &'static str {
    match kind {
        Kind::Assessment => key("campaign-kind-assessment"),
        Kind::Collection => key("campaign-kind-collection"),
        Kind::Exam => key("campaign-kind-exam"),
        Kind::Course => key("campaign-kind-course"),
    }
}
