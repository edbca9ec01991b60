//! Who of the class list somebody is: names and birth date, matched with one line, which is linked to the account.

use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use grade::Date;
use std::collections::HashMap;
use store::learner::{self, Learner};
use web::form::Form;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Ticket;

use crate::attempt_loading::TRIES;
use crate::campaign::{EXTERNAL_ID, with_external};
use crate::frame::Sheet;
use crate::joining::{Joining, Step};
use crate::pupil_identity_page::{self, Errors, Identity, Typed};
use crate::pupil_line::{self, found};

/// `GET /campaigns/{code}/identity`: the form; whoever has a line already goes on.
pub async fn show(
    State(house): State<House>,
    ticket: Ticket,
    Path(code): Path<String>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response, Refusal> {
    let joining = Joining::shown(&house, ticket, &code).await?;
    let external = query.get(EXTERNAL_ID).map_or("", String::as_str);
    if !may_say(&house, &joining) {
        return Ok(Redirect::to(&joining.path(&with_external(external))).into_response());
    }
    let typed = Typed { external: external.to_owned(), ..Typed::default() };
    Ok(page(&house, &joining, &typed, &Errors::default()))
}

/// `POST /campaigns/{code}/identity`: links the line, and leads back to the campaign; somebody linked goes on.
pub async fn create(
    State(house): State<House>,
    ticket: Ticket,
    Path(code): Path<String>,
    posted: Form,
) -> Result<Response, Refusal> {
    let typed = Typed::of(&posted);
    for _ in 0..TRIES {
        let joining = Joining::load(&house, ticket.clone(), &code).await?;
        posted.made_for(&joining.learner.person)?;
        let on = joining.path(&with_external(&typed.external));
        // A person of the list who says they are another one is told why that cannot be.
        let says_other =
            joining.met.line.is_some() && joining.met.offer.managing_learners && !typed.is_empty();
        if !may_say(&house, &joining) && !says_other {
            return Ok(Redirect::to(&on).into_response());
        }
        let words = joining.learner.frame.words();
        let Some(day) = Date::parse(&typed.birth_date).filter(|_| typed.is_whole()) else {
            return Ok(refused(&house, &joining, &typed, &typed.errors(words)));
        };
        let whose = (joining.met.offer.organisation_id, Some(joining.learner.person.id));
        match found(&house, whose, typed.names(), &day.to_string()).await? {
            Err(wrong) => {
                let errors = Errors { wrong: Some(wrong), ..Errors::default() };
                return Ok(refused(&house, &joining, &typed, &errors));
            }
            Ok(line) => {
                if line.account_id.is_some() || link(&house, &joining, &line).await? {
                    return Ok(Redirect::to(&on).into_response());
                }
            }
        }
    }
    Err(Refusal::Busy)
}

/// Whether somebody has to say who they are. Without an account of one's own one is no pupil of a list: nobody could come
/// back to it.
fn may_say(house: &House, joining: &Joining) -> bool {
    joining.step(house) == Step::Identify && !joining.learner.person.is_anonymous()
}

/// Links the line; false when another request was faster.
async fn link(house: &House, joining: &Joining, line: &Learner) -> Result<bool, Refusal> {
    let (account, now) = (joining.learner.person.id, house.clock.now());
    let mut tx = house.db.begin().await?;
    if !learner::link(&mut tx, line.organisation_id, line.id, account, now).await? {
        return Ok(false);
    }
    tx.commit().await?;
    Ok(true)
}

/// The form again. Nothing was written.
fn refused(house: &House, joining: &Joining, typed: &Typed, errors: &Errors) -> Response {
    pupil_line::refused(page(house, joining, typed, errors), errors)
}

fn page(house: &House, joining: &Joining, typed: &Typed, errors: &Errors) -> Response {
    let words = joining.learner.frame.words();
    let identity = Identity { words, joining, typed, errors };
    let body = pupil_identity_page::page(&identity);
    Sheet::form(words.say("participation-identity-title"), body)
        .for_learner(house, &joining.learner)
        .into_response()
}
