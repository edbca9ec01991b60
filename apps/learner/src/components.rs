//! Every component of the design system in every state, for those who build pages.

use axum::extract::State;
use axum::response::Html;
use web::house::House;
use web::pages::components::components_page;
use web::refusal::Refusal;
use web::visit::Guest;

use crate::frame::Sheet;

/// `GET /dev/components`: without demo mode the page does not exist.
pub async fn show(State(house): State<House>, guest: Guest) -> Result<Html<String>, Refusal> {
    if !house.site.demo {
        return Err(Refusal::NotFound);
    }
    Ok(Sheet::new("Components", components_page(guest.frame.words())).for_guest(&house, &guest))
}
