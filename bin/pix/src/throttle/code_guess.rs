//! Codes of campaigns and invitations that are guessed: each wrong one is counted, for a person who is signed in, for the
//! address of others. Whoever used up their guesses is refused even the right code, so that no refusal tells which is.

use axum::extract::{MatchedPath, Request};
use axum::http::{Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use learner::NotListed;
use rules::allowance::{self, Allowance};
use store::{TokenHash, session};
use web::refusal::Refusal;
use web::visit;

use super::{Guard, Who, bucket_of, refused};

/// Where a code is typed.
const TYPED: &str = "/campaigns";
/// Addresses that carry a code, and those under them.
const CARRIED: [&str; 2] = ["/campaigns/{code}", "/invitations/{code}"];

/// Whether a request brings a code.
pub fn concerns(request: &Request) -> bool {
    let Some(route) = request.extensions().get::<MatchedPath>() else { return false };
    is_typed(request) || CARRIED.iter().any(|carried| route.as_str().starts_with(carried))
}

/// Whether the code is typed in a form.
fn is_typed(request: &Request) -> bool {
    let route = request.extensions().get::<MatchedPath>();
    *request.method() == Method::POST && route.is_some_and(|route| route.as_str() == TYPED)
}

/// Lets a request in, unless too many codes before it were wrong; a wrong one is counted after it was looked up.
pub async fn guard(guard: &Guard, request: Request, next: Next) -> Response {
    guarded(guard, request, next).await.unwrap_or_else(|error| Refusal::from(error).into_response())
}

async fn guarded(guard: &Guard, request: Request, next: Next) -> store::Result<Response> {
    let token = visit::session_token(request.headers(), &guard.house.site);
    let address = guard.bucket(Who::Address, allowance::CODE_OF_ADDRESS, &request);
    let guesser = match account(guard, token).await? {
        Some(bucket) => Some((bucket, allowance::CODE_OF_ACCOUNT)),
        None => address.map(|bucket| (bucket, allowance::CODE_OF_ADDRESS)),
    };
    let Some((bucket, allowance)) = guesser else { return Ok(next.run(request).await) };
    if is_used_up(guard, bucket, allowance).await? {
        return Ok(refused(allowance));
    }
    let typed = is_typed(&request);
    let response = next.run(request).await;
    // Many at once: those over the allowance are told nothing. A wrong code wrote nothing.
    if is_wrong(&response, typed) && !guard.spend(bucket, allowance).await? {
        return Ok(refused(allowance));
    }
    Ok(response)
}

/// The bucket of whoever is signed in: that of the account, whatever the number of sessions.
async fn account(guard: &Guard, token: Option<String>) -> store::Result<Option<TokenHash>> {
    let Some(token) = token else { return Ok(None) };
    let now = guard.house.clock.now();
    let holder = session::holder(&guard.house.db, TokenHash::of(&token), now).await?;
    Ok(holder.map(|account| bucket_of(allowance::CODE_OF_ACCOUNT, &account.to_string())))
}

async fn is_used_up(guard: &Guard, bucket: TokenHash, allowance: Allowance) -> store::Result<bool> {
    let now = guard.house.clock.now();
    store::allowance::is_used_up(&guard.house.db, bucket, now, allowance.every, allowance.ahead()).await
}

/// A code that nobody gave, or a pupil whom the list does not have. Whatever else a form under the right code was refused
/// for, a weak password or an empty field, is no guess.
fn is_wrong(response: &Response, typed: bool) -> bool {
    let refused = response.status() == StatusCode::UNPROCESSABLE_ENTITY;
    let unknown = response.status() == StatusCode::NOT_FOUND || (typed && refused);
    unknown || response.extensions().get::<NotListed>().is_some()
}
