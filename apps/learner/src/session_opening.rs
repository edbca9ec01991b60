//! Opens a session for somebody whose identity was just proved.

use axum::http::{HeaderMap, header};
use store::session::Session;
use store::{AccountId, TokenHash, Tx, session};
use web::house::House;
use web::refusal::Refusal;
use web::visit::{SESSION_MS, open_cookie};

/// The longest description of a device that is kept.
const LONGEST_DEVICE: usize = 120;

/// Writes the session and gives the cookie that opens it in the browser.
pub async fn open(
    house: &House,
    tx: &mut Tx,
    account: AccountId,
    headers: &HeaderMap,
) -> Result<String, Refusal> {
    open_for(house, tx, account, (headers, SESSION_MS)).await
}

/// The same for so many milliseconds.
pub async fn open_for(
    house: &House,
    tx: &mut Tx,
    account: AccountId,
    (headers, lasting): (&HeaderMap, i64),
) -> Result<String, Refusal> {
    let (token, session) = new(house, account, (headers, lasting))?;
    session::open(tx, &session).await?;
    Ok(open_cookie(&house.site, &token))
}

/// The same in the place of a session, if there is one: its token opens nothing any more.
pub async fn open_instead(
    house: &House,
    tx: &mut Tx,
    account: AccountId,
    (headers, ended): (&HeaderMap, Option<TokenHash>),
) -> Result<String, Refusal> {
    let (token, session) = new(house, account, (headers, SESSION_MS))?;
    match ended {
        Some(ended) => session::replace(tx, ended, &session).await?,
        None => session::open(tx, &session).await?,
    }
    Ok(open_cookie(&house.site, &token))
}

fn new(
    house: &House,
    account: AccountId,
    (headers, lasting): (&HeaderMap, i64),
) -> Result<(String, Session), Refusal> {
    let token = house.entropy.token()?;
    let now = house.clock.now();
    let session = Session {
        token_hash: TokenHash::of(&token),
        account_id: account,
        created_at: now,
        seen_at: now,
        expires_at: now + lasting,
        device: device(headers),
    };
    Ok((token, session))
}

/// What the browser says of itself, cut short: people recognise it in the list of their devices.
fn device(headers: &HeaderMap) -> String {
    let agent = headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    agent.chars().take(LONGEST_DEVICE).collect()
}
