//! A tutorial: a short lesson of ours.

use axum::extract::{Path, State};
use axum::response::Html;
use store::tutorial_mark;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Learner;

use crate::frame::Sheet;
use crate::tutorial_page::{self, Shown};

/// `GET /tutorials/{tutorial}`.
pub async fn show(
    State(house): State<House>,
    learner: Learner,
    Path(id): Path<String>,
) -> Result<Html<String>, Refusal> {
    let release = &house.bank.present().release;
    let tutorial = release.tutorial(&id).ok_or(Refusal::NotFound)?;
    let mark = tutorial_mark::of_tutorial(&house.db, learner.person.id, &id).await?;
    let shown = Shown {
        words: learner.frame.words(),
        release,
        tutorial,
        mark: mark.as_ref(),
        csrf: &learner.person.form_token,
    };
    let body = tutorial_page::page(&shown);
    let title = tutorial.title.get(learner.frame.lang);
    Ok(Sheet::text(title, body).within("tutorials").for_learner(&house, &learner))
}
