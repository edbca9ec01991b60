//! The places of the organisation: how many there are, how many are taken. Nobody is stopped for want of one.

use axum::extract::State;
use axum::response::Html;
use store::place_lot;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Member;

use crate::frame::Sheet;
use crate::places_page::{self, Shown};

/// `GET /orga/places`.
pub async fn show(State(house): State<House>, member: Member) -> Result<Html<String>, Refusal> {
    let (words, id) = (member.frame.words(), member.organisation.id);
    let lots = place_lot::of_organisation(&house.db, id).await?;
    let (occupied, now) = (place_lot::occupied(&house.db, id).await?, house.clock.now());
    let body = places_page::page(&Shown { words, lots: &lots, occupied, now });
    Ok(Sheet::new(words.say("places-title"), body).within("places").render(&house, &member))
}
