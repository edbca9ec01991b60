//! Starting a competence again from nothing: what is lost, what stays, and doing it.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use rules::learner_state::LearnerState;
use rules::reset::{ResetRefusal, days_before_reset, reset};
use store::account::Creation;
use store::reset::Reset;
use store::{ResetId, state};
use web::form::Form;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Ticket;

use crate::attempt_loading::{FRAMEWORK, Known, TRIES, competence_index};
use crate::frame::Sheet;
use crate::profile::standings;
use crate::reset_page::{self, Loss};

/// `GET /competences/{competence}/reset`: what would be lost, or how long to wait.
pub async fn show(
    State(house): State<House>,
    ticket: Ticket,
    Path(code): Path<String>,
) -> Result<Response, Refusal> {
    let Known { learner, state: known, .. } = Known::load(&house, ticket).await?;
    let shelf = house.bank.present();
    let index = competence_index(shelf, &code).ok_or(Refusal::NotFound)?;
    let competence = shelf.release.framework().competence(&code).ok_or(Refusal::NotFound)?;
    let Some(days) = days_before_reset(&known, index, house.clock.now()) else {
        return Ok(Redirect::to(&format!("/competences/{code}")).into_response());
    };
    let (words, standings) = (learner.frame.words(), standings(&house, &known));
    let (place, csrf) = (usize::from(index), &learner.person.form_token);
    let loss = Loss { words, competence, place, standings: &standings, days, csrf };
    let sheet = Sheet::text(words.say("zero-title"), reset_page::page(&loss));
    Ok(sheet.within("profile").for_learner(&house, &learner).into_response())
}

/// `POST /competences/{competence}/reset`: done once; when there is nothing to lose, the competence says so, and when
/// it is too soon, the page says until when.
pub async fn create(
    State(house): State<House>,
    ticket: Ticket,
    Path(code): Path<String>,
    posted: Form,
) -> Result<Redirect, Refusal> {
    for _ in 0..TRIES {
        let known = Known::load(&house, ticket.clone()).await?;
        posted.made_for(&known.learner.person)?;
        let index = competence_index(house.bank.present(), &code).ok_or(Refusal::NotFound)?;
        match reset(&known.state, index, house.clock.now()) {
            Err(ResetRefusal::Nothing) => return Ok(Redirect::to(&format!("/competences/{code}"))),
            Err(ResetRefusal::TooSoon(_)) => return Ok(Redirect::to(&format!("/competences/{code}/reset"))),
            Ok(left) => {
                if save(&house, &known, &code, &left).await? {
                    return Ok(Redirect::to(&format!("/competences/{code}?done=reset")));
                }
            }
        }
    }
    Err(Refusal::Busy)
}

/// Writes the reset and the state; false when the state has moved meanwhile.
async fn save(house: &House, known: &Known, competence: &str, left: &LearnerState) -> Result<bool, Refusal> {
    let (account_id, now) = (known.learner.person.id, house.clock.now());
    let id = ResetId::new(now, house.entropy.number()?);
    let (framework, competence) = (FRAMEWORK.to_owned(), competence.to_owned());
    let done = Reset { account_id, id, framework, competence, reset_at: now };
    let mut tx = house.db.begin().await?;
    if store::reset::append(&mut tx, &done).await? == Creation::Taken
        || !state::save(&mut tx, account_id, FRAMEWORK, known.version, &left.encode(), now).await?
    {
        return Ok(false);
    }
    tx.commit().await?;
    Ok(true)
}
