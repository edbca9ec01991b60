//! The profile: sixteen competences, their levels, and what to do next.

use axum::extract::State;
use axum::response::Html;
use measure::placement::{certifiable, total};
use rules::learner_state::LearnerState;
use rules::standing::{Standing, standing};
use web::house::House;
use web::refusal::Refusal;
use web::visit::Ticket;

use crate::attempt_loading::Known;
use crate::frame::Sheet;
use crate::profile_page::{self, Profile};

/// `GET /profile`.
pub async fn show(State(house): State<House>, ticket: Ticket) -> Result<Html<String>, Refusal> {
    let Known { learner, state: known, .. } = Known::load(&house, ticket).await?;
    let shelf = house.bank.present();
    let standings = standings(&house, &known);
    let scores: Vec<_> = standings.iter().map(|standing| standing.score).collect();
    let words = learner.frame.words();
    let profile = Profile {
        words,
        framework: shelf.release.framework(),
        standings: &standings,
        total: total(&scores),
        certifiable: certifiable(&scores),
        ceiling: house.site.ceiling,
        person: &learner.person,
    };
    let body = profile_page::page(&profile);
    Ok(Sheet::new(words.say("profile-title"), body).within("profile").for_learner(&house, &learner))
}

/// Where a learner stands in each competence, in the order of the framework.
pub fn standings(house: &House, known: &LearnerState) -> Vec<Standing> {
    let (ceiling, now) = (house.site.ceiling, house.clock.now());
    house.bank.present().syllabi().iter().map(|syllabus| standing(known, syllabus, ceiling, now)).collect()
}
