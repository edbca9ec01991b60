//! Sending one's profile to whoever collects it: shown first, sent when that is asked for.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use measure::placement::{certifiable, total};
use rules::participation::{Place, is_sent};
use rules::snapshot::{self, Sent as Level};
use store::participation::{End, Sent, finish};
use web::form::Form;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Ticket;

use crate::frame::Sheet;
use crate::joining::{Joining, Step, campaign_of};
use crate::profile::standings;
use crate::profile_sending_page::{self, Sending};

/// `GET /campaigns/{code}/sending`: what would be sent; what was sent already is on the page of the result.
pub async fn show(
    State(house): State<House>,
    ticket: Ticket,
    Path(code): Path<String>,
) -> Result<Response, Refusal> {
    let joining = Joining::shown(&house, ticket, &code).await?;
    if let Some(elsewhere) = elsewhere(&house, &joining) {
        return Ok(elsewhere.into_response());
    }
    let (words, standings) = (joining.learner.frame.words(), standings(&house, &joining.state));
    let framework = house.bank.present().release.framework();
    let sending = Sending { words, joining: &joining, framework, standings: &standings };
    let title = joining.title(words);
    let sheet = Sheet::new(&title, profile_sending_page::page(&sending));
    Ok(sheet.within("home").for_learner(&house, &joining.learner).into_response())
}

/// `POST /campaigns/{code}/sending`: sends it, once; an archived campaign receives nothing.
pub async fn create(
    State(house): State<House>,
    ticket: Ticket,
    Path(code): Path<String>,
    posted: Form,
) -> Result<Redirect, Refusal> {
    let joining = Joining::load(&house, ticket, &code).await?;
    posted.made_for(&joining.learner.person)?;
    if let Some(elsewhere) = elsewhere(&house, &joining) {
        return Ok(elsewhere);
    }
    if !is_sent(campaign_of(&joining.met.offer), false) {
        return Ok(Redirect::to(&joining.path("/sending")));
    }
    send(&house, &joining).await?;
    Ok(Redirect::to(&joining.path("/result")))
}

/// Where somebody is led who has nothing to send here.
fn elsewhere(house: &House, joining: &Joining) -> Option<Redirect> {
    let collection = !joining.met.offer.kind.is_test();
    match joining.step(house) {
        Step::At(Place::Resume) if collection => None,
        Step::At(Place::Over(_)) => Some(Redirect::to(&joining.path("/result"))),
        _ => Some(Redirect::to(&joining.path(""))),
    }
}

/// Keeps what is sent: level and pix of each competence, pix of all, and whether that may be certified.
async fn send(house: &House, joining: &Joining) -> Result<(), Refusal> {
    let Some(present) = &joining.met.present else { return Ok(()) };
    let (at, standings) = (house.clock.now(), standings(house, &joining.state));
    let scores: Vec<_> = standings.iter().map(|standing| standing.score).collect();
    let levels: Vec<_> = scores
        .iter()
        .map(|score| Level { level: score.level(), pix: u8::try_from(score.pix()).unwrap_or(u8::MAX) })
        .collect();
    let sent = Sent {
        pix: i64::try_from(total(&scores)).ok(),
        certifiable: Some(certifiable(&scores)),
        snapshot: snapshot::encode_profile(&levels),
        ..Sent::default()
    };
    let mut tx = house.db.begin().await?;
    let end = End {
        participation: present.participation_id,
        at,
        sent: Some(sent),
        lessons: joining.met.offer.in_course.then(Vec::new),
    };
    finish(&mut tx, &end).await?;
    tx.commit().await?;
    Ok(())
}
