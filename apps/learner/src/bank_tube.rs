//! The families of a tube, for the service's staff, each with its preview.

use axum::extract::{Path, State};
use axum::response::Html;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Staff;

use crate::bank_tube_page::{self, Listed};
use crate::frame::Sheet;

/// `GET /bank/{tube}`: the families of a tube of the present bank.
pub async fn show(
    State(house): State<House>,
    staff: Staff,
    Path(tube): Path<String>,
) -> Result<Html<String>, Refusal> {
    let words = staff.frame.words();
    let release = &house.bank.present().release;
    let tube = release.tube(&tube).ok_or(Refusal::NotFound)?;
    let body = bank_tube_page::page(&Listed { words, release, tube });
    Ok(Sheet::new(tube.title.get(words.lang()), body).render(&house, &staff.frame, Some(&staff.person)))
}
