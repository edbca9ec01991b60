//! One competence: what it is, where one stands, what to do next.

use axum::extract::{Path, State};
use axum::response::Html;
use rules::standing::standing;
use store::state;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Learner;

use crate::attempt_loading::{FRAMEWORK, competence_index, read_state};
use crate::competence_page::{self, Shown};
use crate::frame::Sheet;

/// `GET /competences/{competence}`.
pub async fn show(
    State(house): State<House>,
    learner: Learner,
    Path(code): Path<String>,
) -> Result<Html<String>, Refusal> {
    let shelf = house.bank.present();
    let index = competence_index(shelf, &code).ok_or(Refusal::NotFound)?;
    let syllabus = shelf.syllabus(index).ok_or(Refusal::NotFound)?;
    let competence = shelf.release.framework().competence(&code).ok_or(Refusal::NotFound)?;
    let stored = state::find(&house.db, learner.person.id, FRAMEWORK).await?;
    let known = read_state(&stored.body)?;
    let shown = Shown {
        words: learner.frame.words(),
        release: &shelf.release,
        competence,
        standing: standing(&known, syllabus, house.site.ceiling, house.clock.now()),
        knowledge: &known.knowledge,
        csrf: &learner.person.form_token,
    };
    let title = competence.name.get(learner.frame.lang);
    Ok(Sheet::new(title, competence_page::page(&shown)).within("profile").for_learner(&house, &learner))
}
