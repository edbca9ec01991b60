//! Deleting somebody's participation in a campaign: what is lost, what stays, and doing it.

use axum::extract::{Path, State};
use axum::response::{Html, Redirect};
use maud::html;
use store::campaign::Campaign;
use store::report::participant::of_try;
use store::{ParticipationId, participation};
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
use crate::note::note;
use crate::participant::named;

/// The address of this page for a try.
pub fn address(campaign: &Campaign, id: ParticipationId) -> String {
    format!("{}/participants/{id}/removal", Tab::Activity.path(campaign))
}

/// `GET /orga/campaigns/{campaign}/participants/{participation}/removal`: the consequences, spelled out.
pub async fn show(
    State(house): State<House>,
    member: Member,
    Path((campaign, participation)): Path<(String, String)>,
) -> Result<Html<String>, Refusal> {
    let campaign = load_to_change(&house, &member, &campaign).await?;
    let id: ParticipationId = participation.parse().map_err(|_| Refusal::NotFound)?;
    let tries = of_try(&house.db, campaign.id, id).await?;
    let one = tries.iter().find(|one| one.id == id).ok_or(Refusal::NotFound)?;
    let name = named(member.frame.words(), one);
    Ok(page(&house, &member, (&campaign, id), (&name, tries.len())))
}

/// `POST /orga/campaigns/{campaign}/participants/{participation}/removal`: every try of this person, once.
pub async fn create(
    State(house): State<House>,
    member: Member,
    Path((campaign, participation)): Path<(String, String)>,
    posted: Form,
) -> Result<Redirect, Refusal> {
    posted.made_for(&member.person)?;
    let campaign = load_to_change(&house, &member, &campaign).await?;
    let id: ParticipationId = participation.parse().map_err(|_| Refusal::NotFound)?;
    let mut tx = house.db.begin().await?;
    let (me, now) = (member.person.id, house.clock.now());
    if participation::delete_person(&mut tx, campaign.id, id, me, now).await? > 0 {
        note(&house, &mut tx, &member, "participation-deleted", [id.to_string()]).await?;
    }
    tx.commit().await?;
    Ok(Redirect::to(&format!("{}?done=participant-deleted", Tab::Activity.path(&campaign))))
}

fn page(
    house: &House,
    member: &Member,
    (campaign, id): (&Campaign, ParticipationId),
    (name, tries): (&str, usize),
) -> Html<String> {
    let words = member.frame.words();
    let list = Tab::Activity.path(campaign);
    let (person, here) = (format!("{list}/participants/{id}"), words.say("participant-removal-title"));
    let lost = words.with("participant-removal-lost", &[("n", tries.into())]);
    let confirm = Confirm {
        title: &words.with("participant-removal-question", &[("name", name.into())]),
        consequences: &[
            &lost,
            words.say("participant-removal-closed"),
            words.say("participant-removal-kept"),
            words.say("participant-removal-for-good"),
        ],
        action: &address(campaign, id),
        csrf: &member.person.form_token,
        verb: words.say("participant-removal-do"),
        cancel: (words.say("participant-removal-keep"), &person),
        danger: true,
    };
    let above = [
        (words.say("campaigns-title"), "/orga/campaigns"),
        (campaign.name.as_str(), list.as_str()),
        (name, person.as_str()),
    ];
    let body = html! { div class="stack" { (breadcrumb(words, &above, here)) h1 { (here) } (confirm) } };
    Sheet { width: Width::Text, ..Sheet::new(here, body) }.within("campaigns").render(house, member)
}
