//! A lesson of a combined course is done: its learner says so.

use axum::extract::{Path, State};
use axum::response::Redirect;
use rules::combined_course::Standing;
use store::combined_course_progress::{pass, settle, steps};
use web::form::Form;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Learner;

use crate::combined_course::{course, path, standings};

/// `POST /courses/{code}/lessons/{training}`: notes it, if it is its turn; a second time changes nothing. Who has no such
/// lesson there is told that there is none.
pub async fn create(
    State(house): State<House>,
    learner: Learner,
    Path((code, training)): Path<(String, String)>,
    posted: Form,
) -> Result<Redirect, Refusal> {
    posted.made_for(&learner.person)?;
    let training = training.parse().map_err(|_| Refusal::NotFound)?;
    let course = course(&house, &code).await?;
    let (account, now) = (learner.person.id, house.clock.now());
    let steps = steps(&house.db, course.id, account).await?;
    let mut each = steps.iter().zip(standings(&steps));
    let (_, standing) = each.find(|(step, _)| step.training_id == Some(training)).ok_or(Refusal::NotFound)?;
    if standing != Standing::Open {
        return Ok(Redirect::to(&path(&course.code)));
    }
    let mut tx = house.db.begin().await?;
    pass(&mut tx, course.id, account, training, now).await?;
    settle(&mut tx, account, now).await?;
    tx.commit().await?;
    Ok(Redirect::to(&path(&course.code)))
}

/// `GET /courses/{code}/lessons/{training}`: the page of the button.
pub async fn back(_learner: Learner, Path((code, _)): Path<(String, String)>) -> Result<Redirect, Refusal> {
    let code = rules::campaign_code::read(&code).ok_or(Refusal::NotFound)?;
    Ok(Redirect::to(&path(&code)))
}
