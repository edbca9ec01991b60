//! Beginning a campaign, or trying it again.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use rules::participation::{Again, ExternalRefusal, Place, external_id};
use web::Words;
use web::form::Form;
use web::house::House;
use web::refusal::Refusal;
use web::visit::{Guest, Ticket};

use crate::attempt_loading::TRIES;
use crate::campaign_page::EXTERNAL;
use crate::joining::{Joining, Step, is_open_to_all, is_resettable, way_on};
use crate::{campaign, participation_start};

/// What the button says that starts again from nothing.
pub const AFRESH: &str = "afresh";

/// `POST /campaigns/{code}/participations`: begins, or goes on with what was begun; tries again when that is asked for
/// and may be. Two clicks begin once.
pub async fn create(
    State(house): State<House>,
    ticket: Ticket,
    Path(code): Path<String>,
    posted: Form,
) -> Result<Response, Refusal> {
    for _ in 0..TRIES {
        let joining = Joining::load(&house, ticket.clone(), &code).await?;
        posted.made_for(&joining.learner.person)?;
        if joining.learner.person.is_anonymous() && !is_open_to_all(&joining.met.offer) {
            return Ok(Redirect::to(&joining.path("")).into_response());
        }
        let external = match joining.step(&house) {
            Step::At(Place::Begin) => match external(&joining, posted.text(EXTERNAL)) {
                Ok(external) => external,
                Err(why) => return ask_again(&house, joining, posted.text(EXTERNAL), why).await,
            },
            Step::At(Place::Over(Again::Now)) if posted.has("again") => {
                joining.met.present.as_ref().and_then(|present| present.external_id.clone())
            }
            step => return Ok(Redirect::to(&elsewhere(&joining, step)).into_response()),
        };
        let afresh = posted.text("again") == AFRESH && is_resettable(&joining.met);
        if let Some(address) = participation_start::start(&house, &joining, (external, afresh)).await? {
            return Ok(Redirect::to(&address).into_response());
        }
    }
    Err(Refusal::Busy)
}

/// `GET /campaigns/{code}/participations`: the page of the button that begins.
pub async fn back(_ticket: Ticket, Path(code): Path<String>) -> Result<Redirect, Refusal> {
    let code = rules::campaign_code::read(&code).ok_or(Refusal::NotFound)?;
    Ok(Redirect::to(&format!("/campaigns/{code}")))
}

/// Where somebody is led who has nothing to begin.
fn elsewhere(joining: &Joining, step: Step) -> String {
    match step {
        Step::At(Place::Resume) => way_on(&joining.met.offer, joining.met.present.as_ref()),
        Step::At(Place::Over(_)) => joining.path("/result"),
        Step::Identify | Step::Refused(_) | Step::At(Place::Begin) => joining.path(""),
    }
}

/// The external identifier, if the campaign asks for one.
fn external(joining: &Joining, typed: &str) -> Result<Option<String>, ExternalRefusal> {
    let offer = &joining.met.offer;
    if offer.external_label.is_none() {
        return Ok(None);
    }
    external_id(typed, offer.external_kind.as_deref() == Some("email")).map(Some)
}

/// The first page again, with what was typed and why it was not taken. Nothing was written.
async fn ask_again(
    house: &House,
    joining: Joining,
    typed: &str,
    why: ExternalRefusal,
) -> Result<Response, Refusal> {
    let words = joining.learner.frame.words();
    let guest = Guest { frame: joining.learner.frame, person: Some(joining.learner.person) };
    let typed: String = typed.chars().take(rules::participation::LONGEST_EXTERNAL_ID).collect();
    campaign::page(house, &guest, &joining.met, (&typed, Some(sentence(words, why)))).await
}

fn sentence(words: Words, why: ExternalRefusal) -> &'static str {
    match why {
        ExternalRefusal::Empty => words.say("participation-external-empty"),
        ExternalRefusal::TooLong => words.say("participation-external-long"),
        ExternalRefusal::NotAnAddress => words.say("participation-external-email"),
    }
}
