//! A combined course: campaigns, and between them the lessons that a result recommends; one step after the other.

use axum::extract::{Path, State};
use axum::response::Html;
use rules::campaign_code::read;
use rules::combined_course::{self as rule, Standing};
use store::combined_course::{Offer, by_code};
use store::combined_course_progress::{Step, of_person, steps};
use web::house::House;
use web::refusal::Refusal;
use web::visit::Learner;

use crate::combined_course_page::{self, Shown};
use crate::frame::Sheet;

/// `GET /courses/{code}`: what the course holds, and where one stands in it.
pub async fn show(
    State(house): State<House>,
    learner: Learner,
    Path(code): Path<String>,
) -> Result<Html<String>, Refusal> {
    let course = course(&house, &code).await?;
    let account = learner.person.id;
    let progress = of_person(&house.db, course.id, account).await?;
    let steps = steps(&house.db, course.id, account).await?;
    let standings = standings(&steps);
    let shown = Shown {
        words: learner.frame.words(),
        course: &course,
        steps: &steps,
        standings: &standings,
        progress: progress.as_ref(),
        person: &learner.person,
    };
    let body = combined_course_page::page(&shown);
    Ok(Sheet::text(&course.name, body).within("home").for_learner(&house, &learner))
}

/// The course with the code of an address.
pub async fn course(house: &House, code: &str) -> Result<Offer, Refusal> {
    let code = read(code).ok_or(Refusal::NotFound)?;
    by_code(&house.db, &code).await?.ok_or(Refusal::NotFound)
}

/// Where its learner stands at each step.
pub fn standings(steps: &[Step]) -> Vec<Standing> {
    let each = steps.iter().map(|step| match (&step.code, step.training_id) {
        (Some(_), _) => rule::Step::Campaign(step.done_at.is_some()),
        (None, Some(_)) => rule::Step::Lesson(step.done_at.is_some()),
        (None, None) => rule::Step::NoLesson,
    });
    rule::standings(&each.collect::<Vec<_>>())
}

/// The address of a course.
pub fn path(code: &str) -> String {
    format!("/courses/{code}")
}
