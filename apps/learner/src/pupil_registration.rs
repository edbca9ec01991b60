//! A pupil without an account on the campaign of a school: who of the class list they are, then how they will sign in.

use axum::extract::{Path, Query, State};
use axum::http::HeaderMap;
use axum::response::{Html, IntoResponse, Redirect, Response};
use grade::Date;
use rules::campaign_code::read;
use rules::reconciliation::Conflict;
use std::collections::HashMap;
use store::joining::{Met, meet};
use web::form::Form;
use web::house::House;
use web::refusal::Refusal;
use web::visit::{Guest, Person};

use crate::campaign::{EXTERNAL_ID, address};
use crate::frame::Sheet;
use crate::joining::{is_registering, step};
use crate::pupil_identity_page::{Errors, Typed, Wrong};
use crate::pupil_line::{self, found};
use crate::{pupil_account, pupil_registration_page};

/// Somebody who registers, and what they typed.
pub struct Asked<'a> {
    /// The rooms.
    pub house: &'a House,
    /// Who asks: nobody yet.
    pub guest: &'a Guest,
    /// The campaign on the way to which they register.
    pub met: &'a Met,
    /// What they typed of themselves.
    pub typed: &'a Typed,
}

/// `GET /campaigns/{code}/registration`: the form; whoever needs none goes back to the campaign.
pub async fn show(
    State(house): State<House>,
    guest: Guest,
    Path(code): Path<String>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response, Refusal> {
    let met = campaign(&house, &code).await?;
    let external = query.get(EXTERNAL_ID).cloned().unwrap_or_default();
    let typed = Typed { external, ..Typed::default() };
    let asked = Asked { house: &house, guest: &guest, met: &met, typed: &typed };
    if !asked.is_offered() {
        return Ok(asked.back());
    }
    Ok(asked.form(&Errors::default()).into_response())
}

/// `POST /campaigns/{code}/registration`: finds the line, asks how the pupil will sign in, then makes the account. What was
/// typed goes from one page to the next in the form, never in an address; nothing is written before the end.
pub async fn create(
    State(house): State<House>,
    guest: Guest,
    Path(code): Path<String>,
    headers: HeaderMap,
    posted: Form,
) -> Result<Response, Refusal> {
    let met = campaign(&house, &code).await?;
    let typed = Typed::of(&posted);
    let asked = Asked { house: &house, guest: &guest, met: &met, typed: &typed };
    if !asked.is_offered() {
        return Ok(asked.back());
    }
    let Some(day) = Date::parse(&typed.birth_date).filter(|_| typed.is_whole()) else {
        return Ok(asked.refused(&typed.errors(guest.frame.words())));
    };
    match found(&house, (met.offer.organisation_id, None), typed.names(), &day.to_string()).await? {
        Ok(line) => pupil_account::create(&asked, &line, (&posted, &headers)).await,
        Err(wrong) => asked.wrong(wrong, (&posted, &headers)).await,
    }
}

impl Asked<'_> {
    /// Only where somebody has to say who of a list they are, and only who is nobody yet, or takes part elsewhere without
    /// an account.
    fn is_offered(&self) -> bool {
        let step = step(self.met, self.house.clock.now());
        let nobody = self.guest.person.as_ref().is_none_or(Person::is_anonymous);
        nobody && is_registering(&self.met.offer, step)
    }

    /// What is in the way of this line; whoever sends the form of their own account a second time is let in.
    pub async fn wrong(&self, wrong: Wrong, sent: (&Form, &HeaderMap)) -> Result<Response, Refusal> {
        if let Wrong::Conflict(Conflict::Here(login)) = &wrong
            && let Some(opened) = pupil_account::opened(self, login, sent).await?
        {
            return Ok(opened);
        }
        Ok(self.refused(&Errors { wrong: Some(wrong), ..Errors::default() }))
    }

    /// The page of the campaign.
    pub fn address(&self) -> String {
        address(self.met, &self.typed.external)
    }

    fn back(&self) -> Response {
        Redirect::to(&self.address()).into_response()
    }

    /// The form again. Nothing was written.
    fn refused(&self, errors: &Errors) -> Response {
        pupil_line::refused(self.form(errors), errors)
    }

    fn form(&self, errors: &Errors) -> Html<String> {
        let words = self.guest.frame.words();
        let body = pupil_registration_page::page(words, self, errors);
        Sheet::form(words.say("registration-title"), body).for_guest(self.house, self.guest)
    }
}

async fn campaign(house: &House, code: &str) -> Result<Met, Refusal> {
    let code = read(code).ok_or(Refusal::NotFound)?;
    meet(&house.db, &code, None).await?.ok_or(Refusal::NotFound)
}
