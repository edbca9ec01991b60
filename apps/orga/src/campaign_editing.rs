//! Changing a campaign: its name, its title, what learners read first, who answers for it.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use maud::{Markup, html};
use rules::campaign::{Change, change_faults};
use rules::search_text::search_text;
use store::campaign::{self, Campaign};
use store::{AccountId, membership};
use web::components::breadcrumb::breadcrumb;
use web::components::button::{Button, csrf_field};
use web::components::error_summary::error_summary;
use web::form::Form;
use web::house::House;
use web::layout::Width;
use web::refusal::Refusal;
use web::visit::Member;

use crate::campaign_fault::Faults;
use crate::campaign_form::{Choice, Typed, filled};
use crate::campaign_form_page::{landing_text, name, owner, title};
use crate::campaign_loading::load_to_change;
use crate::campaign_settings::done;
use crate::campaign_tabs::Tab;
use crate::frame::Sheet;

/// `GET /orga/campaigns/{campaign}/edit`: the form.
pub async fn show(
    State(house): State<House>,
    member: Member,
    Path(id): Path<String>,
) -> Result<Html<String>, Refusal> {
    let campaign = load_to_change(&house, &member, &id).await?;
    let people = membership::people(&house.db, member.organisation.id).await?;
    let choice = Choice { release: &house.bank.present().release, profiles: &[], people: &people };
    let typed = Typed {
        name: campaign.name.clone(),
        title: campaign.title.clone().unwrap_or_default(),
        landing_text: campaign.landing_text.clone().unwrap_or_default(),
        owner: campaign.owner_id.to_string(),
        ..Typed::default()
    };
    Ok(form(&house, &member, &campaign, (&choice, &typed), &Faults::none()))
}

/// `POST /orga/campaigns/{campaign}/edit`: keeps the changes, or says everything that is wrong.
pub async fn create(
    State(house): State<House>,
    member: Member,
    Path(id): Path<String>,
    posted: Form,
) -> Result<Response, Refusal> {
    posted.made_for(&member.person)?;
    let campaign = load_to_change(&house, &member, &id).await?;
    let people = membership::people(&house.db, member.organisation.id).await?;
    let choice = Choice { release: &house.bank.present().release, profiles: &[], people: &people };
    let typed = Typed::read(&posted);
    let owner = choice.owner(&typed.owner);
    let wrong = change_faults(&wished(&typed, owner.is_some()));
    let Some(owner_id) = owner.filter(|_| wrong.is_empty()) else {
        let faults = Faults::told(member.frame.words(), &wrong);
        let page = form(&house, &member, &campaign, (&choice, &typed), &faults);
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    };
    keep(&house, &campaign, &typed, owner_id).await?;
    Ok(done(campaign.id, "changed").into_response())
}

async fn keep(house: &House, campaign: &Campaign, typed: &Typed, owner_id: AccountId) -> Result<(), Refusal> {
    let (title, landing_text) = (filled(&typed.title), filled(&typed.landing_text));
    let change = campaign::Change {
        name: &typed.name,
        sought: &search_text(&typed.name),
        title: title.as_deref().filter(|_| campaign.kind.is_test()),
        landing_text: landing_text.as_deref(),
        owner_id,
    };
    let mut tx = house.db.begin().await?;
    campaign::change(&mut tx, campaign.organisation_id, campaign.id, &change).await?;
    Ok(tx.commit().await?)
}

fn wished(typed: &Typed, owner_works_here: bool) -> Change<'_> {
    Change { name: &typed.name, title: &typed.title, landing_text: &typed.landing_text, owner_works_here }
}

fn form(
    house: &House,
    member: &Member,
    campaign: &Campaign,
    filling: (&Choice<'_>, &Typed),
    faults: &Faults,
) -> Html<String> {
    let words = member.frame.words();
    let body = page(member, campaign, filling, faults);
    let sheet = Sheet { width: Width::Text, ..Sheet::new(words.say("campaign-edit-title"), body) };
    sheet.within("campaigns").render(house, member)
}

fn page(
    member: &Member,
    campaign: &Campaign,
    (choice, typed): (&Choice<'_>, &Typed),
    faults: &Faults,
) -> Markup {
    let words = member.frame.words();
    let settings = Tab::Settings.path(campaign);
    let above =
        [(words.say("campaigns-title"), "/orga/campaigns"), (campaign.name.as_str(), settings.as_str())];
    html! {
        div class="stack" {
            (breadcrumb(words, &above, words.say("campaign-edit-title")))
            h1 { (words.say("campaign-edit-title")) }
            (error_summary(words, faults.all()))
            p class="muted" { (words.say("campaign-edit-lead")) }
            form class="form" method="post" action={ "/orga/campaigns/" (campaign.id) "/edit" } novalidate data-guard {
                (csrf_field(&member.person.form_token))
                (name(words, &typed.name, faults.of("name")))
                @if campaign.kind.is_test() { (title(words, &typed.title, faults.of("title"))) }
                (landing_text(words, &typed.landing_text, faults.of("landing-text")))
                (owner(words, choice, &typed.owner, faults.of("owner")))
                div class="actions" {
                    (Button::submit(words.say("campaign-save")))
                    (Button::link(words.say("campaign-cancel"), &settings).quiet())
                }
            }
        }
    }
}
