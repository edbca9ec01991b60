//! One competence: what it is, where one stands, what to do next.

use axum::extract::{Path, Query, State};
use axum::response::Html;
use rules::reset::days_before_reset;
use rules::standing::standing;
use std::collections::HashMap;
use store::tutorial_mark;
use web::components::banner::Tone;
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
    Query(query): Query<HashMap<String, String>>,
) -> Result<Html<String>, Refusal> {
    let Known { learner, state: known, .. } = Known::load(&house, ticket).await?;
    let shelf = house.bank.present();
    let index = competence_index(shelf, &code).ok_or(Refusal::NotFound)?;
    let syllabus = shelf.syllabus(index).ok_or(Refusal::NotFound)?;
    let competence = shelf.release.framework().competence(&code).ok_or(Refusal::NotFound)?;
    let marks = tutorial_mark::of_account(&house.db, learner.person.id).await?;
    let (words, now) = (learner.frame.words(), house.clock.now());
    let shown = Shown {
        words,
        release: &shelf.release,
        competence,
        standing: standing(&known, syllabus, house.site.ceiling, now),
        reset_in: days_before_reset(&known, index, now),
        knowledge: &known.knowledge,
        marks: &marks,
        csrf: &learner.person.form_token,
    };
    let done = query.get("done").is_some_and(|done| done == "reset");
    let toast = done.then(|| (Tone::Ok, words.say("zero-done")));
    let sheet = Sheet::new(competence.name.get(learner.frame.lang), competence_page::page(&shown));
    Ok(Sheet { toast, ..sheet.within("profile") }.for_learner(&house, &learner))
}
