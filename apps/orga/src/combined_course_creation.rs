//! Making a combined course of campaigns that exist.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use rules::campaign_code;
use rules::combined_course::{Fault, MOST_CAMPAIGNS, Wish, faults};
use store::account::Creation;
use store::campaign::{self, Listed, Search};
use store::combined_course::{self, Course};
use store::{CampaignId, CourseId};
use web::form::Form;
use web::house::House;
use web::layout::Width;
use web::refusal::Refusal;
use web::visit::Member;

use crate::combined_course_creation_page::{self, Filling};
use crate::frame::Sheet;

/// The address of the form.
pub const NEW: &str = "/orga/courses/new";
/// Campaigns to choose from: the newest.
const CHOICE: i64 = 200;
/// How often a code is drawn before giving up; one is nearly always enough.
const DRAWS: usize = 8;

/// What was typed.
#[derive(Debug, Clone, Default)]
pub struct Typed {
    /// The id that the course will have: the form sent twice makes one.
    pub id: String,
    /// The name.
    pub name: String,
    /// What learners read first.
    pub description: String,
    /// The campaign of each step, and whether lessons follow it.
    pub steps: [(String, bool); MOST_CAMPAIGNS],
}

/// `GET /orga/courses/new`.
pub async fn show(State(house): State<House>, member: Member) -> Result<Html<String>, Refusal> {
    let campaigns = campaigns(&house, &member).await?;
    let id = CourseId::new(house.clock.now(), house.entropy.number()?).to_string();
    Ok(form(&house, &member, &campaigns, &Typed { id, ..Typed::default() }, &[]))
}

/// `POST /orga/courses/new`: makes the course under a code that nobody has, or says everything that is wrong.
pub async fn create(State(house): State<House>, member: Member, posted: Form) -> Result<Response, Refusal> {
    posted.made_for(&member.person)?;
    let (typed, campaigns) = (Typed::read(&posted), campaigns(&house, &member).await?);
    let chosen = typed.chosen(&campaigns);
    let numbers: Vec<i64> = chosen.iter().map(|(campaign, _)| campaign.number()).collect();
    let wrong = faults(&Wish { name: &typed.name, description: &typed.description, campaigns: &numbers });
    if !wrong.is_empty() {
        let page = form(&house, &member, &campaigns, &typed, &wrong);
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    let id: CourseId = typed.id.parse().map_err(|_| Refusal::BrokenForm)?;
    keep(&house, typed.course(&member, id, house.clock.now()), &items(&chosen)).await?;
    Ok(Redirect::to(&format!("/orga/courses/{id}?done=created")).into_response())
}

/// What a course is made of: each campaign, and after it a place of lessons where that was asked for.
fn items(chosen: &[(CampaignId, bool)]) -> Vec<Option<CampaignId>> {
    let each = chosen.iter().map(|(campaign, lessons)| (Some(*campaign), lessons.then_some(None)));
    each.flat_map(|(campaign, lessons)| std::iter::once(campaign).chain(lessons)).collect()
}

/// Writes a course; one that was written already, by a form sent twice, stays as it is.
async fn keep(house: &House, mut course: Course, items: &[Option<CampaignId>]) -> Result<(), Refusal> {
    for _ in 0..DRAWS {
        course.code = campaign_code::draw(house.entropy.number()?);
        let mut tx = house.db.begin().await?;
        if combined_course::create(&mut tx, &course, items).await? == Creation::Created {
            return Ok(tx.commit().await?);
        }
        let same = combined_course::by_id(&mut tx, course.organisation_id, course.id).await?;
        if same.is_some_and(|same| same.created_by == course.created_by) {
            return Ok(());
        }
    }
    Err(Refusal::Busy)
}

impl Typed {
    fn read(posted: &Form) -> Self {
        let text = |name: &str| posted.text(name).trim().to_owned();
        let step = |place: usize| {
            let lessons = posted.text(&format!("lessons-{}", place + 1)) == "on";
            (text(&format!("campaign-{}", place + 1)), lessons)
        };
        let (id, name, description) = (text("id"), text("name"), text("description"));
        Self { id, name, description, steps: std::array::from_fn(step) }
    }

    /// The campaigns that were chosen among those that may be, in order.
    fn chosen(&self, campaigns: &[Listed]) -> Vec<(CampaignId, bool)> {
        let known = |id: &str| campaigns.iter().find(|campaign| campaign.id.to_string() == id);
        self.steps.iter().filter_map(|(id, lessons)| Some((known(id)?.id, *lessons))).collect()
    }

    fn course(&self, member: &Member, id: CourseId, now: i64) -> Course {
        Course {
            organisation_id: member.organisation.id,
            id,
            code: String::new(),
            name: self.name.clone(),
            description: self.description.clone(),
            created_by: member.person.id,
            created_at: now,
            archived_at: None,
        }
    }
}

async fn campaigns(house: &House, member: &Member) -> Result<Vec<Listed>, Refusal> {
    let organisation = member.organisation.id;
    let search = Search { organisation, owner: None, archived: false, text: "", owners: &[] };
    Ok(campaign::page(&house.db, search, 0, CHOICE).await?)
}

fn form(
    house: &House,
    member: &Member,
    campaigns: &[Listed],
    typed: &Typed,
    wrong: &[Fault],
) -> Html<String> {
    let (words, csrf) = (member.frame.words(), &member.person.form_token);
    let body = combined_course_creation_page::page(&Filling { words, campaigns, typed, wrong, csrf });
    let sheet = Sheet { width: Width::Text, ..Sheet::new(words.say("combined-new"), body) };
    sheet.within("campaigns").render(house, member)
}
