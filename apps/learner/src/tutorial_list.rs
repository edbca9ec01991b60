//! "My tutorials": those that would help, and those that were saved.

use axum::extract::{Query, State};
use axum::response::Html;
use std::collections::HashMap;
use store::tutorial_mark;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Ticket;

use crate::attempt_loading::{Known, competence_index};
use crate::frame::Sheet;
use crate::tutorial_list_page::{self, Tutorials};

/// `GET /tutorials?competence=1.2`.
pub async fn show(
    State(house): State<House>,
    ticket: Ticket,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Html<String>, Refusal> {
    let Known { learner, state: known, .. } = Known::load(&house, ticket).await?;
    let shelf = house.bank.present();
    let competence = query.get("competence").map_or("", String::as_str);
    if !competence.is_empty() && competence_index(shelf, competence).is_none() {
        return Err(Refusal::NotFound);
    }
    let marks = tutorial_mark::of_account(&house.db, learner.person.id).await?;
    let words = learner.frame.words();
    let body = tutorial_list_page::page(&Tutorials {
        words,
        release: &shelf.release,
        competence,
        knowledge: &known.knowledge,
        marks: &marks,
        csrf: &learner.person.form_token,
        here: &learner.frame.path,
    });
    Ok(Sheet::new(words.say("tutorials-title"), body).within("tutorials").for_learner(&house, &learner))
}
