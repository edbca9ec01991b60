//! A session that the handler's own first statement reads along with what it needs.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use store::TokenHash;
use store::session::Visitor;

use super::way::{to_sign_in, to_terms};
use super::{Caller, Frame, Learner, Person, session_token};
use crate::house::House;
use crate::refusal::Refusal;

/// The token of a learner's session, not yet looked up: for handlers whose first statement reads the session along
/// with what they need.
#[derive(Debug, Clone)]
pub struct Ticket {
    /// Preferences and language.
    pub frame: Frame,
    /// The token as the cookie holds it.
    pub token: String,
    caller: Caller,
}

impl Ticket {
    /// What the database knows of the token.
    #[must_use]
    pub fn hash(&self) -> TokenHash {
        TokenHash::of(&self.token)
    }

    /// The learner behind the ticket, once the session is read; a session that ended or terms not accepted lead away.
    ///
    /// # Errors
    /// [`Refusal::GoTo`] the sign-in page or the terms.
    pub fn learner(self, visitor: Option<&Visitor>) -> Result<Learner, Refusal> {
        let Some(visitor) = visitor else { return Err(to_sign_in(&self.frame)) };
        if !visitor.terms_accepted {
            return Err(to_terms(&self.frame));
        }
        let (person, frame) = (Person::of(visitor, &self.token), self.frame.of_account(visitor));
        self.caller.note(&frame, Some(&person));
        Ok(Learner { person, frame })
    }
}

impl FromRequestParts<House> for Ticket {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<Self, Refusal> {
        let frame = Frame::of_parts(parts);
        match session_token(&parts.headers, &house.site) {
            Some(token) => Ok(Self { token, frame, caller: Caller::of(parts) }),
            None => Err(to_sign_in(&frame)),
        }
    }
}
