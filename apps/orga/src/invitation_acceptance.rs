//! The link of an invitation: joining the organisation, once.

use axum::extract::{Path, State};
use axum::response::{Html, Redirect};
use rules::invitation::{Entry, State as Stands, entry, joins_as_admin};
use store::AccountId;
use store::invitation::{self, Offer};
use store::membership::{self, Role};
use web::form::Form;
use web::house::House;
use web::refusal::Refusal;
use web::visit::{Guest, Learner};

use crate::frame::Sheet;
use crate::invitation_acceptance_page::{self, Opened};

/// Where whoever joined is led.
const JOINED: &str = "/orga/campaigns?done=joined";

/// `GET /invitations/{code}`: what the invitation is for, and the way in; a stranger signs in or up first.
pub async fn show(
    State(house): State<House>,
    guest: Guest,
    Path(code): Path<String>,
) -> Result<Html<String>, Refusal> {
    let offer = find(&house, &code).await?;
    let words = guest.frame.words();
    let me = guest.person.as_ref().map(|person| person.id);
    let opened = Opened {
        words,
        code: &code,
        organisation: &offer.organisation,
        entry: entry_of(&offer, me),
        csrf: guest.person.as_ref().map(|person| person.form_token.as_str()),
    };
    let body = invitation_acceptance_page::page(&opened);
    Ok(Sheet::new(words.say("invitation-title"), body).for_guest(&house, &guest))
}

/// `POST /invitations/{code}`: joins, and shows the pages of the organisation from now on.
pub async fn create(
    State(house): State<House>,
    learner: Learner,
    Path(code): Path<String>,
    posted: Form,
) -> Result<Redirect, Refusal> {
    posted.made_for(&learner.person)?;
    let (offer, me, now) = (find(&house, &code).await?, learner.person.id, house.clock.now());
    let again = Redirect::to(&format!("/invitations/{code}"));
    match entry_of(&offer, Some(me)) {
        Entry::Open => {}
        Entry::Mine => return Ok(Redirect::to(JOINED)),
        Entry::Used | Entry::Cancelled => return Ok(again),
    }
    let invited_as_admin = offer.role.map(|role| role == Role::Admin);
    let admin = joins_as_admin(invited_as_admin, offer.anybody);
    let role = if admin { Role::Admin } else { Role::Member };
    let mut tx = house.db.begin().await?;
    if !invitation::accept(&mut tx, &code, me, now).await? {
        return Ok(again);
    }
    membership::join(&mut tx, offer.organisation_id, me, role, now).await?;
    membership::choose(&mut tx, me, offer.organisation_id).await?;
    tx.commit().await?;
    Ok(Redirect::to(JOINED))
}

async fn find(house: &House, code: &str) -> Result<Offer, Refusal> {
    // Other signs stand in no code, and a database refuses some.
    if !code.bytes().all(|sign| sign.is_ascii_alphanumeric()) {
        return Err(Refusal::NotFound);
    }
    invitation::by_code(&house.db, code).await?.ok_or(Refusal::NotFound)
}

fn entry_of(offer: &Offer, me: Option<AccountId>) -> Entry {
    let by_them = me.is_some() && offer.accepted_by == me;
    entry(Stands::of(offer.accepted, offer.cancelled), by_them)
}
