//! Deleting a campaign: what is lost, what stays, and doing it.

use axum::extract::{Path, State};
use axum::response::{Html, Redirect};
use maud::{Markup, html};
use store::campaign::{self, Campaign, Tally};
use web::components::breadcrumb::breadcrumb;
use web::components::confirm::Confirm;
use web::form::Form;
use web::house::House;
use web::layout::Width;
use web::refusal::Refusal;
use web::visit::Member;

use crate::campaign_loading::load_to_change;
use crate::campaign_tabs::Tab;
use crate::frame::Sheet;

/// `GET /orga/campaigns/{campaign}/removal`: the consequences, spelled out.
pub async fn show(
    State(house): State<House>,
    member: Member,
    Path(id): Path<String>,
) -> Result<Html<String>, Refusal> {
    let campaign = load_to_change(&house, &member, &id).await?;
    let tally = campaign::tally(&house.db, campaign.id).await?;
    let body = page(&member, &campaign, &tally);
    let sheet =
        Sheet { width: Width::Text, ..Sheet::new(member.frame.words().say("campaign-removal-title"), body) };
    Ok(sheet.within("campaigns").render(&house, &member))
}

fn page(member: &Member, campaign: &Campaign, tally: &Tally) -> Markup {
    let words = member.frame.words();
    let counts = [("people", tally.participants.into()), ("results", tally.results.into())];
    let lost = words.with("campaign-removal-lost", &counts);
    let title = words.with("campaign-removal-question", &[("name", campaign.name.as_str().into())]);
    let settings = Tab::Settings.path(campaign);
    let above =
        [(words.say("campaigns-title"), "/orga/campaigns"), (campaign.name.as_str(), settings.as_str())];
    let confirm = Confirm {
        title: &title,
        consequences: &[
            &lost,
            words.say("campaign-removal-code"),
            words.say("campaign-removal-learners"),
            words.say("campaign-removal-for-good"),
        ],
        action: &format!("/orga/campaigns/{}/removal", campaign.id),
        csrf: &member.person.form_token,
        verb: words.say("campaign-removal-do"),
        cancel: (words.say("campaign-removal-keep"), &settings),
        danger: true,
    };
    let here = words.say("campaign-removal-title");
    html! { div class="stack" { (breadcrumb(words, &above, here)) h1 { (here) } (confirm) } }
}

/// `POST /orga/campaigns/{campaign}/removal`: done once.
pub async fn create(
    State(house): State<House>,
    member: Member,
    Path(id): Path<String>,
    posted: Form,
) -> Result<Redirect, Refusal> {
    posted.made_for(&member.person)?;
    let campaign = load_to_change(&house, &member, &id).await?;
    let mut tx = house.db.begin().await?;
    let (me, now) = (member.person.id, house.clock.now());
    campaign::delete(&mut tx, member.organisation.id, campaign.id, me, now).await?;
    tx.commit().await?;
    Ok(Redirect::to("/orga/campaigns?done=deleted"))
}
