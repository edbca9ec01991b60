//! Who takes part in a campaign, and how far they are.

use std::collections::HashMap;

use axum::extract::{Path, Query, State};
use axum::response::Html;
use store::report::tries;
use web::components::banner::Tone;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Member;

use crate::activity_page::{self, Activity};
use crate::campaign_loading::load;
use crate::frame::Sheet;
use crate::participant_filter::Filter;
use crate::participant_roll::people;

/// `GET /orga/campaigns/{campaign}?name=…&division=6A&status=sent&page=2`.
pub async fn show(
    State(house): State<House>,
    member: Member,
    Path(campaign): Path<String>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Html<String>, Refusal> {
    let campaign = load(&house, &member, &campaign).await?;
    let tries = tries::of_campaign(&house.db, campaign.id).await?;
    let people = people(&tries);
    let filter = Filter::of(&query);
    let words = member.frame.words();
    let body = activity_page::page(&Activity {
        words,
        campaign: &campaign,
        kept: &filter.keep(&people),
        people: &people,
        filter: &filter,
        cut: tries::is_cut(tries.len()),
        base_url: &house.site.base_url,
    });
    let title = format!("{} · {}", words.say("campaign-tab-activity"), campaign.name);
    let deleted = query.get("done").is_some_and(|done| done == "participant-deleted");
    let toast = deleted.then(|| (Tone::Ok, words.say("participant-removal-done")));
    Ok(Sheet { toast, ..Sheet::new(&title, body) }.within("campaigns").render(&house, &member))
}
