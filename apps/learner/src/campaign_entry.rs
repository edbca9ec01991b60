//! Taking part without an account, where the campaign allows it: the button makes somebody without a name, for a few
//! hours. Signing up meanwhile makes an account of it.

use axum::extract::{Path, State};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Redirect, Response};
use rules::campaign_code::read;
use rules::participation::Place;
use store::account::{self, Account, Creation, Role};
use store::joining::{Met, meet};
use store::{AccountId, legal};
use web::form::Form;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Guest;

use crate::campaign::address;
use crate::campaign_page::EXTERNAL;
use crate::joining::{Step, is_open_to_all, step};
use crate::session_opening;

/// How long somebody without an account can come back: a long morning. Shorter than the pause after which the use of a
/// session lengthens it, so that nothing does.
const LASTING_MS: i64 = 4 * 3_600_000;

/// `POST /campaigns/{code}/entry`: makes the visitor and leads back to the campaign, which then begins as for everybody;
/// somebody signed in only goes back. As for signing up there is no session yet to make a token of.
pub async fn create(
    State(house): State<House>,
    guest: Guest,
    Path(code): Path<String>,
    headers: HeaderMap,
    posted: Form,
) -> Result<Response, Refusal> {
    let code = read(&code).ok_or(Refusal::NotFound)?;
    let met = meet(&house.db, &code, None).await?.ok_or(Refusal::NotFound)?;
    let page = Redirect::to(&address(&met, posted.text(EXTERNAL)));
    if guest.person.is_some() || !is_open(&met, house.clock.now()) {
        return Ok(page.into_response());
    }
    let now = house.clock.now();
    let id = AccountId::new(now, house.entropy.number()?);
    let lang = guest.frame.lang.code().to_owned();
    let visitor = Account { role: Role::Anonymous, lang, ..Account::new(id, "", "", now) };
    let mut tx = house.db.begin().await?;
    if account::create(&mut tx, &visitor).await? == Creation::Taken {
        return Err(Refusal::Busy);
    }
    legal::accept_all(&mut tx, id, &house.site.legal, now).await?;
    let cookie = session_opening::open_for(&house, &mut tx, id, (&headers, LASTING_MS)).await?;
    tx.commit().await?;
    Ok(([(header::SET_COOKIE, cookie)], page).into_response())
}

/// `GET /campaigns/{code}/entry`: the page of the button.
pub async fn back(Path(code): Path<String>) -> Result<Redirect, Refusal> {
    let code = read(&code).ok_or(Refusal::NotFound)?;
    Ok(Redirect::to(&format!("/campaigns/{code}")))
}

/// Whether a stranger may begin the campaign without an account.
fn is_open(met: &Met, now: i64) -> bool {
    is_open_to_all(&met.offer) && step(met, now) == Step::At(Place::Begin)
}
