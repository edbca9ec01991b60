//! What was sent at a campaign.

use std::collections::HashMap;

use axum::extract::{Path, Query, State};
use axum::response::Html;
use store::report::{award, tries};
use web::house::House;
use web::refusal::Refusal;
use web::visit::Member;

use crate::campaign_loading::load;
use crate::frame::Sheet;
use crate::participant_filter::Filter;
use crate::participant_roll::people;
use crate::results_page::{self, Results};

/// `GET /orga/campaigns/{campaign}/results?name=…&division=6A&badge=…&stage=50&band=3&page=2`.
pub async fn show(
    State(house): State<House>,
    member: Member,
    Path(campaign): Path<String>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Html<String>, Refusal> {
    let campaign = load(&house, &member, &campaign).await?;
    let tries = tries::of_campaign(&house.db, campaign.id).await?;
    let awards = award::of_profile(&house.db, campaign.target_profile_id).await?;
    let (cut, mut people) = (tries::is_cut(tries.len()), people(&tries));
    people.retain(|person| person.sent().is_some());
    let filter = Filter { status: None, ..Filter::of(&query) };
    let words = member.frame.words();
    let body = results_page::page(&Results {
        words,
        campaign: &campaign,
        awards: &awards,
        kept: &filter.keep(&people),
        people: &people,
        filter: &filter,
        cut,
    });
    let title = format!("{} · {}", words.say("campaign-tab-results"), campaign.name);
    Ok(Sheet::new(&title, body).within("campaigns").render(&house, &member))
}
