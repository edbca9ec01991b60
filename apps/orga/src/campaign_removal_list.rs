//! Deleting several campaigns at once, ticked in the list: what is lost, which stay because they are a colleague's.

use axum::extract::{RawQuery, State};
use axum::response::{Html, IntoResponse, Redirect, Response};
use maud::{Markup, html};
use rules::organisation_access::{Act, Standing, may};
use store::CampaignId;
use store::campaign::{self, Doomed};
use store::membership::Role;
use web::Words;
use web::components::breadcrumb::breadcrumb;
use web::components::button::{Button, csrf_field};
use web::form::Form;
use web::house::House;
use web::layout::Width;
use web::refusal::Refusal;
use web::visit::Member;

use crate::campaign_list::PAGE;
use crate::frame::Sheet;

const LIST: &str = "/orga/campaigns";
const PATH: &str = "/orga/campaigns/removal";

/// `GET /orga/campaigns/removal?campaign=ID&campaign=ID`: the consequences, spelled out; back to the list when nothing
/// is ticked.
pub async fn show(
    State(house): State<House>,
    member: Member,
    RawQuery(query): RawQuery,
) -> Result<Response, Refusal> {
    let query = query.unwrap_or_default();
    let ids = ids(form_urlencoded::parse(query.as_bytes()));
    if ids.is_empty() {
        return Ok(Redirect::to(&format!("{LIST}?done=none-chosen")).into_response());
    }
    let campaigns = campaign::among(&house.db, member.organisation.id, ids).await?;
    if campaigns.is_empty() {
        return Err(Refusal::NotFound);
    }
    let (own, others): (Vec<_>, Vec<_>) =
        campaigns.into_iter().partition(|campaign| may_delete(&member, campaign));
    Ok(page(&house, &member, &own, &others).into_response())
}

/// `POST /orga/campaigns/removal`: those that the member may delete, once.
pub async fn create(State(house): State<House>, member: Member, posted: Form) -> Result<Redirect, Refusal> {
    posted.made_for(&member.person)?;
    let mut tx = house.db.begin().await?;
    let campaigns = campaign::among(&mut tx, member.organisation.id, ids(posted.iter())).await?;
    let own = campaigns.iter().filter(|campaign| may_delete(&member, campaign));
    let own: Vec<CampaignId> = own.map(|campaign| campaign.id).collect();
    if own.is_empty() {
        return if campaigns.is_empty() { Ok(Redirect::to(LIST)) } else { Err(Refusal::Forbidden) };
    }
    let by = (member.person.id, house.clock.now());
    campaign::delete_all(&mut tx, member.organisation.id, &own, by).await?;
    tx.commit().await?;
    Ok(Redirect::to(&format!("{LIST}?done=several-deleted")))
}

/// The campaigns that a form names, at most a page of the list.
fn ids<T: AsRef<str>>(fields: impl Iterator<Item = (T, T)>) -> Vec<CampaignId> {
    let named = fields.filter(|(name, _)| name.as_ref() == "campaign");
    let most = usize::try_from(PAGE).unwrap_or(usize::MAX);
    named.filter_map(|(_, id)| id.as_ref().parse().ok()).take(most).collect()
}

fn may_delete(member: &Member, campaign: &Doomed) -> bool {
    let owner = campaign.owner_id == member.person.id;
    may(Act::ChangeCampaign, Standing { admin: member.role == Role::Admin, owner })
}

fn page(house: &House, member: &Member, own: &[Doomed], others: &[Doomed]) -> Html<String> {
    let words = member.frame.words();
    let here = words.say("campaign-removal-several");
    let body = html! {
        div class="stack" {
            (breadcrumb(words, &[(words.say("campaigns-title"), LIST)], here))
            h1 { (here) }
            @if !own.is_empty() { (question(words, &member.person.form_token, own)) }
            @if !others.is_empty() {
                section class="stack-s" aria-labelledby="others" {
                    h2 id="others" { (words.say("campaign-removal-others")) }
                    ul { @for campaign in others { li { (campaign.name) } } }
                }
            }
            @if own.is_empty() { (Button::link(words.say("campaign-removal-back"), LIST).quiet()) }
        }
    };
    Sheet { width: Width::Text, ..Sheet::new(here, body) }.within("campaigns").render(house, member)
}

fn question(words: Words, csrf: &str, own: &[Doomed]) -> Markup {
    html! {
        section class="confirm confirm--danger" aria-labelledby="confirm" {
            h2 id="confirm" { (words.with("campaign-removal-how-many", &[("n", own.len().into())])) }
            ul { @for campaign in own { li { strong { (campaign.name) } " : " (lost(words, campaign)) } } }
            p { (words.say("campaign-removal-code")) } p { (words.say("campaign-removal-for-good")) }
            form class="actions" method="post" action=(PATH) {
                (csrf_field(csrf))
                @for campaign in own { input type="hidden" name="campaign" value=(campaign.id); }
                (Button::submit(words.say("campaign-removal-do-several")).danger())
                (Button::link(words.say("campaign-removal-keep-several"), LIST).quiet())
            }
        }
    }
}

fn lost(words: Words, campaign: &Doomed) -> String {
    let counts = [("people", campaign.participants.into()), ("results", campaign.results.into())];
    words.with("campaign-removal-lost", &counts)
}
