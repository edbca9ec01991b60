//! Starting a test, and coming back to it.

use axum::extract::{Path, State};
use axum::response::Redirect;
use rules::attempt::{Pins, Place, Start, StartRefusal, place, start};
use rules::learner_state::LearnerState;
use store::AttemptId;
use store::account::Creation;
use store::attempt::Attempt;
use web::form::Form;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Ticket;

use crate::attempt_loading::{FRAMEWORK, Known, Standing, TRIES, competence_index};

/// `POST /competences/{competence}/attempts`: begins the test, or goes on with the one in progress.
pub async fn create(
    State(house): State<House>,
    ticket: Ticket,
    Path(competence): Path<String>,
    posted: Form,
) -> Result<Redirect, Refusal> {
    for _ in 0..TRIES {
        let known = Known::load(&house, ticket.clone()).await?;
        posted.made_for(&known.learner.person)?;
        match decide(&house, &competence, &known.state)? {
            Ok(Start::Resume(attempt)) => {
                return Ok(Redirect::to(&format!("/attempts/{}", AttemptId::from_number(attempt))));
            }
            Ok(Start::New { pins, state }) => {
                if let Some(id) = save(&house, &known, &competence, (&pins, &state)).await? {
                    return Ok(Redirect::to(&format!("/attempts/{id}")));
                }
            }
            Err(StartRefusal::NoQuestions | StartRefusal::TooSoon(_) | StartRefusal::AtCeiling) => {
                return Ok(Redirect::to(&format!("/competences/{competence}")));
            }
        }
    }
    Err(Refusal::Busy)
}

/// `GET /competences/{competence}/attempts`: the page of the button that begins the test.
pub async fn begin(
    State(house): State<House>,
    _ticket: Ticket,
    Path(competence): Path<String>,
) -> Result<Redirect, Refusal> {
    let framework = house.bank.present().release.framework();
    let found = framework.competence(&competence).ok_or(Refusal::NotFound)?;
    Ok(Redirect::to(&format!("/competences/{}", found.code)))
}

/// `GET /attempts/{attempt}`: the page where the attempt stands.
pub async fn show(
    State(house): State<House>,
    ticket: Ticket,
    Path(attempt): Path<String>,
) -> Result<Redirect, Refusal> {
    let standing = Standing::load(&house, ticket, &attempt).await?;
    Ok(Redirect::to(&address(&standing)))
}

/// The address of the page where an attempt stands.
pub fn address(standing: &Standing) -> String {
    match standing.run().map(place) {
        Some(Place::Question(position)) => standing.path(&format!("/questions/{position}")),
        Some(Place::Result) | None => standing.path("/result"),
    }
}

fn decide(
    house: &House,
    competence: &str,
    known: &LearnerState,
) -> Result<Result<Start, StartRefusal>, Refusal> {
    let shelf = house.bank.present();
    let index = competence_index(shelf, competence).ok_or(Refusal::NotFound)?;
    let syllabus = shelf.syllabus(index).ok_or(Refusal::NotFound)?;
    let now = house.clock.now();
    let id = AttemptId::new(now, house.entropy.number()?).number();
    let seed = house.entropy.number()?.cast_signed();
    let settings = (house.site.placement, house.site.ceiling);
    Ok(start(known, syllabus, settings, (id, seed, now)))
}

/// Writes the attempt and the state; nothing when the state has moved meanwhile.
async fn save(
    house: &House,
    known: &Known,
    competence: &str,
    (pins, state): (&Pins, &LearnerState),
) -> Result<Option<AttemptId>, Refusal> {
    let account = known.learner.person.id;
    let attempt = Attempt {
        account_id: account,
        id: AttemptId::from_number(pins.id),
        competence: competence.to_owned(),
        tubes: None,
        framework: FRAMEWORK.to_owned(),
        release_id: house.bank.present().release.id().to_owned(),
        algorithm: pins.placement.algorithm().to_owned(),
        scoring: pins.placement.scoring().to_owned(),
        seed: pins.seed,
        improving: pins.improving,
        afresh: pins.afresh,
        started_at: pins.started_at,
    };
    let mut tx = house.db.begin().await?;
    if store::attempt::start(&mut tx, &attempt).await? == Creation::Taken {
        // Nothing was written: the commit only waits for what was faster, so that the next load sees it.
        tx.commit().await?;
        return Ok(None);
    }
    let (version, now) = (known.version, house.clock.now());
    if !store::state::save(&mut tx, account, FRAMEWORK, version, &state.encode(), now).await? {
        return Ok(None);
    }
    tx.commit().await?;
    Ok(Some(attempt.id))
}
