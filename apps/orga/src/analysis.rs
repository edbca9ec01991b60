//! What a class knows: by competence and subject, pupil by pupil, and who could work together.

use std::collections::HashMap;

use axum::extract::{Path, Query, State};
use axum::response::Html;
use rules::subjects::Subjects;
use store::campaign::Campaign;
use store::report::{sent, tries};
use web::house::House;
use web::refusal::Refusal;
use web::visit::Member;

use crate::analysis_class::Class;
use crate::analysis_page::{self, Analysis};
use crate::campaign_loading::load;
use crate::frame::Sheet;
use crate::participant_filter::Filter;

/// `GET /orga/campaigns/{campaign}/analysis?division=6A&competence=1.2&page=2`.
pub async fn show(
    State(house): State<House>,
    member: Member,
    Path(campaign): Path<String>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Html<String>, Refusal> {
    let campaign = load(&house, &member, &campaign).await?;
    let sent = sent::of_campaign(&house.db, campaign.id).await?;
    let release = &house.bank.present().release;
    let everybody = Class::of(&sent, &asked(&campaign, release));
    let asked = Filter::of(&query);
    let filter = Filter { division: asked.division, page: asked.page, ..Filter::default() };
    let division = (!filter.division.is_empty()).then(|| everybody.within(&filter.division));
    let words = member.frame.words();
    let body = analysis_page::page(&Analysis {
        words,
        campaign: &campaign,
        release,
        class: division.as_ref().unwrap_or(&everybody),
        everybody: &everybody,
        competence: query.get("competence").map_or("", String::as_str),
        filter: &filter,
        cut: tries::is_cut(sent.len()),
    });
    let title = format!("{} · {}", words.say("campaign-tab-analysis"), campaign.name);
    Ok(Sheet::new(&title, body).within("campaigns").render(&house, &member))
}

/// The subjects of a campaign, each up to the highest level that the bank asks there.
pub fn asked(campaign: &Campaign, release: &content::Release) -> Subjects {
    let subjects = Subjects::parse(&campaign.tubes).unwrap_or_default();
    Subjects::of(subjects.skills(release).map(|skill| (skill.tube, skill.level)))
}
