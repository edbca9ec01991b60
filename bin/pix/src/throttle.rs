//! What may not be asked for without end: guesses of passwords, accounts, mails. Counted in the database, so that
//! several nodes count together; never on an answer's way. Guesses of codes: see [`code_guess`].

mod code_guess;

use crate::client_address::Trusted;
use axum::extract::{ConnectInfo, MatchedPath, Request, State};
use axum::http::{Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use rules::allowance::{self, Allowance};
use std::net::SocketAddr;
use std::sync::Arc;
use store::TokenHash;
use web::house::House;
use web::refusal::Refusal;
use web::visit;

/// Who shares an allowance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Who {
    /// Everybody at one network address.
    Address,
    /// One session.
    Session,
}

/// What is posted, who shares the allowance, and whether a success (a redirect) uses it.
const LIMITS: [(&str, Who, Allowance, bool); 13] = [
    ("/sign-in", Who::Address, allowance::SIGN_IN, false),
    ("/sign-up", Who::Address, allowance::SIGN_UP, true),
    ("/campaigns/{code}/entry", Who::Address, allowance::ENTRY, true),
    ("/campaigns/{code}/registration", Who::Address, allowance::REGISTRATION, true),
    ("/leaving-school", Who::Address, allowance::SCHOOL_LEAVING, false),
    ("/leaving-school/{token}", Who::Address, allowance::PASSWORD_RESET, true),
    ("/account-recovery/{token}", Who::Address, allowance::MAIL_LINK, true),
    ("/password-reset", Who::Address, allowance::PASSWORD_RESET, true),
    ("/password-reset/{token}", Who::Address, allowance::MAIL_LINK, true),
    ("/password-choice/{token}", Who::Address, allowance::MAIL_LINK, true),
    ("/email-confirmation/{token}", Who::Address, allowance::MAIL_LINK, true),
    ("/account/email", Who::Session, allowance::MAIL_CODE, true),
    ("/account/email-confirmation", Who::Session, allowance::MAIL_CODE, true),
];

/// What the guard needs.
#[derive(Clone)]
pub struct Guard {
    /// Where uses are counted.
    pub house: House,
    /// Who says where requests come from.
    pub trusted: Arc<Trusted>,
}

/// Lets a request in, unless its allowance is used up: then nothing is done.
pub async fn guard(State(guard): State<Guard>, request: Request, next: Next) -> Response {
    let Some((who, allowance, spends)) = limit(&request) else {
        return looked_up(&guard, request, next).await;
    };
    let Some(bucket) = guard.bucket(who, allowance, &request) else {
        return looked_up(&guard, request, next).await;
    };
    match guard.spend(bucket, allowance).await {
        Ok(true) => {}
        Ok(false) => return refused(allowance),
        Err(error) => return Refusal::from(error).into_response(),
    }
    let response = looked_up(&guard, request, next).await;
    let done = response.status() == StatusCode::SEE_OTHER;
    let asked_nothing = response.extensions().get::<learner::Incomplete>().is_some();
    // What is not given back comes back with time.
    if ((done && !spends) || asked_nothing)
        && let Err(error) = guard.give_back(bucket, allowance).await
    {
        tracing::warn!(%error, "an allowance was not given back");
    }
    response
}

/// Lets a request in; one that brings a code, unless too many before it were wrong.
async fn looked_up(guard: &Guard, request: Request, next: Next) -> Response {
    if code_guess::concerns(&request) {
        return code_guess::guard(guard, request, next).await;
    }
    next.run(request).await
}

fn refused(allowance: Allowance) -> Response {
    Refusal::TooMany { seconds: allowance.seconds() }.into_response()
}

/// Where the uses of somebody are counted.
fn bucket_of(allowance: Allowance, who: &str) -> TokenHash {
    TokenHash::of(&format!("{} {who}", allowance.name))
}

fn limit(request: &Request) -> Option<(Who, Allowance, bool)> {
    if *request.method() != Method::POST {
        return None;
    }
    let route = request.extensions().get::<MatchedPath>()?.as_str();
    LIMITS
        .iter()
        .find(|(limited, ..)| *limited == route)
        .map(|(_, who, allowance, spends)| (*who, *allowance, *spends))
}

impl Guard {
    fn bucket(&self, who: Who, allowance: Allowance, request: &Request) -> Option<TokenHash> {
        match who {
            Who::Address => {
                let ConnectInfo(peer) = request.extensions().get::<ConnectInfo<SocketAddr>>()?;
                let client = self.trusted.client(peer.ip(), request.headers())?;
                Some(bucket_of(allowance, &client.to_string()))
            }
            Who::Session => {
                let token = visit::session_token(request.headers(), &self.house.site)?;
                Some(bucket_of(allowance, &token))
            }
        }
    }

    async fn spend(&self, bucket: TokenHash, allowance: Allowance) -> store::Result<bool> {
        let mut tx = self.house.db.begin().await?;
        let now = self.house.clock.now();
        let allowed =
            store::allowance::spend(&mut tx, bucket, now, allowance.every, allowance.ahead()).await?;
        tx.commit().await?;
        Ok(allowed)
    }

    async fn give_back(&self, bucket: TokenHash, allowance: Allowance) -> store::Result<()> {
        let mut tx = self.house.db.begin().await?;
        store::allowance::give_back(&mut tx, bucket, allowance.every).await?;
        tx.commit().await
    }
}

#[cfg(test)]
mod tests;
