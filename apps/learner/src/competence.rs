//! One competence: what it is, where one stands, what to do next.

use axum::extract::{Path, State};
use axum::response::Html;
use rules::standing::standing;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Ticket;

use crate::attempt_loading::{Known, competence_index};
use crate::competence_page::{self, Shown};
use crate::frame::Sheet;

/// `GET /competences/{competence}`.
pub async fn show(
    State(house): State<House>,
    ticket: Ticket,
    Path(code): Path<String>,
) -> Result<Html<String>, Refusal> {
    let Known { learner, state: known, .. } = Known::load(&house, ticket).await?;
    let shelf = house.bank.present();
    let index = competence_index(shelf, &code).ok_or(Refusal::NotFound)?;
    let syllabus = shelf.syllabus(index).ok_or(Refusal::NotFound)?;
    let competence = shelf.release.framework().competence(&code).ok_or(Refusal::NotFound)?;
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
