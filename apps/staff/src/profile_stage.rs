//! The stages of a target profile: what is said from each mastery on.

use axum::extract::{Path, State};
use axum::response::{Html, IntoResponse, Redirect, Response};
use rules::stage::{self as rule, Fault};
use store::account::Creation;
use store::stage::{self, Stage};
use store::target_profile::TargetProfile;
use web::form::Form;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Staff;

use crate::frame::Sheet;
use crate::note::note;
use crate::profile::loaded;
use crate::profile_stage_page::{self as page, Filled, Shown, Wrong};

/// The longest text, in characters.
const LONGEST: usize = 500;

/// `GET /staff/profiles/{profile}/stages`: the stages and the form of another one.
pub async fn show(
    State(house): State<House>,
    staff: Staff,
    Path(id): Path<String>,
) -> Result<Html<String>, Refusal> {
    let profile = loaded(&house, &id).await?;
    let stages = stage::of_profile(&house.db, profile.id).await?;
    Ok(sheet(&staff, &profile, &stages, (&Filled::default(), &[])).render(&house, &staff))
}

/// `POST /staff/profiles/{profile}/stages`: makes a stage (the same form makes one), or takes
/// the one of `remove` away.
pub async fn create(
    State(house): State<House>,
    staff: Staff,
    Path(id): Path<String>,
    posted: Form,
) -> Result<Response, Refusal> {
    posted.made_for(&staff.person)?;
    let profile = loaded(&house, &id).await?;
    if posted.has("remove") {
        return remove(&house, &staff, &profile, posted.text("remove")).await;
    }
    let stages = stage::of_profile(&house.db, profile.id).await?;
    let filled = Filled::of(&posted, LONGEST);
    let stage = match read(&profile, &stages, &filled) {
        Ok(stage) => stage,
        Err(wrong) => return Ok(sheet(&staff, &profile, &stages, (&filled, &wrong)).refused(&house, &staff)),
    };
    let mut tx = house.db.begin().await?;
    if stage::create(&mut tx, &stage).await? == Creation::Created {
        let detail = stage.threshold.to_string();
        note(&house, &mut tx, &staff, "stage-creation", (id.clone(), detail)).await?;
    }
    tx.commit().await?;
    Ok(Redirect::to(&format!("/staff/profiles/{id}/stages")).into_response())
}

async fn remove(
    house: &House,
    staff: &Staff,
    profile: &TargetProfile,
    threshold: &str,
) -> Result<Response, Refusal> {
    let id = profile.id.to_string();
    let parsed = threshold.parse().map_err(|_| Refusal::NotFound)?;
    let mut tx = house.db.begin().await?;
    if stage::remove(&mut tx, profile.id, parsed).await? {
        note(house, &mut tx, staff, "stage-removal", (id.clone(), threshold.to_owned())).await?;
    }
    tx.commit().await?;
    Ok(Redirect::to(&format!("/staff/profiles/{id}/stages")).into_response())
}

/// The stage that is filled in, or everything that is wrong with it.
fn read(profile: &TargetProfile, stages: &[Stage], filled: &Filled) -> Result<Stage, Vec<Wrong>> {
    let threshold = filled.threshold.parse::<u32>().ok();
    let made = made(profile, threshold.unwrap_or_default(), filled);
    // One that is there word for word comes of the same form.
    let others = stages.iter().filter(|stage| **stage != made);
    let mut thresholds: Vec<u32> = others.filter_map(|stage| u32::try_from(stage.threshold).ok()).collect();
    thresholds.extend(threshold);
    let fault = match (threshold, rule::check(&thresholds)) {
        (None, _) => Some(Wrong::NoThreshold),
        (_, Err(Fault::NoZero)) => Some(Wrong::NoZero),
        (_, Err(Fault::Twice(_))) => Some(Wrong::Twice),
        (_, Err(Fault::TooHigh(_))) => Some(Wrong::NoThreshold),
        (_, Err(Fault::TooMany)) => Some(Wrong::TooMany),
        (_, Ok(())) => None,
    };
    let untitled = filled.title.is_empty().then_some(Wrong::NoTitle);
    let wrong: Vec<Wrong> = fault.into_iter().chain(untitled).collect();
    if wrong.is_empty() { Ok(made) } else { Err(wrong) }
}

fn made(profile: &TargetProfile, threshold: u32, filled: &Filled) -> Stage {
    Stage {
        target_profile_id: profile.id,
        threshold: threshold.into(),
        title: filled.title.clone(),
        message: filled.message.clone(),
        teacher_title: filled.teacher_title.clone(),
        teacher_message: filled.teacher_message.clone(),
    }
}

fn sheet<'a>(
    staff: &Staff,
    profile: &'a TargetProfile,
    stages: &[Stage],
    (filled, wrong): (&Filled, &[Wrong]),
) -> Sheet<'a> {
    let (words, csrf) = (staff.frame.words(), &staff.person.form_token);
    let body = page::page(&Shown { words, profile, stages, csrf, filled, wrong });
    Sheet::new("profiles", &profile.name, body)
}
