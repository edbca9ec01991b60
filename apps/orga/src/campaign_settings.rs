//! The settings of a campaign: what it is, its code and its link, and what may be done with it.

use axum::extract::{Path, Query, State};
use axum::response::{Html, Redirect};
use std::collections::HashMap;
use store::{CampaignId, account, target_profile};
use web::Words;
use web::components::banner::Tone;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Member;

use crate::campaign_loading::{load, may_change};
use crate::campaign_settings_page::{self, Settings};
use crate::frame::Sheet;

/// `GET /orga/campaigns/{campaign}/settings`: the page, and what was just done to the campaign.
pub async fn show(
    State(house): State<House>,
    member: Member,
    Path(id): Path<String>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Html<String>, Refusal> {
    let (words, campaign) = (member.frame.words(), load(&house, &member, &id).await?);
    let owner = account::by_id(&house.db, campaign.owner_id).await?;
    let profile = match campaign.target_profile_id {
        Some(profile) => target_profile::by_id(&house.db, profile).await?,
        None => None,
    };
    let copy = CampaignId::new(house.clock.now(), house.entropy.number()?);
    let body = campaign_settings_page::page(&Settings {
        words,
        campaign: &campaign,
        owner: owner.as_ref(),
        profile: profile.as_ref(),
        release: &house.bank.present().release,
        base_url: &house.site.base_url,
        may_change: may_change(&member, &campaign),
        copy: &copy.to_string(),
        csrf: &member.person.form_token,
    });
    let toast = query.get("done").and_then(|done| sentence(words, done)).map(|text| (Tone::Ok, text));
    let sheet = Sheet { toast, ..Sheet::new(words.say("campaign-tab-settings"), body) };
    Ok(sheet.within("campaigns").render(&house, &member))
}

/// `GET` of an action that has only a button: the page with the button.
pub async fn back(_member: Member, Path(id): Path<String>) -> Result<Redirect, Refusal> {
    let id: CampaignId = id.parse().map_err(|_| Refusal::NotFound)?;
    Ok(Redirect::to(&format!("/orga/campaigns/{id}/settings")))
}

/// Leads back to the settings of a campaign, which say what was done.
pub fn done(id: CampaignId, what: &str) -> Redirect {
    Redirect::to(&format!("/orga/campaigns/{id}/settings?done={what}"))
}

fn sentence(words: Words, done: &str) -> Option<&'static str> {
    match done {
        "created" => Some(words.say("campaign-done-created")),
        "changed" => Some(words.say("campaign-done-changed")),
        "archived" => Some(words.say("campaign-done-archived")),
        "unarchived" => Some(words.say("campaign-done-unarchived")),
        "picture" => Some(words.say("campaign-done-picture")),
        "picture-removed" => Some(words.say("campaign-done-picture-removed")),
        "copied" => Some(words.say("campaign-done-copied")),
        _ => None,
    }
}
