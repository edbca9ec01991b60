//! The code of a campaign for the board of a classroom: read from the last row, or caught by a telephone.

use axum::extract::{Path, State};
use axum::response::Html;
use web::house::House;
use web::layout::{App, Page};
use web::refusal::Refusal;
use web::visit::{Member, page};

use crate::campaign_loading::load;
use crate::campaign_projection_page::{self, Projection};

/// `GET /orga/campaigns/{campaign}/projection`: without the navigation, which nobody in the room needs.
pub async fn show(
    State(house): State<House>,
    member: Member,
    Path(campaign): Path<String>,
) -> Result<Html<String>, Refusal> {
    let campaign = load(&house, &member, &campaign).await?;
    let words = member.frame.words();
    let shown = Projection { words, campaign: &campaign, base_url: &house.site.base_url };
    let title = format!("{} · {}", words.say("projection-title"), shown.name());
    let page = Page {
        app: App::Orga,
        title: &title,
        strip: Some(campaign_projection_page::strip(&shown)),
        body: campaign_projection_page::page(&shown),
        ..page(&house.site, &member.frame, Some(&member.person), &[])
    };
    Ok(Html(page.render().into_string()))
}
