//! Home of whoever is signed in: what to do next.

use std::collections::HashMap;

use axum::extract::{Query, State};
use axum::response::Html;
use measure::placement::total;
use store::account::Role;
use store::{joining, membership, notice};
use web::components::banner::Tone;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Ticket;

use crate::attempt_loading::Known;
use crate::frame::Sheet;
use crate::home_page::{self, Home};
use crate::participation_list_page::MOST_CARDS;
use crate::profile::standings;
use crate::welcome::WELCOME;

/// `GET /home`, and `?left=ID` once somebody has left an organisation.
pub async fn show(
    State(house): State<House>,
    ticket: Ticket,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Html<String>, Refusal> {
    let Known { learner, state: known, .. } = Known::load(&house, ticket).await?;
    let welcomed = notice::read_at(&house.db, learner.person.id, WELCOME).await?.is_some();
    let cards = i64::try_from(MOST_CARDS).unwrap_or(i64::MAX);
    let participations = joining::of_account(&house.db, learner.person.id, None, cards).await?;
    let left = query.get("left").and_then(|id| id.parse().ok());
    let bonds = membership::bonds(&house.db, learner.person.id, left).await?;
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
        works: bonds.works,
        staff: learner.person.role == Role::Staff,
        person: &learner.person,
    });
    let left = bonds.left_name.map(|name| words.with("home-left", &[("name", name.into())]));
    let toast = left.as_deref().map(|text| (Tone::Ok, text));
    let sheet = Sheet { toast, ..Sheet::new(words.say("home-title"), body) };
    Ok(sheet.within("home").for_learner(&house, &learner))
}
