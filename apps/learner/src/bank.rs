//! What the bank is made of, for the service's staff: its competences and tubes, and how many families each level has.

use axum::extract::State;
use axum::response::Html;
use content::report;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Staff;

use crate::bank_page::{self, Counted};
use crate::frame::Sheet;

/// `GET /bank`: the present bank, counted.
pub async fn show(State(house): State<House>, staff: Staff) -> Result<Html<String>, Refusal> {
    let words = staff.frame.words();
    let release = &house.bank.present().release;
    let counts = report::counts(release);
    let body = bank_page::page(&Counted { words, release, counts: &counts });
    Ok(Sheet::new(words.say("bank-title"), body).render(&house, &staff.frame, Some(&staff.person)))
}
