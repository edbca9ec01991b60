//! The trainings that may be recommended.

use axum::extract::{Query, State};
use axum::response::{Html, IntoResponse, Redirect, Response};
use rules::organisation_draft::is_link;
use std::collections::HashMap;
use store::TrainingId;
use store::account::Creation;
use store::training::{self, Training};
use store::training_mark::{self, Opinion};
use web::form::Form;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Staff;

use crate::carried_id::carried;
use crate::frame::Sheet;
use crate::note::note;
use crate::training_list_page::{self as page, KINDS, LANGS, Shown};

/// The longest text, in characters.
const LONGEST: usize = 200;
/// The longest training: forty hours.
const MOST_MINUTES: i64 = 2_400;

/// The fields that are wrong.
type Wrong = Vec<&'static str>;

/// `GET /staff/trainings`: the trainings and the form of another one, which carries its id.
pub async fn show(
    State(house): State<House>,
    staff: Staff,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Html<String>, Refusal> {
    let trainings = training::all(&house.db).await?;
    let opinions = training_mark::opinions(&house.db).await?;
    let blank = filled(&house, &Form::default())?;
    let done = query.get("done").and_then(|done| page::done(staff.frame.words(), done));
    Ok(sheet(&staff, (&trainings, &opinions), (&blank, &[])).after(done).render(&house, &staff))
}

/// `POST /staff/trainings`: makes a training; the same form makes one.
pub async fn create(State(house): State<House>, staff: Staff, posted: Form) -> Result<Response, Refusal> {
    posted.made_for(&staff.person)?;
    let draft = filled(&house, &posted)?;
    let wrong = wrong(&draft);
    if !wrong.is_empty() {
        let trainings = training::all(&house.db).await?;
        let opinions = training_mark::opinions(&house.db).await?;
        return Ok(sheet(&staff, (&trainings, &opinions), (&draft, &wrong)).refused(&house, &staff));
    }
    let done = if kept(&house, &staff, &draft).await? { "created" } else { "again" };
    Ok(Redirect::to(&format!("/staff/trainings?done={done}")).into_response())
}

/// Keeps a training; false when the same form made it before.
async fn kept(house: &House, staff: &Staff, training: &Training) -> Result<bool, Refusal> {
    let mut tx = house.db.begin().await?;
    if training::create(&mut tx, training).await? == Creation::Taken {
        return Ok(false);
    }
    note(house, &mut tx, staff, "training-creation", (training.id.to_string(), String::new())).await?;
    tx.commit().await?;
    Ok(true)
}

fn filled(house: &House, posted: &Form) -> Result<Training, Refusal> {
    let text = |name: &str| -> String { posted.text(name).trim().chars().take(LONGEST).collect() };
    Ok(Training {
        id: carried(posted, TrainingId::new(house.clock.now(), house.entropy.number()?)),
        title: text("title"),
        link: text("link"),
        kind: text("kind"),
        minutes: text("minutes").parse().unwrap_or(0),
        lang: text("lang"),
        retired_at: None,
    })
}

/// A training is at a web address or at one of ours.
fn wrong(training: &Training) -> Wrong {
    let ours = training.link.starts_with('/') && !training.link.starts_with("//");
    let checks = [
        ("title", training.title.is_empty()),
        ("link", !ours && !is_link(&training.link)),
        ("kind", !KINDS.iter().any(|(kind, _)| *kind == training.kind)),
        ("minutes", !(1..=MOST_MINUTES).contains(&training.minutes)),
        ("lang", !LANGS.iter().any(|(lang, _)| *lang == training.lang)),
    ];
    checks.into_iter().filter_map(|(field, wrong)| wrong.then_some(field)).collect()
}

fn sheet<'a>(
    staff: &Staff,
    (trainings, opinions): (&[Training], &[Opinion]),
    (filled, wrong): (&Training, &[&'static str]),
) -> Sheet<'a> {
    let (words, csrf) = (staff.frame.words(), &staff.person.form_token);
    let body = page::page(&Shown { words, trainings, opinions, csrf, filled, wrong });
    Sheet::new("trainings", words.say("staff-trainings"), body)
}
