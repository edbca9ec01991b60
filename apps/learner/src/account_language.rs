//! Choosing the language of one's pages and mails.

use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use web::form::OwnForm;
use web::house::House;
use web::lang;
use web::prefs::Prefs;
use web::refusal::Refusal;

use crate::account;

/// `POST /account/language`: keeps the language in the account, and in this browser, which would otherwise speak louder.
pub async fn create(
    State(house): State<House>,
    OwnForm { visitor, form: posted }: OwnForm,
) -> Result<Response, Refusal> {
    let lang = lang::parse(posted.text("language")).ok_or(Refusal::BrokenForm)?;
    let mut tx = house.db.begin().await?;
    store::account::set_lang(&mut tx, visitor.person.id, lang.code()).await?;
    tx.commit().await?;
    let prefs = Prefs { lang: Some(lang), ..visitor.frame.prefs };
    Ok(([(header::SET_COOKIE, prefs.set_cookie())], account::done("language")).into_response())
}
