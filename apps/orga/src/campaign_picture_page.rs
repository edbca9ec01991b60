//! The page of [`crate::campaign_picture`].

use maud::{Markup, html};
use rules::picture::{Kind, LARGEST};
use store::campaign::Campaign;
use store::campaign_picture::Described;
use web::Words;
use web::components::breadcrumb::breadcrumb;
use web::components::button::{Button, csrf_field, post};
use web::components::error_summary::error_summary;
use web::components::field::Field;
use web::numbers::size;

use crate::campaign_picture::{DESCRIPTION, Faults, LONGEST, address};
use crate::campaign_tabs::Tab;
use crate::import_file::FILE;
use crate::import_upload_page::file_field;

/// What the page shows.
pub struct Filling<'a> {
    /// The language.
    pub words: Words,
    /// The token of the session's forms.
    pub csrf: &'a str,
    /// The campaign.
    pub campaign: &'a Campaign,
    /// The picture that it has.
    pub present: Option<&'a Described>,
    /// The description that was typed.
    pub typed: &'a str,
    /// What is wrong.
    pub faults: Faults,
}

/// The whole page.
pub fn page(filling: &Filling<'_>) -> Markup {
    let Filling { words, campaign, faults, .. } = *filling;
    let (here, settings) = (words.say("campaign-picture-title"), Tab::Settings.path(campaign));
    let above =
        [(words.say("campaigns-title"), "/orga/campaigns"), (campaign.name.as_str(), settings.as_str())];
    let wrong = [(FILE, faults.file), (DESCRIPTION, faults.description)];
    let errors: Vec<(&str, &str)> =
        wrong.iter().filter_map(|(name, wrong)| Some((*name, words.say((*wrong)?)))).collect();
    html! {
        div class="stack" {
            (breadcrumb(words, &above, here))
            h1 { (here) }
            (error_summary(words, &errors))
            p class="lead" { (words.say("campaign-picture-lead")) }
            @if let Some(present) = filling.present { (shown(filling, present)) }
            (form(filling, &settings))
        }
    }
}

/// The picture of a campaign as learners see it.
pub fn image(campaign: &Campaign, picture: &Described) -> Markup {
    let source = format!("/campaigns/{}/pictures/{}", campaign.code, picture.id);
    html! {
        img class="help-picture" src=(source) alt=(picture.description) width=(picture.width) height=(picture.height);
    }
}

fn shown(filling: &Filling<'_>, present: &Described) -> Markup {
    let words = filling.words;
    let removal = format!("{}/removal", address(filling.campaign));
    html! {
        section class="card stack-s" aria-labelledby="present" {
            h2 id="present" { (words.say("campaign-picture-present")) }
            (image(filling.campaign, present))
            (post(&removal, filling.csrf, &Button::submit(words.say("campaign-picture-remove")).danger()))
        }
    }
}

fn form(filling: &Filling<'_>, settings: &str) -> Markup {
    let Filling { words, faults, .. } = *filling;
    let most = u64::try_from(LARGEST).unwrap_or(u64::MAX);
    let hint = words.with("campaign-picture-hint", &[("most", size(words.lang(), most).into())]);
    let label = match filling.present {
        Some(_) => words.say("campaign-picture-another"),
        None => words.say("campaign-picture-file"),
    };
    let description = Field {
        value: filling.typed,
        hint: Some(words.say("campaign-picture-description-hint")),
        error: faults.description.map(|wrong| words.say(wrong)),
        longest: u16::try_from(LONGEST).ok(),
        ..Field::new(DESCRIPTION, words.say("campaign-picture-description"))
    };
    html! {
        form class="stack" method="post" action=(address(filling.campaign)) enctype="multipart/form-data" novalidate {
            (csrf_field(filling.csrf))
            (file_field(label, (&hint, &Kind::ALL.map(Kind::media).join(",")), faults.file.map(|wrong| words.say(wrong))))
            (description)
            div class="row" {
                (Button::submit(words.say("campaign-save")))
                (Button::link(words.say("campaign-cancel"), settings).quiet())
            }
        }
    }
}
