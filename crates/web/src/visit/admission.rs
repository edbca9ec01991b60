//! Whom a handler admits: the session is read once, and who may not come is led elsewhere.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use std::convert::Infallible;
use store::account::Role;
use store::session::Visitor;
use store::{TokenHash, membership, session};

use super::way::{to_sign_in, to_terms};
use super::{
    Caller, Frame, Guest, Learner, Member, Person, SESSION_MS, SignedIn, Staff, Ticket, session_token,
};
use crate::house::House;
use crate::layout::App;
use crate::refusal::Refusal;

/// A session in use is noted as such at most every six hours.
const NOTED_EVERY_MS: i64 = 6 * 3600 * 1000;

impl FromRequestParts<House> for Frame {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _house: &House) -> Result<Self, Infallible> {
        Ok(Self::of_parts(parts))
    }
}

impl FromRequestParts<House> for Guest {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<Self, Refusal> {
        let found = look_up(parts, house).await?;
        Ok(match found {
            Some(found) => Self { frame: found.frame, person: Some(found.person) },
            None => Self { frame: Frame::of_parts(parts), person: None },
        })
    }
}

impl FromRequestParts<House> for SignedIn {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<Self, Refusal> {
        let found = look_up(parts, house).await?;
        let Found { frame, person, token, .. } = found.ok_or_else(|| to_sign_in(&Frame::of_parts(parts)))?;
        Ok(Self { frame, person, token: TokenHash::of(&token) })
    }
}

impl FromRequestParts<House> for Learner {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<Self, Refusal> {
        let found = look_up(parts, house).await?;
        let Found { frame, person, visitor, token } =
            found.ok_or_else(|| to_sign_in(&Frame::of_parts(parts)))?;
        if !visitor.terms_accepted {
            return Err(to_terms(&frame));
        }
        note_use(house, &visitor, &token).await?;
        Self { frame, person }.with_account()
    }
}

impl FromRequestParts<House> for Staff {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<Self, Refusal> {
        let learner = <Learner as FromRequestParts<House>>::from_request_parts(parts, house).await?;
        if learner.person.role != Role::Staff {
            return Err(Refusal::NotFound);
        }
        Caller::of(parts).enter(App::Staff);
        Ok(Self { frame: learner.frame, person: learner.person })
    }
}

impl FromRequestParts<House> for Member {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<Self, Refusal> {
        let ticket = <Ticket as FromRequestParts<House>>::from_request_parts(parts, house).await?;
        let (token, now) = (ticket.token.clone(), house.clock.now());
        let loaded = membership::load(&house.db, ticket.hash(), &house.site.legal, now).await?;
        if let Some(loaded) = &loaded {
            note_use(house, &loaded.visitor, &token).await?;
        }
        let learner = ticket.learner(loaded.as_ref().map(|loaded| &loaded.visitor))?;
        let (organisation, role) = loaded.and_then(|loaded| loaded.workplace).ok_or(Refusal::NotFound)?;
        Caller::of(parts).enter(App::Orga);
        Ok(Self { frame: learner.frame, person: learner.person, organisation, role })
    }
}

/// Whoever holds the session that a request names, and their frame.
struct Found {
    frame: Frame,
    person: Person,
    visitor: Visitor,
    token: String,
}

async fn look_up(parts: &Parts, house: &House) -> Result<Option<Found>, Refusal> {
    let Some(token) = session_token(&parts.headers, &house.site) else { return Ok(None) };
    let hash = TokenHash::of(&token);
    let Some(visitor) = session::find(&house.db, hash, &house.site.legal, house.clock.now()).await? else {
        Caller::of(parts).note(&Frame::of_parts(parts), None);
        return Ok(None);
    };
    let (frame, person) = (Frame::of_parts(parts).of_account(&visitor), Person::of(&visitor, &token));
    Caller::of(parts).note(&frame, Some(&person));
    Ok(Some(Found { frame, person, visitor, token }))
}

/// Lengthens a session in use; rarely, so that reading pages stays reading.
///
/// # Errors
/// What the database refuses.
pub async fn note_use(house: &House, visitor: &Visitor, token: &str) -> Result<(), Refusal> {
    let now = house.clock.now();
    if now - visitor.seen_at < NOTED_EVERY_MS {
        return Ok(());
    }
    match lengthen(house, TokenHash::of(token), now).await {
        // While nothing can be written, one can still read; the next page notes it.
        Err(error) if error.is_passing() => {
            tracing::warn!(%error, "the use of a session was not noted");
            Ok(())
        }
        outcome => Ok(outcome?),
    }
}

async fn lengthen(house: &House, token: TokenHash, now: i64) -> store::Result<()> {
    let mut tx = house.db.begin().await?;
    session::touch(&mut tx, token, now, now + SESSION_MS).await?;
    tx.commit().await
}
