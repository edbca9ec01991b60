//! Beginning a combined course. What was sent before counts: a campaign that is over is not taken again.

use axum::extract::{Path, State};
use axum::response::Redirect;
use rules::campaign_code::read;
use rules::snapshot::Snapshot;
use store::combined_course_progress::{Recommended, begin, keep_lessons, settle};
use store::joining::{Outcome, results};
use store::training::{Offer, offers};
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
    keep_lessons(&mut tx, account, &lessons(&results, &offers)).await?;
    settle(&mut tx, account, now).await?;
    tx.commit().await?;
    Ok(Redirect::to(&path(&code)))
}

/// `GET /courses/{code}/participations`: the page of the button.
pub async fn back(_learner: Learner, Path(code): Path<String>) -> Result<Redirect, Refusal> {
    let code = read(&code).ok_or(Refusal::NotFound)?;
    Ok(Redirect::to(&path(&code)))
}

/// What each result recommends.
fn lessons(results: &[Outcome], offers: &[Offer]) -> Vec<Recommended> {
    let each = results.iter().filter_map(|result| Some((result, Snapshot::decode(&result.snapshot)?)));
    each.flat_map(|(result, snapshot)| {
        let brought = in_every_language(offers, &snapshot);
        let own = brought.filter(|training| training.target_profile_id == result.target_profile_id);
        own.map(|training| (result.campaign_id, training.id)).collect::<Vec<_>>()
    })
    .collect()
}
