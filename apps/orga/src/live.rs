//! The class at this moment: who is at which question, who may need help, who is done. The page says it whole; where
//! scripts run, [`crate::live_stream`] keeps it up to date.

use std::collections::HashMap;

use axum::extract::{Path, Query, State};
use axum::response::Html;
use store::report::live;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Member;

use crate::campaign_loading::load;
use crate::frame::Sheet;
use crate::live_page::{self, Live, Room};
use crate::live_room::{Asked, people};

/// `GET /orga/campaigns/{campaign}/live?division=6A&state=still`.
pub async fn show(
    State(house): State<House>,
    member: Member,
    Path(campaign): Path<String>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Html<String>, Refusal> {
    let campaign = load(&house, &member, &campaign).await?;
    let (organisation, asked) = (member.organisation.id, Asked::of(&query));
    let divisions = live::divisions(&house.db, organisation).await?;
    let seats = live::of_campaign(&house.db, organisation, campaign.id, &asked.division).await?;
    let (words, now) = (member.frame.words(), house.clock.now());
    let room = Room {
        words,
        campaign: &campaign,
        people: &people(&seats, now),
        asked: &asked,
        base_url: &house.site.base_url,
    };
    let body = live_page::page(&Live { room, divisions: &divisions, now });
    let title = format!("{} · {}", words.say("campaign-tab-live"), campaign.name);
    Ok(Sheet::new(&title, body).within("campaigns").render(&house, &member))
}
