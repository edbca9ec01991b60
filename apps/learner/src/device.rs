//! The devices on which somebody is signed in: a list, and a button to sign out of each.

use axum::extract::State;
use axum::response::{Html, IntoResponse, Redirect, Response};
use store::session;
use web::form::OwnForm;
use web::house::House;
use web::refusal::Refusal;
use web::visit::SignedIn;

use crate::{device_page, frame::Sheet};

/// `GET /account/devices`: the open sessions, at most a hundred.
pub async fn show(State(house): State<House>, visitor: SignedIn) -> Result<Html<String>, Refusal> {
    let words = visitor.frame.words();
    let sessions = session::list(&house.db, visitor.person.id, house.clock.now()).await?;
    let body = device_page::page(words, &sessions, visitor.token, &visitor.person.form_token);
    let sheet = Sheet::text(words.say("devices-title"), body);
    Ok(sheet.for_visitor(&house, &visitor))
}

/// `POST /account/devices`: closes one session of this person, or all but this one; one that is gone stays gone.
pub async fn create(
    State(house): State<House>,
    OwnForm { visitor, form: posted }: OwnForm,
) -> Result<Response, Refusal> {
    let account = visitor.person.id;
    let mut tx = house.db.begin().await?;
    if posted.has("others") {
        session::close_others(&mut tx, account, visitor.token).await?;
    } else {
        // Only one's own sessions are looked at: a mark of somebody else's names nothing here.
        let sessions = session::list(&mut tx, account, house.clock.now()).await?;
        let mark = posted.text("device");
        if let Some(chosen) = sessions.iter().find(|session| session.token_hash.mark() == mark) {
            session::close(&mut tx, chosen.token_hash).await?;
        }
    }
    tx.commit().await?;
    Ok(Redirect::to("/account/devices").into_response())
}
