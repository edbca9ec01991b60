//! The report of one pupil, on one page of paper.

use axum::extract::{Path, State};
use axum::response::Html;
use maud::{Markup, html};
use store::ParticipationId;
use store::report::award;
use store::report::participant::of_try;
use web::components::breadcrumb::breadcrumb;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Member;

use crate::campaign_loading::load;
use crate::campaign_tabs::Tab;
use crate::frame::Sheet;
use crate::report_outcome::Outcome;
use crate::report_page::name;
use crate::report_sheet::{Letterhead, sheet};

/// `GET /orga/campaigns/{campaign}/participants/{participation}/report`; what was not sent has none.
pub async fn show(
    State(house): State<House>,
    member: Member,
    Path((campaign, participation)): Path<(String, String)>,
) -> Result<Html<String>, Refusal> {
    let campaign = load(&house, &member, &campaign).await?;
    let id: ParticipationId = participation.parse().map_err(|_| Refusal::NotFound)?;
    let tries = of_try(&house.db, campaign.id, id).await?;
    let one = tries.iter().find(|one| one.id == id).and_then(Outcome::of_try).ok_or(Refusal::NotFound)?;
    let awards = award::of_profile(&house.db, campaign.target_profile_id).await?;
    let words = member.frame.words();
    let title = format!("{} · {}", words.say("report-one"), name(words, &one));
    let body = page(&Letterhead::of(&house, &member, &campaign, &awards), id, &one);
    Ok(Sheet::new(&title, body).within("campaigns").render(&house, &member))
}

fn page(head: &Letterhead<'_>, id: ParticipationId, one: &Outcome<'_>) -> Markup {
    let words = head.words;
    let (list, person) = (Tab::Activity.path(head.campaign), name(words, one));
    let page = format!("{list}/participants/{id}");
    let above = [
        (words.say("campaigns-title"), "/orga/campaigns"),
        (head.campaign.name.as_str(), list.as_str()),
        (person, page.as_str()),
    ];
    html! {
        div class="stack-m report" {
            div class="stack-s screen-only" {
                (breadcrumb(words, &above, words.say("report-one")))
                p class="muted small" { (words.say("report-print")) }
            }
            (sheet(head, one, &html! { h1 class="title-s" { (person) } }))
        }
    }
}
