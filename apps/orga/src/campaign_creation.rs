//! Making a campaign.

use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use rules::campaign::faults;
use rules::campaign_code;
use rules::subjects::Subjects;
use std::collections::HashMap;
use store::account::Creation;
use store::campaign::{self, Campaign};
use store::membership::Person;
use store::target_profile::{self, TargetProfile};
use store::{CampaignId, membership};
use web::form::Form;
use web::house::House;
use web::layout::Width;
use web::refusal::Refusal;
use web::visit::Member;

use crate::campaign_fault::Faults;
use crate::campaign_form::{Choice, Typed};
use crate::campaign_form_page::{self, Filling};
use crate::frame::Sheet;

/// How often a code is drawn before giving up; one is nearly always enough.
const DRAWS: usize = 8;

/// `GET /orga/campaigns/new?tubes=1.2-a:3+4.1-c:2&name=NAME`: the form, with what a group of pupils needs, if asked so.
pub async fn show(
    State(house): State<House>,
    member: Member,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Html<String>, Refusal> {
    let open = Open::load(&house, &member).await?;
    let id = CampaignId::new(house.clock.now(), house.entropy.number()?);
    let choice = open.choice(&house);
    let fresh = Typed::fresh(id, &member, &choice);
    let typed = match query.get("tubes").and_then(|tubes| Subjects::parse(tubes)) {
        Some(subjects) => fresh.about(&subjects, query.get("name").map_or("", String::as_str)),
        None => fresh,
    };
    Ok(form(&house, &member, &choice, &typed, &Faults::none()))
}

/// `POST /orga/campaigns/new`: makes the campaign under a code that nobody has, or says everything that is wrong.
pub async fn create(State(house): State<House>, member: Member, posted: Form) -> Result<Response, Refusal> {
    posted.made_for(&member.person)?;
    let (typed, open, now) = (Typed::read(&posted), Open::load(&house, &member).await?, house.clock.now());
    let choice = open.choice(&house);
    let wrong = faults(&typed.wish(&choice));
    let id = typed.id.parse().unwrap_or(CampaignId::new(now, house.entropy.number()?));
    let wished = typed.campaign(&member, &choice, id, now).filter(|_| wrong.is_empty());
    let Some(wished) = wished else {
        let faults = Faults::told(member.frame.words(), &wrong);
        let page = form(&house, &member, &choice, &typed, &faults);
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    };
    keep(&house, wished).await?;
    Ok(Redirect::to(&format!("/orga/campaigns/{id}/settings?done=created")).into_response())
}

/// Writes a campaign under a code that nobody has; one that was written already, by a form sent twice, stays as it is.
pub async fn keep(house: &House, mut campaign: Campaign) -> Result<(), Refusal> {
    for _ in 0..DRAWS {
        campaign.code = campaign_code::draw(house.entropy.number()?);
        let mut tx = house.db.begin().await?;
        if campaign::create(&mut tx, &campaign).await? == Creation::Created {
            return Ok(tx.commit().await?);
        }
        let same = campaign::by_id(&mut tx, campaign.organisation_id, campaign.id).await?;
        if same.is_some_and(|same| same.created_by == campaign.created_by) {
            return Ok(());
        }
    }
    Err(Refusal::Busy)
}

/// What the organisation may choose from.
struct Open {
    profiles: Vec<TargetProfile>,
    people: Vec<Person>,
}

impl Open {
    async fn load(house: &House, member: &Member) -> Result<Self, Refusal> {
        let id = member.organisation.id;
        let profiles = target_profile::open_to(&house.db, id).await?;
        Ok(Self { profiles, people: membership::people(&house.db, id).await? })
    }

    fn choice<'a>(&'a self, house: &'a House) -> Choice<'a> {
        let release = &house.bank.present().release;
        Choice { release, profiles: &self.profiles, people: &self.people }
    }
}

fn form(house: &House, member: &Member, choice: &Choice<'_>, typed: &Typed, faults: &Faults) -> Html<String> {
    let (words, csrf) = (member.frame.words(), &member.person.form_token);
    let body = campaign_form_page::page(&Filling { words, choice, typed, faults, csrf });
    let sheet = Sheet { width: Width::Text, ..Sheet::new(words.say("campaign-new"), body) };
    sheet.within("campaigns").render(house, member)
}
