//! Beginning a combined course. What was sent before counts: a campaign that is over is not taken again.

use axum::extract::{Path, State};
use axum::response::Redirect;
use rules::campaign_code::read;
use rules::snapshot::Snapshot;
use store::combined_course::Recommended;
use store::combined_course_progress::{begin, keep_lessons, settle};
use store::joining::{Outcome, results};
use store::training::{Offer, offers};
use store::{AccountId, TrainingId, Tx};
use web::form::Form;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Learner;

use crate::combined_course::path;
use crate::training::in_every_language;

/// `POST /courses/{code}/participations`: begins, unless the course is closed; a second time changes nothing.
pub async fn create(
    State(house): State<House>,
    learner: Learner,
    Path(code): Path<String>,
    posted: Form,
) -> Result<Redirect, Refusal> {
    posted.made_for(&learner.person)?;
    let code = read(&code).ok_or(Refusal::NotFound)?;
    if learner.person.is_anonymous() {
        return Ok(Redirect::to(&path(&code)));
    }
    let (account, now) = (learner.person.id, house.clock.now());
    let results = results(&house.db, account).await?;
    let offers = match results.is_empty() {
        true => Vec::new(),
        false => offers(&house.db, account, results.iter().map(|result| result.target_profile_id)).await?,
    };
    let mut tx = house.db.begin().await?;
    begin(&mut tx, &code, account, now).await?;
    for result in &results {
        keep(&mut tx, account, result, &offers).await?;
    }
    settle(&mut tx, account, now).await?;
    tx.commit().await?;
    Ok(Redirect::to(&path(&code)))
}

/// `GET /courses/{code}/participations`: the page of the button.
pub async fn back(_learner: Learner, Path(code): Path<String>) -> Result<Redirect, Refusal> {
    let code = read(&code).ok_or(Refusal::NotFound)?;
    Ok(Redirect::to(&path(&code)))
}

/// Puts what a result recommends where it belongs.
async fn keep(tx: &mut Tx, account: AccountId, result: &Outcome, offers: &[Offer]) -> Result<(), Refusal> {
    let Some(snapshot) = Snapshot::decode(&result.snapshot) else { return Ok(()) };
    let lessons: Vec<TrainingId> = in_every_language(offers, &snapshot)
        .filter(|training| training.target_profile_id == result.target_profile_id)
        .map(|training| training.id)
        .collect();
    Ok(keep_lessons(tx, &Recommended { account, campaign: result.campaign_id, lessons: &lessons }).await?)
}
