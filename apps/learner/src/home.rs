//! Home of whoever is signed in: what to do next.

use axum::extract::State;
use axum::response::Html;
use measure::placement::total;
use store::account::Role;
use store::{joining, membership, notice};
use web::house::House;
use web::refusal::Refusal;
use web::visit::Ticket;

use crate::attempt_loading::Known;
use crate::frame::Sheet;
use crate::home_page::{self, Home};
use crate::participation_list_page::MOST_CARDS;
use crate::profile::standings;
use crate::welcome::WELCOME;

/// `GET /home`.
pub async fn show(State(house): State<House>, ticket: Ticket) -> Result<Html<String>, Refusal> {
    let Known { learner, state: known, .. } = Known::load(&house, ticket).await?;
    let welcomed = notice::read_at(&house.db, learner.person.id, WELCOME).await?.is_some();
    let cards = i64::try_from(MOST_CARDS).unwrap_or(i64::MAX);
    let participations = joining::of_account(&house.db, learner.person.id, None, cards).await?;
    let works = membership::works(&house.db, learner.person.id).await?;
    let standings = standings(&house, &known);
    let scores: Vec<_> = standings.iter().map(|standing| standing.score).collect();
    let words = learner.frame.words();
    let body = home_page::page(&Home {
        words,
        framework: house.bank.present().release.framework(),
        standings: &standings,
        total: total(&scores),
        welcomed,
        participations: &participations,
        works,
        staff: learner.person.role == Role::Staff,
        person: &learner.person,
    });
    Ok(Sheet::new(words.say("home-title"), body).within("home").for_learner(&house, &learner))
}
