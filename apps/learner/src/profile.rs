//! The profile: sixteen competences, their levels, and what to do next.

use axum::extract::State;
use axum::response::Html;
use measure::placement::{certifiable, total};
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
    let (ceiling, now) = (house.site.ceiling, house.clock.now());
    let standings: Vec<Standing> =
        shelf.syllabi().iter().map(|syllabus| standing(&known, syllabus, ceiling, now)).collect();
    let scores: Vec<_> = standings.iter().map(|standing| standing.score).collect();
    let words = learner.frame.words();
    let profile = Profile {
        words,
        framework: shelf.release.framework(),
        standings: &standings,
        total: total(&scores),
        certifiable: certifiable(&scores),
        ceiling,
        person: &learner.person,
    };
    let body = profile_page::page(&profile);
    Ok(Sheet::new(words.say("profile-title"), body).within("profile").for_learner(&house, &learner))
}
