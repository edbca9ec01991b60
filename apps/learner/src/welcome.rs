//! The welcome shown once at home: closed by its button, on every device.

use axum::extract::State;
use axum::response::Redirect;
use store::notice;
use web::form::Form;
use web::house::House;
use web::refusal::Refusal;
use web::visit::{Learner, Ticket};

/// The name of the notice.
pub const WELCOME: &str = "welcome";

/// `GET /home/welcome`: the page of the button.
pub async fn back(_ticket: Ticket) -> Redirect {
    Redirect::to("/home")
}

/// `POST /home/welcome`: it is read, and not shown again.
pub async fn create(State(house): State<House>, learner: Learner, posted: Form) -> Result<Redirect, Refusal> {
    posted.made_for(&learner.person)?;
    let mut tx = house.db.begin().await?;
    notice::read(&mut tx, learner.person.id, WELCOME, house.clock.now()).await?;
    tx.commit().await?;
    Ok(Redirect::to("/home"))
}
